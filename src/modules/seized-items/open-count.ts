/** What other modules ask about an open first count. */
export { OPEN_COUNT_OF_ITEM } from './item-hold.sql.ts';
