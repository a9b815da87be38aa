import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { Versioned } from '../../platform/served-endpoint.ts';
import type { CaseAnswer } from './case-fields.ts';
import { insertCaseLinks, listCaseLinks, updateCaseLinkEnded, type CaseLinkRow } from './case-link.sql.ts';
import { readNumberGrounds, requireCaseNumber } from './case-number-grounds.ts';
import { refuseCase } from './case-refusals.ts';
import { touchCase } from './case.sql.ts';
import { finishCaseChange, lockCaseToChange, type ChangeCaseInput } from './change-case.ts';
import { findCaseByNumber } from './find-case.ts';
import type { LinkKind } from './rules.ts';

function isBetween(link: CaseLinkRow, caseId: string, otherCaseId: string): boolean {
  return [link.mainCaseId, link.otherCaseId].every((id) => id === caseId || id === otherCaseId);
}

/**
 * Links two cases that were merged or split. Each keeps its numbers and its own ledger; the main one keeps the ledger of
 * what both need. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS, VERSION_STALE, CASE_NUMBER_INVALID, OTHER_CASE_NOT_FOUND,
 * CASE_LINKED_TO_ITSELF, CASES_LINKED_ALREADY.
 */
export async function linkCases(
  command: CommandContext,
  input: ChangeCaseInput & {
    readonly otherNumber: string;
    readonly kind: LinkKind;
    readonly isMain: boolean;
    readonly sourceDocument: string;
    readonly linkedOn: string;
  },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const row = await lockCaseToChange(command, input);
  const grounds = await readNumberGrounds(trx, courtId, now);
  const { canonical } = requireCaseNumber(input.otherNumber, grounds, 'body.otherNumber');
  const other = await findCaseByNumber({ reader: trx, now }, { courtId, number: canonical });
  if (!other) throw refuseCase('OTHER_CASE_NOT_FOUND', { number: canonical });
  if (other.id === row.id) throw refuseCase('CASE_LINKED_TO_ITSELF');
  const links = await listCaseLinks(trx, courtId, row.id);
  if (links.some((link) => link.endedOn === null && isBetween(link, row.id, other.id)))
    throw refuseCase('CASES_LINKED_ALREADY');
  const [mainCaseId, otherCaseId] = input.isMain ? [row.id, other.id] : [other.id, row.id];
  const { kind, sourceDocument, linkedOn } = input;
  const by = { personId: actor.personId, personName: actor.personName, now };
  await insertCaseLinks(trx, courtId, by, [{ mainCaseId, otherCaseId, kind, sourceDocument, linkedOn }]);
  await touchCase(trx, courtId, row.id);
  return finishCaseChange(command, row.id, {
    after: { linkedTo: other.number, kind, isMain: input.isMain, sourceDocument, linkedOn },
  });
}

/** Ends a link; that it was there stays on record. Refusals: those of a change, CASE_LINK_NOT_FOUND. */
export async function endCaseLink(
  command: CommandContext,
  input: ChangeCaseInput & { readonly otherCaseId: string; readonly reason: string },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor, now } = command;
  const row = await lockCaseToChange(command, input);
  const links = await listCaseLinks(trx, actor.courtId, row.id);
  const link = links.find((one) => one.endedOn === null && isBetween(one, row.id, input.otherCaseId));
  if (!link) throw refuseCase('CASE_LINK_NOT_FOUND');
  await updateCaseLinkEnded(trx, actor.courtId, link, { on: shanghaiDay(now), reason: input.reason });
  await touchCase(trx, actor.courtId, row.id);
  return finishCaseChange(command, row.id, {
    before: { linkedTo: input.otherCaseId, kind: link.kind },
    after: { reason: input.reason },
  });
}
