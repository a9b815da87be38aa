/** The labels that a thing had, and which it can get next. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';
import { REPLACEMENT_REASON_KEYS } from '../item-codes/label-version.ts';
import { itemCodeKind } from '../item-codes/scan.contract.ts';

export const thingLabels = z.object({
  code: z.string(),
  /** Of the newest label; null: none was ever made. */
  labelVersion: z.string().nullable(),
  /** Since when it carries its label (已贴标). */
  labelledAt: z.string().nullable(),
  /** Newest first. */
  labels: z.array(
    z.object({
      version: z.string(),
      createdAt: z.string(),
      printedAt: z.string().nullable(),
      replacedAt: z.string().nullable(),
      replacementReason: z.enum(REPLACEMENT_REASON_KEYS).nullable(),
    }),
  ),
  /** The job that is not over and holds its label. */
  openJobId: z.string().nullable(),
  /** Purposes for which a label can be printed. */
  availableActions: z.array(z.enum(['first', 'reprint', 'replacement'])),
});
export type ThingLabels = z.output<typeof thingLabels>;

export const readThingLabelsEndpoint = declareEndpoint({
  name: 'readThingLabels',
  kind: 'query',
  method: 'get',
  path: '/item-labels/:kind/:thingId',
  permission: 'label.read',
  tag: 'labels',
  summary: { zh: '一件物品的标签', en: 'The labels of a thing' },
  params: z.strictObject({ kind: itemCodeKind, thingId: uuid() }),
  response: thingLabels,
  refusals: ['LABEL_THING_NOT_FOUND'],
});
