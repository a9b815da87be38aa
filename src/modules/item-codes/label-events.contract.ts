/** What happens to the labels of a thing, as its life shows it. Runs in the browser too. */
import { z } from 'zod';

export const LABEL_EVENTS = {
  printed: { zh: '打印标签', en: 'Label printed' },
  reprinted: { zh: '重打标签', en: 'Label reprinted' },
  replaced: { zh: '更换标签', en: 'Label replaced' },
  bound: { zh: '绑定标签', en: 'Label bound' },
  gave_way: { zh: '编码停用', en: 'Code gave way' },
  voided: { zh: '作废标签', en: 'Label voided' },
} as const;
export type LabelEventKind = keyof typeof LABEL_EVENTS;
// why: the keys of a literal object are its kinds.
const KINDS = Object.keys(LABEL_EVENTS) as [LabelEventKind, ...LabelEventKind[]];

export const labelEvent = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  code: z.string(),
  labelVersion: z.string().nullable(),
  occurredAt: z.string(),
  actorName: z.string(),
  /** As typed, or the key of a reason for a replacement. */
  reason: z.string().nullable(),
  /** Of a binding: the code that the thing carried before. */
  formerCode: z.string().nullable(),
  /** Of a code that gave way: the code that the thing carries since. */
  newCode: z.string().nullable(),
});
export type LabelEvent = z.output<typeof labelEvent>;
