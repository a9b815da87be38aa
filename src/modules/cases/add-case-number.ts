import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import type { CaseAnswer } from './case-fields.ts';
import { readNumberGrounds, requireCaseNumber } from './case-number-grounds.ts';
import { insertCaseNumbers } from './case-number.sql.ts';
import { touchCase } from './case.sql.ts';
import { finishCaseChange, lockCaseToChange, type ChangeCaseInput } from './change-case.ts';
import { refuseRace, refuseTakenNumbers } from './refuse-taken-numbers.ts';
import type { AddedRelation, NumberRelation } from './rules.ts';

export interface NewNumber {
  readonly number: string;
  readonly relation: AddedRelation;
  readonly sourceDocument: string | null;
  readonly validFrom: string;
}

/** Writes one more number of a case. Refusals: CASE_NUMBER_INVALID, CASE_NUMBER_TAKEN. Answers its id and canonical form. */
export async function insertNumber(
  command: CommandContext,
  caseId: string,
  added: Omit<NewNumber, 'relation'> & { readonly relation: NumberRelation },
  path: string,
): Promise<{ id: string; canonical: string }> {
  const { trx, actor, now } = command;
  const grounds = await readNumberGrounds(trx, actor.courtId, now);
  const { number, canonical } = requireCaseNumber(added.number, grounds, path);
  await refuseTakenNumbers(command, [canonical]);
  const { documentSuffix: _, ...parts } = number;
  const { relation, sourceDocument, validFrom } = added;
  const id = newId(now.getTime());
  const row = { ...parts, id, caseId, raw: added.number, canonical, relation, sourceDocument, validFrom };
  const by = { personId: actor.personId, personName: actor.personName, now };
  await refuseRace([row], () => insertCaseNumbers(trx, actor.courtId, by, [row]));
  return { id, canonical };
}

/**
 * Adds a number to a case: on appeal, remand, retrial, execution, when cases are merged or split. Items, labels and
 * ledger stay; the case is found by every number. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS, VERSION_STALE,
 * CASE_NUMBER_INVALID, CASE_NUMBER_TAKEN.
 */
export async function addCaseNumber(
  command: CommandContext,
  input: ChangeCaseInput & NewNumber & { readonly isPrimary: boolean },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor } = command;
  const row = await lockCaseToChange(command, input);
  const { canonical } = await insertNumber(command, row.id, input, 'body.number');
  await touchCase(trx, actor.courtId, row.id, input.isPrimary ? { number: canonical } : {});
  const { relation, sourceDocument, validFrom, isPrimary } = input;
  return finishCaseChange(command, row.id, {
    after: { number: canonical, relation, sourceDocument, validFrom, isPrimary },
  });
}
