import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { refuseCase } from './case-refusals.ts';
import { readCaseNumber, type CaseNumber, type CaseNumberGrounds } from './case-number.ts';
import { listOwnNumberTypes } from './case-number.sql.ts';

/** What the grammar needs of the court and of today. */
export async function readNumberGrounds(
  reader: TenantReader,
  courtId: number,
  now: Date,
): Promise<Required<CaseNumberGrounds>> {
  const types = await listOwnNumberTypes(reader, courtId);
  return {
    currentYear: Number(shanghaiDay(now).slice(0, 4)),
    moreTypes: types.map(({ type }) => type),
  };
}

/** Refusal: CASE_NUMBER_INVALID, with what is wrong as its one problem, under the path of the field. */
export function requireCaseNumber(
  typed: string,
  grounds: CaseNumberGrounds,
  path = 'body.number',
): { readonly number: CaseNumber; readonly canonical: string } {
  const read = readCaseNumber(typed, grounds);
  if (read.ok) return read;
  const { zh, en } = read.problem;
  const facts = { number: typed, problem: zh, problemEnglish: en };
  throw refuseCase('CASE_NUMBER_INVALID', facts, [{ path, ...read.problem }]);
}
