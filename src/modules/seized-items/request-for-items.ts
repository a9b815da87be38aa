import { compareDecimals, addDecimals } from '../../platform/decimal.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import { fillSentence, listWords, type Facts, type Problem, type Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity, sayUnit } from '../../platform/quantity.ts';
import { ROLES } from '../accounts/roles.ts';
import { doesAmountDecide } from '../approvals/does-amount-decide.ts';
import { listOpenRequestsAbout, type OpenLine } from '../approvals/list-open-requests.ts';
import { submitRequest } from '../approvals/submit-request.ts';
import { reachesCase } from '../cases/case-access.ts';
import { findCase, type CaseHead } from '../cases/find-case.ts';
import { listOpenCounts } from './baseline/count-difference.sql.ts';
import { factsOfOpenCount, type OpenCount } from './decide-transition.ts';
import { lineFactsOf, shownNameOf, weighOf } from './describe-request-line.ts';
import type { Fact } from './request-fact.ts';
import { listItemRowsById, type ItemRow } from './item-page.sql.ts';
import { findQuantityProblem } from './item-quantity.ts';
import { approvalKindOf, itemRequestKindOf, type ItemRequestKind } from './item-request-kinds.ts';
import {
  ITEM_REQUEST_REFUSALS,
  refuseItemRequest,
  type ItemRequestRefusalReason,
} from './item-request-refusals.ts';
import { insertItemRequest } from './item-request.sql.ts';
import { ITEM_REFUSALS } from './item-refusals.ts';
import { MONEY_REFUSALS } from './money/money-refusals.ts';
import { ITEM_STATES } from './item-states.ts';
import { titleOfRequest } from './request-title.ts';
import { RATE_AGE } from './rates/exchange.rules.ts';
import { loadRates, outdatedRateOf, type OutdatedRate, type RateBook } from './rates/worth.ts';
import { openRoomBook } from './load-grounds.ts';

export interface ItemsAsked {
  readonly kind: ItemRequestKind;
  /** Each once; the quantity in the unit of the item, everything on hand when nothing is said. */
  readonly items: readonly {
    readonly itemId: string;
    readonly quantity?: string | undefined;
    /** What the approver sees of this item beside what is known of it. */
    readonly facts?: readonly Fact[];
  }[];
  /** Whether an open request of the kind about one of the items is of no use any more; absent: none is. */
  readonly isOvertaken?: (open: OpenLine) => boolean;
  readonly reason: string;
  /** What it is about in 分, where that is not what the items are worth. */
  readonly amountFen?: number;
  /** What the approver sees beside the reason and the items: the purpose, the term, who receives. */
  readonly facts?: readonly Fact[];
  /** The same for whoever carries it out, by the kind of request; kept as it is. */
  readonly terms?: Readonly<Record<string, unknown>>;
}

interface AskedItem {
  readonly row: ItemRow;
  readonly head: CaseHead;
  readonly quantity: string;
  readonly custodianIds: readonly string[];
  readonly open: OpenLine | undefined;
  readonly openCount: OpenCount | undefined;
  /** Of foreign money whose worth would decide who approves. */
  readonly outdated: OutdatedRate | null;
}

/** Kinds whose quantity is not part of what is on hand. */
const IS_NOT_ON_HAND: ReadonlySet<ItemRequestKind> = new Set(['reversal', 'baseline', 'claim_end']);

/** What ended is nothing on hand, and is weighed as what comes back. */
function weighedRow(kind: ItemRequestKind, { row, quantity }: Pick<AskedItem, 'row' | 'quantity'>): ItemRow {
  return kind === 'reversal' ? { ...row, onHand: quantity } : row;
}

type Reason = ItemRequestRefusalReason | 'COUNT_DIFFERENCE_OPEN' | 'RATE_TOO_OLD' | 'RATE_UNKNOWN';
type Objection = { readonly reason: Reason; readonly facts?: Facts } | null;

const SENTENCES = {
  ...ITEM_REQUEST_REFUSALS,
  COUNT_DIFFERENCE_OPEN: ITEM_REFUSALS.COUNT_DIFFERENCE_OPEN,
  RATE_TOO_OLD: MONEY_REFUSALS.RATE_TOO_OLD,
  RATE_UNKNOWN: MONEY_REFUSALS.RATE_UNKNOWN,
};

