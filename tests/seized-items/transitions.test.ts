/** Every state with every transition and every role: what is allowed, and the one reason why the rest is not. */
import { describe, expect, it } from 'vitest';
import { ROLE_IDS, type Role } from '../../src/modules/accounts/roles.ts';
import {
  decideTransition,
  type ItemGrounds,
  type TransitionRequest,
} from '../../src/modules/seized-items/decide-transition.ts';
import { ITEM_REFUSALS, type ItemRefusalReason } from '../../src/modules/seized-items/item-refusals.ts';
import type { ItemStanding } from '../../src/modules/seized-items/item-standing.ts';
import {
  isEnded,
  isItemState,
  ITEM_STATE_IDS,
  type ItemState,
} from '../../src/modules/seized-items/item-states.ts';
import {
  EVIDENCE_KINDS,
  ITEM_TRANSITION_IDS,
  startsLife,
  transitionOf,
  type EvidenceKind,
  type ItemTransition,
} from '../../src/modules/seized-items/item-transitions.ts';

const C: Role[] = ['property_custodian'];
const J: Role[] = ['case_handler'];
const JE: Role[] = ['case_handler', 'enforcement_officer'];
const CE: Role[] = ['property_custodian', 'enforcement_officer'];
const CJ = [...C, ...J];
const EF: Role[] = ['enforcement_officer', 'finance_officer'];
const CF: Role[] = ['property_custodian', 'finance_officer'];
const L: Role[] = ['department_head', 'vice_president', 'president'];
const ANY: Role[] = [...CJ, 'equipment_admin', 'auditor', ...L];
const HELD = ['in_store', 'kept_elsewhere'] as const;
const COUNTED = [...HELD, 'on_loan', 'awaiting_disposition', 'public_notice'] as const;

/** As the rules have it: from, to and who. `=`: the state stays; `<`: what it was before. */
const TABLE: Record<ItemTransition, [readonly ItemState[], ItemState | '=' | '<', readonly Role[]]> = {
  preregister: [[], 'preregistered', CJ],
  take_over: [[], 'in_store', C],
  baseline_more: [COUNTED, '=', C],
  baseline_less: [COUNTED, '=', C],
  arrive: [['preregistered'], 'awaiting_check', C],
  check_in: [['awaiting_check'], 'in_store', C],
  record_difference: [['awaiting_check'], 'discrepancy', C],
  settle_difference: [['discrepancy'], 'in_store', CJ],
  reject_difference: [['discrepancy'], 'sent_back', CJ],
  keep_elsewhere: [['awaiting_check'], 'kept_elsewhere', C],
  refuse_receipt: [['preregistered', 'awaiting_check'], 'refused_at_receipt', C],
  void_entry: [['preregistered', 'awaiting_check'], 'entered_by_mistake', C],
  relocate: [['in_store', 'awaiting_disposition', 'public_notice'], '=', C],
  carry_out: [['in_store'], '=', C],
  carry_in: [['in_store'], '=', C],
  unseal: [['in_store', 'on_loan', 'kept_elsewhere'], '=', CJ],
  reseal: [['discrepancy', 'in_store', 'on_loan', 'kept_elsewhere'], '=', CJ],
  weigh: [HELD, '=', C],
  prepare_release: [['in_store'], 'awaiting_release', C],
  cancel_release: [['awaiting_release'], 'in_store', C],
  release: [['awaiting_release'], 'on_loan', C],
  extend: [['on_loan'], '=', CJ],
  give_back: [['on_loan'], 'in_store', C],
  consume: [['on_loan'], 'consumed', CJ],
  to_keeper: [['in_store'], 'kept_elsewhere', C],
  deposit: [['in_store'], 'kept_elsewhere', CF],
  convert_out: [['kept_elsewhere', 'awaiting_disposition'], '=', CF],
  convert_in: [['kept_elsewhere', 'awaiting_disposition'], '=', CF],
  from_keeper: [['kept_elsewhere'], 'in_store', C],
  record_birth: [HELD, '=', C],
  record_death: [HELD, '=', C],
  record_natural_loss: [HELD, '=', C],
  split_off: [['in_store'], 'split_up', C],
  split_from: [[], 'in_store', C],
  merge_back: [['in_store'], 'merged_back', C],
  take_in: [['in_store'], '=', C],
  put_in: [['in_store'], '=', C],
  take_out: [['discrepancy', 'in_store', 'awaiting_disposition', 'public_notice'], '=', C],
  find_inside: [[], 'in_store', C],
  strike_counterfeit: [['discrepancy', 'in_store'], 'reclassified', C],
  reattribute_out: [['in_store'], 'reattributed', C],
  reattribute_in: [[], 'in_store', C],
  report_incident: [
    [
      'awaiting_check',
      'discrepancy',
      'in_store',
      'awaiting_release',
      'on_loan',
      'in_transit',
      'kept_elsewhere',
      'awaiting_disposition',
      'public_notice',
    ],
    'under_investigation',
    ANY,
  ],
  close_incident: [['under_investigation'], '<', L],
  confirm_loss: [['under_investigation'], 'lost', L],
  dispatch: [['awaiting_release', 'awaiting_disposition'], 'in_transit', C],
  confirm_handover: [['in_transit'], 'handed_over', C],
  acknowledge_dispatch: [['in_transit'], 'in_transit', C],
  take_back_from_transit: [['in_transit'], 'in_store', C],
  await_disposition: [HELD, 'awaiting_disposition', JE],
  call_off_disposition: [['awaiting_disposition', 'public_notice'], 'in_store', JE],
  return_to_owner: [['awaiting_disposition', 'public_notice'], 'returned', C],
  publish_notice: [['awaiting_disposition'], 'public_notice', JE],
  forfeit_unclaimed: [['public_notice'], 'to_treasury', CF],
  pay_into_treasury: [['awaiting_disposition'], 'to_treasury', CF],
  destroy: [['awaiting_disposition'], 'destroyed', C],
  sell: [['awaiting_disposition'], 'to_treasury', CE],
  book_proceeds: [[], 'kept_elsewhere', CE],
  book_recovery: [[], 'kept_elsewhere', EF],
  book_residue: [[], 'awaiting_disposition', C],
  send_back: [['awaiting_disposition'], 'sent_back', C],
  reverse_end: [
    ['returned', 'to_treasury', 'destroyed', 'handed_over', 'sent_back', 'consumed', 'lost'],
    '<',
    L,
  ],
};

