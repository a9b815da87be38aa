/** Reading the odometer of a vehicle where it stands. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, paragraph, uuid } from '../../../platform/fields.ts';
import { optional, secondPersonInput } from '../item-input.ts';

export const readOdometerEndpoint = declareEndpoint({
  name: 'readItemOdometer',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/odometer',
  permission: 'item.move',
  tag: 'seized-items',
  summary: { zh: '读取里程', en: 'Read the odometer of a vehicle where it stands' },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({
    odometer: line(20),
    /** Why it moved: reported as an incident. */
    incident: optional(paragraph(1000)),
    secondPerson: optional(secondPersonInput),
  }),
  response: z.object({ id: z.string(), isReported: z.boolean() }),
  refusals: [
    'ITEM_NOT_FOUND',
    'NOT_A_VEHICLE',
    'ODOMETER_AT_INSPECTION',
    'ODOMETERS_REFUSED',
    'LINES_REFUSED',
  ],
});
