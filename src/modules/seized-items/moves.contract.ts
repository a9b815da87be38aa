/** What happens to items in store: moved, sealed, missing. One item or many, all or none. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, paragraph, uuid } from '../../platform/fields.ts';
import { optional, paper, placeReason, secondPersonInput, signatureInput } from './item-input.ts';
import { transitionsAnswer } from './transitions.contract.ts';

const TAG = 'seized-items';
const itemIds = z.array(uuid()).min(1).max(500);
const secondPerson = secondPersonInput.nullable().default(null);

/** What somebody may find. */
export const INCIDENT_KINDS = [
  'missing',
  'short',
  'damaged',
  'seal_broken',
  'swapped',
  'misused',
  'forbidden_inside',
  'duplicate_label',
] as const;

const MISFITS = ['KEEPING_NEED_UNMET', 'SECRET_PLACE_NEEDED'];

function declareMove<B extends z.ZodType>(
  name: string,
  path: string,
  permission: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[] = [],
) {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path: `/seized-items/${path}`,
    permission,
    tag: TAG,
    summary,
    body,
    isByKey: true,
    response: transitionsAnswer,
    refusals: ['LINES_REFUSED', ...refusals],
  });
}

export const relocateItemsEndpoint = declareMove(
  'relocateItems',
  'relocate',
  'item.move',
  { zh: '库内移位', en: 'Move within the room' },
  z.strictObject({ itemIds, placeId: uuid(), placeReason, secondPerson, ...paper }),
  ['PLACE_NOT_A_STORE', 'OTHER_ROOM', 'CATEGORY_NOT_KEPT_THERE', ...MISFITS],
);

export const carryItemsOutEndpoint = declareMove(
  'carryItemsOut',
  'carry-out',
  'item.move',
  { zh: '移库取出', en: 'Carry out of the room' },
  z.strictObject({ itemIds, secondPerson, ...paper }),
);

export const carryItemsInEndpoint = declareMove(
  'carryItemsIn',
  'carry-in',
  'item.move',
  { zh: '移库放入', en: 'Carry into a room' },
  z.strictObject({ itemIds, placeId: uuid(), placeReason, secondPerson, ...paper }),
  ['PLACE_NOT_A_STORE', 'NOT_IN_YOUR_HANDS', 'CATEGORY_NOT_KEPT_THERE', ...MISFITS, 'ROOM_FULL'],
);

export const bringFromKeeperEndpoint = declareMove(
  'bringFromKeeper',
  'from-keeper',
  'item.move',
  { zh: '外部保管收回', en: 'Bring in what was kept elsewhere since its receipt' },
  z.strictObject({
    itemId: uuid(),
    placeId: uuid(),
    placeReason,
    condition: line(200),
    /** As it is read on the thing; null: it bears none. */
    sealNumber: optional(line(60)),
    keeperPerson: line(100),
    keeperSignature: signatureInput,
    secondPerson: secondPersonInput,
    ...paper,
  }),
  [
    ...[
      'ITEM_NOT_FOUND',
      'ITEM_STATE_WRONG',
      'KEPT_BY_RELEASE',
      'KEPT_AT_BANK',
      'SEAL_NOT_AS_BEFORE',
      'PLACE_NOT_A_STORE',
    ],
    ...['CATEGORY_NOT_KEPT_THERE', ...MISFITS, 'ROOM_FULL', 'PHOTOS_MISSING', 'SIGNATURE_INVALID'],
  ],
);

export const reportIncidentEndpoint = declareMove(
  'reportItemIncident',
  'report-incident',
  'item.incident.report',
  { zh: '报告异常', en: 'Report an incident' },
  z.strictObject({
    itemIds,
    kind: z.enum(INCIDENT_KINDS),
    description: paragraph(1000),
    ...paper,
  }),
);

export const closeIncidentEndpoint = declareMove(
  'closeItemIncident',
  'close-incident',
  'item.incident.conclude',
  { zh: '异常查清', en: 'Close an incident' },
  z.strictObject({ itemIds, conclusion: paragraph(1000), ...paper }),
);

export const unsealItemEndpoint = declareMove(
  'unsealItem',
  'unseal',
  'item.move',
  { zh: '启封', en: 'Unseal' },
  z.strictObject({ itemId: uuid(), reason: paragraph(500), secondPerson: secondPersonInput, ...paper }),
  ['UNSEALING_NOT_APPROVED', 'EXECUTOR_HAS_DECIDED'],
);

export const resealItemEndpoint = declareMove(
  'resealItem',
  'reseal',
  'item.move',
  { zh: '重新封存', en: 'Seal' },
  z.strictObject({ itemId: uuid(), sealNumber: line(60), secondPerson: secondPersonInput, ...paper }),
  ['SEAL_NUMBER_TAKEN'],
);

export const voidItemsEndpoint = declareMove(
  'voidItems',
  'void',
  'item.move',
  { zh: '登记作废', en: 'Void mistaken entries' },
  z.strictObject({ itemIds, reason: paragraph(500), secondPerson: secondPersonInput, ...paper }),
);
