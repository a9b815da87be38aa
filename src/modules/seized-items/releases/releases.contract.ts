/** Releases: the custodian’s list and one release. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { pageOf, pageQuery, queryBoolean, uuid } from '../../../platform/fields.ts';
import { RELEASE_VIEWS } from './release-kinds.ts';

const TAG = 'seized-items';
const releaseParams = z.strictObject({ releaseId: uuid() });

export const releaseSummary = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  purpose: z.string().nullable(),
  receiver: z.string().nullable(),
  applicantName: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseCount: z.int(),
  firstItem: z.string(),
  itemCount: z.int(),
  openCount: z.int(),
  takerName: z.string().nullable(),
  /** Ready since, due by, receipt expected by, or closed. */
  attentionAt: z.string(),
  isOverdue: z.boolean(),
  hasIncident: z.boolean(),
});
export type ReleaseSummary = z.output<typeof releaseSummary>;

export const listReleasesEndpoint = declareEndpoint({
  name: 'listItemReleases',
  kind: 'query',
  method: 'get',
  path: '/releases',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '出库单', en: 'Releases of seized items' },
  query: z.strictObject({
    view: z.enum(RELEASE_VIEWS).default('prepared'),
    /** Only of cases that one handles. */
    own: queryBoolean().optional(),
    ...pageQuery,
  }),
  response: pageOf(releaseSummary),
});

export const countReleasesEndpoint = declareEndpoint({
  name: 'countItemReleases',
  kind: 'query',
  method: 'get',
  path: '/releases/counts',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '出库待办数', en: 'How many releases wait for somebody' },
  query: z.strictObject({ own: queryBoolean().optional() }),
  response: z.object({
    granted: z.int(),
    prepared: z.int(),
    overdue: z.int(),
    today: z.int(),
    out: z.int(),
    inTransit: z.int(),
    withKeeper: z.int(),
  }),
});

const releaseLine = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  number: z.int(),
  caseId: z.string(),
  caseNumber: z.string(),
  category: z.string(),
  grade: z.string(),
  hazards: z.array(z.string()),
  keeping: z.array(z.string()),
  itemState: z.string(),
  state: z.string(),
  /** What should come back now. */
  quantity: z.string(),
  releasedQuantity: z.string(),
  unit: z.string(),
  place: z.string().nullable(),
  dueAt: z.string().nullable(),
  isOverdue: z.boolean(),
  conditionOut: z.string().nullable(),
  sealOut: z.string().nullable(),
  sealNow: z.string().nullable(),
  odometerOut: z.string().nullable(),
  /** The last that was read of a vehicle. */
  odometerLast: z.string().nullable(),
  incident: z.string().nullable(),
  backAt: z.string().nullable(),
  conditionBack: z.string().nullable(),
  sealBack: z.string().nullable(),
  receivedByName: z.string().nullable(),
  note: z.string().nullable(),
  isDear: z.boolean(),
  /** Its first count waits for its settlement: it is neither sent on nor booked as used up before that. */
  hasOpenCount: z.boolean(),
  isVehicle: z.boolean(),
  photoFileId: z.string().nullable(),
});
export type ReleaseLine = z.output<typeof releaseLine>;

const inspection = z.object({
  itemId: z.string(),
  name: z.string(),
  inspectedAt: z.string(),
  inspectedByName: z.string(),
  secondPersonName: z.string().nullable(),
  condition: z.string(),
  isInOrder: z.boolean(),
  odometer: z.string().nullable(),
  feeFen: z.int().nullable(),
  note: z.string().nullable(),
});

export const RELEASE_ACTIONS = [
  'release',
  'dispatch',
  'cancel',
  'give_back',
  'consume',
  'acknowledge',
  'take_back',
  'from_keeper',
  'inspect',
  'extend',
  'settle_ended',
] as const;

export const releaseDetail = releaseSummary.extend({
  requestId: z.string(),
  preparedAt: z.string(),
  preparedByName: z.string(),
  leftAt: z.string().nullable(),
  leftByName: z.string().nullable(),
  secondPersonName: z.string().nullable(),
  takerUnit: z.string().nullable(),
  takerDocument: z.string().nullable(),
  isSigned: z.boolean(),
  /** How far the approval lets vehicles be driven; null: not at all. */
  allowedKm: z.string().nullable(),
  approvedDueAt: z.string().nullable(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  listNumber: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  receiptOn: z.string().nullable(),
  receiptBy: z.string().nullable(),
  contractNumber: z.string().nullable(),
  contractEndsOn: z.string().nullable(),
  feeFen: z.int().nullable(),
  feePeriod: z.string().nullable(),
  closedAt: z.string().nullable(),
  lines: z.array(releaseLine),
  inspections: z.array(inspection),
  availableActions: z.array(z.enum(RELEASE_ACTIONS)),
});
export type ReleaseDetail = z.output<typeof releaseDetail>;

export const readReleaseEndpoint = declareEndpoint({
  name: 'readItemRelease',
  kind: 'query',
  method: 'get',
  path: '/releases/:releaseId',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '一张出库单', en: 'One release' },
  params: releaseParams,
  response: releaseDetail,
  refusals: ['RELEASE_NOT_FOUND'],
});
