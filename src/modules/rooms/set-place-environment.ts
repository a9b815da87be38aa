import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { appendConditionChange } from './place-condition.sql.ts';
import type { setPlaceEnvironmentEndpoint } from './place-environment.contract.ts';
import { findPlaceName, writePlaceEnvironment } from './place-environment.sql.ts';
import { readPlaceEnvironment } from './read-place-environment.ts';

/**
 * A fridge, a safe or a dry cabinet offers more than its room, for everything in it. What already lies there and no
 * longer fits shows in the list of things kept wrongly. Refusal: PLACE_OUTSIDE_ROOMS.
 */
export async function setPlaceEnvironment(
  command: CommandContext,
  { params: { placeId }, body }: InputOf<typeof setPlaceEnvironmentEndpoint>,
): Promise<ResponseOf<typeof setPlaceEnvironmentEndpoint>> {
  const { trx, actor } = command;
  const place = { courtId: actor.courtId, placeId };
  const before = await readPlaceEnvironment(trx, place);
  const environment = [...new Set(body.environment)];
  await writePlaceEnvironment(trx, actor.courtId, placeId, environment);
  await appendConditionChange(
    command,
    placeId,
    { environment: before.own, categories: [] },
    { environment, categories: [] },
  );
  command.audit({
    subjectKind: 'place',
    subjectId: placeId,
    subjectLabel: (await findPlaceName(trx, actor.courtId, placeId)) ?? '',
    before: { environment: before.own },
    after: { environment },
  });
  return readPlaceEnvironment(trx, place);
}
