/** What was asked for beyond the items, as requests keep it. Pure; runs in the browser too. */
import { z } from 'zod';
import { amountFen, day, instant, line, uuid } from '../../../platform/fields.ts';
import type { Fact } from '../request-fact.ts';
import { choiceOf, optional } from '../item-input.ts';
import { RELEASE_PURPOSES, type ReleasePurpose } from './release-kinds.ts';

export const FEE_PERIODS = ['day', 'month', 'once'] as const;

/** How far vehicles may be driven, there and back; a seized car is driven on an approval only. */
const allowedKm = optional(z.int().min(1).max(5000));

const purpose = choiceOf<ReleasePurpose>(RELEASE_PURPOSES);

export const loanTerms = z.strictObject({
  purpose,
  /** The court room or the institution. */
  receiver: line(100),
  dueAt: instant(),
  allowedKm,
});
export const extensionTerms = z.strictObject({ dueAt: instant() });
export const transferTerms = z.strictObject({
  receiver: line(100),
  /** The number of the appeal, when it is known. */
  appealNumber: optional(line(60)),
  allowedKm,
});
export const keepingTerms = z.strictObject({
  receiver: line(100),
  contractNumber: line(60),
  contractEndsOn: optional(day()),
  feeFen: optional(amountFen()),
  feePeriod: optional(z.enum(FEE_PERIODS)),
  allowedKm,
});

/** The items of one request. */
export const askedItems = z
  .array(z.strictObject({ itemId: uuid() }))
  .min(1)
  .max(500);

/** What a release keeps of any of them. */
export const keptTerms = z.object({
  purpose: purpose.nullable().default(null).catch(null),
  receiver: z.string().nullable().default(null).catch(null),
  dueAt: z.string().nullable().default(null).catch(null),
  appealNumber: z.string().nullable().default(null).catch(null),
  contractNumber: z.string().nullable().default(null).catch(null),
  contractEndsOn: z.string().nullable().default(null).catch(null),
  feeFen: z.int().nullable().default(null).catch(null),
  feePeriod: z.enum(FEE_PERIODS).nullable().default(null).catch(null),
  allowedKm: z.int().nullable().default(null).catch(null),
});

/** How far the approval of a release lets its vehicles be driven; null: not at all. */
export function allowedKmOf({ terms }: { readonly terms: unknown }): string | null {
  const { allowedKm: km } = keptTerms.parse(terms ?? {});
  return km === null ? null : String(km);
}

/** The same as approvers read it. */
export function factsOfDriving(km: number | null): Fact[] {
  return km === null
    ? []
    : [{ zh: '允许行驶', en: 'May be driven', value: { zh: `${km} 公里`, en: `${km} km` } }];
}
