import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { receiveBack } from './receive-back.ts';
import type { takeFromKeeperEndpoint } from './release-steps.contract.ts';

/** What an outside keeper had comes back into the room. Refusals: those of receiveBack. */
export async function takeFromKeeper(
  command: CommandContext,
  { params, body }: InputOf<typeof takeFromKeeperEndpoint>,
): Promise<ResponseOf<typeof takeFromKeeperEndpoint>> {
  const back = {
    state: 'with_keeper',
    transition: 'from_keeper',
    photoStep: 'from_keeper',
    evidence: ['comparison'],
  } as const;
  return receiveBack(command, { ...params, ...back, body });
}
