/** 专人专管: who may be made custodian or deputy of a room, and when an appointment ends. Pure. */

export const CUSTODIAN_ROLE = 'property_custodian';

export interface HeldOffice {
  readonly personId: string;
  readonly kind: 'custodian' | 'deputy';
  readonly startsAtMs: number;
  /** null: until somebody takes over. */
  readonly endsAtMs: number | null;
}

export interface AppointmentGrounds {
  readonly kind: 'custodian' | 'deputy';
  readonly personId: string;
  readonly appointerId: string;
  /** An open account in the court, with its roles on the day on which the office begins. */
  readonly person: { readonly roles: readonly string[] } | null;
  readonly startsAtMs: number;
  readonly endsAtMs: number | null;
  readonly nowMs: number;
  /** Every appointment to the room, past ones included. */
  readonly held: readonly HeldOffice[];
}

/** In order of precedence. */
export const APPOINTMENT_DENIALS = [
  'APPOINTS_ONESELF',
  'CUSTODIAN_NOT_OF_COURT',
  'CUSTODIAN_LACKS_ROLE',
  'OFFICE_ENDS_BEFORE_IT_BEGINS',
  'OFFICE_BEGINS_LATER',
  'ROOM_HAS_CUSTODIAN',
  'OFFICE_OVERLAPS',
  'ROOM_HAS_NO_CUSTODIAN',
  'DEPUTY_IS_CUSTODIAN',
] as const;
export type AppointmentDenial = (typeof APPOINTMENT_DENIALS)[number];

export type AppointmentVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: AppointmentDenial };

export function isInOffice(office: HeldOffice, atMs: number): boolean {
  return office.startsAtMs <= atMs && (office.endsAtMs === null || office.endsAtMs > atMs);
}

function overlaps(office: HeldOffice, startsAtMs: number, endsAtMs: number | null): boolean {
  return (
    (endsAtMs === null || office.startsAtMs < endsAtMs) &&
    (office.endsAtMs === null || office.endsAtMs > startsAtMs)
  );
}

function denialOf(grounds: AppointmentGrounds): AppointmentDenial | null {
  const { kind, personId, startsAtMs, endsAtMs, held } = grounds;
  if (personId === grounds.appointerId) return 'APPOINTS_ONESELF';
  if (grounds.person === null) return 'CUSTODIAN_NOT_OF_COURT';
  if (!grounds.person.roles.includes(CUSTODIAN_ROLE)) return 'CUSTODIAN_LACKS_ROLE';
  if (endsAtMs !== null && endsAtMs <= startsAtMs) return 'OFFICE_ENDS_BEFORE_IT_BEGINS';
  const custodians = held.filter((office) => office.kind === 'custodian');
  if (kind === 'custodian') {
    if (startsAtMs > grounds.nowMs) return 'OFFICE_BEGINS_LATER';
    if (custodians.some((office) => office.endsAtMs === null)) return 'ROOM_HAS_CUSTODIAN';
    return custodians.some((office) => overlaps(office, startsAtMs, null)) ? 'OFFICE_OVERLAPS' : null;
  }
  const custodian = custodians.find((office) => isInOffice(office, grounds.nowMs));
  if (custodian === undefined) return 'ROOM_HAS_NO_CUSTODIAN';
  if (custodian.personId === personId) return 'DEPUTY_IS_CUSTODIAN';
  const own = held.filter((office) => office.kind === 'deputy' && office.personId === personId);
  return own.some((office) => overlaps(office, startsAtMs, endsAtMs)) ? 'OFFICE_OVERLAPS' : null;
}

/** A custodian begins at once or began earlier, and is followed only through a handover; a deputy has a last day. */
export function decideAppointment(grounds: AppointmentGrounds): AppointmentVerdict {
  const reason = denialOf(grounds);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}

/** Who of those in office may handle the items of a case: whoever must keep away from it does not, a deputy does. */
export function listActingFor<P extends { readonly personId: string; readonly kind: 'custodian' | 'deputy' }>(
  inOffice: readonly P[],
  recusedIds: readonly string[],
): P[] {
  const acting = inOffice.filter(({ personId }) => !recusedIds.includes(personId));
  return [
    ...acting.filter(({ kind }) => kind === 'custodian'),
    ...acting.filter(({ kind }) => kind === 'deputy'),
  ];
}
