import type { QueryContext } from '../../../platform/run-query.ts';
import { findCustodian } from '../../rooms/find-custodian.ts';

/** Custodian and deputies of both rooms now, by their ids. */
export async function listAnswering(
  { reader, actor, now }: Pick<QueryContext, 'reader' | 'actor' | 'now'>,
  { fromRoomId, toRoomId }: { readonly fromRoomId: string; readonly toRoomId: string },
): Promise<{ from: string[]; to: string[] }> {
  const idsOf = async (roomId: string) => {
    const { custodian, deputies } = await findCustodian(reader, { courtId: actor.courtId, roomId, at: now });
    return [custodian, ...deputies].flatMap((person) => person?.personId ?? []);
  };
  return { from: await idsOf(fromRoomId), to: await idsOf(toRoomId) };
}
