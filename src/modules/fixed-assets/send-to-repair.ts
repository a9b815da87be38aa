import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { sendToRepairEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Sends assets to a repairer; the status before is kept. Refusals: those of recordMoves. */
export async function sendToRepair(
  command: CommandContext,
  input: InputOf<typeof sendToRepairEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'send_to_repair',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: {},
    counterparty: input.repairer,
    details: { fault: input.fault, expectedOn: input.expectedOn },
  });
}
