/** What a paper is made from, read in the transaction that issues it, and the parts that come of it. */
import type { CommandContext } from '../../platform/run-command.ts';

import { requestKindOf } from '../approvals/request-kinds.ts';
import type { CaseHead } from '../cases/find-case.ts';
import type { ChainedEntry } from '../ledger/entry.ts';
import { listBookEntries } from '../ledger/read-book.ts';
import { isEnded } from '../seized-items/item-states.ts';
import { detailOf } from './forms/entry-words.ts';
import { composeEvent } from './forms/event-forms.ts';
import {
  composeSeizureList,
  composeStatement,
  composeSupplement,
  composeTransferList,
  type ItemGrounds,
} from './forms/item-forms.ts';
import type { Texts } from './forms/paper-parts.ts';
import { withFacts } from './forms/recorded-facts.ts';
import { composeRequest } from './forms/request-forms.ts';
import { composeSealLabels } from './forms/seal-labels.ts';
import { composeReport } from './gather-report.ts';
import type { PaperPart } from './paper-content.ts';
import { listRequestSources, type RequestSource } from './paper-event.sql.ts';
import {
  listDispositionFacts,
  listGroundsOfRequest,
  listNoticeFacts,
  listReleaseFacts,
  type RecordedFacts,
} from './paper-record.sql.ts';
import { PAPER_TEXTS, paperFormOf, type PaperFormId } from './paper-forms.ts';
import { refusePaper } from './paper-refusals.ts';
import { listSealSources } from './seal-source.sql.ts';
import {
  findCaseSource,
  findIntakeSource,
  listItemSources,
  listPaperNumbersOfItems,
  type CaseSource,
  type ItemSource,
} from './paper-source.sql.ts';

export interface PaperSubject {
  readonly sequence?: number | undefined;
  readonly requestId?: string | undefined;
  readonly handoverId?: string | undefined;
  readonly itemIds: readonly string[];
}

export interface Gathered {
  readonly parts: PaperPart[];
  /** null: as many papers as are wanted can be made of it. */
  readonly subjectKey: string | null;
  readonly occurredAt: Date;
  readonly itemIds: readonly string[];
  readonly itemCount: number;
}

interface CaseWork {
  readonly command: CommandContext;
  readonly form: PaperFormId;
  readonly head: CaseHead;
  readonly source: CaseSource;
  readonly subject: PaperSubject;
  readonly texts: Texts;
}

function addressOf({ head }: CaseWork): { courtId: number; caseId: string } {
  return { courtId: head.courtId, caseId: head.id };
}

function readBook({ command, head }: CaseWork): Promise<ChainedEntry[]> {
  const { courtId, id: subjectId } = head;
  return listBookEntries(command.trx, { courtId, kind: 'case', subjectId });
}

function itemIdOf({ details }: ChainedEntry): string {
  return typeof details['itemId'] === 'string' ? details['itemId'] : '';
}

/** Entries of the form's transitions that the same command wrote. */
function entriesOfEvent(form: PaperFormId, book: readonly ChainedEntry[], sequence: number): ChainedEntry[] {
  const kinds: ReadonlySet<string> = new Set(paperFormOf(form).kinds);
  const anchor = book.find((entry) => entry.sequence === sequence);
  if (!anchor || !kinds.has(anchor.kind)) return [];
  const intakeId = detailOf(anchor, 'intakeId');
  return book.filter(
    (entry) =>
      kinds.has(entry.kind) &&
      entry.recordedAtMs === anchor.recordedAtMs &&
      entry.actorId === anchor.actorId &&
      detailOf(entry, 'intakeId') === intakeId,
  );
}

/** Without those that were reversed: a paper says nothing that did not hold when it was issued. */
function standingOf(entries: readonly ChainedEntry[], book: readonly ChainedEntry[]): ChainedEntry[] {
  const reversed = new Set(
    book.filter(({ kind }) => kind === 'reverse_end').map(({ correctsSequence }) => correctsSequence),
  );
  return entries.filter(({ sequence }) => !reversed.has(sequence));
}

