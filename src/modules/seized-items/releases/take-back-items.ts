import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { receiveBack } from './receive-back.ts';
import type { takeBackItemsEndpoint } from './release-steps.contract.ts';

/** What was dispatched comes back, refused there or after the second instance (T13); it is received like a delivery. Refusals: those of receiveBack. */
export async function takeBackItems(
  command: CommandContext,
  { params, body }: InputOf<typeof takeBackItemsEndpoint>,
): Promise<ResponseOf<typeof takeBackItemsEndpoint>> {
  const back = {
    state: 'in_transit',
    transition: 'take_back_from_transit',
    photoStep: 'take_back',
    evidence: ['handover_list'],
  } as const;
  return receiveBack(command, { ...params, ...back, body });
}
