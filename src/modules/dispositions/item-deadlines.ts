/** The clocks that judgments and dispositions start and end. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { CaseHead } from '../cases/find-case.ts';
import type { DeadlineRuleId } from '../deadlines/deadline-rules.ts';
import { handOnRoomDeadlines } from '../deadlines/hand-on-room-deadlines.ts';
import { resumeDeadlines } from '../deadlines/resume-deadlines.ts';
import { setDeadlines, type DeadlineSubject } from '../deadlines/set-deadline.ts';
import { settleDeadline, settleDeadlines } from '../deadlines/settle-deadline.ts';
import { findCustodian } from '../rooms/find-custodian.ts';
import type { CaseItemRow } from './case-item.sql.ts';
import { orderOf, type JudgmentOrderId, type NoticeKind } from './judgment-orders.ts';

const ITEM_KIND = 'seized_item';
const CASE_KIND = 'case';
/** The judgments of a case, whose clocks are not those of the case’s own number. */
const JUDGMENT_KIND = 'judgment';

/** What ends when the thing is gone: findings, deposits, notices, seizures, checks, valuations, auctions. */
const OF_THE_HANDLER: readonly DeadlineRuleId[] = ['D01', 'D09', 'D10', 'D17', 'D18', 'D21', 'D22', 'D28'];
const OF_OTHERS: readonly DeadlineRuleId[] = ['D06', 'D24'];
const END_WITH_THE_ITEM = [...OF_THE_HANDLER, ...OF_OTHERS];

export async function settleDeadlinesOfItems(
  command: CommandContext,
  itemIds: readonly string[],
  note: string,
): Promise<void> {
  const keys = itemIds.flatMap((subjectId) =>
    END_WITH_THE_ITEM.map((ruleId) => ({ ruleId, subjectKind: ITEM_KIND, subjectId })),
  );
  await settleDeadlines(command, keys, { note });
}

/**
 * What an end that was taken back had ended, for the item and for the execution of its case, runs again: for who
 * handles the case now, where it was the handler’s, and for who keeps the room now, where it follows one.
 */
export async function resumeEndedDeadlines(
  command: CommandContext,
  { itemId, head }: { readonly itemId: string; readonly head: CaseHead },
  settledAt: Date,
): Promise<void> {
  const { handlerId: ownerId, departmentId } = head;
  const ofItem = { subjectKind: ITEM_KIND, subjectId: itemId, settledAt };
  await resumeDeadlines(command, { ...ofItem, ruleIds: OF_THE_HANDLER, owner: { ownerId, departmentId } });
  for (const roomId of await resumeDeadlines(command, { ...ofItem, ruleIds: OF_OTHERS })) {
    const { trx, actor, now } = command;
    const { custodian } = await findCustodian(trx, { courtId: actor.courtId, roomId, at: now });
    if (custodian !== null) await handOnRoomDeadlines(command, { roomId, toId: custodian.personId });
  }
  const ofCase = { subjectKind: JUDGMENT_KIND, subjectId: head.id, ruleIds: ['D16'] as const };
  await resumeDeadlines(command, { ...ofCase, settledAt });
}

export async function settleDeadlineOfItem(
  command: CommandContext,
  ruleId: DeadlineRuleId,
  itemId: string,
): Promise<void> {
  await settleDeadline(command, { ruleId, subjectKind: ITEM_KIND, subjectId: itemId });
}

/** The judgment is the review of what becomes of the things of the case (D30, begun at the receipt). */
export async function settleReview(command: CommandContext, head: CaseHead): Promise<void> {
  await settleDeadline(command, { ruleId: 'D30', subjectKind: CASE_KIND, subjectId: head.id });
}

/** One clock for each item; answers the days on which they end, in the order of the items. */
export async function setDeadlinesOfItems(
  command: CommandContext,
  head: CaseHead,
  rule: DeadlineRuleId,
  items: readonly Pick<CaseItemRow, 'id' | 'code'>[],
  startOn: string,
): Promise<readonly string[]> {
  const { handlerId: ownerId, departmentId } = head;
  const set = await setDeadlines(
    command,
    items.map(({ id, code }) => ({
      ...{ rule, ownerId, departmentId, startOn },
      subject: { kind: ITEM_KIND, id, label: code, caseId: head.id },
    })),
  );
  return set.map(({ dueOn }) => dueOn);
}

