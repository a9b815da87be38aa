import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { updateApiTokenRevoked } from './api-token.sql.ts';
import type { revokeApiToken as declaration } from './api-tokens.contract.ts';

/** Ends one of the person's own tokens at once. Refusal: NOT_FOUND. */
export async function revokeApiToken(
  command: CommandContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const name = await updateApiTokenRevoked(trx, actor.personId, params.tokenId, now);
  if (name === undefined) throw refuse('NOT_FOUND');
  command.audit({ subjectKind: 'api_token', subjectId: params.tokenId, subjectLabel: name });
  return {};
}
