/** Whether a transition may happen to an item now, and why not: reasons in the order of ITEM_REFUSALS. Pure. */
import { sayShanghaiMinute } from '../../platform/days.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { listTexts, listWords, type Facts, type Sentence } from '../../platform/errors.ts';
import { ROLES, type Role } from '../accounts/roles.ts';
import { isDear } from './dear.rules.ts';
import { CUSTODY_MOVES, NEEDS_A_HAND } from './hands-on.rules.ts';
import {
  categoryOf,
  ITEM_FACTS,
  listMissingFacts,
  type ItemCategoryId,
  type ItemFact,
  type ItemGrade,
  type Prohibition,
} from './item-categories.ts';
import { findQuantityProblem } from './item-quantity.ts';
import type { ItemRefusalReason } from './item-refusals.ts';
import type { ItemStanding } from './item-standing.ts';
import { stateAfter } from './item-standing.ts';
import { isEnded, ITEM_STATES, type ItemState } from './item-states.ts';
import {
  EVIDENCE_KINDS,
  startsLife,
  transitionOf,
  type EvidenceKind,
  type ItemFlow,
  type ItemTransition,
  type Transition,
} from './item-transitions.ts';

/** What the register says, and what two people counted. */
export interface OpenCount {
  readonly booked: string;
  readonly counted: string;
}

/** What is true of the item besides where it stands. */
export interface ItemGrounds {
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly facts: Readonly<Partial<Record<ItemFact, string | null>>>;
  /** Who holds it back, by name. */
  readonly legalHolds: readonly string[];
  /** A first count that differs from the older register and that nobody has settled; absent: none. */
  readonly openCount?: OpenCount | null;
  readonly isOwnershipDisputed: boolean;
  readonly isInStocktake: boolean;
  readonly isRoomFrozen: boolean;
  /** Custodian and deputies of its room now; null: it lies in no room. */
  readonly custodianIds: readonly string[] | null;
  /** Parties of the case and their relatives among the staff. */
  readonly conflictedPersonIds: readonly string[];
  readonly lastOccurredAtMs: number;
  /** The seal of the box in which it lies; absent: it lies in none, or the box is open. */
  readonly containerSeal?: string | null;
}

/** The approval that a command refers to. */
export interface GivenApproval {
  readonly requestedById: string;
  readonly approvedByIds: readonly string[];
  readonly quantity: string;
}

export interface TransitionRequest {
  readonly transition: ItemTransition;
  readonly quantity: string;
  /** Where it is counted in another unit from then on: money that the bank changed. */
  readonly unit?: string | undefined;
  readonly actor: { readonly personId: string; readonly roles: readonly string[] };
  readonly secondPersonId: string | null;
  /** The deliverer or the taker, when that is a person of the court. */
  readonly counterpartId: string | null;
  readonly approval: GivenApproval | null;
  readonly evidence: ReadonlySet<EvidenceKind>;
  readonly occurredAtMs: number;
  readonly nowMs: number;
  /** Moved with the box in which it lies: the box stays shut. */
  readonly isWithContainer?: boolean;
  /** What arrives is put into a locker for the night. */
  readonly isPutAway?: boolean;
}

export type TransitionVerdict =
  | { readonly allowed: true; readonly state: ItemState }
  | { readonly allowed: false; readonly reason: ItemRefusalReason; readonly facts: Facts };

type Objection = { readonly reason: ItemRefusalReason; readonly facts?: Facts } | null;

interface Question {
  readonly standing: ItemStanding;
  readonly grounds: ItemGrounds;
  readonly request: TransitionRequest;
  readonly rule: Transition;
}

/** Transitions by which a thing comes into the court's keeping. */
const TAKES_IN: ReadonlySet<ItemTransition> = new Set([
  'check_in',
  'record_difference',
  'take_over',
  'settle_difference',
  'from_keeper',
]);
/** At a receipt the counted quantity is what is written down. */
const STATES_QUANTITY: ReadonlySet<ItemTransition> = new Set([
  'preregister',
  'arrive',
  'refuse_receipt',
  'void_entry',
]);
const NEEDS_FACTS: ReadonlySet<ItemTransition> = new Set(['check_in', 'keep_elsewhere']);
const OPENS: ReadonlySet<ItemTransition> = new Set(['unseal', 'split_off', 'weigh']);
/** Nature and a count leave something; where nothing is left, a leader concludes. */
const CONCLUDES: ReadonlySet<ItemTransition> = new Set(['close_incident', 'confirm_loss']);
const LEAVES_SOME: ReadonlySet<ItemFlow> = new Set(['natural_loss', 'baseline_less']);
function objectToContainer({ grounds, request }: Question): Objection {
  const { containerSeal = null } = grounds;
  if (containerSeal === null || request.isWithContainer === true || !NEEDS_A_HAND.has(request.transition))
    return null;
  return { reason: 'CONTAINER_SEALED', facts: { seal: containerSeal } };
}

