import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { receiveBack } from './receive-back.ts';
import type { giveBackItemsEndpoint } from './release-steps.contract.ts';

/** What was out comes back (T9). The handler may have sent anybody with it, so who brings it is named and signs. Refusals: those of receiveBack. */
export async function giveBackItems(
  command: CommandContext,
  { params, body }: InputOf<typeof giveBackItemsEndpoint>,
): Promise<ResponseOf<typeof giveBackItemsEndpoint>> {
  const back = {
    state: 'out',
    transition: 'give_back',
    photoStep: 'give_back',
    evidence: ['comparison'],
  } as const;
  return receiveBack(command, { ...params, ...back, body });
}
