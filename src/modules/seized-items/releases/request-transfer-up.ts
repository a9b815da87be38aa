import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { requestForItems } from '../request-for-items.ts';
import { factsOfDriving } from './release-terms.ts';
import type { requestTransferUpEndpoint } from './requests.contract.ts';

/**
 * An appeal or a protest takes the exhibits to the court of second instance (刑诉法解释第440条). Refusals: those of
 * requestForItems.
 */
export async function requestTransferUp(
  command: CommandContext,
  { body }: InputOf<typeof requestTransferUpEndpoint>,
): Promise<ResponseOf<typeof requestTransferUpEndpoint>> {
  const { items, reason, ...terms } = body;
  return requestForItems(command, {
    kind: 'transfer_up',
    items,
    reason,
    terms,
    facts: [
      { zh: '二审法院', en: 'Court of second instance', value: terms.receiver },
      ...(terms.appealNumber === null
        ? []
        : [{ zh: '二审案号', en: 'Number of the appeal', value: terms.appealNumber }]),
      ...factsOfDriving(terms.allowedKm),
    ],
  });
}
