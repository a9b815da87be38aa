import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { holdsOn } from './membership.rules.ts';
import { listMembershipsOfPerson } from './membership.sql.ts';

/** The roles that a person of the acting court holds today. */
export async function listRolesToday(
  { trx, actor, now }: Pick<CommandContext, 'trx' | 'actor' | 'now'>,
  personId: string,
): Promise<ReadonlySet<string>> {
  const today = shanghaiDay(now);
  const memberships = await listMembershipsOfPerson(trx, actor.courtId, personId);
  const held = memberships.filter(({ valid_from: validFrom, valid_until: validUntil }) =>
    holdsOn({ validFrom, validUntil }, today),
  );
  return new Set(held.map(({ role }) => role));
}
