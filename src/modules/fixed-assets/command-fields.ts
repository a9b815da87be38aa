/** The field types that commands on fixed assets share. Runs in the browser too. */
import type { z } from 'zod';
import { instant, line, paragraph } from '../../platform/fields.ts';

/** A field that may be left empty. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** What every command may say of its paper: when it happened, the document it rests on, a note. */
export const paper = {
  occurredAt: instant().optional(),
  basis: optional(line(200)),
  note: optional(paragraph(1000)),
};
