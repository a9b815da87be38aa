import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { Sentence } from '../../../platform/errors.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { amountOfMinorUnits } from '../item-quantity.ts';
import { requestForItems } from '../request-for-items.ts';
import { factsOfDriving } from './release-terms.ts';
import type { requestOutsideKeepingEndpoint } from './requests.contract.ts';

const PERIODS = {
  day: { zh: '每日', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  once: { zh: '一次性', en: 'once' },
} as const;

function feeSaid(feeFen: number, period: keyof typeof PERIODS): Sentence {
  const [amount, how] = [sayQuantity(amountOfMinorUnits(feeFen, 'CNY'), 'CNY'), PERIODS[period]];
  return { zh: `${how.zh} ${amount.zh}`, en: `${amount.en} ${how.en}` };
}

/**
 * What the court cannot keep itself, animals, vehicles, bulk goods, goes to a keeper under a contract.
 * Refusals: those of requestForItems.
 */
export async function requestOutsideKeeping(
  command: CommandContext,
  { body }: InputOf<typeof requestOutsideKeepingEndpoint>,
): Promise<ResponseOf<typeof requestOutsideKeepingEndpoint>> {
  const { items, reason, ...terms } = body;
  const { feeFen, feePeriod, contractEndsOn } = terms;
  return requestForItems(command, {
    kind: 'outside_keeping',
    items,
    reason,
    terms,
    facts: [
      { zh: '保管单位', en: 'Keeper', value: terms.receiver },
      { zh: '合同', en: 'Contract', value: terms.contractNumber },
      ...(contractEndsOn === null ? [] : [{ zh: '合同到期', en: 'Contract ends', value: contractEndsOn }]),
      ...(feeFen === null
        ? []
        : [
            {
              zh: '保管费',
              en: 'Fee',
              value: feeSaid(feeFen, feePeriod ?? 'month'),
            },
          ]),
      ...factsOfDriving(terms.allowedKm),
    ],
  });
}
