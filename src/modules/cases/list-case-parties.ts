/** The parties of cases for the modules that build on them; whoever answers their names masks them. */
export { listParties as listCaseParties } from './case-party.sql.ts';
