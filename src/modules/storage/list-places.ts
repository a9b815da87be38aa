import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { readItemCode } from '../item-codes/item-code.ts';
import type { PlaceAnswer } from './contract.ts';
import { describePlaces } from './describe-places.ts';
import { listPlaceRows } from './place.sql.ts';

export interface ListPlacesInput {
  readonly parentId?: string | undefined;
  readonly q?: string | undefined;
  readonly includeClosed: boolean;
  readonly withContents: boolean;
  readonly courtId?: number | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const cursor = z.tuple([z.string().max(3000), z.uuid()]);

/** A page of places in the order of the tree. A court that the actor may not read has no places. */
export async function listPlaces(
  query: QueryContext,
  input: ListPlacesInput,
): Promise<{ items: PlaceAnswer[]; nextCursor: string | null }> {
  const courtId = input.courtId ?? query.actor.courtId;
  if (!query.actor.readableCourtIds.includes(courtId)) return { items: [], nextCursor: null };
  const after = decodeCursor(input.after, cursor);
  const scanned = input.q === undefined ? undefined : readItemCode(input.q);
  const rows = await listPlaceRows(query.reader, {
    courtId,
    parentId: input.parentId === 'root' ? null : input.parentId,
    words: input.q?.split(/\s+/u).filter((word) => word !== '') ?? [],
    code: scanned?.ok === true ? scanned.code : null,
    includeClosed: input.includeClosed,
    after: after === null ? null : { sortKey: after[0], id: after[1] },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const more = rows.length > input.limit && last !== undefined;
  return {
    items: await describePlaces(query, page, input.withContents),
    nextCursor: more ? encodeCursor([last.sortKey, last.id]) : null,
  };
}
