/** What papers ask about a public notice. */
export { NOTICE_DUE_ON } from './notice.sql.ts';
