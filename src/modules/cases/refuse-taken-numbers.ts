import { listTexts } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseWhenTaken } from '../accounts/unique-violation.ts';
import { reachesCase } from './case-access.ts';
import { listCasesOfNumbers } from './case-number.sql.ts';
import { refuseCase } from './case-refusals.ts';
import { findCaseRow } from './case.sql.ts';
import { nameShapeFor } from './describe-case.ts';
import { sayCause } from './mask-names.ts';

/**
 * Refuses numbers that another case of the court has rightfully, and numbers that are given twice. The refusal names the
 * other case as far as the person may read it. Refusals: CASE_NUMBER_LISTED_TWICE, CASE_NUMBER_TAKEN.
 */
export async function refuseTakenNumbers(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  canonicals: readonly string[],
): Promise<void> {
  const twice = canonicals.find((number, at) => canonicals.indexOf(number) !== at);
  if (twice !== undefined) throw refuseCase('CASE_NUMBER_LISTED_TWICE', { number: twice });
  const taken = await listCasesOfNumbers(trx, actor.courtId, canonicals);
  const owner = taken.find(({ isWrong }) => !isWrong);
  if (!owner) return;
  const other = await findCaseRow(trx, [actor.courtId], owner.caseId);
  if (!other) throw new Error('a number belongs to a case');
  const cause = reachesCase(actor, 'case.read', other, 'read')
    ? sayCause(other.cause, nameShapeFor(actor, other))
    : { zh: '', en: '' };
  const [number, who] = [other.number, `${other.department} ${other.handler}`];
  throw refuseCase('CASE_NUMBER_TAKEN', {
    number: owner.canonical,
    other: {
      zh: `${`${number} ${cause.zh}`.trim()}（${who}）`,
      en: `${`${number} ${cause.en}`.trim()} (${who})`,
    },
  });
}

/** Somebody else wrote the same number in the same moment. Refusal: CASE_NUMBER_TAKEN. */
export function refuseRace<T>(
  numbers: readonly { readonly canonical: string }[],
  work: () => Promise<T>,
): Promise<T> {
  const number = listTexts(numbers.map(({ canonical }) => canonical));
  const other = { zh: '他人刚刚登记', en: 'registered a moment ago' };
  return refuseWhenTaken(
    'case_numbers_of_one_case',
    refuseCase('CASE_NUMBER_TAKEN', { number, other }),
    work,
  );
}
