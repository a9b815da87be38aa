/** What the lives of sample items say about leaving the room, as the releases and approvals that belong to them. Pure but for ids. */
import { addDecimals } from '../platform/decimal.ts';
import { shanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { chooseRule, seatName } from '../modules/approvals/policy-rules.ts';
import { ITEM_GRADES } from '../modules/seized-items/item-categories.ts';
import { approvalKindOf, ITEM_REQUEST_KINDS } from '../modules/seized-items/item-request-kinds.ts';
import { wordOf } from '../platform/errors.ts';
import { pieceOf } from '../modules/seized-items/item-piece.ts';
import { titleOfRequest } from '../modules/seized-items/request-title.ts';
import {
  INSPECTION_DAYS,
  RECEIPT_DAYS,
  RELEASE_PURPOSES,
  type LineState,
  type ReleaseKind,
  type ReleasePurpose,
  type ReleaseState,
} from '../modules/seized-items/releases/release-kinds.ts';
import { sayMoment } from '../modules/seized-items/releases/request-loan.ts';
import type { Random } from './random.ts';
import type { SampleDecision, SampleRelease } from './sample-releases.sql.ts';
import type { SimulatedItem, SimulatedStep } from './simulate-items.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReleasePeople {
  readonly applicant: Named & { readonly departmentId: string; readonly department: string };
  readonly head: Named;
  readonly vice: Named;
  readonly custodian: Named;
  readonly second: Named;
  readonly custodianIds: readonly string[];
  readonly now: Date;
}

