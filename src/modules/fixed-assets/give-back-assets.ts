import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { giveBackAssetsEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Takes loans back into stock. Refusals: those of recordMoves. */
export async function giveBackAssets(
  command: CommandContext,
  input: InputOf<typeof giveBackAssetsEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'give_back',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: { holderId: null, placeId: input.placeId },
    details: { condition: input.condition },
  });
}
