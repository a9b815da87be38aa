import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { markIdleEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Marks assets idle, so that others may ask for them. Refusals: those of recordMoves. */
export async function markIdle(
  command: CommandContext,
  input: InputOf<typeof markIdleEndpoint>['body'],
): Promise<MovesAnswer> {
  return recordMoves(command, {
    move: 'mark_idle',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: {},
    details: { reason: input.reason },
  });
}
