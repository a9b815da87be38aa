/** Cases by canonical numbers, for the modules that build on them. */
export { listCasesOfNumbers } from './case-number.sql.ts';
