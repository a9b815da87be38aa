import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import { refuseAsset } from './asset-refusals.ts';
import type { lendAssetsEndpoint, MovesAnswer } from './moves.contract.ts';
import { recordMoves } from './record-moves.ts';

/** Lends assets to a person until a day. Refusals: DUE_DAY_NOT_AFTER_LOAN, and those of recordMoves. */
export async function lendAssets(
  command: CommandContext,
  input: InputOf<typeof lendAssetsEndpoint>['body'],
): Promise<MovesAnswer> {
  const lentAt = input.occurredAt === undefined ? command.now : new Date(input.occurredAt);
  if (input.dueOn <= shanghaiDay(lentAt)) throw refuseAsset('DUE_DAY_NOT_AFTER_LOAN');
  return recordMoves(command, {
    move: 'loan',
    assetIds: input.assetIds,
    occurredAt: input.occurredAt,
    basis: input.basis,
    note: input.note,
    target: { holderId: input.holderId },
    loanDueOn: input.dueOn,
    details: { dueOn: input.dueOn },
    receipt: input.receipt,
  });
}
