import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { issueAssetsEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Issues assets to a person or department; a person signs now or later. Refusals: those of recordMoves. */
export async function issueAssets(
  command: CommandContext,
  input: InputOf<typeof issueAssetsEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'issue',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: {
      departmentId: input.departmentId ?? undefined,
      holderId: input.holderId,
      placeId: input.placeId,
    },
    receipt: input.receipt,
  });
}