function objectToState({ standing, request, rule }: Question): Objection {
  if (startsLife(request.transition) || rule.from.includes(standing.state)) return null;
  const state = ITEM_STATES[standing.state];
  if (isEnded(standing.state)) return { reason: 'ITEM_ENDED', facts: { state } };
  return { reason: 'ITEM_STATE_WRONG', facts: { state, transition: rule } };
}

function objectToActor({ standing, grounds, request, rule }: Question): Objection {
  const { actor, transition } = request;
  if (!actor.roles.some((role) => rule.roles.some((allowed) => allowed === role))) {
    const roles = listWords(rule.roles.map((role: Role) => ROLES[role]));
    return { reason: 'ROLE_NOT_ALLOWED', facts: { transition: rule, roles } };
  }
  const { custodianIds } = grounds;
  if (CUSTODY_MOVES.has(transition) && custodianIds !== null && !custodianIds.includes(actor.personId))
    return { reason: 'NOT_CUSTODIAN_OF_ROOM' };
  const isKeeper = standing.holderId === actor.personId || custodianIds?.includes(actor.personId) === true;
  if (CONCLUDES.has(transition) && isKeeper) return { reason: 'CONCLUDER_KEEPS' };
  return grounds.conflictedPersonIds.includes(actor.personId) ? { reason: 'PERSON_CONFLICTED' } : null;
}

/** Both figures, as the refusal says them. */
export function factsOfOpenCount({ booked, counted }: OpenCount, unit: string): Facts {
  return { booked: sayQuantity(booked, unit), counted: sayQuantity(counted, unit) };
}

function objectToHolds({ standing, grounds, request, rule }: Question): Objection {
  if (rule.stopsAtHold === true && grounds.legalHolds.length > 0)
    return { reason: 'ITEM_UNDER_LEGAL_HOLD', facts: { holders: listTexts(grounds.legalHolds) } };
  const { openCount = null } = grounds;
  if (rule.stopsAtOpenCount === true && openCount !== null)
    return { reason: 'COUNT_DIFFERENCE_OPEN', facts: factsOfOpenCount(openCount, standing.unit) };
  if (request.transition === 'return_to_owner' && grounds.isOwnershipDisputed)
    return { reason: 'OWNERSHIP_DISPUTED' };
  if (request.transition === 'report_incident') return null;
  if (grounds.isInStocktake) return { reason: 'STOCKTAKE_OPEN' };
  return grounds.isRoomFrozen ? { reason: 'ROOM_FROZEN' } : null;
}

function prohibitionFacts(category: Sentence, { article, zh, en }: Prohibition): Facts {
  return { category, article, advice: zh, adviceEn: en };
}

function objectToClass({ grounds, request }: Question): Objection {
  const category = categoryOf(grounds.category);
  const { transition } = request;
  const isTakenIn = TAKES_IN.has(transition) || (transition === 'arrive' && request.isPutAway === true);
  if (isTakenIn && category.prohibition)
    return { reason: 'CLASS_PROHIBITED', facts: prohibitionFacts(category, category.prohibition) };
  if (transition === 'destroy' && category.notDestroyedHere)
    return { reason: 'NOT_DESTROYED_HERE', facts: prohibitionFacts(category, category.notDestroyedHere) };
  if (OPENS.has(transition) && category.notOpenedHere)
    return { reason: 'NOT_OPENED_HERE', facts: prohibitionFacts(category, category.notOpenedHere) };
  if (transition === 'reseal' && category.takesNoSeal === true)
    return { reason: 'TAKES_NO_SEAL', facts: { category: category.zh, categoryEn: category.en } };
  const missing = NEEDS_FACTS.has(transition) ? listMissingFacts(grounds.category, grounds.facts) : [];
  if (missing.length === 0) return null;
  return {
    reason: 'FACTS_MISSING',
    facts: {
      category,
      article: category.article,
      facts: missing.map((fact) => ITEM_FACTS[fact].zh).join('、'),
      factsEn: missing.map((fact) => ITEM_FACTS[fact].en).join(', '),
    },
  };
}

/** A seal is replaced only once it was opened: otherwise nobody would have had to approve that. */
function objectToSeal({ standing, request }: Question): Objection {
  const { sealNumber: seal } = standing;
  if (request.transition === 'unseal' && seal === null) return { reason: 'SEAL_NOT_THERE' };
  return request.transition === 'reseal' && seal !== null
    ? { reason: 'SEAL_STILL_THERE', facts: { seal } }
    : null;
}