function judgmentOf(head: CaseHead): DeadlineSubject {
  return { kind: JUDGMENT_KIND, id: head.id, label: head.number, caseId: head.id };
}

/** 移送执行: lines that were entered are confirmed within seven days (D15). */
export async function startFiling(command: CommandContext, head: CaseHead, startOn: string): Promise<void> {
  const { handlerId: ownerId, departmentId } = head;
  await setDeadlines(command, [{ rule: 'D15', subject: judgmentOf(head), ownerId, departmentId, startOn }]);
}

/** 立案执行: what was confirmed is carried out within six months (D16), by whoever confirmed it. */
export async function startExecution(
  command: CommandContext,
  head: CaseHead,
  startOn: string,
): Promise<void> {
  const { personId: ownerId, departmentId } = command.actor;
  const subject = judgmentOf(head);
  await settleDeadline(command, { ruleId: 'D15', subjectKind: JUDGMENT_KIND, subjectId: head.id });
  await setDeadlines(command, [{ rule: 'D16', subject, ownerId, departmentId, startOn }]);
}

export async function endExecution(command: CommandContext, caseId: string): Promise<void> {
  await settleDeadline(command, { ruleId: 'D16', subjectKind: JUDGMENT_KIND, subjectId: caseId });
}

/** An order of an execution has a clock of its own (D09, D10) for the thing, from the day of its effect; a correction ends it. */
export async function startOrders(
  command: CommandContext,
  head: CaseHead,
  lines: readonly OrderedThing[],
): Promise<void> {
  const { handlerId: ownerId, departmentId } = head;
  const clocks = lines.flatMap(({ order, itemId, itemCode, effectiveOn }) => {
    const { clock: rule } = orderOf(order);
    if (rule === undefined || itemId === null || itemCode === null) return [];
    const subject = { kind: ITEM_KIND, id: itemId, label: itemCode, caseId: head.id };
    return [{ rule, ownerId, departmentId, startOn: effectiveOn, subject, keepsRunning: true }];
  });
  for (const { order, itemId, correctsLineId } of lines)
    if (itemId !== null && correctsLineId !== null)
      for (const ruleId of CLOCKS_OF_ORDERS)
        if (orderOf(order).clock !== ruleId) await settleDeadlineOfItem(command, ruleId, itemId);
  await setDeadlines(command, clocks);
}

const CLOCKS_OF_ORDERS: readonly DeadlineRuleId[] = ['D09', 'D10'];

export interface OrderedThing {
  readonly order: JudgmentOrderId;
  readonly itemId: string | null;
  readonly itemCode: string | null;
  readonly effectiveOn: string;
  /** It takes the place of a line whose clock ends. */
  readonly correctsLineId: string | null;
}

const NOTICE_KIND = 'judgment_notice';
/** A paper that went out and is answered: by the organ that keeps things (D13), by the bank that holds money (D14). */
export interface SentNotice {
  readonly id: string;
  readonly kind: NoticeKind;
}
const CLOCK_OF_NOTICE: Record<NoticeKind, DeadlineRuleId> = { seizing_organ: 'D13', payer: 'D14' };

/** To the seizing organ the judgment was to be sent within ten days (D12). Each notice has a clock of its own. */
export async function startReceipt(
  command: CommandContext,
  head: CaseHead,
  { id, kind }: SentNotice,
  startOn: string,
): Promise<void> {
  const { handlerId: ownerId, departmentId } = head;
  if (kind === 'seizing_organ')
    await settleDeadline(command, { ruleId: 'D12', subjectKind: CASE_KIND, subjectId: head.id });
  const subject = { kind: NOTICE_KIND, id, label: head.number, caseId: head.id };
  await setDeadlines(command, [{ rule: CLOCK_OF_NOTICE[kind], subject, ownerId, departmentId, startOn }]);
}

/** Its receipt came. A clock that was set before each notice had its own ran for the case. */
export async function endReceipt(
  command: CommandContext,
  caseId: string,
  { id, kind }: SentNotice,
): Promise<void> {
  const ruleId = CLOCK_OF_NOTICE[kind];
  const isEnded = await settleDeadline(command, { ruleId, subjectKind: NOTICE_KIND, subjectId: id });
  if (!isEnded) await settleDeadline(command, { ruleId, subjectKind: CASE_KIND, subjectId: caseId });
}
