/** The lives of a case's items on paper, step by step, each allowed by the rules. Pure but for ids. */
import { shanghaiDay } from '../platform/clock.ts';
import { isZeroDecimal } from '../platform/decimal.ts';
import { decideTransition, type ItemGrounds } from '../modules/seized-items/decide-transition.ts';
import { categoryOf, gradeWithin, type ItemCategoryId } from '../modules/seized-items/item-categories.ts';
import type { ItemCard, KeepingNeed } from '../modules/seized-items/item-fields.ts';
import {
  stepStanding,
  unborn,
  type ItemStanding,
  type StandingChange,
} from '../modules/seized-items/item-standing.ts';
import {
  EVIDENCE_KINDS,
  transitionOf,
  type EvidenceKind,
  type ItemTransition,
} from '../modules/seized-items/item-transitions.ts';
import { afterJudgment, finishedLives, livesOf } from './choose-life.ts';
import { momentOf, timesOf, withinReason } from './life-times.ts';
import { SAMPLE_ITEM_KINDS, SAMPLE_LIVES, type SampleItemKind, type SampleLife } from './item-catalogue.ts';
import type { Random } from './random.ts';
import { SAMPLE_ACCOUNT, SAMPLE_BANK } from './sample-money.ts';

export interface SampleShelf {
  readonly id: string;
  readonly path: string;
}

export interface SampleKeeping {
  readonly custodian: { readonly id: string; readonly name: string };
  readonly second: { readonly id: string; readonly name: string };
  readonly finance: { readonly id: string; readonly name: string };
  readonly handler: { readonly id: string; readonly name: string };
  shelfFor(random: Random, kind: SampleItemKind): SampleShelf;
  /** A number that no other seal of the court has. */
  nextSeal(at: Date): string;
}

export interface SimulatedStep {
  readonly transition: ItemTransition;
  readonly at: Date;
  readonly quantity: string;
  readonly before: ItemStanding | null;
  readonly after: ItemStanding;
  readonly place: string | null;
  readonly holder: string | null;
  readonly by: 'custodian' | 'handler';
}

export interface SimulatedItem {
  readonly card: ItemCard;
  readonly steps: readonly SimulatedStep[];
  /** The index of the item that it was split from. */
  readonly parent: number | null;
}

const EVERY_PROOF: ReadonlySet<EvidenceKind> = new Set(
  // why: the keys of a literal object are its kinds.
  Object.keys(EVIDENCE_KINDS) as EvidenceKind[],
);
const DAY_MS = 86_400_000;

/** Of animals no room of the sample offers what they need: they stand in the list of things kept wrongly. */
function keepingOf(category: ItemCategoryId): readonly KeepingNeed[] {
  if (category === 'electronics') return ['antimagnetic', 'no_power_on'];
  return category === 'live_animals' ? ['feeding'] : [];
}

function cardOf(
  random: Random,
  kind: SampleItemKind,
  list: { readonly number: string; readonly line: number },
  quantity: string,
): ItemCard {
  return {
    name: random.pick(kind.names),
    category: kind.category,
    grade: gradeWithin(kind.category, 'ordinary'),
    unit: kind.unit,
    facts: kind.facts,
    hazards: kind.category === 'knives' ? ['sharp'] : [],
    keeping: keepingOf(kind.category),
    ownership: random.pick(['defendant', 'defendant', 'victim', 'unknown']),
    nature: random.pick(['evidence', 'proceeds', 'instrument', 'victims_property']),
    isEvidence: true,
    listNumber: list.number,
    listLine: String(list.line),
    listedQuantity: quantity,
    listedUnit: null,
    unitFactor: null,
    seizureDocument: null,
    seizureExpiresOn: null,
    expiresOn: null,
    estimatedValueFen: null,
    isUnverified: false,
    reviewOn: null,
    notes: null,
  };
}

function groundsOf({ category, grade, facts }: ItemCard): ItemGrounds {
  return {
    ...{ category, grade, facts },
    legalHolds: [],
    isOwnershipDisputed: false,
    isInStocktake: false,
    isRoomFrozen: false,
    custodianIds: null,
    conflictedPersonIds: [],
    lastOccurredAtMs: 0,
  };
}

/** Where a step takes the thing, and into whose hands. */
function changeOf(
  transition: ItemTransition,
  keeping: SampleKeeping,
  shelf: SampleShelf,
  at: Date,
): { change: StandingChange; place?: string | null; holder?: string | null } {
  if (transition === 'check_in' || transition === 'record_difference')
    return { change: { placeId: shelf.id, sealNumber: keeping.nextSeal(at) }, place: shelf.path };
  if (['relocate', 'give_back', 'split_from'].includes(transition))
    return { change: { placeId: shelf.id, holderId: null, dueAtMs: null }, place: shelf.path, holder: null };
  if (transition === 'release') {
    const { id, name } = keeping.handler;
    const dueAtMs = at.getTime() + 7 * DAY_MS;
    return { change: { placeId: null, holderId: id, dueAtMs }, place: null, holder: name };
  }
  if (transition === 'to_keeper')
    return { change: { placeId: null, keeper: '巴彦淖尔市恒通仓储服务中心' }, place: null };
  if (transition === 'deposit') {
    const bank = `${SAMPLE_BANK} ${SAMPLE_ACCOUNT}`;
    return { change: { placeId: null, keeper: bank, sealNumber: null }, place: null, holder: bank };
  }
  if (transition === 'keep_elsewhere')
    return { change: { keeper: '公安机关涉案财物中心' }, holder: '公安机关涉案财物中心' };
  return transition === 'dispatch'
    ? { change: { placeId: null }, place: null, holder: '上级人民法院' }
    : { change: {} };
}