/** What was recorded beside the entries, by item. */
async function readRecordedFacts(
  { command, head }: CaseWork,
  entries: readonly ChainedEntry[],
): Promise<Map<string, RecordedFacts>> {
  const [first] = entries;
  if (first === undefined) return new Map();
  const { trx } = command;
  const { courtId } = head;
  const itemIds = entries.map(itemIdOf);
  const at = { courtId, itemIds, occurredAt: new Date(first.occurredAtMs) };
  const documents = entries.map((entry) => detailOf(entry, 'notice'));
  const rows = [
    ...(await listReleaseFacts(trx, at)),
    ...(await listDispositionFacts(trx, at)),
    ...(await listNoticeFacts(trx, { courtId, itemIds, documents })),
  ];
  return new Map(rows.map(({ itemId, facts }) => [itemId, facts]));
}

/** The delivery that the event is of; what differs goes back to whoever delivered it. Empty: of none. */
function intakeOf(first: ChainedEntry, book: readonly ChainedEntry[]): string {
  if (first.kind !== 'reject_difference') return detailOf(first, 'intakeId');
  const ofItem = book.filter((entry) => itemIdOf(entry) === itemIdOf(first));
  return ofItem.map((entry) => detailOf(entry, 'intakeId')).findLast((id) => id !== '') ?? '';
}

/** The approvals that the entries name, the earliest first. */
async function listApprovals(work: CaseWork, entries: readonly ChainedEntry[]): Promise<RequestSource[]> {
  const numbers = new Set(entries.map((entry) => detailOf(entry, 'approvalNumber')));
  const requests = await listRequestSources(work.command.trx, { ...addressOf(work), requestId: null });
  return requests.filter(({ number }) => numbers.has(number)).toReversed();
}

async function gatherEvent(work: CaseWork): Promise<Gathered> {
  const { command, form, head, source, subject, texts } = work;
  const book = await readBook(work);
  const event = entriesOfEvent(form, book, subject.sequence ?? 0);
  const [first] = event;
  if (first === undefined) throw refusePaper('PAPER_SUBJECT_UNKNOWN');
  const entries = standingOf(event, book);
  if (entries.length === 0) throw refusePaper('PAPER_SUBJECT_REVERSED');
  const itemIds = [...new Set(entries.map(itemIdOf))];
  const items = await listItemSources(command.trx, addressOf(work), itemIds);
  const byId = new Map(items.map((item) => [item.id, item]));
  const recorded = await readRecordedFacts(work, entries);
  const lines = entries.flatMap((entry) => {
    const item = byId.get(itemIdOf(entry));
    return item === undefined ? [] : [{ entry: withFacts(entry, recorded.get(item.id)), item }];
  });
  const intakeId = intakeOf(first, book);
  const intake = intakeId === '' ? undefined : await findIntakeSource(command.trx, head.courtId, intakeId);
  const releases = { form: 'release', itemIds };
  const releaseNumbers = await listPaperNumbersOfItems(command.trx, head.courtId, releases);
  const approvals = form === 'baseline_record' ? await listApprovals(work, entries) : [];
  const kept = { book, intake: intake ?? null, releaseNumbers, approvals };
  const parts = composeEvent(form, { source, lines, texts, ...kept });
  if (parts === null) throw refusePaper('PAPER_SUBJECT_WRONG');
  const subjectKey = `event:${head.id}:${first.sequence}`;
  const occurredAt = new Date(first.occurredAtMs);
  return { parts, subjectKey, occurredAt, itemIds, itemCount: lines.length };
}

