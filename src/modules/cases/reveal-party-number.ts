import type { CommandContext } from '../../platform/run-command.ts';
import { reachesCase } from './case-access.ts';
import { findSealedNumber, listParties } from './case-party.sql.ts';
import { refuseCase } from './case-refusals.ts';
import { findCaseRow } from './case.sql.ts';
import { auditedName, auditLabelOf } from './change-case.ts';
import { nameShapeFor } from './describe-case.ts';
import { openPartyNumber } from './seal-party-number.ts';

/**
 * Shows the number of a party’s document, once, to whoever may see it and says why; the answer is not kept with the
 * idempotency key. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS, PARTY_NOT_FOUND, PARTY_HAS_NO_NUMBER, IDENTITY_KEY_MISSING.
 */
export async function revealPartyNumber(
  command: CommandContext,
  input: { readonly caseId: string; readonly partyId: string; readonly reason: string },
): Promise<{ number: string }> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const row = await findCaseRow(trx, [courtId], input.caseId);
  if (!row || !reachesCase(actor, 'case.read', row, 'read')) throw refuseCase('CASE_NOT_FOUND');
  const isCleared = nameShapeFor(actor, row) === 'plain';
  if (!isCleared || !reachesCase(actor, 'case.identity.reveal', row, 'write'))
    throw refuseCase('CASE_NOT_YOURS');
  const party = (await listParties(trx, courtId, [row.id])).find(({ id }) => id === input.partyId);
  if (!party) throw refuseCase('PARTY_NOT_FOUND');
  const sealed = await findSealedNumber(trx, courtId, party.id);
  if (!sealed) throw refuseCase('PARTY_HAS_NO_NUMBER');
  const number = openPartyNumber({ courtId, id: party.id }, sealed);
  command.audit({
    subjectKind: 'case',
    subjectId: row.id,
    subjectLabel: auditLabelOf(row),
    detail: {
      ...{ partyId: party.id, name: auditedName(row, party.name), numberMasked: party.numberMasked },
      reason: input.reason,
    },
  });
  command.tellOnce('number', number);
  return { number: party.numberMasked ?? '' };
}
