/** The numbers a head of office wants, in one call; each leads to the filtered list. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { queryInteger } from '../../platform/fields.ts';
import { assetStatus, entryKind, named } from './asset-fields.ts';

const amounts = { count: z.int(), originalValueFen: z.int(), netValueFen: z.int() };

export const AGE_BANDS = [
  { key: 'under1', fromYears: 0, toYears: 0 },
  { key: 'from1to2', fromYears: 1, toYears: 2 },
  { key: 'from3to5', fromYears: 3, toYears: 5 },
  { key: 'from6to7', fromYears: 6, toYears: 7 },
  { key: 'from8to14', fromYears: 8, toYears: 14 },
  { key: 'from15', fromYears: 15, toYears: null },
] as const;
export type AgeBandKey = (typeof AGE_BANDS)[number]['key'];
const ageBandKey = z.enum(AGE_BANDS.map(({ key }) => key) as [AgeBandKey, ...AgeBandKey[]]);

/** How long before its end a warranty is shown. */
export const WARRANTY_NOTICE_DAYS = 60;

/** How long before its due day a loan is shown. */
export const LOAN_NOTICE_DAYS = 7;

export const dashboard = z.object({
  courtId: z.int(),
  today: z.string(),
  total: z.object(amounts),
  byStatus: z.array(z.object({ status: assetStatus, ...amounts })),
  /** Classes of the first level (A02), each with those of the second level (A0201). */
  byClass: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      ...amounts,
      children: z.array(z.object({ code: z.string(), name: z.string(), ...amounts })),
    }),
  ),
  byDepartment: z.array(z.object({ department: named.nullable(), ...amounts })),
  /** Whole years since acquisition. */
  byAge: z.array(z.object({ key: ageBandKey, fromYears: z.int(), toYears: z.int().nullable(), ...amounts })),
  idle: z.object(amounts),
  loansOverdue: z.object({ count: z.int(), oldestDueOn: z.string().nullable() }),
  loansDueSoon: z.object({ count: z.int() }),
  receiptsPending: z.object({ count: z.int() }),
  warrantyEnding: z.object({ count: z.int(), until: z.string() }),
  fullyDepreciated: z.object({ count: z.int(), originalValueFen: z.int() }),
  /** The newest entries, newest first. */
  recentMovements: z.array(
    z.object({
      id: z.string(),
      occurredAt: z.string(),
      kind: entryKind,
      assetId: z.string(),
      code: z.string(),
      name: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      actorName: z.string(),
    }),
  ),
  /** Entries of the last twelve months, by month and whether they came in or went out. */
  movementsByMonth: z.array(z.object({ month: z.string(), in: z.int(), out: z.int(), within: z.int() })),
});
export type Dashboard = z.output<typeof dashboard>;

export const readAssetDashboard = declareEndpoint({
  name: 'readAssetDashboard',
  kind: 'query',
  method: 'get',
  path: '/dashboard/fixed-assets',
  permission: 'dashboard.read',
  tag: 'fixed-assets',
  summary: { zh: '固定资产总览', en: 'Dashboard of fixed assets' },
  query: z.strictObject({ courtId: queryInteger(1, 2_147_483_647).optional() }),
  response: dashboard,
});
