import { shanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { holdsOn } from '../../accounts/membership.rules.ts';
import { listMembershipsOfPerson } from '../../accounts/membership.sql.ts';

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

/** Whether two people together are a custodian and a finance officer, each in a role of their own. Pure. */
export function areCustodianAndFinance(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  return pairs.some(
    ([custodian, finance]) => custodian.has('property_custodian') && finance.has('finance_officer'),
  );
}
