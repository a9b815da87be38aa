import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { relocateAssetsEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Moves assets to another place; holder and department stay. Refusals: those of recordMoves. */
export async function relocateAssets(
  command: CommandContext,
  input: InputOf<typeof relocateAssetsEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'relocate',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: { placeId: input.placeId },
  });
}
