import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmSecondPerson } from './confirm-second-person.ts';
import type { carryItemsOutEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import { insertMovedThings } from './room-moves/room-move.sql.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/**
 * Items leave their room within a visit there and are in the hands of whoever carries them until they come into another
 * (T23). Refusals: LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function carryItemsOut(
  command: CommandContext,
  body: InputOf<typeof carryItemsOutEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { courtId, personId, personName } = command.actor;
  await insertMovedThings(command.trx, courtId, body.itemIds);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, body, { secondPerson }),
    lines: body.itemIds.map((itemId) => ({
      itemId,
      transition: 'carry_out',
      evidence: [],
      change: { placeId: null, holderId: personId },
      names: { place: null, holder: personName },
    })),
  });
  return answer;
}
