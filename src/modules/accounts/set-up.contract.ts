/** The one-time link that start-up prints on an empty database. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { instant, line } from '../../platform/fields.ts';
import { courtLevel, divisionNumber, done, password, personName, username } from './account-fields.ts';

const tag = 'set-up';
const linkToken = z.strictObject({ token: line(200) });

export const readSetUp = declareEndpoint({
  name: 'readSetUp',
  kind: 'query',
  method: 'get',
  path: '/set-up/:token',
  permission: 'public',
  tag,
  summary: { zh: '首次设置链接是否有效', en: 'Whether the set-up link is good' },
  params: linkToken,
  response: z.object({ expiresAt: instant() }),
  refusals: ['SET_UP_LINK_INVALID'],
  sessionOnly: true,
});

export const completeSetUp = declareEndpoint({
  name: 'completeSetUp',
  kind: 'command',
  method: 'post',
  path: '/set-up/:token',
  permission: 'public',
  tag,
  summary: { zh: '完成首次设置', en: 'Register the first court and its system administrator' },
  params: linkToken,
  body: z.strictObject({
    court: z.strictObject({
      name: line(100),
      shortName: line(40),
      divisionNumber: divisionNumber(),
      level: courtLevel(),
    }),
    administrator: z.strictObject({ username: username(), fullName: personName(), password: password() }),
  }),
  response: done,
  refusals: ['SET_UP_LINK_INVALID', 'PASSWORD_UNFIT', 'SIGN_IN_BUSY'],
  sessionOnly: true,
});
