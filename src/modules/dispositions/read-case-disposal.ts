import { shanghaiDay, shanghaiInstant, startOfShanghaiDay } from '../../platform/clock.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import { fillSentence, listTexts, type Sentence } from '../../platform/errors.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listOpenRequestsAbout, type OpenLine } from '../approvals/list-open-requests.ts';
import { reachesCase } from '../cases/case-access.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { factsOfOpenCount } from '../seized-items/decide-transition.ts';
import { refuseIntake } from '../seized-items/intake-refusals.ts';
import { ITEM_REFUSALS } from '../seized-items/item-refusals.ts';
import { isEnded } from '../seized-items/item-states.ts';
import { findReadableCase } from '../seized-items/reach-case.ts';
import { approvedWaysOf, groundFactsOf, waysOfRequestKind } from './action-facts.ts';
import { JOINT_ACTIONS, type JointAction, type readCaseDisposalEndpoint } from './case-disposal.contract.ts';
import { listItemsOfCase } from './case-item.sql.ts';
import { decideAwaiting, waysOpen } from './decide-disposition.rules.ts';
import { shownName, shownThing } from './describe-line.ts';
import { listDisposalFacts, type DisposalFactRow } from './disposal-fact.sql.ts';
import { DISPOSITION_REFUSALS } from './disposition-refusals.ts';
import { isOfOneList } from './hand-over.rules.ts';
import { listItemDispositionActions } from './item-actions.rules.ts';
import { listLinesOfCase, type JudgmentLineRow } from './judgment-line.sql.ts';
import { linesInForce } from './match-lines.rules.ts';
import { loadQuestions, type LoadedItem } from './load-question.ts';

type Answer = ResponseOf<typeof readCaseDisposalEndpoint>;

/** An item with all that decides what may be done with it. */
interface Weighed {
  readonly loaded: LoadedItem;
  readonly fact: DisposalFactRow;
  readonly requests: readonly OpenLine[];
}

type HandOver = NonNullable<DisposalFactRow['handOver']>;

/** What is known of all items of the case together. */
interface Others {
  readonly lines: readonly JudgmentLineRow[];
  readonly handOvers: readonly (readonly HandOver[])[];
}

/** What is done with one item at a time is not asked about. */
const ONE_AT_A_TIME = {
  ...{ hasRunningAuction: false, isSold: false, failures: 0, failuresMax: 1 },
  ...{
    hasOpenClaim: false,
    hasRecoverableClaim: false,
    isClaimEndAsked: false,
    hasDisposition: false,
    isReversible: false,
    isOfVictim: false,
  },
  reversal: 'none',
} as const;

function actionsFor(
  { actor, now }: QueryContext,
  head: CaseHead,
  { loaded: { row, question, grounds }, fact, requests }: Weighed,
): JointAction[] {
  if (head.courtId !== actor.courtId) return [];
  const may = (permission: Parameters<typeof reachesCase>[1]) =>
    reachesCase(actor, permission, head, 'write');
  const actions = listItemDispositionActions({
    ...ONE_AT_A_TIME,
    ...groundFactsOf(grounds),
    state: row.state,
    mayAwait: decideAwaiting(question).allowed,
    waysOpen: waysOpen(question),
    hasHolds: fact.holders.length > 0,
    hasOpenCount: row.openCount !== null,
    isAwaitingReceipt: fact.handOver !== null,
    approvedWays: approvedWaysOf(requests),
    isNoticeOver: fact.noticeDueOn !== null && fact.noticeDueOn < shanghaiDay(now),
    may: {
      prepare: may('disposition.prepare'),
      request: may('item.request'),
      execute: may('disposition.execute'),
      pay: may('disposition.pay'),
      ...{ sell: false, claim: false, recover: false, reverse: false },
    },
  });
  return JOINT_ACTIONS.filter((action) => actions.includes(action));
}

/** What is on its way, list by list, the oldest first; each goes by the id of its first disposition. */
function groupHandOvers(weighed: readonly Weighed[]): HandOver[][] {
  const groups: HandOver[][] = [];
  const oldestFirst = weighed
    .flatMap(({ fact }) => fact.handOver ?? [])
    .toSorted((left, right) => left.executedAt.getTime() - right.executedAt.getTime());
  for (const handOver of oldestFirst) {
    const group = groups.find(([first]) => first !== undefined && isOfOneList([first, handOver]));
    if (group) group.push(handOver);
    else groups.push([handOver]);
  }
  return groups;
}

