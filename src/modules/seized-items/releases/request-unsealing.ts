import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { requestForItems } from '../request-for-items.ts';
import type { requestUnsealingEndpoint } from './requests.contract.ts';

/**
 * Asks for one seal to be opened: the things under it, all of them where it is the seal of a box. Refusals: those of
 * requestForItems, APPROVAL_NOT_NEEDED.
 */
export async function requestUnsealing(
  command: CommandContext,
  { body }: InputOf<typeof requestUnsealingEndpoint>,
): Promise<ResponseOf<typeof requestUnsealingEndpoint>> {
  const { items, reason } = body;
  return requestForItems(command, { kind: 'unseal', items, reason });
}
