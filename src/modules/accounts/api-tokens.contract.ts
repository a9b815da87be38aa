import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { instant, line, uuid } from '../../platform/fields.ts';
import { done } from './account-fields.ts';
import { PERMISSION_IDS } from './permissions.ts';

const tag = 'api-tokens';

export const listApiTokens = declareEndpoint({
  name: 'listApiTokens',
  kind: 'query',
  method: 'get',
  path: '/api-tokens',
  permission: 'token.own',
  tag,
  summary: { zh: '本人的接口令牌', en: 'One’s own API tokens in the acting court' },
  response: z.object({
    items: z.array(
      z.object({
        id: uuid(),
        name: z.string(),
        scopes: z.array(z.string()),
        createdAt: instant(),
        expiresAt: instant(),
        lastUsedAt: instant().nullable(),
        revokedAt: instant().nullable(),
      }),
    ),
  }),
  sessionOnly: true,
});

export const createApiToken = declareEndpoint({
  name: 'createApiToken',
  kind: 'command',
  method: 'post',
  path: '/api-tokens',
  permission: 'token.own',
  tag,
  summary: { zh: '新建接口令牌', en: 'Create an API token; it is shown this once' },
  body: z.strictObject({
    name: line(100),
    scopes: z.array(z.enum(PERMISSION_IDS)).min(1).max(PERMISSION_IDS.length),
    expiresAt: instant(),
  }),
  /** `token` is null when a repeated request is answered: it was shown the first time. */
  response: z.object({ id: uuid(), token: z.string().nullable() }),
  refusals: ['TOKEN_SCOPE_NOT_HELD', 'TOKEN_EXPIRY_OUT_OF_RANGE'],
  sessionOnly: true,
});

export const revokeApiToken = declareEndpoint({
  name: 'revokeApiToken',
  kind: 'command',
  method: 'delete',
  path: '/api-tokens/:tokenId',
  permission: 'token.own',
  tag,
  summary: { zh: '撤销接口令牌', en: 'Revoke an API token' },
  params: z.strictObject({ tokenId: uuid() }),
  response: done,
  refusals: ['NOT_FOUND'],
  sessionOnly: true,
});
