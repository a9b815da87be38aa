/** Saved views of a list: the address bar's query string under a name, for oneself or for the court. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, uuid } from '../../platform/fields.ts';
import { ASSET_COLUMN_KEYS } from './asset-columns.ts';

const tag = 'fixed-assets';
const permission = 'asset.read';

export const SAVED_VIEW_LISTS = ['fixed-assets', 'ledger'] as const;
/** How many views one person can keep of one list. */
export const SAVED_VIEWS_MAX = 50;

export const savedView = z.object({
  id: z.string(),
  list: z.enum(SAVED_VIEW_LISTS),
  name: z.string(),
  query: z.string(),
  columns: z.array(z.string()),
  shared: z.boolean(),
  /** Only one's own can be changed or deleted. */
  isMine: z.boolean(),
  ownerName: z.string(),
  createdAt: z.string(),
});
export type SavedView = z.output<typeof savedView>;

export const listSavedViews = declareEndpoint({
  name: 'listSavedViews',
  kind: 'query',
  method: 'get',
  path: '/saved-views',
  permission,
  tag,
  summary: { zh: '已存视图', en: 'Saved views' },
  query: z.strictObject({ list: z.enum(SAVED_VIEW_LISTS) }),
  response: z.object({ items: z.array(savedView) }),
});

export const saveView = declareEndpoint({
  name: 'saveView',
  kind: 'command',
  method: 'post',
  path: '/saved-views',
  permission,
  tag,
  summary: { zh: '保存视图（同名则覆盖本人原视图）', en: 'Save a view; the same name replaces one’s own' },
  body: z.strictObject({
    list: z.enum(SAVED_VIEW_LISTS),
    name: line(50),
    /** Without the question mark; the page and its position are not part of a view. */
    query: z
      .string()
      .max(2000)
      .regex(/^[\x21-\x7e]*$/),
    columns: z.array(z.enum(ASSET_COLUMN_KEYS)).max(60).default([]),
    shared: z.boolean().default(false),
  }),
  response: savedView,
  refusals: ['SAVED_VIEWS_TOO_MANY'],
});

export const deleteView = declareEndpoint({
  name: 'deleteView',
  kind: 'command',
  method: 'delete',
  path: '/saved-views/:viewId',
  permission,
  tag,
  summary: { zh: '删除本人的视图', en: 'Delete one’s own view' },
  params: z.strictObject({ viewId: uuid() }),
  response: z.object({ deleted: z.literal(true) }),
  refusals: ['SAVED_VIEW_UNKNOWN'],
});