const ALL_EVIDENCE = new Set(Object.keys(EVIDENCE_KINDS) as EvidenceKind[]);
const FACTS = { wear: '八成新', defects: '无', source: '扣押', features: '黑色' };

function standing(change: Partial<ItemStanding> = {}): ItemStanding {
  return {
    state: 'in_store',
    stateBefore: null,
    onHand: '3',
    unit: '件',
    placeId: null,
    holderId: null,
    keeper: null,
    sealNumber: null,
    dueAtMs: null,
    containerId: null,
    ...change,
  };
}

function grounds(change: Partial<ItemGrounds> = {}): ItemGrounds {
  return {
    category: 'other',
    grade: 'ordinary',
    facts: FACTS,
    legalHolds: [],
    isOwnershipDisputed: false,
    isInStocktake: false,
    isRoomFrozen: false,
    custodianIds: null,
    conflictedPersonIds: [],
    lastOccurredAtMs: 0,
    ...change,
  };
}

function request(transition: ItemTransition, change: Partial<TransitionRequest> = {}): TransitionRequest {
  return {
    transition,
    // What would leave nothing behind is an incident, so births and deaths concern one of the three.
    quantity: ['natural_loss', 'baseline_less'].includes(transitionOf(transition).flow) ? '1' : '3',
    actor: { personId: 'actor', roles: transitionOf(transition).roles },
    secondPersonId: 'second',
    counterpartId: null,
    approval: { requestedById: 'judge', approvedByIds: ['leader'], quantity: '3' },
    evidence: ALL_EVIDENCE,
    occurredAtMs: 1000,
    nowMs: 1000,
    ...change,
  };
}

function verdictOf(transition: ItemTransition, state: ItemState, role: Role): string {
  const onHand = isEnded(state) ? '0' : '3';
  const stateBefore = state === 'under_investigation' || isEnded(state) ? ('kept_elsewhere' as const) : null;
  const verdict = decideTransition(
    standing({ state, onHand, stateBefore, sealNumber: transition === 'unseal' ? 'F-1' : null }),
    grounds(),
    request(transition, { actor: { personId: 'actor', roles: [role] } }),
  );
  return verdict.allowed ? verdict.state : verdict.reason;
}

