/** One box for everything: codes, assets, people, places. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line } from '../../platform/fields.ts';
import { assetStatus } from './asset-fields.ts';

/** How many hits a group shows before it refers to the full list. */
export const SEARCH_GROUP_SIZE = 8;

const assetHit = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  specification: z.string().nullable(),
  model: z.string().nullable(),
  status: assetStatus,
  holder: z.string().nullable(),
  department: z.string().nullable(),
  place: z.string().nullable(),
  /** Why it is here: its number, or words of its card. */
  matched: z.enum(['number', 'words']),
});

export const searchAnswer = z.object({
  /** Set when the text is the number of exactly one thing: where a scan goes at once. */
  exact: z.object({ kind: z.enum(['fixed-asset', 'place', 'person']), id: z.string() }).nullable(),
  assets: z.object({ items: z.array(assetHit), hasMore: z.boolean() }),
  people: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), department: z.string().nullable() })),
    hasMore: z.boolean(),
  }),
  places: z.object({
    items: z.array(z.object({ id: z.string(), path: z.string(), code: z.string().nullable() })),
    hasMore: z.boolean(),
  }),
});
export type SearchAnswer = z.output<typeof searchAnswer>;

export const searchEverything = declareEndpoint({
  name: 'searchEverything',
  kind: 'query',
  method: 'get',
  path: '/search',
  permission: 'signed-in',
  tag: 'search',
  summary: { zh: '扫码或搜索', en: 'Scan or search everything' },
  query: z.strictObject({ q: line(200) }),
  response: searchAnswer,
});
