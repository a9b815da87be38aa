import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { insertApiToken } from './api-token.sql.ts';
import type { createApiToken as declaration } from './api-tokens.contract.ts';
import { mayUse } from './permissions.ts';
import { refuseAccount } from './refusals.ts';
import { API_TOKEN_LIFE_DAYS_MAX } from './rules.ts';
import { hashSecret, newApiToken } from './secrets.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * A token for programs that act for the person in the acting court: what it may do is what it names and the person
 * may do at that moment. Shown once, kept as a hash. Refusals: TOKEN_SCOPE_NOT_HELD, TOKEN_EXPIRY_OUT_OF_RANGE.
 */
export async function createApiToken(
  command: CommandContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const foreign = body.scopes.filter((permission) => !mayUse(actor, permission));
  if (foreign.length > 0) throw refuseAccount('TOKEN_SCOPE_NOT_HELD', { scopes: foreign.join(', ') });
  const expiresAt = new Date(body.expiresAt);
  const lifeMs = expiresAt.getTime() - now.getTime();
  if (lifeMs <= 0 || lifeMs > API_TOKEN_LIFE_DAYS_MAX * DAY_MS)
    throw refuseAccount('TOKEN_EXPIRY_OUT_OF_RANGE');
  const token = newApiToken();
  const id = newId(now.getTime());
  const { personId, courtId } = actor;
  const scopes = [...new Set(body.scopes)];
  await insertApiToken(trx, {
    id,
    tokenHash: hashSecret(token),
    personId,
    courtId,
    name: body.name,
    scopes,
    now,
    expiresAt,
  });
  const after = { name: body.name, scopes, expiresAt: body.expiresAt };
  command.audit({ subjectKind: 'api_token', subjectId: id, subjectLabel: body.name, after });
  command.tellOnce('token', token);
  return { id, token: null };
}
