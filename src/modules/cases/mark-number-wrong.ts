import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import { insertNumber } from './add-case-number.ts';
import type { CaseAnswer } from './case-fields.ts';
import { readNumberGrounds, requireCaseNumber } from './case-number-grounds.ts';
import { listCaseNumbers, updateNumberWrong } from './case-number.sql.ts';
import { refuseCase } from './case-refusals.ts';
import { touchCase } from './case.sql.ts';
import { finishCaseChange, lockCaseToChange, type ChangeCaseInput } from './change-case.ts';

/**
 * Says that a number of the case was wrong, and which one is right: one that the case has, or a new one in its place. The
 * case is still found by the wrong one, which another case may now have rightfully. Refusals: CASE_NOT_FOUND,
 * CASE_NOT_YOURS, VERSION_STALE, CASE_NUMBER_NOT_OF_CASE, CASE_NUMBER_WRONG_ALREADY, CASE_NUMBER_INVALID,
 * CASE_NUMBER_SAME, CASE_NUMBER_TAKEN.
 */
export async function markNumberWrong(
  command: CommandContext,
  input: ChangeCaseInput & {
    readonly numberId: string;
    readonly rightNumber: string;
    readonly sourceDocument: string | null;
    readonly reason: string;
  },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const row = await lockCaseToChange(command, input);
  const numbers = await listCaseNumbers(trx, courtId, [row.id]);
  const wrong = numbers.find(({ id }) => id === input.numberId);
  if (!wrong) throw refuseCase('CASE_NUMBER_NOT_OF_CASE');
  if (wrong.relation === 'formerly_wrong') throw refuseCase('CASE_NUMBER_WRONG_ALREADY');
  const grounds = await readNumberGrounds(trx, courtId, now);
  const { canonical } = requireCaseNumber(input.rightNumber, grounds, 'body.rightNumber');
  if (canonical === wrong.canonical) throw refuseCase('CASE_NUMBER_SAME');
  const isRight = (number: (typeof numbers)[number]) =>
    number.canonical === canonical && number.relation !== 'formerly_wrong';
  const { sourceDocument, reason } = input;
  const { relation, validFrom } = wrong;
  const right =
    numbers.find(isRight) ??
    (await insertNumber(
      command,
      row.id,
      { number: input.rightNumber, relation, sourceDocument, validFrom },
      'body.rightNumber',
    ));
  await updateNumberWrong(trx, courtId, wrong.id, { supersededBy: right.id, on: shanghaiDay(now), reason });
  await touchCase(trx, courtId, row.id, row.number === wrong.canonical ? { number: canonical } : {});
  return finishCaseChange(command, row.id, {
    before: { number: wrong.canonical, relation },
    after: { number: canonical, relation, wrongNumber: wrong.canonical, reason },
  });
}