function expectedOf(transition: ItemTransition, state: ItemState, role: Role): string {
  const [from, to, roles] = TABLE[transition];
  if (from.length > 0 && !from.includes(state)) return isEnded(state) ? 'ITEM_ENDED' : 'ITEM_STATE_WRONG';
  if (!roles.includes(role)) return 'ROLE_NOT_ALLOWED';
  if (transition === 'record_death' || transition === 'record_natural_loss' || to === '=') return state;
  // What was booked as used up or lost was there: with its keeper, and this one has none.
  if (transition === 'reverse_end' && (state === 'consumed' || state === 'lost')) return 'in_store';
  return to === '<' ? 'kept_elsewhere' : to;
}

describe('states, transitions and roles', () => {
  it.each(ITEM_TRANSITION_IDS)('%s: from every state by every role', (transition) => {
    const lines = ITEM_STATE_IDS.flatMap((state) =>
      ROLE_IDS.map((role) => [state, role, verdictOf(transition, state, role)].join(' ')),
    );
    const expected = ITEM_STATE_IDS.flatMap((state) =>
      ROLE_IDS.map((role) => [state, role, expectedOf(transition, state, role)].join(' ')),
    );
    expect(lines).toEqual(expected);
  });

  it('leaves every open state by some transition, and every state but the first by being reached', () => {
    const reached = new Set(ITEM_TRANSITION_IDS.map((id) => transitionOf(id).to));
    for (const state of ITEM_STATE_IDS) {
      expect(reached.has(state)).toBe(true);
      const leaves = ITEM_TRANSITION_IDS.some((id) => transitionOf(id).from.includes(state));
      if (!isEnded(state)) expect([state, leaves]).toEqual([state, true]);
    }
  });

  it('never lets a custodian decide on an incident or a disposition', () => {
    for (const id of ['close_incident', 'confirm_loss', 'await_disposition', 'reverse_end'] as const)
      expect(transitionOf(id).roles).not.toContain('property_custodian');
  });

  it('lets no administrator of the system touch an item', () => {
    for (const id of ITEM_TRANSITION_IDS)
      for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const)
        expect(transitionOf(id).roles).not.toContain(role);
  });
});

type Case = [
  ItemRefusalReason,
  ItemTransition,
  Partial<ItemStanding>,
  Partial<ItemGrounds>,
  Partial<TransitionRequest>,
];

