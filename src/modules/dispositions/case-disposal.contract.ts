/** Many items of one case on their way to the end at once: who may do what with which of them. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';
import { choiceOf } from '../seized-items/item-input.ts';
import type { ItemDispositionAction } from './item-actions.rules.ts';
import { DISPOSITION_WAYS, type DispositionWay } from './judgment-orders.ts';

/** What is done with many items of a case by one command. */
export const JOINT_ACTIONS = [
  'await',
  'request',
  'return',
  'treasury',
  'forfeit',
  'destruction',
  'hand_over',
  'receipt',
  'send_back',
] as const satisfies readonly ItemDispositionAction[];
export type JointAction = (typeof JOINT_ACTIONS)[number];
/** As many as the commands take. */
export const JOINT_ITEMS_MAX = 500;

const way = choiceOf<DispositionWay>(DISPOSITION_WAYS);
const sentence = z.object({ zh: z.string(), en: z.string() });

export const readCaseDisposalEndpoint = declareEndpoint({
  name: 'readCaseDisposal',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/disposal',
  permission: 'item.read',
  tag: 'dispositions',
  summary: {
    zh: '一案多件一并处置：每件可以办什么、不能办的原因',
    en: 'Items of a case that may be disposed of together, and what stands against the others',
  },
  params: z.strictObject({ caseId: uuid() }),
  response: z.object({
    caseId: z.string(),
    caseNumber: z.string(),
    /** Those that have not ended, by number. */
    items: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        number: z.int(),
        name: z.string(),
        state: z.string(),
        onHand: z.string(),
        unit: z.string(),
        place: z.string().nullable(),
        beneficiary: z.string().nullable(),
        hasPhotoToday: z.boolean(),
        waysOpen: z.array(way),
        /** For which approval was asked, given or not. */
        waysAsked: z.array(way),
        /** What stands against disposing of it; null: nothing that is known now. */
        obstacle: sentence.nullable(),
        actions: z.array(z.enum(JOINT_ACTIONS)),
        /** Approved and not used; the quantity is the part that was approved, null: all that there is. */
        approvals: z.array(z.object({ id: z.string(), quantity: z.string().nullable() })),
        /** Its disposition that has no receipt yet, and with which others it left. */
        awaitedReceipt: z.object({ dispositionId: z.string(), handOverId: z.string() }).nullable(),
      }),
    ),
    /** On their way, one for each list of a receiver, the oldest first. */
    handOvers: z.array(
      z.object({
        id: z.string(),
        counterparty: z.string().nullable(),
        list: z.string().nullable(),
        at: z.string(),
      }),
    ),
    /** Each is used once, for all that is done on it. */
    approvals: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        applicantName: z.string(),
        expiresAt: z.string(),
        ways: z.array(way),
      }),
    ),
  }),
  refusals: ['INTAKE_CASE_UNKNOWN'],
});
