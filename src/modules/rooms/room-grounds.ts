/** What statements of other modules ask about rooms in one message with their own questions. */
export { ENVIRONMENT_OF_PLACE, lockRoomsOfPlaces, type AskedPlaces } from './room-facts.sql.ts';