const OPEN_COUNT = { booked: '3', counted: '4' };
const GIVEN = { requestedById: 'judge', approvedByIds: ['leader'], quantity: '3' };
const REFUSED: Case[] = [
  ['ITEM_ENDED', 'release', { state: 'returned' }, {}, {}],
  ['ITEM_STATE_WRONG', 'release', {}, {}, {}],
  ['ROLE_NOT_ALLOWED', 'relocate', {}, {}, { actor: { personId: 'actor', roles: ['equipment_admin'] } }],
  ['NOT_CUSTODIAN_OF_ROOM', 'relocate', {}, { custodianIds: ['other'] }, {}],
  ['NOT_CUSTODIAN_OF_ROOM', 'split_off', {}, { custodianIds: ['other'] }, {}],
  ['CONCLUDER_KEEPS', 'close_incident', { state: 'under_investigation' }, { custodianIds: ['actor'] }, {}],
  ['CONCLUDER_KEEPS', 'confirm_loss', { state: 'under_investigation', holderId: 'actor' }, {}, {}],
  ['PERSON_CONFLICTED', 'relocate', {}, { conflictedPersonIds: ['actor'] }, {}],
  ['ITEM_UNDER_LEGAL_HOLD', 'prepare_release', {}, { legalHolds: ['监察委'] }, {}],
  [
    'OWNERSHIP_DISPUTED',
    'return_to_owner',
    { state: 'awaiting_disposition' },
    { isOwnershipDisputed: true },
    {},
  ],
  ['COUNT_DIFFERENCE_OPEN', 'split_off', {}, { openCount: OPEN_COUNT }, {}],
  ['STOCKTAKE_OPEN', 'relocate', {}, { isInStocktake: true }, {}],
  ['ROOM_FROZEN', 'relocate', {}, { isRoomFrozen: true }, {}],
  ['CLASS_PROHIBITED', 'check_in', { state: 'awaiting_check' }, { category: 'firearms' }, {}],
  ['CLASS_PROHIBITED', 'check_in', { state: 'awaiting_check' }, { category: 'narcotics' }, {}],
  ['CLASS_PROHIBITED', 'check_in', { state: 'awaiting_check' }, { category: 'explosives' }, {}],
  ['CLASS_PROHIBITED', 'check_in', { state: 'awaiting_check' }, { category: 'counterfeit_notes' }, {}],
  ['CLASS_PROHIBITED', 'arrive', { state: 'preregistered' }, { category: 'firearms' }, { isPutAway: true }],
  ['CLASS_PROHIBITED', 'from_keeper', { state: 'kept_elsewhere' }, { category: 'narcotics' }, {}],
  ['NOT_DESTROYED_HERE', 'destroy', { state: 'awaiting_disposition' }, { category: 'relics_and_art' }, {}],
  ['SEAL_NOT_THERE', 'unseal', {}, {}, {}],
  ['SEAL_STILL_THERE', 'reseal', { sealNumber: 'F-1' }, {}, {}],
  ['FACTS_MISSING', 'check_in', { state: 'awaiting_check' }, { category: 'vehicles' }, {}],
  ['FACTS_MISSING', 'check_in', { state: 'awaiting_check' }, { facts: { ...FACTS, defects: ' ' } }, {}],
  ['QUANTITY_INVALID', 'check_in', { state: 'awaiting_check', onHand: '0' }, {}, { quantity: '1.5' }],
  [
    'QUANTITY_INVALID',
    'check_in',
    { state: 'awaiting_check', onHand: '0', unit: '批' },
    {},
    { quantity: '1' },
  ],
  ['QUANTITY_INVALID', 'check_in', { state: 'awaiting_check', onHand: '0' }, {}, { quantity: '0' }],
  ['QUANTITY_EXCEEDS_ON_HAND', 'consume', { state: 'on_loan' }, {}, { quantity: '4' }],
  ['QUANTITY_NOT_WHOLE', 'prepare_release', {}, {}, { quantity: '2' }],
  ['LAST_ONE_NEEDS_INCIDENT', 'record_death', {}, {}, { quantity: '3' }],
  ['SECOND_PERSON_MISSING', 'check_in', { state: 'awaiting_check' }, {}, { secondPersonId: null }],
  ['SECOND_PERSON_MISSING', 'relocate', {}, { grade: 'valuable' }, { secondPersonId: null }],
  ['SECOND_PERSON_MISSING', 'relocate', { unit: 'CNY' }, { category: 'cash' }, { secondPersonId: null }],
  [
    'SECOND_PERSON_CONFLICTED',
    'check_in',
    { state: 'awaiting_check' },
    { conflictedPersonIds: ['second'] },
    { secondPersonId: 'second' },
  ],
  ['SECOND_PERSON_IS_ACTOR', 'check_in', { state: 'awaiting_check' }, {}, { secondPersonId: 'actor' }],
  ['SECOND_PERSON_IS_COUNTERPART', 'check_in', { state: 'awaiting_check' }, {}, { counterpartId: 'second' }],
  ['SECOND_PERSON_IS_COUNTERPART', 'release', { state: 'awaiting_release' }, {}, { counterpartId: 'actor' }],
  ['TAKER_IS_STAFF', 'return_to_owner', { state: 'awaiting_disposition' }, {}, { counterpartId: 'third' }],
  ['APPROVAL_MISSING', 'prepare_release', {}, {}, { approval: null }],
  ['APPROVAL_MISSING', 'prepare_release', {}, {}, { approval: { ...GIVEN, approvedByIds: [] } }],
  ['APPROVAL_BY_SAME_PERSON', 'prepare_release', {}, {}, { approval: { ...GIVEN, requestedById: 'actor' } }],
  [
    'APPROVAL_BY_SAME_PERSON',
    'prepare_release',
    {},
    {},
    { approval: { ...GIVEN, approvedByIds: ['x', 'actor'] } },
  ],
  [
    'APPROVAL_BY_SAME_PERSON',
    'prepare_release',
    {},
    {},
    { approval: { ...GIVEN, approvedByIds: ['judge'] } },
  ],
  [
    'APPROVAL_BY_SAME_PERSON',
    'release',
    { state: 'awaiting_release' },
    {},
    { approval: { ...GIVEN, approvedByIds: ['second'] } },
  ],
  ['APPROVAL_EXCEEDED', 'prepare_release', {}, {}, { approval: { ...GIVEN, quantity: '2' } }],
  ['EVIDENCE_MISSING', 'check_in', { state: 'awaiting_check' }, {}, { evidence: new Set() }],
  ['OCCURRED_IN_FUTURE', 'relocate', {}, {}, { occurredAtMs: 1001 }],
  ['OCCURRED_BEFORE_LAST_ENTRY', 'relocate', {}, { lastOccurredAtMs: 1500 }, { nowMs: 2000 }],
];

