import type { Actor } from '../../platform/actor.ts';
import type { ActingPerson } from './identity.sql.ts';
import { grantsOfRoles } from './permissions.ts';

/** Sign-ins under names that nobody has are recorded here; the root court's audit administrator reads them. */
export const COURT_OF_NOBODY = 0;

/** The actor with the grants of today's roles, narrowed to `scopes` for a token. */
export function makeActor(person: ActingPerson, via: 'session' | 'token', scopes?: readonly string[]): Actor {
  const roles = [...new Set(person.roles.map(({ role }) => role))];
  const grants = grantsOfRoles(person.roles, scopes);
  const readsTree = grants.some((grant) => grant.scope === 'tree');
  const readsNobody = person.isRootCourt && grants.some((grant) => grant.permission === 'audit.read');
  const firstDepartment = person.roles.find(({ departmentId }) => departmentId !== null);
  return {
    personId: person.personId,
    personName: person.personName,
    departmentId: person.departmentId ?? firstDepartment?.departmentId ?? null,
    departmentName: person.departmentName ?? firstDepartment?.departmentName ?? null,
    roles,
    via,
    courtId: person.courtId,
    readableCourtIds: [
      person.courtId,
      ...(readsTree ? person.lowerCourtIds : []),
      ...(readsNobody ? [COURT_OF_NOBODY] : []),
    ],
    grants,
  };
}
