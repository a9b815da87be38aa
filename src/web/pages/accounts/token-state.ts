import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { listApiTokens } from '../../../modules/accounts/api-tokens.contract.ts';
import type { StatusTone } from '../../components/status-tag.tsx';

export type Token = ResponseOf<typeof listApiTokens>['items'][number];
export type TokenState = 'valid' | 'expiring' | 'expired' | 'revoked';

const EXPIRING_MS = 14 * 24 * 3600 * 1000;

export const TOKEN_TONES: Record<TokenState, StatusTone> = {
  valid: 'calm',
  expiring: 'soon',
  expired: 'closed',
  revoked: 'closed',
};

/** Whether a token still works, and whether somebody should renew it within two weeks. */
export function tokenStateOf(token: Pick<Token, 'revokedAt' | 'expiresAt'>, now: Date): TokenState {
  if (token.revokedAt !== null) return 'revoked';
  const leftMs = new Date(token.expiresAt).getTime() - now.getTime();
  if (leftMs <= 0) return 'expired';
  return leftMs <= EXPIRING_MS ? 'expiring' : 'valid';
}
