/** Fields that commands on seized items share. Runs in the browser too. */
import { z } from 'zod';
import { amountFen, day, instant, line, paragraph, uuid } from '../../platform/fields.ts';
import {
  ITEM_CATEGORY_IDS,
  ITEM_FACTS,
  ITEM_GRADES,
  type ItemFact,
  type ItemGrade,
} from './item-categories.ts';
import {
  HAZARDS,
  KEEPING_NEEDS,
  NATURES,
  OWNERSHIPS,
  type Hazard,
  type KeepingNeed,
  type Nature,
  type Ownership,
} from './item-fields.ts';

/** A field that may be left empty. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** The keys of a table of words, as a choice. */
export function choiceOf<T extends string>(table: Readonly<Record<T, unknown>>) {
  // why: every table of this module has at least one key, and its keys are its type.
  return z.enum(Object.keys(table) as [T, ...T[]]);
}

/** A decimal of up to 18 digits before and 18 after the point. */
export const exactQuantity = () => z.string().regex(/^(0|[1-9]\d{0,17})(\.\d{1,18})?$/);

export const secondPersonInput = z.strictObject({ personId: uuid(), pin: z.string().regex(/^\d{6}$/) });
export const signatureInput = z.string().max(400_000).startsWith('data:image/png;base64,');

/** Why a thing is put where there is not what it needs. */
export const placeReason = optional(line(200));

/** What every command may say of its paper. */
export const paper = {
  occurredAt: instant().optional(),
  basis: optional(line(200)),
  note: optional(paragraph(1000)),
};

export const factsInput = z.partialRecord(choiceOf<ItemFact>(ITEM_FACTS), line(200));

/** What is stated of an item when it is counted; what is left out stays as the list had it. */
export const descriptionFields = {
  name: line(200),
  category: z.enum(ITEM_CATEGORY_IDS),
  grade: choiceOf<ItemGrade>(ITEM_GRADES).default('ordinary'),
  facts: factsInput.default({}),
  hazards: z.array(choiceOf<Hazard>(HAZARDS)).max(8).default([]),
  keeping: z.array(choiceOf<KeepingNeed>(KEEPING_NEEDS)).max(11).default([]),
  ownership: choiceOf<Ownership>(OWNERSHIPS).default('unknown'),
  nature: choiceOf<Nature>(NATURES).default('undecided'),
  isEvidence: z.boolean().default(true),
  expiresOn: optional(day()),
  estimatedValueFen: optional(amountFen()),
  notes: optional(paragraph(1000)),
};
