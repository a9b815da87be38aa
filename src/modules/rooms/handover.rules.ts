/**
 * 保管交接: a room goes from one custodian to another through freeze, full count and signatures (domain §4.5). States
 * and transitions as data. Pure.
 */

export const HANDOVER_CAUSES = {
  leave: { zh: '离职、退休', en: 'Leaves the service' },
  transfer: { zh: '调岗', en: 'Is transferred' },
  long_leave: { zh: '长期休假', en: 'Takes long leave' },
  death: { zh: '亡故', en: 'Has died' },
  suspension: { zh: '停职', en: 'Is suspended' },
  suspicion: { zh: '涉嫌失职', en: 'Is suspected of neglect' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type HandoverCause = keyof typeof HANDOVER_CAUSES;
// why: the keys of a literal object are its causes, and there is at least one.
export const HANDOVER_CAUSE_KEYS = Object.keys(HANDOVER_CAUSES) as [HandoverCause, ...HandoverCause[]];

export const HANDOVER_STATES = ['counting', 'signing', 'completed', 'cancelled'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** What a person is in one handover; `manager`: may open and cancel, and is none of the others. */
export const HANDOVER_PARTS = ['outgoing', 'incoming', 'supervisor', 'lead', 'leader', 'manager'] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];

interface Transition {
  readonly from: readonly HandoverState[];
  /** null: it stays as it is, or the last signature completes it. */
  readonly to: HandoverState | null;
  readonly by: readonly HandoverPart[];
}

const TEAM = ['incoming', 'supervisor', 'lead', 'leader'] as const;

/** The outgoing custodian is there and signs, and neither counts nor calls the handover off. */
export const HANDOVER_TRANSITIONS = {
  check_line: { from: ['counting'], to: null, by: TEAM },
  settle_matter: { from: ['counting'], to: null, by: TEAM },
  finish_count: { from: ['counting'], to: 'signing', by: ['lead', 'supervisor'] },
  count_again: { from: ['signing'], to: 'counting', by: ['lead', 'supervisor'] },
  sign: {
    from: ['signing'],
    to: null,
    by: ['outgoing', 'incoming', 'supervisor', 'lead', 'leader', 'manager'],
  },
  cancel: { from: ['counting', 'signing'], to: 'cancelled', by: ['supervisor', 'leader', 'manager'] },
} as const satisfies Record<string, Transition>;
export type HandoverTransition = keyof typeof HANDOVER_TRANSITIONS;
export const HANDOVER_TRANSITION_KEYS = [
  'check_line',
  'settle_matter',
  'finish_count',
  'count_again',
  'sign',
  'cancel',
] as const satisfies readonly HandoverTransition[];

export interface HandoverFacts {
  readonly state: HandoverState;
  /** Every part that the acting person has. */
  readonly parts: readonly HandoverPart[];
  /** Lines that are neither scanned nor explained. */
  readonly pendingLines: number;
  /** Matters of which nobody has said who answers for them. */
  readonly openMatters: number;
  readonly signatures: number;
}

/** In order of precedence. */
export const HANDOVER_DENIALS = [
  'HANDOVER_STATE_DIFFERS',
  'NOT_IN_HANDOVER',
  'LINES_PENDING',
  'MATTERS_OPEN',
  'HANDOVER_SIGNED_ALREADY',
] as const;
export type HandoverDenial = (typeof HANDOVER_DENIALS)[number];

export type HandoverVerdict =
  | { readonly allowed: true; readonly to: HandoverState }
  | { readonly allowed: false; readonly reason: HandoverDenial };

/** Whether the person may take the step now, and the state that follows. */
export function decideHandoverStep(step: HandoverTransition, facts: HandoverFacts): HandoverVerdict {
  const transition: Transition = HANDOVER_TRANSITIONS[step];
  const denied = (reason: HandoverDenial): HandoverVerdict => ({ allowed: false, reason });
  if (!transition.from.includes(facts.state)) return denied('HANDOVER_STATE_DIFFERS');
  if (!transition.by.some((part) => facts.parts.includes(part))) return denied('NOT_IN_HANDOVER');
  if (step === 'finish_count' && facts.pendingLines > 0) return denied('LINES_PENDING');
  if (step === 'finish_count' && facts.openMatters > 0) return denied('MATTERS_OPEN');
  if (step === 'count_again' && facts.signatures > 0) return denied('HANDOVER_SIGNED_ALREADY');
  return { allowed: true, to: transition.to ?? facts.state };
}

export const SIGNING_ROLES = ['outgoing', 'incoming', 'supervisor', 'leader'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];
export type HandoverForm = 'regular' | 'emergency';

/** Three signatures; without the outgoing custodian a leader signs in their place. */
export function signingRolesOf(form: HandoverForm): SigningRole[] {
  return form === 'regular' ? ['outgoing', 'incoming', 'supervisor'] : ['incoming', 'supervisor', 'leader'];
}

export interface OpeningFacts {
  readonly form: HandoverForm;
  readonly openerId: string;
  readonly outgoingId: string | null;
  readonly incomingId: string;
  readonly supervisorId: string;
  readonly leadId: string;
  readonly leaderId: string | null;
  readonly incomingRoles: readonly string[];
  readonly leaderRoles: readonly string[];
  readonly isOpenAlready: boolean;
}

/** In order of precedence. */
export const OPENING_DENIALS = [
  'ROOM_HAS_NO_CUSTODIAN',
  'HANDOVER_OPEN_ALREADY',
  'INCOMING_IS_OUTGOING',
  'INCOMING_OPENS',
  'INCOMING_LACKS_ROLE',
  'SUPERVISOR_TAKES_PART',
  'OUTGOING_LEADS_COUNT',
  'INCOMING_LEADS_COUNT',
  'LEADER_MISSING',
  'LEADER_NOT_FIT',
] as const;
export type OpeningDenial = (typeof OPENING_DENIALS)[number];

const CUSTODIAN_ROLE = 'property_custodian';
const LEADER_ROLES = ['president', 'vice_president', 'department_head'];

/** Why the handover cannot be opened with these people, or null. */
export function decideOpening(facts: OpeningFacts): OpeningDenial | null {
  const { outgoingId, incomingId, supervisorId, leadId, leaderId } = facts;
  if (outgoingId === null) return 'ROOM_HAS_NO_CUSTODIAN';
  if (facts.isOpenAlready) return 'HANDOVER_OPEN_ALREADY';
  if (incomingId === outgoingId) return 'INCOMING_IS_OUTGOING';
  if (incomingId === facts.openerId) return 'INCOMING_OPENS';
  if (!facts.incomingRoles.includes(CUSTODIAN_ROLE)) return 'INCOMING_LACKS_ROLE';
  if ([outgoingId, incomingId].includes(supervisorId)) return 'SUPERVISOR_TAKES_PART';
  if (leadId === outgoingId) return 'OUTGOING_LEADS_COUNT';
  if (leadId === incomingId) return 'INCOMING_LEADS_COUNT';
  if (facts.form === 'regular') return null;
  if (leaderId === null) return 'LEADER_MISSING';
  const isApart = ![outgoingId, incomingId, supervisorId].includes(leaderId);
  const isLeader = facts.leaderRoles.some((role) => LEADER_ROLES.includes(role));
  return isApart && isLeader ? null : 'LEADER_NOT_FIT';
}