describe('reasons', () => {
  it.each(REFUSED)('%s: %s', (reason, transition, where, what, how) => {
    const verdict = decideTransition(standing(where), grounds(what), request(transition, how));
    expect(verdict).toMatchObject({ allowed: false, reason });
  });

  it('names the earliest of all that is wrong', () => {
    const order = Object.keys(ITEM_REFUSALS);
    const wrong = REFUSED.filter(
      ([, transition]) => transition === 'prepare_release' || transition === 'relocate',
    );
    for (const [first, transition, , grounds1, request1] of wrong)
      for (const [second, , , grounds2, request2] of wrong) {
        const both = decideTransition(
          standing(),
          grounds({ ...grounds2, ...grounds1 }),
          request(transition, { ...request2, ...request1 }),
        );
        if (both.allowed) throw new Error('two reasons against it and allowed');
        expect(order.indexOf(both.reason)).toBeLessThanOrEqual(
          Math.max(order.indexOf(first), order.indexOf(second)),
        );
      }
  });

  it('while a first count is open, nothing ends and no quantity changes, but for what has left or leaders conclude', () => {
    const spared = ['refuse_receipt', 'void_entry', 'reject_difference', 'confirm_handover', 'confirm_loss'];
    const settling = ['baseline_more', 'baseline_less', 'reverse_end'];
    const verdicts = ITEM_TRANSITION_IDS.filter((id) => !startsLife(id)).flatMap((id) => {
      const { to, flow, from } = transitionOf(id);
      const [state = 'in_store'] = from;
      const changes = flow !== 'none' || (isItemState(to) && isEnded(to));
      if (!changes || flow === 'received' || [...spared, ...settling].includes(id)) return [];
      const onHand = isEnded(state) ? '0' : '3';
      const verdict = decideTransition(
        standing({ state, onHand }),
        grounds({ openCount: OPEN_COUNT }),
        request(id),
      );
      return [[id, verdict.allowed ? 'ALLOWED' : verdict.reason]];
    });
    expect(verdicts.length).toBeGreaterThan(14);
    expect(verdicts.filter(([, verdict]) => verdict !== 'COUNT_DIFFERENCE_OPEN')).toEqual([]);
    for (const id of ['dispatch', 'await_disposition'] as const)
      expect(
        decideTransition(
          standing({ state: transitionOf(id).from[0] ?? 'in_store' }),
          grounds({ openCount: OPEN_COUNT }),
          request(id),
        ),
      ).toMatchObject({
        reason: 'COUNT_DIFFERENCE_OPEN',
        facts: { booked: { zh: '3 件' }, counted: { zh: '4 件' } },
      });
  });

  it('an incident can be reported while a stocktake is open and the room is frozen', () => {
    const verdict = decideTransition(
      standing(),
      grounds({ isInStocktake: true, isRoomFrozen: true, legalHolds: ['另案法院'] }),
      request('report_incident', { secondPersonId: null, approval: null }),
    );
    expect(verdict).toEqual({ allowed: true, state: 'under_investigation' });
  });

  it('a part of what is divisible leaves the rest in its state', () => {
    const part = (transition: ItemTransition, state: ItemState) =>
      decideTransition(standing({ state }), grounds(), request(transition, { quantity: '1' }));
    expect(part('return_to_owner', 'awaiting_disposition')).toEqual({
      allowed: true,
      state: 'awaiting_disposition',
    });
    expect(part('consume', 'on_loan')).toEqual({ allowed: true, state: 'on_loan' });
    expect(part('split_off', 'in_store')).toEqual({ allowed: true, state: 'in_store' });
    expect(part('confirm_loss', 'under_investigation')).toEqual({
      allowed: true,
      state: 'under_investigation',
    });
  });

  it('what is called off goes back to where it is kept', () => {
    const back = (keeper: string | null) =>
      decideTransition(
        standing({ state: 'public_notice', keeper }),
        grounds(),
        request('call_off_disposition'),
      );
    expect(back(null)).toMatchObject({ state: 'in_store' });
    expect(back('临河区公安局')).toMatchObject({ state: 'kept_elsewhere' });
  });

  it('starts of a life ask for no state', () => {
    expect(ITEM_TRANSITION_IDS.filter(startsLife)).toEqual([
      'preregister',
      'take_over',
      'split_from',
      'find_inside',
      'reattribute_in',
      'book_proceeds',
      'book_recovery',
      'book_residue',
    ]);
  });
});