export type LeavingItem = SimulatedItem & {
  readonly id: string;
  readonly code: string;
  readonly number: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LOANS = ['court_session', 'court_session', 'interrogation', 'identification'] as const;
const EXAMINATIONS = ['appraisal', 'test', 'inspection'] as const;
const ROOMS = ['第一法庭', '第二法庭', '第五法庭', '讯问室'] as const;
const INSTITUTES = ['内蒙古自治区司法鉴定中心', '巴彦淖尔市价格认证中心', '内蒙古大学司法鉴定中心'] as const;

const TAKERS: Readonly<Partial<Record<ReleaseKind, string>>> = {
  transfer_up: '法警孙志强',
  outside_keeping: '负责人郝建国',
};

interface Life {
  readonly began: SimulatedStep;
  readonly left: SimulatedStep | undefined;
  readonly last: SimulatedStep;
}

/** The part of a life that is about leaving; undefined of a thing that never left. */
function lifeOf({ steps }: LeavingItem): Life | undefined {
  const at = steps.findIndex(({ transition }) => ['prepare_release', 'to_keeper'].includes(transition));
  const [began, last] = [steps[at], steps.at(-1)];
  if (began === undefined || last === undefined) return undefined;
  const left =
    began.transition === 'to_keeper'
      ? began
      : steps.find(({ transition }) => transition === 'release' || transition === 'dispatch');
  return { began, left, last };
}

function kindOf(random: Random, { steps }: LeavingItem): ReleaseKind {
  const has = (name: string) => steps.some(({ transition }) => transition === name);
  if (has('to_keeper')) return 'outside_keeping';
  if (has('dispatch')) return 'transfer_up';
  return has('consume') || random.chance(0.3) ? 'examination' : 'loan';
}

const ENDS: Readonly<Record<string, readonly [ReleaseState, LineState]>> = {
  prepare_release: ['prepared', 'prepared'],
  release: ['out', 'out'],
  dispatch: ['in_transit', 'in_transit'],
  acknowledge_dispatch: ['in_transit', 'in_transit'],
  to_keeper: ['with_keeper', 'with_keeper'],
  give_back: ['closed', 'back'],
  cancel_release: ['closed', 'cancelled'],
  consume: ['closed', 'consumed'],
  confirm_handover: ['closed', 'handed_over'],
};

function attentionOf(state: ReleaseState, { began, left, last }: Life, now: Date): Date {
  const from = (left ?? began).at.getTime();
  if (state === 'out') return new Date(left?.after.dueAtMs ?? from);
  if (state === 'in_transit')
    return new Date(from + (last.transition === 'dispatch' ? RECEIPT_DAYS : 60) * DAY_MS);
  // Somebody went there every month; one visit is due soon.
  const months = Math.max(0, Math.floor((now.getTime() - from) / (INSPECTION_DAYS * DAY_MS)));
  return state === 'with_keeper' ? new Date(from + (months + 1) * INSPECTION_DAYS * DAY_MS) : last.at;
}

interface Purpose {
  readonly purpose: ReleasePurpose | null;
  readonly receiver: string;
  readonly reason: string;
}

function purposeOf(random: Random, kind: ReleaseKind): Purpose {
  if (kind === 'transfer_up')
    return { purpose: null, receiver: '内蒙古自治区高级人民法院', reason: '被告人上诉，随案移送证据' };
  if (kind === 'outside_keeping')
    return { purpose: null, receiver: '巴彦淖尔市恒通仓储服务中心', reason: '本院没有保管条件' };
  const purpose = random.pick(kind === 'loan' ? LOANS : EXAMINATIONS);
  const receiver = random.pick(kind === 'loan' ? ROOMS : INSTITUTES);
  return { purpose, receiver, reason: `${RELEASE_PURPOSES[purpose].zh}需要` };
}

/** By the rule that ships, as it would have been planned and decided on the days before. */
function decide(kind: ReleaseKind, item: LeavingItem, people: ReleasePeople, life: Life, reason: string) {
  const grade = ITEM_GRADES[item.card.grade].zh;
  const facts = { grade, amountFen: item.card.estimatedValueFen, applicantRoles: ['case_handler'] };
  const rule = chooseRule(ITEM_REQUEST_KINDS[kind].rules, facts);
  const steps = rule?.steps ?? [];
  const usedAt = life.began.at.getTime();
  const before = (hours: number) => new Date(usedAt - hours * HOUR_MS);
  const approvals = steps.map(({ title, seats }, index) => {
    const isHead = seats.some((seat) => 'role' in seat && seat.role === 'department_head');
    const person = isHead ? people.head : people.vice;
    const said = { stepTitle: title, personId: person.id, personName: person.name, opinion: '同意' };
    return { id: newId(), kind: 'approve' as const, ...said, decidedAt: before(3 - index) };
  });
  const { applicant, custodian } = people;
  const by = ({ id, name }: Named) => ({ stepTitle: null, personId: id, personName: name });
  const decisions: SampleDecision[] = [
    { id: newId(), kind: 'submit', ...by(applicant), opinion: reason, decidedAt: before(26) },
    ...approvals,
    { id: newId(), kind: 'use', ...by(custodian), opinion: null, decidedAt: life.began.at },
  ];
  return {
    decisions,
    grade,
    steps: steps.map(({ title, needs, seats }) => ({
      ...{ title, needs, seats: seats.map((seat) => seatName(seat, null)) },
    })),
    seats: steps.map(({ seats }, index) => {
      const [seat] = seats;
      const role = seat !== undefined && 'role' in seat ? seat.role : 'department_head';
      return { role, decidedBy: approvals[index]?.personId ?? people.head.id };
    }),
    basis: rule?.basis ?? null,
    validDays: rule?.validDays ?? 15,
  };
}

function lineOf(releaseId: string, item: LeavingItem, life: Life, state: LineState, receivedBy: string) {
  const { began, left, last } = life;
  const isBack = state === 'back';
  return {
    ...{ release_id: releaseId, item_id: item.id, position: 1, state },
    ...{ quantity: addDecimals(began.after.onHand, '0'), unit: item.card.unit },
    due_at: state === 'out' && left?.after.dueAtMs != null ? new Date(left.after.dueAtMs) : null,
    condition_out: left === undefined ? null : '完好',
    seal_out: left === undefined ? null : began.after.sealNumber,
    back_at: isBack || state === 'consumed' || state === 'handed_over' ? last.at : null,
    condition_back: isBack ? '完好' : null,
    seal_back: isBack ? last.after.sealNumber : null,
    received_by_name: isBack ? receivedBy : null,
    note: state === 'cancelled' ? '未领取' : null,
  };
}

function headOf(kind: ReleaseKind, life: Life, state: ReleaseState, people: ReleasePeople, said: Purpose) {
  const { now } = people;
  const { began, left, last } = life;
  const hasReceipt = ['acknowledge_dispatch', 'confirm_handover'].includes(last.transition);
  const { custodian, second, applicant } = people;
  return {
    ...{ kind, state, purpose: said.purpose, receiver: said.receiver },
    attention_at: attentionOf(state, life, now),
    ...{ applicant_id: applicant.id, applicant_name: applicant.name },
    ...{ prepared_at: began.at, prepared_by_name: custodian.name },
    left_at: left?.at ?? null,
    left_by_name: left === undefined ? null : custodian.name,
    second_person_name: left === undefined ? null : second.name,
    taker_name: left === undefined ? null : (TAKERS[kind] ?? applicant.name),
    taker_unit: left === undefined ? null : TAKERS[kind] === undefined ? applicant.department : said.receiver,
    taker_document: left === undefined ? null : '15************1234',
    list_number:
      kind === 'transfer_up' && left !== undefined
        ? `移送〔${shanghaiDay(left.at).slice(0, 4)}〕${left.at.getUTCDate()}号`
        : null,
    receipt_number: hasReceipt ? `回执${last.at.getUTCDate()}号` : null,
    receipt_on: hasReceipt ? shanghaiDay(last.at) : null,
    receipt_by: hasReceipt ? '收案窗口' : null,
    contract_number:
      kind === 'outside_keeping'
        ? `委保〔${shanghaiDay(began.at).slice(0, 4)}〕${began.at.getUTCDate()}号`
        : null,
    fee_fen: kind === 'outside_keeping' ? 45_000 : null,
    fee_period: kind === 'outside_keeping' ? 'month' : null,
    closed_at: state === 'closed' ? last.at : null,
  };
}

/** The release of an item that left, with the approval that it used; undefined of one that never left. */
export function sampleReleaseOf(
  random: Random,
  item: LeavingItem,
  people: ReleasePeople,
  caseNumber: string,
): SampleRelease | undefined {
  const life = lifeOf(item);
  const end = life && ENDS[life.last.transition];
  if (life === undefined || end === undefined) return undefined;
  const [state, lineState] = end;
  const kind = kindOf(random, item);
  const said = purposeOf(random, kind);
  const [requestId, releaseId] = [newId(), newId()];
  const quantity = addDecimals(life.began.after.onHand, '0');
  const { unit, name } = item.card;
  const isLent = kind === 'loan' || kind === 'examination';
  const dueAt = isLent ? (life.left?.after.dueAtMs ?? life.began.at.getTime() + 7 * DAY_MS) : null;
  const dueText = dueAt === null ? null : new Date(dueAt).toISOString();
  const { purpose, receiver, reason } = said;
  return {
    ...{ requestId, number: '', year: Number(shanghaiDay(life.began.at).slice(0, 4)), reason },
    approvalKind: approvalKindOf(kind),
    title: titleOfRequest(ITEM_REQUEST_KINDS[kind], {
      name,
      quantity,
      unit,
      caseNumber,
      itemCount: 1,
      caseCount: 1,
    }),
    facts: [
      ...(purpose === null ? [] : [{ zh: '用途', en: 'Purpose', value: wordOf(RELEASE_PURPOSES[purpose]) }]),
      { zh: '去向', en: 'Taken to', value: receiver },
      ...(dueText === null ? [] : [{ zh: '归还时限', en: 'Back by', value: sayMoment(dueText) }]),
    ],
    applicant: people.applicant,
    keptApart: people.custodianIds,
    ...decide(kind, item, people, life, reason),
    item: {
      ...{ id: item.id, label: name, quantity, unit },
      facts: [
        { zh: '编码', en: 'Code', value: item.code },
        { zh: '案号', en: 'Case', value: pieceOf({ caseNumber, number: item.number }) },
        { zh: '承办人', en: 'Handler', value: people.applicant.name },
      ],
    },
    terms: { purpose, receiver, dueAt: dueText },
    release: { id: releaseId, request_id: requestId, ...headOf(kind, life, state, people, said) },
    line: lineOf(releaseId, item, life, lineState, people.custodian.name),
  };
}

/** In the order of time, with the numbers of their years. */
export function numberReleases(releases: readonly SampleRelease[]): SampleRelease[] {
  const last = new Map<number, number>();
  const timeOf = ({ decisions }: SampleRelease) => decisions[0]?.decidedAt.getTime() ?? 0;
  return [...releases]
    .sort((a, b) => timeOf(a) - timeOf(b))
    .map((one) => {
      const next = (last.get(one.year) ?? 0) + 1;
      last.set(one.year, next);
      const number = `${one.year}-${String(next).padStart(6, '0')}`;
      return { ...one, number, release: { ...one.release, request_number: number } };
    });
}
