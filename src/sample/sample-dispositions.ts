/**
 * What judgments of the sample court ordered about its items, and how far it was carried out: lines that fit the books,
 * a few items that a judgment forgot, lines that nothing matches, holds, notices and claims.
 */
import { setDeadlines } from '../modules/deadlines/set-deadline.ts';
import { insertClaim, updateClaimClosed } from '../modules/dispositions/claim.sql.ts';
import { insertDispositions, type DispositionRow } from '../modules/dispositions/disposition.sql.ts';
import { insertGround, updateGroundEscalated } from '../modules/dispositions/ground.sql.ts';
import { insertHolds } from '../modules/dispositions/hold.sql.ts';
import {
  insertLines,
  updateLinesConfirmed,
  type NewJudgmentLine,
} from '../modules/dispositions/judgment-line.sql.ts';
import type { DispositionWay, JudgmentOrderId } from '../modules/dispositions/judgment-orders.ts';
import { insertContact, insertPublicNotices } from '../modules/dispositions/notice.sql.ts';
import { isCurrency } from '../modules/seized-items/item-quantity.ts';
import { isEnded } from '../modules/seized-items/item-states.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { listJudgedItems, type JudgedItem } from './sample-dispositions.sql.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
/** Of items that are still there: so many in a hundred were forgotten by the judgment. */
const FORGOTTEN_SHARE = 0.25;
const EVERY = { waiting: 17, unmatched: 23, hold: 60, claim: 300 } as const;
const HOLDERS = ['市监察委员会', '五原县人民法院', '乌拉特前旗人民法院'] as const;
const RECEIVERS = ['张秀英', '王建国', '李娜', '陈志强', '刘洋'] as const;

interface Done {
  readonly order: JudgmentOrderId;
  readonly way: DispositionWay;
}

const DONE: Readonly<Record<string, Done>> = {
  return_to_owner: { order: 'return_victim', way: 'return' },
  pay_into_treasury: { order: 'confiscate', way: 'treasury' },
  destroy: { order: 'destroy', way: 'destruction' },
  send_back: { order: 'send_back', way: 'send_back' },
};
const STILL_THERE: readonly JudgmentOrderId[] = [
  'confiscate',
  'return_victim',
  'destroy',
  'return_defendant',
];
const OPEN_TO_JUDGMENT = ['in_store', 'kept_elsewhere', 'awaiting_disposition', 'public_notice'];

function orderFor(random: Random, { kind, state, unit }: JudgedItem): JudgmentOrderId | null {
  const done = kind === null ? undefined : DONE[kind];
  if (done) return done.order;
  if (isEnded(state) || !OPEN_TO_JUDGMENT.includes(state)) return null;
  if (state === 'public_notice') return 'return_victim';
  if (state !== 'awaiting_disposition' && random.chance(FORGOTTEN_SHARE)) return null;
  const order = random.pick(STILL_THERE);
  // Nobody destroys money.
  return order === 'destroy' && isCurrency(unit) ? 'confiscate' : order;
}

function beneficiaryOf(random: Random, order: JudgmentOrderId): string | null {
  if (order.startsWith('return')) return random.pick(RECEIVERS);
  return order === 'send_back' ? '巴彦淖尔市公安局' : null;
}

function lineOf(
  random: Random,
  item: JudgedItem,
  order: JudgmentOrderId,
  lineNumber: number,
): NewJudgmentLine {
  const done = item.kind === null ? undefined : DONE[item.kind];
  return {
    ...{ id: newId(), caseId: item.caseId, itemId: item.id, lineNumber, order },
    document: `${item.caseNumber}刑事判决书`,
    effectiveOn: item.effectiveOn,
    description: item.name,
    quantity: done && item.quantity !== null ? item.quantity : item.onHand,
    unit: item.unit,
    beneficiaryId: null,
    beneficiary: beneficiaryOf(random, order),
    correctsLineId: null,
    note: null,
  };
}

