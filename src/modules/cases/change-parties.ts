import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import type { CaseAnswer } from './case-fields.ts';
import {
  insertParties,
  listParties,
  updateParty,
  updatePartyLeft,
  type PartyCorrection,
  type PartyRow,
} from './case-party.sql.ts';
import { refuseCase } from './case-refusals.ts';
import type { CaseRow } from './case-row.sql.ts';
import { touchCase } from './case.sql.ts';
import { auditedName, finishCaseChange, lockCaseToRename, type ChangeCaseInput } from './change-case.ts';
import { sealPartyNumber } from './seal-party-number.ts';

/** What the audit trail keeps: the number masked, the name as far as any reader may see it. */
function audited(row: CaseRow, party: PartyCorrection & { readonly numberMasked: string | null }) {
  const { role, kind, documentKind, numberMasked } = party;
  return { role, kind, name: auditedName(row, party.name), documentKind, numberMasked };
}

/**
 * Adds a party; the number of the document is sealed before it is written. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS,
 * VERSION_STALE, DOCUMENT_KIND_MISSING, DOCUMENT_NUMBER_INVALID.
 */
export async function addParty(
  command: CommandContext,
  input: ChangeCaseInput & PartyCorrection & { readonly documentNumber: string | null },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const row = await lockCaseToRename(command, input);
  const id = newId(now.getTime());
  const number = sealPartyNumber({ courtId, id }, input.documentKind, input.documentNumber);
  const { role, kind, name, documentKind, contact, note } = input;
  const party = { role, kind, name, documentKind, contact, note };
  await insertParties(trx, courtId, { personId: actor.personId, now }, [
    { ...party, id, caseId: row.id, number },
  ]);
  await touchCase(trx, courtId, row.id);
  return finishCaseChange(command, row.id, {
    after: audited(row, { ...party, numberMasked: number?.masked ?? null }),
    detail: { partyId: id },
  });
}

async function requireParty(command: CommandContext, row: CaseRow, partyId: string): Promise<PartyRow> {
  const parties = await listParties(command.trx, row.courtId, [row.id]);
  const party = parties.find(({ id }) => id === partyId);
  if (!party) throw refuseCase('PARTY_NOT_FOUND');
  if (party.leftOn !== null) throw refuseCase('PARTY_LEFT');
  return party;
}

/**
 * Corrects a party. `documentNumber`: undefined leaves the number as it is, null takes it away. Refusals: those of
 * `addParty`, PARTY_NOT_FOUND, PARTY_LEFT.
 */
export async function correctParty(
  command: CommandContext,
  input: ChangeCaseInput &
    PartyCorrection & { readonly partyId: string; readonly documentNumber?: string | null | undefined },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor } = command;
  const row = await lockCaseToRename(command, input);
  const before = await requireParty(command, row, input.partyId);
  const place = { courtId: actor.courtId, id: before.id };
  const number =
    input.documentNumber === undefined
      ? undefined
      : sealPartyNumber(place, input.documentKind, input.documentNumber);
  const keepsNumber = number === undefined && before.numberMasked !== null;
  if (keepsNumber && input.documentKind === null) throw refuseCase('DOCUMENT_KIND_MISSING');
  const { role, kind, name, documentKind, contact, note } = input;
  const party = { role, kind, name, documentKind, contact, note };
  await updateParty(trx, actor.courtId, before.id, { ...party, number });
  await touchCase(trx, actor.courtId, row.id);
  const numberMasked = number === undefined ? before.numberMasked : (number?.masked ?? null);
  return finishCaseChange(command, row.id, {
    before: audited(row, before),
    after: audited(row, { ...party, numberMasked }),
    detail: { partyId: before.id, isNumberChanged: number !== undefined },
  });
}

/** Says that somebody is no party any more. Refusals: those of a change, PARTY_NOT_FOUND, PARTY_LEFT. */
export async function removeParty(
  command: CommandContext,
  input: ChangeCaseInput & { readonly partyId: string; readonly reason: string },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const row = await lockCaseToRename(command, input);
  const party = await requireParty(command, row, input.partyId);
  await updatePartyLeft(trx, actor.courtId, party.id, { on: shanghaiDay(now), reason: input.reason });
  await touchCase(trx, actor.courtId, row.id);
  return finishCaseChange(command, row.id, {
    before: audited(row, party),
    after: { leftOn: shanghaiDay(now), reason: input.reason },
    detail: { partyId: party.id },
  });
}
