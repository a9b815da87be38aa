import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { takeBackFromRepairEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Takes assets back from repair into the status they had. Refusals: those of recordMoves. */
export async function takeBackFromRepair(
  command: CommandContext,
  input: InputOf<typeof takeBackFromRepairEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'take_back',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: {},
    details: { outcome: input.outcome, costFen: input.costFen },
  });
}
