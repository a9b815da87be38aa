/** Everything that a person still has to answer for: the page before a person leaves (清退). */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { queryInteger, uuid } from '../../platform/fields.ts';
import { assetStatus, fileLanguage, named, placed } from './asset-fields.ts';

const tag = 'fixed-assets';
const permission = 'person.holdings.read';
const personParams = z.strictObject({ personId: uuid() });

export const holdingLine = z.object({
  courtId: z.int(),
  assetId: z.string(),
  code: z.string(),
  name: z.string(),
  specification: z.string().nullable(),
  model: z.string().nullable(),
  serialNumber: z.string().nullable(),
  unit: z.string(),
  quantity: z.string(),
  originalValueFen: z.int(),
  netValueFen: z.int(),
  status: assetStatus,
  department: named.nullable(),
  place: placed.nullable(),
  since: z.string(),
  loanDueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Handed to the person, who has not signed yet. */
  isPendingReceipt: z.boolean(),
});
export type HoldingLine = z.output<typeof holdingLine>;

const sum = z.object({ count: z.int(), originalValueFen: z.int(), netValueFen: z.int() });

export const personHoldings = z.object({
  person: named.extend({ department: z.string().nullable(), employeeNumber: z.string().nullable() }),
  /** What the person uses: in use, idle with a holder, in repair with a holder. */
  inUse: z.array(holdingLine),
  onLoan: z.array(holdingLine),
  /** Lent or issued by the person to others and not back is not theirs; only what waits for their own signature. */
  pendingReceipts: z.array(holdingLine),
  totals: z.object({ inUse: sum, onLoan: sum, pendingReceipts: sum, all: sum }),
  /** True when nothing is left: the person can go. */
  isClear: z.boolean(),
  /** Some lines are left out because the list is longer than this many. */
  isTruncated: z.boolean(),
});
export type PersonHoldings = z.output<typeof personHoldings>;

export const readPersonHoldings = declareEndpoint({
  name: 'readPersonHoldings',
  kind: 'query',
  method: 'get',
  path: '/people/:personId/holdings',
  permission,
  tag,
  summary: { zh: '名下资产', en: 'What a person holds' },
  params: personParams,
  query: z.strictObject({ courtId: queryInteger(1, 2_147_483_647).optional() }),
  response: personHoldings,
  refusals: ['NOT_FOUND'],
});

export const printPersonHoldings = declareEndpoint({
  name: 'printPersonHoldings',
  kind: 'download',
  method: 'get',
  path: '/people/:personId/holdings/print',
  permission,
  tag,
  summary: { zh: '打印清退清单（PDF）', en: 'What a person holds as PDF' },
  params: personParams,
  query: z.strictObject({ courtId: queryInteger(1, 2_147_483_647).optional(), language: fileLanguage }),
  response: z.unknown(),
  refusals: ['NOT_FOUND'],
});
