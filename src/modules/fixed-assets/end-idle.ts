import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { endIdleEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Ends idle: in use again with a holder, otherwise in stock. Refusals: those of recordMoves. */
export async function endIdle(
  command: CommandContext,
  input: InputOf<typeof endIdleEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'end_idle',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: {},
  });
}
