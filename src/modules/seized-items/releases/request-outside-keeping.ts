import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { amountOfMinorUnits } from '../item-quantity.ts';
import { requestForItems } from '../request-for-items.ts';
import { factsOfDriving } from './release-terms.ts';
import type { requestOutsideKeepingEndpoint } from './requests.contract.ts';

const PERIODS = { day: '每日', month: '每月', once: '一次性' } as const;

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
              value: `${PERIODS[feePeriod ?? 'month']} ${amountOfMinorUnits(feeFen, 'CNY')} 元`,
            },
          ]),
      ...factsOfDriving(terms.allowedKm),
    ],
  });
}