function dispositionOf(random: Random, item: JudgedItem, line: NewJudgmentLine): DispositionRow | null {
  const done = item.kind === null ? undefined : DONE[item.kind];
  const { occurredAt, actorId, actorName, quantity } = item;
  if (!done || occurredAt === null || actorId === null || actorName === null || quantity === null)
    return null;
  const { way } = done;
  const isDestroyed = way === 'destruction';
  const slip = `缴款书 ${occurredAt.getUTCFullYear()}-${random.integer(1000, 9999)}`;
  return {
    ...{ id: newId(), caseId: item.caseId, itemId: item.id, kind: way, quantity, unit: item.unit },
    ...{ lineId: line.id, groundId: null, requestId: null, approvalNumber: null },
    ...{ executedAt: occurredAt, executorId: actorId, executorName: actorName },
    ...{ secondPersonId: item.secondPersonId, secondPersonName: item.secondPersonName },
    ...{ supervisorId: null, supervisorName: null, proceedsItemId: null, residueItemId: null },
    place: isDestroyed ? '市固体废物处理中心' : null,
    method: isDestroyed ? random.pick(['压碎', '焚烧', '拆解']) : null,
    counterparty: line.beneficiary,
    relation: way === 'return' ? 'self' : null,
    proof: null,
    document: way === 'send_back' ? '退回清单' : null,
    video: isDestroyed ? `执法记录仪 ${random.integer(100, 999)}` : null,
    startedAt: isDestroyed ? new Date(occurredAt.getTime() - 3_600_000) : null,
    endedAt: isDestroyed ? occurredAt : null,
    amountFen: null,
    paymentSlip: way === 'treasury' ? slip : null,
    ...{ auctionId: null, signatureSha256: null, officerSignatureSha256: null, note: null },
  };
}

interface CaseWork {
  readonly lines: readonly NewJudgmentLine[];
  readonly dispositions: readonly DispositionRow[];
}

function judgeCase(random: Random, items: readonly JudgedItem[], isUnmatched: boolean): CaseWork {
  const lines: NewJudgmentLine[] = [];
  const dispositions: DispositionRow[] = [];
  for (const item of items) {
    const order = orderFor(random, item);
    if (order === null) continue;
    const line = lineOf(random, item, order, lines.length + 1);
    lines.push(line);
    const done = dispositionOf(random, item, line);
    if (done) dispositions.push(done);
  }
  const [first] = lines;
  if (isUnmatched && first)
    lines.push({
      ...first,
      ...{ id: newId(), lineNumber: lines.length + 1, itemId: null, description: '随身携带的银色手表一块' },
      ...{ quantity: '1', unit: '块', order: 'confiscate', beneficiary: null },
    });
  return { lines, dispositions };
}

/** A forgotten item for which a supplementary ruling was entered and waits to be confirmed. */
function supplementOf(
  random: Random,
  items: readonly JudgedItem[],
  lines: readonly NewJudgmentLine[],
): NewJudgmentLine | null {
  const forgotten = items.find(
    ({ id, state }) => OPEN_TO_JUDGMENT.includes(state) && !lines.some(({ itemId }) => itemId === id),
  );
  if (!forgotten) return null;
  const line = lineOf(random, forgotten, 'confiscate', 1);
  return { ...line, document: `${forgotten.caseNumber}之一刑事裁定书` };
}

/** Notices that run, with what was tried before and the clock of the year. */
async function announce(command: CommandContext, items: readonly JudgedItem[]): Promise<void> {
  const { trx, actor, now } = command;
  const notices = items.flatMap((item) =>
    item.state === 'public_notice' && item.occurredAt !== null
      ? [{ item, at: item.occurredAt, publishedOn: shanghaiDay(item.occurredAt) }]
      : [],
  );
  const set = await setDeadlines(
    command,
    notices.map(({ item, publishedOn }) => ({
      ...{ rule: 'D17', ownerId: item.handlerId, departmentId: null, startOn: publishedOn },
      subject: { kind: 'seized_item', id: item.id, label: item.caseNumber, caseId: item.caseId },
    })),
  );
  await insertPublicNotices(
    trx,
    actor.courtId,
    notices.map(({ item, publishedOn }, index) => ({
      ...{ id: newId(), caseId: item.caseId, itemId: item.id, publishedOn, publishedByName: item.handler },
      ...{
        document: `认领公告（${publishedOn.slice(0, 4)}）${index + 1}号`,
        medium: '本院公告栏、法院公告网',
      },
      dueOn: set[index]?.dueOn ?? publishedOn,
    })),
  );
  for (const { item, at } of notices)
    await insertContact(trx, actor.courtId, {
      ...{ id: newId(), caseId: item.caseId, itemId: item.id, means: 'phone', toWhom: '登记的权利人' },
      ...{ contactedAt: new Date(at.getTime() - 5 * DAY_MS), outcome: 'not_reached', note: '号码已停用' },
      ...{ recordedAt: now, recordedByName: item.handler },
    });
}

