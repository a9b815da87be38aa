/**
 * Cases as a reader may see them. Every name and cause of a case that leaves the server in an answer goes through here,
 * so that secrecy and minors are masked in one place.
 */
import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { listCaseHandlers } from './case-handler.sql.ts';
import { clearanceFor, reachesCase } from './case-access.ts';
import type { CaseAnswer, CaseSummary } from './case-fields.ts';
import { listCaseLinks } from './case-link.sql.ts';
import { listCaseNumbers, type CaseNumberRow } from './case-number.sql.ts';
import { listParties, type PartyRow } from './case-party.sql.ts';
import type { CaseRow } from './case-row.sql.ts';
import { listCaseRowsById } from './case.sql.ts';
import { isOfCourtFamily } from './court-code.ts';
import { findOwnCourtCode } from './own-court-code.sql.ts';
import { maskCause, maskNames, nameShapeOf, type NameShape } from './mask-names.ts';
import { listCaseActions } from './rules.ts';

interface Reading {
  readonly reader: TenantReader;
  readonly actor: Actor;
}

/** How names of the case are shown to this person. */
export function nameShapeFor(actor: Actor, row: CaseRow): NameShape {
  return nameShapeOf(row, clearanceFor(actor, row));
}

function shownCase(row: CaseRow, shape: NameShape) {
  const { courtId, id, number, handlerId, handler, department, stage, acceptedOn, closedOn } = row;
  const { secrecy, involvesMinors, version } = row;
  const shown = { courtId, id, number, handlerId, handler, department, stage, acceptedOn, closedOn };
  const isMasked = shape !== 'plain';
  return { ...shown, cause: maskCause(row.cause, shape), secrecy, involvesMinors, isMasked, version };
}

/** For lists: the numbers besides the primary one, and who the parties are. All rows are of one court. */
export async function describeCases(
  { reader, actor }: Reading,
  rows: readonly CaseRow[],
): Promise<CaseSummary[]> {
  const courtId = rows[0]?.courtId;
  if (courtId === undefined) return [];
  const ids = rows.map(({ id }) => id);
  const numbers = await listCaseNumbers(reader, courtId, ids);
  const parties = await listParties(reader, courtId, ids);
  return rows.map((row) => {
    const shape = nameShapeFor(actor, row);
    const present = parties.filter(({ caseId, leftOn }) => caseId === row.id && leftOn === null);
    const names = maskNames(present, shape);
    return {
      ...shownCase(row, shape),
      otherNumbers: numbers
        .filter(({ caseId, canonical }) => caseId === row.id && canonical !== row.number)
        .map(({ canonical, relation }) => ({ number: canonical, relation })),
      parties: present.map(({ role }, at) => ({ name: names[at] ?? '', role })),
    };
  });
}

function describeNumber(
  row: CaseRow,
  number: CaseNumberRow,
  all: readonly CaseNumberRow[],
  ownCode: string | null,
) {
  const { id, raw, relation, sourceDocument, validFrom, supersededOn, supersededReason, addedByName } =
    number;
  return {
    id,
    number: number.canonical,
    raw,
    relation,
    isPrimary: number.canonical === row.number && relation !== 'formerly_wrong',
    isOfOtherCourt:
      ownCode !== null && number.courtCode !== '' && !isOfCourtFamily(number.courtCode, ownCode),
    sourceDocument,
    validFrom,
    supersededBy: all.find((other) => other.id === number.supersededBy)?.canonical ?? null,
    supersededOn,
    supersededReason,
    addedByName,
    addedAt: shanghaiInstant(number.addedAt),
  };
}

function describeParty(party: PartyRow, name: string, shape: NameShape, mayReveal: boolean) {
  const { id, role, kind, documentKind, numberMasked, leftOn, leftReason } = party;
  const told =
    shape === 'plain' ? { contact: party.contact, note: party.note } : { contact: null, note: null };
  const shownNumber = shape === 'hidden' ? null : numberMasked;
  return {
    ...{ id, role, kind, name, documentKind, numberMasked: shownNumber, ...told, leftOn, leftReason },
    mayReveal: mayReveal && numberMasked !== null && shape === 'plain',
  };
}

async function describeLinks({ reader, actor }: Reading, row: CaseRow): Promise<CaseAnswer['links']> {
  const links = await listCaseLinks(reader, row.courtId, row.id);
  const otherOf = (link: (typeof links)[number]) =>
    link.mainCaseId === row.id ? link.otherCaseId : link.mainCaseId;
  const others = await listCaseRowsById(reader, row.courtId, links.map(otherOf));
  return links.flatMap((link) => {
    const other = others.find(({ id }) => id === otherOf(link));
    if (!other) return [];
    const { kind, sourceDocument, linkedOn, endedOn, endReason } = link;
    const { id: caseId, number, handler } = other;
    const cause = maskCause(other.cause, nameShapeFor(actor, other));
    const isMain = link.mainCaseId === row.id;
    return [{ caseId, number, cause, handler, kind, isMain, sourceDocument, linkedOn, endedOn, endReason }];
  });
}

/** One case with everything that its page shows. */
export async function describeCase(reading: Reading, row: CaseRow): Promise<CaseAnswer> {
  const { reader, actor } = reading;
  const shape = nameShapeFor(actor, row);
  const numbers = await listCaseNumbers(reader, row.courtId, [row.id]);
  const parties = await listParties(reader, row.courtId, [row.id]);
  const names = maskNames(parties, shape);
  const ownCode = await findOwnCourtCode(reader, row.courtId);
  const mayReveal = reachesCase(actor, 'case.identity.reveal', row, 'write');
  const { clerkId, clerk, departmentId, effectiveOn, seizingOrgan, procuratorate } = row;
  return {
    ...shownCase(row, shape),
    ...{ clerkId, clerk, departmentId, effectiveOn, seizingOrgan, procuratorate },
    numbers: numbers.map((number) => describeNumber(row, number, numbers, ownCode)),
    parties: parties.map((party, at) => describeParty(party, names[at] ?? '', shape, mayReveal)),
    handlers: (await listCaseHandlers(reader, row.courtId, row.id)).map(({ recordedAt, ...handler }) => ({
      ...handler,
      recordedAt: shanghaiInstant(recordedAt),
    })),
    links: await describeLinks(reading, row),
    availableActions: listCaseActions({
      write: reachesCase(actor, 'case.write', row, 'write'),
      reassign: reachesCase(actor, 'case.reassign', row, 'write'),
      seeNames: shape === 'plain',
    }),
  };
}