/** Who holds it, that nobody knows how much there is, or why no judgment lets it go. */
function obstacleTo({ loaded, fact }: Weighed): Sentence | null {
  if (fact.holders.length > 0)
    return fillSentence(ITEM_REFUSALS.ITEM_UNDER_LEGAL_HOLD, { holders: listTexts(fact.holders) });
  const { openCount, unit } = loaded.row;
  if (openCount !== null)
    return fillSentence(ITEM_REFUSALS.COUNT_DIFFERENCE_OPEN, factsOfOpenCount(openCount, unit));
  const verdict = decideAwaiting(loaded.question);
  return verdict.allowed ? null : fillSentence(DISPOSITION_REFUSALS[verdict.reason]);
}

function describe(
  context: QueryContext,
  head: CaseHead,
  weighed: Weighed,
  { lines, handOvers }: Others,
): Answer['items'][number] {
  const { loaded, fact, requests } = weighed;
  const { id, code, number, state, onHand, unit, place } = loaded.row;
  const dispositionId = fact.handOver?.id;
  const handOverId = handOvers.find((group) => group.some((one) => one.id === dispositionId))?.[0]?.id;
  const ordered = new Set(
    linesInForce(loaded.question.lines, shanghaiDay(context.now)).map((line) => line.id),
  );
  const named = lines.find(
    (line) =>
      ordered.has(line.id) &&
      line.beneficiary !== null &&
      (line.itemId === id || line.id === loaded.row.derivedLineId),
  );
  return {
    ...{ id, code, number, state, onHand, unit, place },
    name: shownThing(context.actor, head, loaded.row),
    beneficiary: shownName(context.actor, head, named?.beneficiary ?? null),
    hasPhotoToday: fact.hasPhoto,
    waysOpen: waysOpen(loaded.question),
    waysAsked: [...new Set(requests.flatMap(({ kind }) => waysOfRequestKind(kind)))],
    obstacle: obstacleTo(weighed),
    actions: actionsFor(context, head, weighed),
    approvals: requests
      .filter((request) => request.state === 'approved')
      .map(({ requestId, quantity }) => ({
        id: requestId,
        quantity: compareDecimals(quantity, onHand) < 0 ? quantity : null,
      })),
    awaitedReceipt:
      dispositionId === undefined || handOverId === undefined ? null : { dispositionId, handOverId },
  };
}

/** Those that allow a disposition, the oldest first. */
function describeApprovals(requests: readonly OpenLine[]): Answer['approvals'] {
  const granted = requests.filter(
    ({ state, kind }) => state === 'approved' && waysOfRequestKind(kind).length > 0,
  );
  const first = new Map(granted.toReversed().map((line) => [line.requestId, line]));
  return [...first.values()].toReversed().map(({ requestId, number, applicantName, expiresAt, kind }) => ({
    ...{ id: requestId, number, applicantName },
    expiresAt: shanghaiInstant(expiresAt),
    ways: waysOfRequestKind(kind),
  }));
}

/** Items of a case that have not ended, and what may be done with many of them at once. Refusal: INTAKE_CASE_UNKNOWN. */
export async function readCaseDisposal(
  context: QueryContext,
  { params }: InputOf<typeof readCaseDisposalEndpoint>,
): Promise<Answer> {
  const { reader, actor, now } = context;
  const head = await findReadableCase(context, params.caseId);
  if (!head) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const { courtId, id: caseId } = head;
  const rows = (await listItemsOfCase(reader, courtId, caseId)).filter(({ state }) => !isEnded(state));
  const itemIds = rows.map(({ id }) => id);
  const loaded = await loadQuestions(reader, { courtId, caseId, itemIds, now });
  const photosSince = startOfShanghaiDay(shanghaiDay(now));
  const facts = await listDisposalFacts(reader, courtId, { itemIds, photosSince });
  const requests = await listOpenRequestsAbout(reader, { courtId, subjectIds: itemIds, now });
  const lines = await listLinesOfCase(reader, courtId, caseId);
  const weighed = itemIds.flatMap((id): Weighed[] => {
    const [item, fact] = [loaded.get(id), facts.get(id)];
    if (!item || !fact) return [];
    return [{ loaded: item, fact, requests: requests.filter(({ subjectId }) => subjectId === id) }];
  });
  const handOvers = groupHandOvers(weighed);
  return {
    caseId,
    caseNumber: head.number,
    items: weighed.map((one) => describe(context, head, one, { lines, handOvers })),
    handOvers: handOvers.flatMap(([first]) => {
      if (first === undefined) return [];
      const { id, counterparty, document: list, executedAt } = first;
      return [
        { id, list, counterparty: shownName(actor, head, counterparty), at: shanghaiInstant(executedAt) },
      ];
    }),
    approvals: describeApprovals(requests),
  };
}
