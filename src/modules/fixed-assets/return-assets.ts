import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { returnAssetsEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Takes assets back into stock; the holder is cleared. Refusals: those of recordMoves. */
export async function returnAssets(
  command: CommandContext,
  input: InputOf<typeof returnAssetsEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'return',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: { departmentId: input.departmentId, holderId: null, placeId: input.placeId ?? undefined },
  });
}