function takeStep(
  previous: SimulatedStep | null,
  card: ItemCard,
  keeping: SampleKeeping,
  next: {
    readonly transition: ItemTransition;
    readonly at: Date;
    readonly shelf: SampleShelf;
    readonly listed: string;
  },
): SimulatedStep {
  const { transition, at, shelf, listed } = next;
  const rule = transitionOf(transition);
  const before = previous?.after ?? unborn(card.unit);
  const quantity = isZeroDecimal(before.onHand) ? listed : before.onHand;
  const verdict = decideTransition(before, groundsOf(card), {
    transition,
    quantity,
    actor: { personId: keeping.custodian.id, roles: rule.roles },
    secondPersonId: keeping.second.id,
    counterpartId: null,
    approval: { requestedById: keeping.handler.id, approvedByIds: ['president'], quantity },
    evidence: EVERY_PROOF,
    occurredAtMs: at.getTime(),
    nowMs: at.getTime(),
  });
  if (!verdict.allowed) throw new Error(`the sample life is refused: ${transition}, ${verdict.reason}`);
  const { change: wanted, place, holder } = changeOf(transition, keeping, shelf, at);
  const takesNoSeal = categoryOf(card.category).takesNoSeal === true;
  const change = takesNoSeal ? { ...wanted, sealNumber: null } : wanted;
  const after = stepStanding(before, transition, quantity, change);
  return {
    ...{ transition, at, quantity, after },
    before: previous === null ? null : before,
    place: after.placeId === null ? null : (place ?? previous?.place ?? null),
    holder: holder === undefined ? (previous?.holder ?? null) : holder,
    by: rule.roles.includes('property_custodian') ? 'custodian' : 'handler',
  };
}

/** Money and valuables are neither destroyed nor used up in a test; money alone goes to the bank. */
function fits({ steps }: SampleLife, { grade, category }: ItemCard): boolean {
  if (steps.includes('deposit') && categoryOf(category).isMoney !== true) return false;
  return grade === 'ordinary' || !steps.some((step) => step === 'destroy' || step === 'consume');
}

/** Items of one case, with what each of them went through since the case came in. */
export function simulateItems(
  random: Random,
  keeping: SampleKeeping,
  {
    count,
    since,
    now,
    judgedOn,
    isFinished,
  }: {
    readonly count: number;
    readonly since: Date;
    readonly now: Date;
    /** When the judgment took effect; null: there is none. */
    readonly judgedOn: Date | null;
    /** Everything of the case has gone where the judgment sent it. */
    readonly isFinished: boolean;
  },
): SimulatedItem[] {
  const items: SimulatedItem[] = [];
  const lives = isFinished ? finishedLives(SAMPLE_LIVES) : livesOf(SAMPLE_LIVES, judgedOn !== null);
  const listNumber = `巴检移字〔${shanghaiDay(since).slice(0, 4)}〕${random.integer(1, 300)}号`;
  for (let line = 1; line <= count; line += 1) {
    const kind = random.pickWeighted(SAMPLE_ITEM_KINDS);
    const isMoney = categoryOf(kind.category).isMoney === true;
    const quantity = String(
      isMoney ? random.integer(1, kind.most / 100) * 100 : random.integer(1, kind.most),
    );
    const card = cardOf(random, kind, { number: listNumber, line }, quantity);
    const life = random.pickWeighted(lives.filter((one) => fits(one, card)));
    const { steps } = life;
    const drawn = withinReason(random, steps, timesOf(random, steps.length, since, now), now);
    const times = afterJudgment(random, life, drawn, { judgedOn, now });
    const shelf = keeping.shelfFor(random, kind);
    const taken: SimulatedStep[] = [];
    for (const [index, transition] of steps.entries()) {
      const at = momentOf(transition, taken.at(-1)?.at, times[index] ?? now);
      const place = transition === 'relocate' ? keeping.shelfFor(random, kind) : shelf;
      const next = { transition, at, shelf: place, listed: quantity };
      taken.push(takeStep(taken.at(-1) ?? null, card, keeping, next));
    }
    const parent = items.length;
    items.push({ card, steps: taken, parent: null });
    const last = taken.at(-1);
    if (last?.transition === 'split_off') {
      const part = { ...card, name: `${card.name}（检材）` };
      const next = { transition: 'split_from', at: last.at, shelf, listed: last.quantity } as const;
      items.push({ card: part, steps: [takeStep(null, part, keeping, next)], parent });
    }
  }
  return items;
}
