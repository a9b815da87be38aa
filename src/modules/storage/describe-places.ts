import type { Actor } from '../../platform/actor.ts';
import type { TenantReader } from '../../platform/database.ts';
import { decidePermission } from '../accounts/permissions.ts';
import type { PlaceAnswer } from './contract.ts';
import { listPlaceUses } from './place-uses.ts';
import type { PlaceRow } from './place.sql.ts';
import { listPlaceActions } from './rules.ts';

type Contents = Record<string, number>;

async function countContents(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<(placeId: string) => Contents> {
  const uses = listPlaceUses();
  const counts: { key: string; at: ReadonlyMap<string, number> }[] = [];
  for (const use of uses)
    counts.push({ key: use.key, at: await use.countAtPlaces(reader, courtId, placeIds) });
  return (placeId) => Object.fromEntries(counts.map(({ key, at }) => [key, at.get(placeId) ?? 0]));
}

/** Rows of one court as the wire shows them, with what this actor may do; `withContents` counts what is kept there. */
export async function describePlaces(
  context: { reader: TenantReader; actor: Actor },
  rows: readonly PlaceRow[],
  withContents: boolean,
): Promise<PlaceAnswer[]> {
  const courtId = rows[0]?.courtId;
  if (courtId === undefined) return [];
  const mayManage = decidePermission(context.actor, 'place.manage', { courtId }, 'write').allowed;
  const contentsOf = withContents
    ? await countContents(
        context.reader,
        courtId,
        rows.map((row) => row.id),
      )
    : undefined;
  return rows.map((row) => ({
    courtId: row.courtId,
    id: row.id,
    parentId: row.parentId,
    kind: row.kind,
    name: row.name,
    path: row.path,
    depth: row.ancestorIds.length - 1,
    code: row.code,
    version: row.version,
    closedOn: row.closedOn,
    openPlacesBelow: row.openPlacesBelow,
    ...(contentsOf && { contents: contentsOf(row.id) }),
    availableActions: listPlaceActions({ kind: row.kind, isClosed: row.closedOn !== null, mayManage }),
  }));
}
