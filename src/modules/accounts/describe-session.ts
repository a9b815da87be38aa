import type { Actor } from '../../platform/actor.ts';
import type { AppDependencies } from '../../platform/app-dependencies.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import { PERMISSION_IDS, scopeOf } from './permissions.ts';
import { findOwnAccount, listCourtsOfPerson, type CourtRow } from './session.sql.ts';
import type { readSession } from './session.contract.ts';

function courtSummaryOf(court: CourtRow) {
  return {
    id: court.id,
    name: court.name,
    shortName: court.short_name,
    divisionNumber: court.division_number,
  };
}

/** What the browser needs to know: who, where, with which rights. */
export async function describeSession(
  dependencies: Pick<AppDependencies, 'pool' | 'clock'>,
  actor: Actor,
): Promise<ResponseOf<typeof readSession>> {
  const today = shanghaiDay(dependencies.clock.now());
  const { account, courts } = await runAuthentication(dependencies.pool, async (trx) => ({
    account: await findOwnAccount(trx, actor.personId),
    courts: (await listCourtsOfPerson(trx, actor.personId, today)).map(courtSummaryOf),
  }));
  const court = courts.find(({ id }) => id === actor.courtId);
  if (!court) throw new Error('the acting court is not among the courts of the person');
  return {
    person: {
      id: account.id,
      name: account.full_name,
      username: account.username,
      mustChangePassword: account.must_change,
      badgeCode: account.badge_code,
      hasPin: account.pin_hash !== null,
      departmentId: actor.departmentId,
      departmentName: actor.departmentName,
    },
    court,
    courts,
    roles: [...actor.roles],
    permissions: PERMISSION_IDS.flatMap((permission) => {
      const held = scopeOf(actor, permission);
      return held === null ? [] : [{ permission, scope: held.scope, departmentIds: [...held.departmentIds] }];
    }),
    language: account.language === 'en' ? 'en' : 'zh',
  };
}
