import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { reachesCase } from '../cases/case-access.ts';
import { findCase, type CaseHead } from '../cases/find-case.ts';
import { categoryOf } from '../seized-items/item-categories.ts';
import { approvalKindOf } from '../seized-items/item-request-kinds.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { isEnded, type ItemState } from '../seized-items/item-states.ts';
import { findReadableItem } from '../seized-items/read-items.ts';
import { approvedWaysOf, groundFactsOf } from './action-facts.ts';
import { auctionRuleOn, failuresOf } from './auction.rules.ts';
import { findEffectiveDay, type CaseItemRow } from './case-item.sql.ts';
import { isRecoverable, standsAgainstReversal } from './claim.rules.ts';
import { decideAwaiting, waysOpen } from './decide-disposition.rules.ts';
import { lineStateOf, shownName } from './describe-line.ts';
import { describeRecords } from './describe-records.ts';
import { endedOtherwise, lastStanding, objectToReversal } from './reversal.rules.ts';
import { listItemDispositionActions } from './item-actions.rules.ts';
import { loadRecords, type ItemRecords } from './item-records.ts';
import type { readItemDispositionEndpoint } from './item-disposition.contract.ts';
import { listLinesOfCase } from './judgment-line.sql.ts';
import { loadQuestions, type LoadedItem } from './load-question.ts';
import { linesInForce, matchItem } from './match-lines.rules.ts';

function reversalFactsOf(
  state: ItemState,
  { dispositions, reversals, claims, requests }: ItemRecords,
): { isReversible: boolean; reversal: 'none' | 'asked' | 'approved' } {
  const reversed = new Set(reversals.map(({ dispositionId }) => dispositionId));
  const claimed = new Set(claims.filter(standsAgainstReversal).map(({ dispositionId }) => dispositionId));
  const last = lastStanding(dispositions, reversed);
  const asked = requests.find(({ kind }) => kind === approvalKindOf('reversal'));
  return {
    isReversible:
      endedOtherwise(state) ||
      (last !== undefined && objectToReversal(state, dispositions, reversed, last.id, claimed) === null),
    reversal: asked === undefined ? 'none' : asked.state === 'approved' ? 'approved' : 'asked',
  };
}

function actionsFor(
  { actor, now }: QueryContext,
  head: CaseHead,
  { row, question, grounds }: LoadedItem,
  records: ItemRecords,
) {
  if (head.courtId !== actor.courtId) return [];
  const { holds, notices, auctions, dispositions, claims, requests } = records;
  const reversed = new Set(records.reversals.map(({ dispositionId }) => dispositionId));
  const may = (permission: Parameters<typeof reachesCase>[1]) =>
    reachesCase(actor, permission, head, 'write');
  const today = shanghaiDay(now);
  return listItemDispositionActions({
    ...groundFactsOf(grounds),
    ...reversalFactsOf(row.state, records),
    state: row.state,
    isOfVictim: row.ownership === 'victim',
    mayAwait: decideAwaiting(question).allowed,
    waysOpen: waysOpen(question),
    hasHolds: holds.some(({ releasedOn }) => releasedOn === null),
    hasOpenCount: row.openCount !== null,
    approvedWays: approvedWaysOf(requests),
    hasRunningAuction: auctions.some(({ result }) => result === null),
    isSold: auctions.some(({ result }) => result === 'sold'),
    failures: failuresOf(auctions),
    failuresMax: auctionRuleOn(today).failuresMax,
    isNoticeOver: notices.some(({ endedOn, dueOn }) => endedOn === null && dueOn < today),
    isAwaitingReceipt: dispositions.some(({ kind, receiptOn }) => kind === 'hand_over' && receiptOn === null),
    hasOpenClaim: claims.some(({ state }) => state === 'open'),
    hasRecoverableClaim: claims.some(({ state, kind }) => state === 'open' && isRecoverable(kind)),
    isClaimEndAsked: requests.some(({ kind }) => kind === approvalKindOf('claim_end')),
    hasDisposition: dispositions.some(({ id }) => !reversed.has(id)),
    may: {
      prepare: may('disposition.prepare'),
      request: may('item.request'),
      execute: may('disposition.execute'),
      pay: may('disposition.pay'),
      sell: may('disposition.sell'),
      claim: may('disposition.claim'),
      recover: may('disposition.recover'),
      reverse: may('disposition.reverse'),
    },
  });
}