/** Holds of others, a claim after a reversal, an early disposal without consent that went to the panel. */
async function addExtras(
  command: CommandContext,
  items: readonly JudgedItem[],
  dispositions: readonly DispositionRow[],
): Promise<void> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const there = items.filter(({ state }) => state === 'in_store');
  const held = there.filter((_, index) => index % EVERY.hold === 0);
  for (const [index, item] of held.entries()) {
    const by = { personId: item.handlerId, personName: item.handler };
    const hold = { kind: index % 2 === 0 ? 'supervision' : 'waiting_seizure' } as const;
    const holder = HOLDERS[index % HOLDERS.length] ?? HOLDERS[0];
    const placedOn = shanghaiDay(new Date(now.getTime() - (index + 3) * 9 * DAY_MS));
    await insertHolds(trx, courtId, by, [
      { ...hold, id: newId(), itemId: item.id, caseId: null, holder, document: '协助冻结处置函', placedOn },
    ]);
  }
  const reversed = dispositions.filter((_, index) => index % EVERY.claim === 7);
  for (const [index, done] of reversed.entries()) {
    const id = newId();
    const openedAt = new Date(now.getTime() - (index * 6 + 2) * DAY_MS);
    await insertClaim(trx, courtId, {
      ...{ id, caseId: done.caseId, itemId: done.itemId, dispositionId: done.id, state: 'open' },
      ...{ document: '再审判决书', claimant: RECEIVERS[index % RECEIVERS.length] ?? RECEIVERS[0] },
      ...{ kind: index % 3 === 1 ? 'compensation' : 'give_back', amountFen: (index + 4) * 800_00 },
      ...{ reason: '改判后应予执行回转', openedAt, openedByName: done.executorName },
    });
    // What came back is money of the case; compensation is paid without it.
    if (index % 3 !== 1) continue;
    const end = {
      ...{ document: '赔偿金支付凭证', reason: null, approvalNumber: null },
      ...{ at: new Date(openedAt.getTime() + 5 * DAY_MS), byName: done.executorName },
    };
    await updateClaimClosed(trx, courtId, id, { ...end, state: 'paid' });
  }
  const [perishable] = there.slice(1);
  if (!perishable) return;
  const by = { personId: perishable.handlerId, personName: perishable.handler, now };
  const groundId = newId();
  await insertGround(trx, courtId, by, {
    ...{ id: groundId, caseId: perishable.caseId, itemId: perishable.id, kind: 'early', state: 'open' },
    ...{ cause: 'depreciating', consent: 'refused', rightHolder: '王建国', consentDocument: '谈话笔录' },
    ...{ document: '先行处置审查表', reason: '价值下降较快，权利人不同意', foundOn: shanghaiDay(now) },
    requestId: null,
    valuationDocument: null,
  });
  await updateGroundEscalated(trx, courtId, groundId, {
    ...{ personName: perishable.handler, now, document: '提请合议庭评议表' },
  });
}

/** Answers how many lines of judgments were written. */
export async function addSampleDispositions(
  command: CommandContext,
  random: Random,
  { accounts, world }: SampleStructure,
): Promise<number> {
  const { trx, now } = command;
  const { courtId } = world;
  const enforcement = accounts.find(({ role }) => role === 'enforcement_officer');
  const clerk = accounts.find(({ role }) => role === 'case_handler');
  if (!enforcement || !clerk) return 0;
  const items = await listJudgedItems(trx, courtId, shanghaiDay(now));
  const caseIds = [...new Set(items.map(({ caseId }) => caseId))];
  const all: DispositionRow[] = [];
  let lineCount = 0;
  for (const [index, caseId] of caseIds.entries()) {
    const ofCase = items.filter((item) => item.caseId === caseId);
    const [first] = ofCase;
    const { lines, dispositions } = judgeCase(random, ofCase, index % EVERY.unmatched === 5);
    if (!first || lines.length === 0) continue;
    // Whoever confirms has entered nothing: of their own cases the colleague enters the lines.
    const enteredBy =
      first.handlerId === enforcement.personId
        ? { personId: clerk.personId, personName: clerk.fullName }
        : { personId: first.handlerId, personName: first.handler };
    const enteredAt = new Date(startOfShanghaiDay(first.effectiveOn).getTime() + 2 * DAY_MS + 36_000_000);
    await insertLines(trx, courtId, { ...enteredBy, now: enteredAt }, lines);
    const by = { personId: enforcement.personId, personName: enforcement.fullName };
    const confirmedAt = new Date(enteredAt.getTime() + 3 * DAY_MS);
    await updateLinesConfirmed(trx, courtId, { ...by, now: confirmedAt }, lines);
    const added = index % EVERY.waiting === 3 ? supplementOf(random, ofCase, lines) : null;
    if (added !== null) await insertLines(trx, courtId, { ...enteredBy, now }, [added]);
    all.push(...dispositions);
    lineCount += lines.length;
  }
  await insertDispositions(
    trx,
    courtId,
    all.map((row) => ({ ...row, number: null })),
  );
  await announce(command, items);
  await addExtras(command, items, all);
  return lineCount;
}
