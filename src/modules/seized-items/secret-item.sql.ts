/** `isSecretItem` of the row `item`, as texts of SQL expressions. */
import { SECRET_LEVELS } from '../cases/mask-names.ts';
import { SECRET_ITEM_NAME } from './mask-item.ts';

const IS_SECRET_CASE = `c.secrecy in (${SECRET_LEVELS.map((level) => `'${level}'`).join(', ')})`;

/** Its name is for those with clearance; its case is joined as `c`. */
export const IS_SECRET_BESIDE_CASE = `('secret' = any(item.keeping) or ${IS_SECRET_CASE})`;

/** The same where its case is not joined. */
export const IS_SECRET = `('secret' = any(item.keeping) or exists (select from cases c where c.court_id = item.court_id
  and c.id = item.case_id and ${IS_SECRET_CASE}))`;

/** What it is called in lists that are read without clearance. */
export const SAID_ITEM_NAME = `case when ${IS_SECRET} then '${SECRET_ITEM_NAME}' else item.name end`;