function objectToQuantity({ standing, request, rule }: Question): Objection {
  const { quantity, transition } = request;
  if (findQuantityProblem(quantity, request.unit ?? standing.unit) !== null)
    return { reason: 'QUANTITY_INVALID' };
  const { onHand } = standing;
  const addsFromOutside =
    startsLife(transition) ||
    ['received', 'born', 'proceeds', 'recovered', 'part_in', 'converted_in', 'baseline_more'].includes(
      rule.flow,
    );
  if (addsFromOutside || STATES_QUANTITY.has(transition) || transition === 'reverse_end') return null;
  if (rule.flow === 'none' && compareDecimals(onHand, '0') === 0) return null;
  const comparison = compareDecimals(quantity, onHand);
  if (comparison > 0) return { reason: 'QUANTITY_EXCEEDS_ON_HAND', facts: { quantity, onHand } };
  if (comparison < 0 && rule.isDivisible !== true) return { reason: 'QUANTITY_NOT_WHOLE' };
  return comparison === 0 && LEAVES_SOME.has(rule.flow) ? { reason: 'LAST_ONE_NEEDS_INCIDENT' } : null;
}

function objectToPeople({ grounds, request, rule }: Question): Objection {
  const { secondPersonId, actor, counterpartId, transition } = request;
  const needsSecond = rule.secondPerson === 'always' || (rule.secondPerson === 'valuable' && isDear(grounds));
  if (needsSecond && secondPersonId === null) return { reason: 'SECOND_PERSON_MISSING' };
  if (secondPersonId === actor.personId) return { reason: 'SECOND_PERSON_IS_ACTOR' };
  if (secondPersonId !== null && grounds.conflictedPersonIds.includes(secondPersonId))
    return { reason: 'SECOND_PERSON_CONFLICTED' };
  if (counterpartId === null) return null;
  if (transition === 'return_to_owner') return { reason: 'TAKER_IS_STAFF' };
  return counterpartId === secondPersonId || counterpartId === actor.personId
    ? { reason: 'SECOND_PERSON_IS_COUNTERPART' }
    : null;
}

function objectToApproval({ request, rule }: Question): Objection {
  if (rule.approval === undefined) return null;
  const { approval, actor, secondPersonId, quantity } = request;
  if (approval === null || approval.approvedByIds.length === 0) return { reason: 'APPROVAL_MISSING' };
  const { requestedById, approvedByIds } = approval;
  if (
    actor.personId === requestedById ||
    approvedByIds.includes(actor.personId) ||
    (secondPersonId !== null && approvedByIds.includes(secondPersonId)) ||
    approvedByIds.includes(requestedById)
  )
    return { reason: 'APPROVAL_BY_SAME_PERSON' };
  return compareDecimals(quantity, approval.quantity) > 0
    ? { reason: 'APPROVAL_EXCEEDED', facts: { quantity, approved: approval.quantity } }
    : null;
}

function objectToEvidence({ request, rule }: Question): Objection {
  const missing = rule.evidence.filter((kind) => !request.evidence.has(kind));
  if (missing.length === 0) return null;
  return {
    reason: 'EVIDENCE_MISSING',
    facts: {
      evidence: missing.map((kind) => EVIDENCE_KINDS[kind].zh).join('、'),
      evidenceEn: missing.map((kind) => EVIDENCE_KINDS[kind].en).join(', '),
    },
  };
}

function objectToTime({ grounds, request }: Question): Objection {
  if (request.occurredAtMs > request.nowMs) return { reason: 'OCCURRED_IN_FUTURE' };
  if (request.occurredAtMs >= grounds.lastOccurredAtMs) return null;
  const facts = { lastAt: sayShanghaiMinute(grounds.lastOccurredAtMs) };
  return { reason: 'OCCURRED_BEFORE_LAST_ENTRY', facts };
}

const OBJECTIONS = [
  objectToState,
  objectToActor,
  objectToHolds,
  objectToContainer,
  objectToClass,
  objectToSeal,
  objectToQuantity,
  objectToPeople,
  objectToApproval,
  objectToEvidence,
  objectToTime,
];

/** The verdict on one item: the state that it comes to, or the first objection. */
export function decideTransition(
  standing: ItemStanding,
  grounds: ItemGrounds,
  request: TransitionRequest,
): TransitionVerdict {
  const question = { standing, grounds, request, rule: transitionOf(request.transition) };
  for (const object of OBJECTIONS) {
    const objection = object(question);
    if (objection) return { allowed: false, reason: objection.reason, facts: objection.facts ?? {} };
  }
  return { allowed: true, state: stateAfter(standing, request.transition, request.quantity) };
}