function objectTo(
  { row, quantity, custodianIds, open, openCount, outdated }: AskedItem,
  asked: ItemsAsked,
  personId: string,
): Objection {
  const { zh, en, from, stopsAtOpenCount } = itemRequestKindOf(asked.kind);
  if (custodianIds.includes(personId)) return { reason: 'REQUEST_BY_CUSTODIAN' };
  if (!from.includes(row.state))
    return {
      reason: 'REQUEST_STATE_WRONG',
      facts: { state: ITEM_STATES[row.state], kind: zh, kindEnglish: en },
    };
  if (stopsAtOpenCount === true && openCount)
    return { reason: 'COUNT_DIFFERENCE_OPEN', facts: factsOfOpenCount(openCount, row.unit) };
  const isWrong =
    findQuantityProblem(quantity, row.unit) !== null ||
    (!IS_NOT_ON_HAND.has(asked.kind) && compareDecimals(quantity, row.onHand) > 0);
  if (isWrong)
    return { reason: 'REQUEST_QUANTITY_WRONG', facts: { onHand: sayQuantity(row.onHand, row.unit) } };
  if (open !== undefined)
    return { reason: 'REQUEST_OPEN_ALREADY', facts: { applicant: open.applicantName, number: open.number } };
  return objectToRate(outdated);
}

/** Where the amount decides who approves, no rate of long ago is taken in silence. */
function objectToRate(outdated: OutdatedRate | null): Objection {
  if (outdated === null) return null;
  const { quotedOn } = outdated;
  const currency = sayUnit(outdated.currency);
  return quotedOn === null
    ? { reason: 'RATE_UNKNOWN', facts: { currency } }
    : { reason: 'RATE_TOO_OLD', facts: { currency, quotedOn, days: RATE_AGE.days } };
}

/** The items with what decides on them; an item that the actor may not ask for is absent. */
async function loadAsked({ trx, actor, now }: CommandContext, asked: ItemsAsked): Promise<AskedItem[]> {
  const { courtId } = actor;
  const ids = asked.items.map(({ itemId }) => itemId);
  const rows = await listItemRowsById(trx, [courtId], ids);
  const kind = approvalKindOf(asked.kind);
  const open = (await listOpenRequestsAbout(trx, { courtId, subjectIds: ids, now })).filter(
    (line) => line.kind === kind && asked.isOvertaken?.(line) !== true,
  );
  const openCounts = await listOpenCounts(trx, courtId, ids);
  const rooms = openRoomBook(trx, courtId, now);
  const heads = new Map<string, CaseHead | undefined>();
  const items: AskedItem[] = [];
  for (const row of rows) {
    if (!heads.has(row.caseId)) heads.set(row.caseId, await findCase(trx, { courtId, id: row.caseId }));
    const head = heads.get(row.caseId);
    if (!head || !reachesCase(actor, 'item.request', head, 'write')) continue;
    items.push({
      row,
      head,
      quantity: asked.items.find(({ itemId }) => itemId === row.id)?.quantity ?? addDecimals(row.onHand, '0'),
      custodianIds: (await rooms.roomOf(row.placeId))?.custodianIds ?? [],
      // What a bank changed meanwhile is asked for anew.
      open: open.find(({ subjectId, unit }) => subjectId === row.id && unit === row.unit),
      openCount: openCounts.get(row.id),
      outdated: null,
    });
  }
  return items;
}

/** Marks the items whose rate must not decide, where the rules in force compare an amount. */
async function withOutdatedRates(
  { trx, actor, now }: CommandContext,
  kind: ItemRequestKind,
  items: readonly AskedItem[],
  rates: RateBook,
): Promise<readonly AskedItem[]> {
  const marked = items.map((item) => ({
    ...item,
    outdated: outdatedRateOf(item.row.unit, rates, shanghaiDay(now)),
  }));
  if (marked.every(({ outdated }) => outdated === null)) return items;
  const rows = items.map(({ row }) => row);
  const facts = { grade: weighOf(rows, rates).grade, applicantRoles: actor.roles };
  const of = { courtId: actor.courtId, kind: approvalKindOf(kind) };
  return (await doesAmountDecide(trx, of, facts)) ? marked : items;
}

