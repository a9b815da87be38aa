/** Boxes and bags with codes of their own: made, filled, nested, sealed, moved with everything in them. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, pageOf, pageQuery, paragraph, queryBoolean, uuid } from '../../../platform/fields.ts';
import { exactQuantity, optional, paper, placeReason, secondPersonInput } from '../item-input.ts';
import { itemSummary, unsealingAnswer } from '../items.contract.ts';

const TAG = 'seized-items';
const secondPerson = secondPersonInput.nullable().default(null);
const MISFITS = ['KEEPING_NEED_UNMET', 'SECRET_PLACE_NEEDED'];
export const CONTAINER_KINDS = { box: { zh: '箱', en: 'Box' }, bag: { zh: '袋', en: 'Bag' } } as const;
const kind = z.enum(['box', 'bag']);

export const containerSummary = z.object({
  id: z.string(),
  code: z.string(),
  kind,
  name: z.string(),
  place: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  holder: z.string().nullable(),
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  sealNumber: z.string().nullable(),
  itemCount: z.int(),
  boxCount: z.int(),
  lot: z.object({ itemId: z.string(), name: z.string(), quantity: z.string(), unit: z.string() }).nullable(),
  /** It holds a lot of a case that the person may not see; `lot` is null then. */
  isForeignLot: z.boolean(),
  /** Something in it is not the person's to see: its name is its code then, and what was written of it is not told. */
  isNameHidden: z.boolean(),
  isClosed: z.boolean(),
});
export type ContainerSummary = z.output<typeof containerSummary>;

export const listContainersEndpoint = declareEndpoint({
  name: 'listContainers',
  kind: 'query',
  method: 'get',
  path: '/containers',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '箱袋清单', en: 'Boxes and bags' },
  query: z.strictObject({
    placeId: uuid().optional(),
    parentId: uuid().optional(),
    lotItemId: uuid().optional(),
    q: line(100).optional(),
    includeClosed: queryBoolean().optional(),
    ...pageQuery,
  }),
  response: pageOf(containerSummary),
});

export const readContainerEndpoint = declareEndpoint({
  name: 'readContainer',
  kind: 'query',
  method: 'get',
  path: '/containers/:containerId',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '查看箱袋', en: 'Read a box or bag' },
  params: z.strictObject({ containerId: uuid() }),
  response: z.object({
    ...containerSummary.shape,
    /** Those of cases that the person may see. */
    items: z.array(itemSummary),
    hiddenItemCount: z.int(),
    boxes: z.array(containerSummary),
    /** Opening its seal, as of an item; asked for are all items under it, of which none is named that is hidden. */
    unsealing: unsealingAnswer.extend({ itemIds: z.array(z.string()) }).nullable(),
    events: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        occurredAt: z.string(),
        actorName: z.string(),
        secondPersonName: z.string().nullable(),
        text: z.string().nullable(),
        /** Things put in or taken out, of cases that the person may see; up to five. */
        itemNames: z.array(z.string()),
        moreItemCount: z.int(),
        /** Those of other cases. */
        hiddenItemCount: z.int(),
      }),
    ),
    availableActions: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
  }),
  refusals: ['CONTAINER_NOT_FOUND'],
});

/** What a command with a box answers: the box, and how many entries of items it wrote. */
const done = z.object({ containerId: z.string(), itemCount: z.int() });

export const createContainersEndpoint = declareEndpoint({
  name: 'createContainers',
  kind: 'command',
  method: 'post',
  path: '/containers',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '新建箱袋', en: 'Make boxes and bags' },
  body: z.strictObject({ kind, name: line(80), count: z.int().min(1).max(200).default(1), placeId: uuid() }),
  response: z.object({
    containers: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  }),
  refusals: ['PLACE_NOT_A_STORE'],
});

function declareBox<B extends z.ZodType>(
  name: string,
  path: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[],
) {
  return declareEndpoint({
    ...{ name, kind: 'command', method: 'post', path: `/containers/:containerId/${path}` },
    ...{ permission: 'item.move', tag: TAG, summary, body, response: done },
    params: z.strictObject({ containerId: uuid() }),
    refusals: ['CONTAINER_NOT_FOUND', 'CONTAINER_CLOSED', ...refusals],
  });
}

const itemIds = z.array(uuid()).min(1).max(500);

export const putIntoContainerEndpoint = declareBox(
  'putIntoContainer',
  'put-in',
  { zh: '装入', en: 'Put in' },
  z.strictObject({ itemIds, placeReason, secondPerson, ...paper }),
  [
    ...['CONTAINER_SHUT', 'CONTAINER_CARRIED', 'CONTAINER_ELSEWHERE', 'CONTAINER_OF_LOT'],
    ...['ITEM_IN_ANOTHER_CONTAINER', ...MISFITS, 'LINES_REFUSED'],
  ],
);

export const takeOutOfContainerEndpoint = declareBox(
  'takeOutOfContainer',
  'take-out',
  { zh: '取出', en: 'Take out' },
  z.strictObject({ itemIds, secondPerson, ...paper }),
  ['CONTAINER_SHUT', 'CONTAINER_CARRIED', 'ITEM_NOT_IN_CONTAINER', 'LINES_REFUSED'],
);

