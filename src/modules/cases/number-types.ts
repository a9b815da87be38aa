import { shanghaiInstant } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { refuseWhenTaken } from '../accounts/unique-violation.ts';
import { CASE_NUMBER_TYPES } from './case-number-types.ts';
import { insertNumberType, listOwnNumberTypes } from './case-number.sql.ts';
import { refuseCase } from './case-refusals.ts';

/** The types that the acting court added. */
export async function listNumberTypes({ reader, actor }: QueryContext) {
  const rows = await listOwnNumberTypes(reader, actor.courtId);
  return { items: rows.map((row) => ({ ...row, addedAt: shanghaiInstant(row.addedAt) })) };
}

/** Adds a type for the acting court. Refusal: CASE_NUMBER_TYPE_EXISTS. */
export async function addNumberType(
  command: CommandContext,
  added: { readonly type: string; readonly basis: string },
): Promise<{ type: string }> {
  const { trx, actor, now } = command;
  const exists = refuseCase('CASE_NUMBER_TYPE_EXISTS', { type: added.type });
  if (CASE_NUMBER_TYPES.includes(added.type)) throw exists;
  const by = { personId: actor.personId, personName: actor.personName, now };
  await refuseWhenTaken('case_number_types_pkey', exists, () =>
    insertNumberType(trx, actor.courtId, by, added),
  );
  command.audit({
    subjectKind: 'case_number_type',
    subjectId: added.type,
    subjectLabel: added.type,
    after: added,
  });
  return { type: added.type };
}
