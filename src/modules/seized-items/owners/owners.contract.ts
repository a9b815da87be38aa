/** Who owns an item: recorded with reason and paper, read with its history. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, paragraph, uuid } from '../../../platform/fields.ts';
import { OWNERSHIPS, type Ownership } from '../item-fields.ts';
import { choiceOf, paper } from '../item-input.ts';
import { SHARE_PART_MAX } from './owner-shares.ts';

const TAG = 'seized-items';
const part = () => z.int().min(1).max(SHARE_PART_MAX);

export const ownerInput = z.strictObject({ partyId: uuid(), numerator: part(), denominator: part() });

export const recordOwnersEndpoint = declareEndpoint({
  name: 'recordOwners',
  kind: 'command',
  method: 'post',
  path: '/seized-items/owners',
  permission: 'item.owner.record',
  tag: TAG,
  summary: {
    zh: '登记权属：权利人与份额，附理由和依据文书',
    en: 'Record whose the items are, with shares, a reason and the paper',
  },
  body: z.strictObject({
    /** Of one case. */
    itemIds: z.array(uuid()).min(1).max(500),
    ownership: choiceOf<Ownership>(OWNERSHIPS),
    owners: z.array(ownerInput).max(100).default([]),
    reason: paragraph(500),
    /** The paper that it rests on. */
    document: line(200),
    occurredAt: paper.occurredAt,
  }),
  response: z.object({ recorded: z.int() }),
  refusals: [
    'ITEM_NOT_FOUND',
    'ITEM_ENDED',
    'OWNER_ITEMS_OF_CASES',
    'OWNER_NOT_YOURS',
    'OWNER_PARTY_UNKNOWN',
    'OWNER_LISTED_TWICE',
    'OWNER_SHARE_INVALID',
    'OWNERS_OF_UNKNOWN',
    'CLAIMANTS_MISSING',
    'SHARES_EXCEED_WHOLE',
    'OCCURRED_IN_FUTURE',
    'OCCURRED_BEFORE_LAST_ENTRY',
  ],
});

const ownerAnswer = z.object({
  partyId: z.string(),
  role: z.string(),
  name: z.string(),
  numerator: z.int(),
  denominator: z.int(),
  /** No party of the case any more. */
  hasLeft: z.boolean(),
});

const ownerAct = z.object({
  id: z.string(),
  ownership: z.string(),
  owners: z.array(ownerAnswer),
  /** What no owner is known of, `1/6`; null: nothing. */
  unassigned: z.string().nullable(),
  reason: z.string(),
  document: z.string(),
  decidedAt: z.string(),
  recordedByName: z.string(),
  recordedAt: z.string(),
  /** Recorded of the item that this one was split from. */
  isOfParent: z.boolean(),
});
export type OwnerActAnswer = z.output<typeof ownerAct>;

export const readOwnersEndpoint = declareEndpoint({
  name: 'readOwners',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId/owners',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '查看权属及其变更', en: 'Whose an item is, and what was recorded before' },
  params: z.strictObject({ itemId: uuid() }),
  response: z.object({
    /** As stated at receipt or by the act that counts. */
    ownership: z.string(),
    current: ownerAct.nullable(),
    /** The newest first, the one that counts included. */
    history: z.array(ownerAct),
    /** The parties that can be named, as the reader may see them. */
    parties: z.array(z.object({ id: z.string(), role: z.string(), name: z.string() })),
    mayRecord: z.boolean(),
  }),
  refusals: ['ITEM_NOT_FOUND'],
});
