import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { reachesCase } from '../cases/case-access.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { listBookEntries } from '../ledger/read-book.ts';
import { runLedger, type LedgerRow } from './case-ledger.ts';
import type { CaseLedgerRow, readCaseLedgerEndpoint } from './case-ledger.contract.ts';
import { proveClosure, type Closure } from './closure.ts';
import { proveConservation, type Conservation } from './conservation.ts';
import { refuseIntake } from './intake-refusals.ts';
import { ITEM_RECORDS } from './item-entry.ts';
import { listSecretItemIds } from './item-page.sql.ts';
import { SECRET_ITEM_NAME } from './mask-item.ts';
import { ITEM_TRANSITIONS, isItemTransition } from './item-transitions.ts';
import { isLedgerClosed } from './ledger-closing.rules.ts';
import { findLastLedgerEvent, type LedgerEvent } from './ledger-closing.sql.ts';
import { listOpenClaims } from './open-claims.ts';
import { listOrderedLines } from './ordered-lines.ts';
import { findReadableCase } from './reach-case.ts';

export interface ProvenLedger {
  readonly head: CaseHead;
  readonly rows: readonly LedgerRow[];
  readonly conservation: Conservation;
  readonly closure: Closure;
}

/** The whole book of a case with its two proofs. Refusal: INTAKE_CASE_UNKNOWN. */
export async function proveCaseLedger(
  query: Pick<QueryContext, 'reader' | 'actor' | 'now'>,
  caseId: string,
): Promise<ProvenLedger> {
  const head = await findReadableCase(query, caseId);
  if (!head) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const entries = await listBookEntries(query.reader, {
    courtId: head.courtId,
    kind: 'case',
    subjectId: head.id,
  });
  const rows = await withoutSecretNames(query, head, runLedger(entries));
  const items = rows.map(({ item }) => item);
  const today = shanghaiDay(query.now);
  const of = { courtId: head.courtId, caseId: head.id };
  const lines = await listOrderedLines(query.reader, { ...of, today });
  const claims = await listOpenClaims(query.reader, of);
  return { head, rows, conservation: proveConservation(items), closure: proveClosure(items, lines, claims) };
}

/** Names of secret items are for those with clearance, on the screen as on the paper. */
async function withoutSecretNames(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  head: CaseHead,
  rows: readonly LedgerRow[],
): Promise<LedgerRow[]> {
  if (reachesCase(actor, 'case.secret-names.read', head, 'read')) return [...rows];
  const secret = await listSecretItemIds(reader, head.courtId, head.id);
  return rows.map((row) => {
    const { details } = row.item;
    if (!secret.has(details.itemId)) return row;
    return { ...row, item: { ...row.item, details: { ...details, name: SECRET_ITEM_NAME } } };
  });
}

export function shownRow({ entry, item, ...run }: LedgerRow): CaseLedgerRow {
  const { details, kind } = item;
  const { zh, en } = isItemTransition(kind) ? ITEM_TRANSITIONS[kind] : ITEM_RECORDS[kind];
  return {
    ...run,
    sequence: entry.sequence,
    itemId: details.itemId,
    code: details.code,
    number: details.number,
    name: details.name,
    ...{ kind, zh, en },
    occurredAt: shanghaiInstant(new Date(entry.occurredAtMs)),
    recordedAt: shanghaiInstant(new Date(entry.recordedAtMs)),
    isLate: entry.late,
    isVisitMissing: details.isVisitMissing,
    unit: entry.unit,
    fromState: item.from,
    toState: item.to,
    place: entry.to.place,
    holder: entry.to.holder,
    seal: details.seal,
    actorName: entry.actorName,
    secondPersonName: entry.secondPersonName,
    counterparty: entry.counterparty,
    basis: entry.basis,
    note: entry.note,
    correctsSequence: entry.correctsSequence,
  };
}

function closingOf(event: LedgerEvent | undefined) {
  if (event === undefined) return null;
  const { kind, at, byName, secondPersonName, document, reason } = event;
  return { kind, at: shanghaiInstant(at), byName, secondPersonName, document, reason };
}

function actionsOf(
  { actor }: QueryContext,
  head: CaseHead,
  { isClosed, isProved }: { readonly isClosed: boolean; readonly isProved: boolean },
): ('close' | 'reopen')[] {
  if (isClosed) return reachesCase(actor, 'case-ledger.reopen', head, 'write') ? ['reopen'] : [];
  return isProved && reachesCase(actor, 'case-ledger.close', head, 'write') ? ['close'] : [];
}

/** A page of the ledger's rows; the proofs are of the whole book. Refusal: INTAKE_CASE_UNKNOWN. */
export async function readCaseLedger(
  context: QueryContext,
  { params, query }: InputOf<typeof readCaseLedgerEndpoint>,
): Promise<ResponseOf<typeof readCaseLedgerEndpoint>> {
  const { head, rows, conservation, closure } = await proveCaseLedger(context, params.caseId);
  const { openItems, itemCount, holds, openCurrencies, openLines, openClaims } = closure;
  const following = rows.filter(({ entry }) => entry.sequence > query.after);
  const page = following.slice(0, query.limit);
  const event = await findLastLedgerEvent(context.reader, head.courtId, head.id);
  const isProved = conservation.holds && holds && rows.length > 0;
  const [first, last] = [rows[0]?.entry, rows.at(-1)?.entry];
  return {
    caseId: head.id,
    caseNumber: head.number,
    openedAt: first ? shanghaiInstant(new Date(first.recordedAtMs)) : null,
    entryCount: rows.length,
    itemCount,
    lastHash: last ? last.hash.toString('hex') : null,
    conservation: {
      ...conservation,
      rows: conservation.rows.map((row) => ({ ...row, sums: { ...row.sums } })),
      differences: [...conservation.differences],
    },
    closure: {
      holds,
      itemCount,
      openItemCount: openItems.length,
      openCurrencies: [...openCurrencies],
      openLines: openLines.map(({ lineId, label }) => ({ lineId, label })),
      openClaims: openClaims.map(({ claimId, label }) => ({ claimId, ...label })),
    },
    closing: closingOf(event),
    availableActions: actionsOf(context, head, { isClosed: isLedgerClosed(event), isProved }),
    rows: page.map(shownRow),
    nextSequence: following.length > page.length ? (page.at(-1)?.entry.sequence ?? null) : null,
  };
}
