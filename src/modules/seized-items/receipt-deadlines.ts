/** The clocks that a receipt starts: money to the bank, reviews, checks, what runs out by itself. */
import { endOfShanghaiDay, shanghaiDay } from '../../platform/clock.ts';
import { daysLater } from '../../platform/days.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { setDeadlines, type DeadlineToSet } from '../deadlines/set-deadline.ts';
import { settleDeadline } from '../deadlines/settle-deadline.ts';
import { categoryOf } from './item-categories.ts';
import { isCurrency } from './item-quantity.ts';
import { isEnded } from './item-states.ts';
import { listUnlockedItems, type LockedItem } from './item.sql.ts';
import { openRoomBook } from './load-grounds.ts';
import { listKeptAsEvidence } from './money/deposit.sql.ts';
import { startMonthDeadline } from './money/month-deadline.ts';
import { findSeizureEnd, isExecutionCase, listExpiries } from './seizure.sql.ts';

/** Perishables are looked at every week. */
const PERISHABLE_CHECK_DAYS = 7;

function ofItem({ id, code, caseId }: LockedItem) {
  return { kind: 'seized_item', id, label: code, caseId };
}

/** D06 for money that lies in store and is not kept as evidence: to the bank on the same day, at the latest the next. */
export async function setDepositDeadlines(
  command: CommandContext,
  items: readonly LockedItem[],
): Promise<void> {
  const { trx, actor, now } = command;
  const money = items.filter(({ standing }) => isCurrency(standing.unit));
  if (money.length === 0) return;
  const kept = await listKeptAsEvidence(
    trx,
    actor.courtId,
    money.map(({ id }) => id),
  );
  const rooms = openRoomBook(trx, actor.courtId, now);
  const deadlines: DeadlineToSet[] = [];
  for (const item of money) {
    if (kept.has(item.id)) continue;
    const room = await rooms.roomOf(item.standing.placeId);
    deadlines.push({
      rule: 'D06',
      subject: ofItem(item),
      ownerId: room?.custodianIds[0] ?? actor.personId,
      roomId: room?.roomId ?? null,
      departmentId: actor.departmentId,
      startOn: shanghaiDay(now),
      keepsRunning: true,
    });
  }
  await setDeadlines(command, deadlines);
  await startMonthDeadline(command);
}

/** D24: a check of the room every month, of what rots every week. */
async function checksOf(command: CommandContext, items: readonly LockedItem[]): Promise<DeadlineToSet[]> {
  const { trx, actor, now } = command;
  const rooms = openRoomBook(trx, actor.courtId, now);
  const startOn = shanghaiDay(now);
  const checks = new Map<string, DeadlineToSet>();
  for (const item of items) {
    const room = await rooms.roomOf(item.standing.placeId);
    if (room === null) continue;
    const ownerId = room.custodianIds[0] ?? actor.personId;
    const { roomId: id, name: label } = room;
    const shared = {
      ...{ rule: 'D24' as const, ownerId, roomId: id, departmentId: actor.departmentId, startOn },
    };
    const subject = { kind: 'storage_room', id, label, caseId: null };
    checks.set(id, { ...shared, subject, keepsRunning: true });
    if (categoryOf(item.category).isPerishable === true)
      checks.set(item.id, {
        ...shared,
        ...{ subject: ofItem(item), keepsRunning: true },
        dueAt: daysLater(endOfShanghaiDay(startOn), PERISHABLE_CHECK_DAYS),
      });
  }
  return [...checks.values()];
}

/** D28: what has a day on which it expires is thought of before. */
async function expiriesOf(
  { trx, actor, now }: CommandContext,
  head: CaseHead,
  items: readonly LockedItem[],
): Promise<DeadlineToSet[]> {
  const expiries = await listExpiries(
    trx,
    actor.courtId,
    items.map(({ id }) => id),
  );
  return items.flatMap((item): DeadlineToSet[] => {
    const expiresOn = expiries.get(item.id);
    if (expiresOn === undefined) return [];
    const { handlerId: ownerId, departmentId } = head;
    const startOn = shanghaiDay(now);
    return [
      {
        rule: 'D28',
        subject: ofItem(item),
        ownerId,
        departmentId,
        startOn,
        dueAt: endOfShanghaiDay(expiresOn),
      },
    ];
  });
}

const caseSubject = ({ id, number }: CaseHead) => ({ kind: 'case', id, label: number, caseId: id });

async function refreshEnd(command: CommandContext, head: CaseHead, rule: 'D18' | 'D19'): Promise<void> {
  const { trx, actor, now } = command;
  const of = { courtId: actor.courtId, caseId: head.id, isImmovable: rule === 'D19' };
  const end = await findSeizureEnd(trx, of, shanghaiDay(now));
  if (end === null) {
    await settleDeadline(command, { ruleId: rule, subjectKind: 'case', subjectId: head.id });
    return;
  }
  const { handlerId: ownerId, departmentId } = head;
  const startOn = shanghaiDay(now);
  await setDeadlines(command, [
    { rule, subject: caseSubject(head), ownerId, departmentId, startOn, dueAt: endOfShanghaiDay(end) },
  ]);
}

/** D18 and D19 run to the first day on which a seizure of the case lapses; none is left to lapse: they end. */
export async function refreshSeizureDeadline(command: CommandContext, head: CaseHead): Promise<void> {
  await refreshEnd(command, head, 'D18');
  await refreshEnd(command, head, 'D19');
}

/** D20: what is seized in execution is to have its reference price found, which a valuation that is commissioned begins. */
async function priceOf(
  { trx, actor, now }: CommandContext,
  head: CaseHead,
  items: readonly LockedItem[],
): Promise<DeadlineToSet[]> {
  const hasGoods = items.some(({ standing }) => !isCurrency(standing.unit));
  if (!hasGoods || !(await isExecutionCase(trx, actor.courtId, head.id))) return [];
  const { handlerId: ownerId, departmentId } = head;
  const startOn = shanghaiDay(now);
  return [{ rule: 'D20', subject: caseSubject(head), ownerId, departmentId, startOn, keepsRunning: true }];
}

/** What a completed receipt starts. The items are locked. */
export async function setReceiptDeadlines(
  command: CommandContext,
  head: CaseHead,
  itemIds: readonly string[],
): Promise<void> {
  const { trx, actor, now } = command;
  const all = await listUnlockedItems(trx, actor.courtId, itemIds);
  const taken = all.filter(({ standing }) => !isEnded(standing.state));
  if (taken.length === 0) return;
  await setDepositDeadlines(
    command,
    taken.filter(({ standing }) => standing.placeId !== null),
  );
  const review: DeadlineToSet = {
    rule: 'D30',
    subject: caseSubject(head),
    ...{ ownerId: head.handlerId, departmentId: head.departmentId, startOn: shanghaiDay(now) },
    keepsRunning: true,
  };
  const expiries = await expiriesOf(command, head, taken);
  const price = await priceOf(command, head, taken);
  await setDeadlines(command, [review, ...price, ...(await checksOf(command, taken)), ...expiries]);
  await refreshSeizureDeadline(command, head);
}