export const nestContainerEndpoint = declareBox(
  'nestContainer',
  'nest',
  { zh: '装入外箱', en: 'Put into another box' },
  z.strictObject({ parentId: optional(uuid()), placeReason, secondPerson, ...paper }),
  [
    ...[
      'CONTAINER_SHUT',
      'CONTAINER_IN_ITSELF',
      'CONTAINER_CARRIED',
      'CONTAINER_ELSEWHERE',
      'CONTAINER_OF_LOT',
    ],
    ...[...MISFITS, 'LINES_REFUSED'],
  ],
);

export const sealContainerEndpoint = declareBox(
  'sealContainer',
  'seal',
  { zh: '封箱', en: 'Seal' },
  z.strictObject({ sealNumber: line(60), secondPerson: secondPersonInput, ...paper }),
  ['CONTAINER_SHUT', 'CONTAINER_EMPTY', 'CONTAINER_CARRIED', 'SEAL_NUMBER_TAKEN'],
);

export const unsealContainerEndpoint = declareBox(
  'unsealContainer',
  'unseal',
  { zh: '启封', en: 'Unseal' },
  z.strictObject({ reason: paragraph(500), secondPerson: secondPersonInput, ...paper }),
  ['CONTAINER_NOT_SEALED', 'CONTAINER_CARRIED', 'UNSEALING_NOT_APPROVED', 'EXECUTOR_HAS_DECIDED'],
);

export const moveContainerEndpoint = declareBox(
  'moveContainer',
  'move',
  { zh: '整箱移动', en: 'Move with everything in it' },
  z.strictObject({
    how: z.enum(['relocate', 'carry_out', 'carry_in']),
    /** Where it is put; none when it is carried out. */
    placeId: optional(uuid()),
    placeReason,
    secondPerson,
    ...paper,
  }),
  [
    ...[
      'CONTAINER_IN_ANOTHER',
      'CONTAINER_CARRIED',
      'CONTAINER_NOT_CARRIED',
      'PLACE_NOT_A_STORE',
      'OTHER_ROOM',
    ],
    ...['CATEGORY_NOT_KEPT_THERE', ...MISFITS, 'ROOM_FULL', 'LINES_REFUSED'],
  ],
);

export const closeContainerEndpoint = declareBox(
  'closeContainer',
  'close',
  { zh: '停用箱袋', en: 'Take out of use' },
  z.strictObject({ reason: paragraph(500) }),
  ['CONTAINER_NOT_EMPTY', 'CONTAINER_SHUT'],
);

export const packLotEndpoint = declareEndpoint({
  name: 'packLot',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/lot-boxes',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '大宗货物装箱计数', en: 'Pack a lot into counted boxes' },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({
    boxes: z
      .array(z.strictObject({ quantity: exactQuantity(), sealNumber: optional(line(60)) }))
      .min(1)
      .max(1000),
    secondPerson: secondPersonInput,
    ...paper,
  }),
  response: z.object({
    containers: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  }),
  refusals: ['ITEM_NOT_FOUND', 'LOT_EXCEEDED', 'QUANTITY_INVALID', 'SEAL_NUMBER_TAKEN', 'PLACE_NOT_A_STORE'],
});

const drawnBox = z.object({
  containerId: z.string(),
  code: z.string(),
  name: z.string(),
  quantity: z.string(),
});

export const drawLotEndpoint = declareEndpoint({
  name: 'drawLotBoxes',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId/lot-draw',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '抽取要清点的箱', en: 'Draw the boxes to be counted' },
  params: z.strictObject({ itemId: uuid() }),
  query: z.strictObject({ seed: line(40) }),
  response: z.object({
    boxCount: z.int(),
    seed: z.string(),
    drawn: z.array(drawnBox),
    checks: z.array(
      z.object({
        checkedAt: z.string(),
        boxCount: z.int(),
        drawnCount: z.int(),
        holds: z.boolean(),
        checkedByName: z.string(),
        secondPersonName: z.string(),
      }),
    ),
  }),
  refusals: ['ITEM_NOT_FOUND', 'LOT_NOT_PACKED', 'LOT_SEAL_BROKEN'],
});

export const recordLotCheckEndpoint = declareEndpoint({
  name: 'recordLotCheck',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/lot-checks',
  permission: 'item.move',
  tag: TAG,
  summary: { zh: '登记抽样清点', en: 'Record a count by lot' },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({
    seed: line(40),
    lines: z
      .array(z.strictObject({ containerId: uuid(), counted: exactQuantity(), isSealIntact: z.boolean() }))
      .min(1)
      .max(1000),
    secondPerson: secondPersonInput,
    ...paper,
  }),
  response: z.object({ holds: z.boolean() }),
  refusals: ['ITEM_NOT_FOUND', 'LOT_NOT_PACKED', 'LOT_SEAL_BROKEN', 'LOT_DRAW_DIFFERS', 'LINES_REFUSED'],
});