async function gatherRequest(work: CaseWork): Promise<Gathered> {
  const { command, form, source, subject, texts } = work;
  const { requestId } = subject;
  if (requestId === undefined) throw refusePaper('PAPER_SUBJECT_WRONG');
  const [request] = await listRequestSources(command.trx, { ...addressOf(work), requestId });
  if (request === undefined) throw refusePaper('PAPER_SUBJECT_UNKNOWN');
  const itemIds = request.lines.map(({ itemId }) => itemId);
  const items = await listItemSources(command.trx, addressOf(work), itemIds);
  const byId = new Map(items.map((item) => [item.id, item]));
  const grounds = await listGroundsOfRequest(command.trx, work.head.courtId, requestId);
  const kindName = requestKindOf(request.kind)?.name.zh ?? '';
  const parts = composeRequest(form, { source, request, kindName, grounds, items: byId, texts });
  if (parts === null) throw refusePaper('PAPER_SUBJECT_WRONG');
  const occurredAt = request.decidedAt ?? request.submittedAt;
  const subjectKey = `request:${work.head.id}:${requestId}`;
  return { parts, subjectKey, occurredAt, itemIds, itemCount: itemIds.length };
}

const ITEM_COMPOSERS: Readonly<Partial<Record<PaperFormId, (grounds: ItemGrounds) => PaperPart[]>>> = {
  seizure_list: composeSeizureList,
  transfer_list: composeTransferList,
  statement: composeStatement,
  supplement_notice: composeSupplement,
};

/** What is written of the case as a whole. */
const NEEDS_NO_ITEMS: readonly PaperFormId[] = ['statement', 'supplement_notice'];

/** A notice goes to the procuratorate of the case, or to whom somebody names. */
function requireAddressee({ source, texts }: CaseWork): void {
  if ((texts.recipient ?? source.procuratorate ?? '').trim() !== '') return;
  const { zh, en } = PAPER_TEXTS.recipient;
  throw refusePaper('PAPER_TEXT_MISSING', { what: zh, whatEn: en });
}

async function gatherItems(work: CaseWork): Promise<Gathered> {
  const { command, form, source, subject, texts } = work;
  const wanted = [...new Set(subject.itemIds)];
  const items = await listItemSources(command.trx, addressOf(work), wanted);
  if (items.length < wanted.length) throw refusePaper('PAPER_ITEMS_UNKNOWN');
  if (items.length === 0 && !NEEDS_NO_ITEMS.includes(form)) throw refusePaper('PAPER_ITEMS_NONE');
  const shared = { subjectKey: null, occurredAt: command.now, itemIds: wanted, itemCount: items.length };
  if (form === 'custody_report') {
    const report = { head: work.head, source, items, texts, book: await readBook(work) };
    return { ...shared, parts: composeReport(command, report) };
  }
  if (form === 'seal_label') return { ...shared, parts: await composeSeals(work, items) };
  if (form === 'supplement_notice') requireAddressee(work);
  const compose = ITEM_COMPOSERS[form];
  if (compose === undefined) throw refusePaper('PAPER_SUBJECT_WRONG');
  return { ...shared, parts: compose({ source, items, texts }) };
}

async function composeSeals({ command, head, source }: CaseWork, items: readonly ItemSource[]) {
  const bare = items.find(({ sealNumber, state }) => sealNumber === null || isEnded(state));
  if (bare) throw refusePaper('PAPER_ITEM_UNSEALED', { item: bare.name });
  const itemIds = items.map(({ id }) => id);
  return composeSealLabels(source, items, await listSealSources(command.trx, head.courtId, itemIds));
}

/**
 * The paper of a case. Refusals: PAPER_SUBJECT_UNKNOWN, PAPER_SUBJECT_REVERSED, PAPER_SUBJECT_WRONG, PAPER_ITEMS_UNKNOWN, PAPER_ITEM_ONE,
 * PAPER_ITEM_UNSEALED, PAPER_ITEMS_NONE, PAPER_TEXT_MISSING.
 */
export async function gatherCasePaper(
  command: CommandContext,
  form: PaperFormId,
  head: CaseHead,
  { subject, texts }: { readonly subject: PaperSubject; readonly texts: Texts },
): Promise<Gathered> {
  const source = await findCaseSource(command.trx, { courtId: head.courtId, caseId: head.id });
  if (!source) throw refusePaper('PAPER_CASE_UNKNOWN');
  const work = { command, form, head, source, subject, texts };
  const made = paperFormOf(form).source;
  if (made === 'event') return gatherEvent(work);
  return made === 'request' ? gatherRequest(work) : gatherItems(work);
}