/** The court's to keep, and in no place, nobody's hands and with no keeper. */
function isNowhere({ state, placeId, holderId, keeper }: CaseItemRow): boolean {
  const isHere = state === 'in_store' || state === 'awaiting_disposition' || state === 'public_notice';
  return isHere && placeId === null && holderId === null && keeper === null;
}

async function linesFor({ reader, actor, now }: QueryContext, head: CaseHead, { row }: LoadedItem) {
  const today = shanghaiDay(now);
  const lines = await listLinesOfCase(reader, head.courtId, head.id);
  const own = lines.filter(({ id, itemId }) => itemId === row.id || id === row.derivedLineId);
  return own.map((line) => {
    const { id, document, lineNumber, effectiveOn, quantity, unit, order, carriedOut } = line;
    return {
      ...{ id, document, lineNumber, effectiveOn, quantity, unit, order, carriedOut },
      counted: { quantity: line.counted.quantity, unit: line.counted.unit },
      beneficiary: shownName(actor, head, line.beneficiary),
      state: lineStateOf(line, today),
    };
  });
}

/** What is ordered, held and done about one item. Refusal: ITEM_NOT_FOUND. */
export async function readItemDisposition(
  context: QueryContext,
  { params: { itemId } }: InputOf<typeof readItemDispositionEndpoint>,
): Promise<ResponseOf<typeof readItemDispositionEndpoint>> {
  const { reader, now } = context;
  const item = await findReadableItem(context, itemId);
  const head = item && (await findCase(reader, { courtId: item.courtId, id: item.caseId }));
  if (!item || !head) throw refuseItem('ITEM_NOT_FOUND');
  const { courtId, caseId } = item;
  const loaded = (await loadQuestions(reader, { courtId, caseId, itemIds: [itemId], now })).get(itemId);
  if (!loaded) throw refuseItem('ITEM_NOT_FOUND');
  const { question, row } = loaded;
  const today = shanghaiDay(now);
  const records = await loadRecords(context, courtId, row);
  const match = question.item.isDerived ? 'derived' : matchItem(question.item, question.lines, today);
  const effectiveOn = await findEffectiveDay(reader, courtId, caseId);
  const isDecided =
    (effectiveOn !== null && effectiveOn <= today) || linesInForce(question.lines, today).length > 0;
  return {
    ...{ itemId, caseId, match, state: row.state, onHand: row.onHand, unit: row.unit },
    isForgotten: match === 'none' && isDecided && !isEnded(row.state),
    isPerishable: categoryOf(item.category).isPerishable === true || item.hazards.includes('perishable'),
    seizureExpiresOn: item.seizureExpiresOn,
    isSeizureOver: item.seizureExpiresOn !== null && item.seizureExpiresOn < today && !isEnded(row.state),
    isOwnershipDisputed: item.ownership === 'disputed',
    isUnplaced: isNowhere(row),
    lines: await linesFor(context, head, loaded),
    ...describeRecords(context.actor, head, records, loaded.grounds),
    requests: records.requests.map(({ requestId: id, number, kind, state, applicantName }) => ({
      ...{ id, number, kind, state, applicantName },
    })),
    contacts: records.contacts.map((contact) => ({
      ...contact,
      toWhom: shownName(context.actor, head, contact.toWhom) ?? '',
      contactedAt: shanghaiInstant(contact.contactedAt),
    })),
    waysOpen: waysOpen(question),
    availableActions: actionsFor(context, head, loaded, records),
  };
}
