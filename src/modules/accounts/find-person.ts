import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { personSummaryOf } from './list-people.ts';
import { listMembershipsOfPerson, type MembershipRow } from './membership.sql.ts';
import type { findPerson as declaration } from './people.contract.ts';
import { findPersonOfCourt } from './people-list.sql.ts';
import { mayUse } from './permissions.ts';
import { findCredentialFacts, findPersonRow } from './person.sql.ts';
import { holdsOn } from './rules.ts';

type Answer = ResponseOf<typeof declaration>;

function membershipViewOf(row: MembershipRow, today: string) {
  return {
    id: row.id,
    role: row.role,
    departmentId: row.department_id,
    departmentName: row.department_name,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    active: holdsOn({ validFrom: row.valid_from, validUntil: row.valid_until }, today),
    grantedByName: row.granted_by_name,
  };
}

function actionsOn(actor: QueryContext['actor'], person: { id: string; court_id: number; closed: boolean }) {
  const actions: Answer['availableActions'] = [];
  const isOther = person.id !== actor.personId;
  const keepsAccount = person.court_id === actor.courtId && mayUse(actor, 'person.manage');
  if (keepsAccount) actions.push('update');
  if (keepsAccount && person.closed) actions.push('reopen');
  if (keepsAccount && !person.closed && isOther) actions.push('close', 'resetPassword');
  if (!person.closed && isOther && mayUse(actor, 'role.grant')) actions.push('grantRole');
  if (mayUse(actor, 'sign-in-lock.release')) actions.push('releaseLock');
  if (mayUse(actor, 'session.revoke')) actions.push('endSessions');
  return actions;
}

/** One account as the acting court sees it. Refusal: NOT_FOUND. */
export async function findPerson(
  { reader, actor, now }: QueryContext,
  { params }: InputOf<typeof declaration>,
): Promise<Versioned<Answer>> {
  const today = shanghaiDay(now);
  const person = await findPersonRow(reader, params.personId);
  const inCourt = await findPersonOfCourt(reader, actor.courtId, params.personId, today);
  const memberships = await listMembershipsOfPerson(reader, actor.courtId, params.personId);
  const summary = inCourt ?? (memberships.length > 0 && person ? { ...person, ...FORMER } : undefined);
  if (!person || !summary) throw refuse('NOT_FOUND');
  const credential = await findCredentialFacts(reader, person.id);
  return withVersion(person.version, {
    ...personSummaryOf({ ...summary, closed: person.closed_at !== null }),
    phone: person.phone,
    badgeCode: person.badge_code,
    version: person.version,
    createdAt: shanghaiInstant(person.created_at),
    closedAt: person.closed_at && shanghaiInstant(person.closed_at),
    mustChangePassword: credential.must_change,
    hasPin: credential.has_pin,
    pinLockedUntil: credential.pin_locked_until && shanghaiInstant(credential.pin_locked_until),
    memberships: memberships.map((row) => membershipViewOf(row, today)),
    availableActions: actionsOn(actor, { ...person, closed: person.closed_at !== null }),
  });
}

/** Somebody of another court whose roles here have all ended. */
const FORMER = { department_id: null, department_name: null, roles: [], closed: false };
