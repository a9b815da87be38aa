/** The in/out ledger (出入库台账) of fixed assets: by period, department, place, kind; on screen, on paper, as a file. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import {
  day,
  line,
  pageOf,
  pageQuery,
  queryBoolean,
  queryInteger,
  queryList,
  uuid,
} from '../../platform/fields.ts';
import { LEDGER_DIRECTIONS } from './ledger-direction.ts';
import { entryKind, fileFormat, fileLanguage, position } from './asset-fields.ts';

const tag = 'ledger';
const permission = 'ledger.read';

/** Several values of one filter are alternatives; several filters must all hold. Days in Asia/Shanghai, both included. */
export const ledgerFilters = {
  from: day().optional(),
  to: day().optional(),
  kind: queryList(entryKind, 20).optional(),
  /** Came from or went to one of these departments or one below them. */
  departmentId: queryList(uuid()).optional(),
  /** Came from or went to one of these places or anything in them. */
  placeId: queryList(uuid()).optional(),
  /** Came from or went to one of these people. */
  holderId: queryList(uuid()).optional(),
  assetId: uuid().optional(),
  actorId: uuid().optional(),
  /** 补录: only what was recorded later than the day it happened. */
  late: queryBoolean().optional(),
  /** Only corrections and what they correct. */
  corrections: queryBoolean().optional(),
  /** Only what moved in these directions. */
  flow: queryList(z.enum(LEDGER_DIRECTIONS), 3).optional(),
  /** Words of the card, a number of the asset, or part of the basis or note. */
  q: line(100).optional(),
  courtId: queryInteger(1, 2_147_483_647).optional(),
};
export const ledgerFilterQuery = z.strictObject(ledgerFilters);
export type LedgerFilters = z.output<typeof ledgerFilterQuery>;

const ledgerOrder = { direction: z.enum(['asc', 'desc']).default('desc') };

export const ledgerRow = z.object({
  id: z.string(),
  courtId: z.int(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  kind: entryKind,
  /**
   * Seen from the department, place or person that the ledger is read for; from the stock when it is read for none.
   * `within`: neither came in nor left. An entry that a correction stands in for adds nothing to the totals.
   */
  flow: z.enum(LEDGER_DIRECTIONS),
  asset: z.object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    specification: z.string().nullable(),
    model: z.string().nullable(),
  }),
  unit: z.string(),
  quantity: z.string(),
  amountFen: z.int(),
  from: position,
  to: position,
  counterparty: z.string().nullable(),
  basis: z.string().nullable(),
  note: z.string().nullable(),
  actorName: z.string(),
  actorDepartment: z.string().nullable(),
  secondPersonName: z.string().nullable(),
  /** Who signed for the hand-over, or has yet to. */
  receipt: z
    .object({ state: z.enum(['pending', 'signed', 'refused', 'void']), receiver: z.string() })
    .nullable(),
  /** Position in the asset's own book. */
  sequence: z.int(),
  late: z.boolean(),
  correctsSequence: z.int().nullable(),
  correctedBySequence: z.int().nullable(),
});
export type LedgerRow = z.output<typeof ledgerRow>;

export const listLedger = declareEndpoint({
  name: 'listAssetLedger',
  kind: 'query',
  method: 'get',
  path: '/ledger/fixed-assets',
  permission,
  tag,
  summary: { zh: '出入库台账', en: 'The in/out ledger' },
  query: z.strictObject({ ...ledgerFilters, ...ledgerOrder, ...pageQuery }),
  response: pageOf(ledgerRow),
});

const flowTotals = z.object({ count: z.int(), quantity: z.string(), amountFen: z.int() });
export const ledgerTotals = z.object({
  in: flowTotals,
  out: flowTotals,
  within: flowTotals,
  /**
   * opening + in − out + corrected = closing, by count, quantity and value. `corrected`: what corrections of cards
   * changed in quantity and value, its count is theirs. null when a filter leaves out some of what moved.
   */
  balance: z.object({ opening: flowTotals, corrected: flowTotals, closing: flowTotals }).nullable(),
  /** Every entry of the list, corrections included. */
  entryCount: z.int(),
  byKind: z.array(z.object({ kind: entryKind, count: z.int(), amountFen: z.int() })),
});
export type LedgerTotals = z.output<typeof ledgerTotals>;

export const readLedgerTotals = declareEndpoint({
  name: 'readAssetLedgerTotals',
  kind: 'query',
  method: 'get',
  path: '/ledger/fixed-assets/totals',
  permission,
  tag,
  summary: { zh: '出入库台账合计', en: 'Totals of the in/out ledger' },
  query: ledgerFilterQuery,
  response: ledgerTotals,
});

const ledgerFileQuery = z.strictObject({
  ...ledgerFilters,
  direction: z.enum(['asc', 'desc']).default('asc'),
  language: fileLanguage,
});

export const exportLedger = declareEndpoint({
  name: 'exportAssetLedger',
  kind: 'download',
  method: 'get',
  path: '/ledger/fixed-assets/export',
  permission,
  tag,
  summary: { zh: '导出出入库台账', en: 'Export the in/out ledger' },
  query: ledgerFileQuery.extend({ format: fileFormat }),
  response: z.unknown(),
});

export const printLedger = declareEndpoint({
  name: 'printAssetLedger',
  kind: 'download',
  method: 'get',
  path: '/ledger/fixed-assets/print',
  permission,
  tag,
  summary: { zh: '打印出入库台账（PDF）', en: 'The in/out ledger as PDF' },
  query: ledgerFileQuery,
  response: z.unknown(),
});
