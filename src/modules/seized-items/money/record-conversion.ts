import type { CommandContext } from '../../../platform/run-command.ts';
import type { Occasion } from '../item-happening.ts';
import { amountOfMinorUnits, minorUnitsOf } from '../item-quantity.ts';
import { recordTransitions, type TransitionLine } from '../record-transitions.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import { insertConversions } from './conversion.sql.ts';
import { shareCredit } from './share-credit.rules.ts';

const INTO = 'CNY';

export interface ConvertedSlip {
  /** null: no deposit brought it to the bank. */
  readonly depositId: string | null;
  /** null: at the counter, on the slip of the deposit itself. */
  readonly conversionId: string | null;
  readonly slipNumber: string;
  readonly convertedOn: string;
  readonly creditedFen: number;
  /** Under what the yuan are kept; null: where the deposit is. */
  readonly keeper: string | null;
  readonly occasion: Occasion;
}

/** What lies at the bank of one item, all of it. */
export interface ChangedMoney {
  readonly itemId: string;
  readonly unit: string;
  readonly onHand: string;
}

/**
 * What a bank changed leaves the foreign currency and comes into yuan, each an entry of the case's book: from that day on
 * it is yuan in every balance. The credit is shared among the items by their amounts. `beforeKept`: writes what the
 * conversions refer to, once the entries are allowed. Refusal: LINES_REFUSED, where an item is worth less than one 分.
 */
export async function recordConversion(
  command: CommandContext,
  money: readonly ChangedMoney[],
  slip: ConvertedSlip,
  beforeKept: () => Promise<void> = () => Promise.resolve(),
): Promise<TransitionsAnswer> {
  const { trx, actor } = command;
  const { depositId, conversionId, slipNumber, convertedOn, creditedFen, keeper, occasion } = slip;
  const amounts = money.map(({ onHand, unit }) => minorUnitsOf(onHand, unit) ?? 0);
  const credited = shareCredit(creditedFen, amounts).map((fen) => amountOfMinorUnits(fen, INTO));
  const referred = {
    slipNumber,
    ...(depositId === null ? {} : { depositId }),
    ...(conversionId === null ? {} : { conversionId }),
  };
  const shared = { evidence: ['payment_slip'] as const, details: referred };
  const moved = keeper === null ? {} : { keeper };
  const named = keeper === null ? {} : { names: { holder: keeper } };
  const lineOf = (index: number, line: Omit<TransitionLine, 'itemId' | 'evidence' | 'details'>) => ({
    ...shared,
    ...line,
    itemId: money[index]?.itemId ?? '',
  });
  const out = await recordTransitions(command, {
    // The next entry says what the bank made of it.
    occasion: { ...occasion, note: null },
    lines: money.map((_one, index) => lineOf(index, { transition: 'convert_out' })),
  });
  if (out.refusedCount > 0) return out;
  const { steps, ...answer } = await recordTransitions(command, {
    occasion,
    lines: credited.map((quantity, index) =>
      lineOf(index, { transition: 'convert_in', quantity, change: { unit: INTO, ...moved }, ...named }),
    ),
  });
  if (answer.refusedCount > 0) return answer;
  await beforeKept();
  const sequences = new Map(steps.map(({ item, entry }) => [item.id, entry.sequence]));
  await insertConversions(
    trx,
    actor.courtId,
    { depositId, conversionId, on: convertedOn },
    money.map(({ itemId, unit, onHand }, index) => ({
      ...{ itemId, fromUnit: unit, fromQuantity: onHand },
      ...{ toUnit: INTO, toQuantity: credited[index] ?? '0', sequence: sequences.get(itemId) ?? 0 },
    })),
  );
  return answer;
}
