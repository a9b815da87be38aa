import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { transferAssetsEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Transfers assets to another department or person of the court. Refusals: those of recordMoves. */
export async function transferAssets(
  command: CommandContext,
  input: InputOf<typeof transferAssetsEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'transfer',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: { departmentId: input.departmentId, holderId: input.holderId, placeId: input.placeId },
    receipt: input.receipt,
  });
}
