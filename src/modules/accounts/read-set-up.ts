import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { refuseAccount } from './refusals.ts';
import { hashSecret } from './secrets.ts';
import { findSetUpLink } from './set-up-link.sql.ts';
import type { readSetUp as declaration } from './set-up.contract.ts';

/** Until when the link is good. Refusal: SET_UP_LINK_INVALID. */
export async function readSetUp(
  open: OpenContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const link = await runAuthentication(open.dependencies.pool, (trx) =>
    findSetUpLink(trx, hashSecret(params.token), open.clock.now()),
  );
  if (!link) throw refuseAccount('SET_UP_LINK_INVALID');
  return { expiresAt: shanghaiInstant(link.expires_at) };
}
