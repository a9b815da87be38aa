/** Where the things that are scanned one after another go: to a place, or to a person or department. */
import { z } from 'zod';
import type { MoveValues } from '../../fixed-assets/moves/move-forms.ts';
import { placeTail } from '../../fixed-assets/place-tail.ts';

const named = z.object({ id: z.string(), name: z.string() });

export const serialTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), id: z.string(), name: z.string(), code: z.string().nullable() }),
  z.object({
    kind: z.literal('person'),
    id: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    /** Their own, which the things come to as well. */
    department: named.nullable(),
  }),
  z.object({ kind: z.literal('department'), id: z.string(), name: z.string() }),
]);
export type SerialTarget = z.output<typeof serialTarget>;

/** What stands on buttons: of a place the innermost names. */
export function shortName(target: SerialTarget): string {
  return target.kind === 'place' ? placeTail(target.name) : target.name;
}

/** A place takes things by moving them; people and departments by issue. */
export function moveTo(target: SerialTarget): 'relocate' | 'issue' {
  return target.kind === 'place' ? 'relocate' : 'issue';
}

/** The move's form, filled in. A person signs later from their own list. */
export function valuesFor(target: SerialTarget | null, assetIds: readonly string[]): MoveValues {
  switch (target?.kind) {
    case 'place':
      return { assetIds, placeId: target.id };
    case 'person':
      return {
        assetIds,
        holderId: target.id,
        departmentId: target.department?.id ?? null,
        receiptMethod: 'later',
      };
    case 'department':
      return { assetIds, holderId: null, departmentId: target.id, receiptMethod: 'later' };
    case undefined:
      return { assetIds };
  }
}
