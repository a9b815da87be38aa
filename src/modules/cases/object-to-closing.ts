import type { ClosingCheck } from '../accounts/extension-points.ts';
import { countOpenCases } from './case-list.sql.ts';

/** Why a department or an account cannot be closed: open cases would stay without a handler. */
export const objectToClosingWithCases: ClosingCheck = async (reader, { kind, courtId, id }) => {
  const count = await countOpenCases(reader, courtId, { kind, id });
  if (count === 0) return null;
  return {
    zh: `名下还有 ${count} 件未结案件，请先变更承办人或更正承办部门。`,
    en: `${count} open case(s) remain. Hand them to another handler or department first.`,
  };
};