/** One problem a refused item, at its place of the input. */
function problemsOf(asked: ItemsAsked, items: readonly AskedItem[], personId: string): Problem[] {
  return asked.items.flatMap(({ itemId }, index) => {
    const item = items.find(({ row }) => row.id === itemId);
    const objection: Objection = item ? objectTo(item, asked, personId) : { reason: 'REQUEST_ITEM_UNKNOWN' };
    if (objection === null) return [];
    const { zh, en } = fillSentence(SENTENCES[objection.reason], objection.facts ?? {});
    const name = item && shownNameOf(item.row, item.head);
    const [prefixZh, prefixEn] = name === undefined ? ['', ''] : [`${name}：`, `${name}: `];
    return [{ path: `body.items.${index}`, code: objection.reason, zh: prefixZh + zh, en: prefixEn + en }];
  });
}

function titleOf(kind: Sentence, items: readonly AskedItem[]): Sentence {
  const [first] = items;
  if (first === undefined) return kind;
  const { row, head, quantity } = first;
  return titleOfRequest(kind, {
    ...{ name: shownNameOf(row, head), quantity, unit: row.unit, caseNumber: row.caseNumber },
    ...{ itemCount: items.length, caseCount: new Set(items.map((item) => item.row.caseId)).size },
  });
}

/**
 * Hands in a request for something to be done with seized items of cases that the actor may ask about. Whoever keeps
 * the items neither asks nor decides. Answers the id and number of the request. Refusals: REQUEST_NOT_YOURS_TO_ASK,
 * REQUEST_REFUSED with one problem an item, those of submitRequest.
 */
export async function requestForItems(
  command: CommandContext,
  asked: ItemsAsked,
): Promise<{ id: string; number: string }> {
  const { trx, actor, now } = command;
  const { zh, en, askedBy } = itemRequestKindOf(asked.kind);
  if (!askedBy.some((role) => actor.roles.includes(role)))
    throw refuseItemRequest('REQUEST_NOT_YOURS_TO_ASK', {
      kind: zh,
      kindEnglish: en,
      roles: listWords(askedBy.map((role) => ROLES[role])),
    });
  const loaded = await loadAsked(command, asked);
  const units = loaded.map(({ row }) => row.unit);
  const rates = await loadRates(trx, actor.courtId, { units, day: shanghaiDay(now) });
  const items =
    asked.amountFen === undefined ? await withOutdatedRates(command, asked.kind, loaded, rates) : loaded;
  const rows = items.map((item) => weighedRow(asked.kind, item));
  const problems = problemsOf(asked, items, actor.personId);
  if (problems.length > 0) throw refuseItemRequest('REQUEST_REFUSED', { count: problems.length }, problems);
  const title = titleOf({ zh, en }, items);
  const request = await submitRequest(command, {
    kind: approvalKindOf(asked.kind),
    title,
    reason: asked.reason,
    facts: asked.facts ?? [],
    ...weighOf(rows, rates),
    ...(asked.amountFen === undefined ? {} : { amountFen: asked.amountFen }),
    keptApart: [...new Set(items.flatMap(({ custodianIds }) => custodianIds))],
    lines: items.map(({ row, head, quantity }, index) => ({
      subjectKind: 'seized_item',
      subjectId: row.id,
      label: shownNameOf(row, head),
      quantity,
      unit: row.unit,
      facts: [
        ...lineFactsOf(rows[index] ?? row, quantity, now, rates),
        ...(asked.items.find(({ itemId }) => itemId === row.id)?.facts ?? []),
      ],
    })),
  });
  await insertItemRequest(
    trx,
    actor.courtId,
    { requestId: request.id, kind: asked.kind, terms: asked.terms ?? {} },
    now,
  );
  command.audit({
    subjectKind: 'approval',
    subjectId: request.id,
    subjectLabel: `${request.number} ${title.zh}`,
    detail: { kind: asked.kind, items: items.map(({ row }) => row.code) },
  });
  return request;
}
