import type { CommandContext } from '../../../platform/run-command.ts';
import type { Occasion } from '../item-happening.ts';
import { amountOfMinorUnits, minorUnitsOf } from '../item-quantity.ts';
import { recordTransitions, type TransitionLine } from '../record-transitions.ts';
import type { WrittenStep } from '../write-steps.ts';
import { insertConversions } from './conversion.sql.ts';
import { shareCredit } from './share-credit.rules.ts';

const INTO = 'CNY';

/**
 * What a bank changed leaves the foreign currency and comes into yuan, each an entry of the case's book: from that day on
 * it is yuan in every balance. `steps`: the deposits of one slip, among which the credit is shared by their amounts.
 * Refusal: LINES_REFUSED, where an item is worth less than one 分.
 */
export async function recordConversion(
  command: CommandContext,
  steps: readonly WrittenStep[],
  {
    depositId,
    slipNumber,
    depositedOn,
    creditedFen,
    occasion,
  }: {
    readonly depositId: string;
    readonly slipNumber: string;
    readonly depositedOn: string;
    readonly creditedFen: number;
    readonly occasion: Occasion;
  },
): Promise<void> {
  const { trx, actor } = command;
  const amounts = steps.map(({ after }) => minorUnitsOf(after.onHand, after.unit) ?? 0);
  const credited = shareCredit(creditedFen, amounts).map((fen) => amountOfMinorUnits(fen, INTO));
  const shared = { evidence: ['payment_slip'] as const, details: { depositId, slipNumber } };
  const lineOf = (index: number, line: Pick<TransitionLine, 'transition' | 'quantity' | 'change'>) => ({
    ...shared,
    ...line,
    itemId: steps[index]?.item.id ?? '',
  });
  await recordTransitions(command, {
    // The next entry says what the bank made of it.
    occasion: { ...occasion, note: null },
    lines: steps.map((_step, index) => lineOf(index, { transition: 'convert_out' })),
  });
  const written = await recordTransitions(command, {
    occasion,
    lines: credited.map((quantity, index) =>
      lineOf(index, { transition: 'convert_in', quantity, change: { unit: INTO } }),
    ),
  });
  const sequences = new Map(written.steps.map(({ item, entry }) => [item.id, entry.sequence]));
  await insertConversions(
    trx,
    actor.courtId,
    { depositId, on: depositedOn },
    steps.map(({ item, after }, index) => ({
      ...{ itemId: item.id, fromUnit: after.unit, fromQuantity: after.onHand },
      ...{ toUnit: INTO, toQuantity: credited[index] ?? '0', sequence: sequences.get(item.id) ?? 0 },
    })),
  );
}
