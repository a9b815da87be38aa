/** Rows of places. Whoever changes the tree holds the court's tree lock, so that paths never race. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { PlaceKind } from './rules.ts';

export interface PlaceRow {
  readonly courtId: number;
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly path: string;
  readonly sortKey: string;
  readonly ancestorIds: readonly string[];
  readonly code: string | null;
  readonly version: number;
  readonly closedOn: string | null;
  readonly openPlacesBelow: number;
}

const COLUMNS =
  sql.raw(`place.court_id as "courtId", place.id, place.parent_id as "parentId", place.kind, place.name,
  place.path, place.sort_key as "sortKey", place.ancestor_ids as "ancestorIds", place.code, place.version,
  place.closed_on as "closedOn", (select count(*) from places child where child.court_id = place.court_id
    and child.parent_id = place.id and child.closed_on is null)::integer as "openPlacesBelow"`);

/** Any number that no other lock uses. */
const TREE_LOCK = 7_350_101;

/** Until the end of the transaction nobody else changes the court's tree. */
export async function lockPlaceTree(trx: TenantTransaction, courtId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TREE_LOCK}, ${courtId})`.execute(trx);
}

export async function findPlace(
  reader: TenantReader,
  courtIds: readonly number[],
  placeId: string,
): Promise<PlaceRow | undefined> {
  const { rows } = await sql<PlaceRow>`select ${COLUMNS} from places place
    where place.court_id = any(${courtIds}::integer[]) and place.id = ${placeId}`.execute(reader);
  return rows[0];
}

export interface CodedPlaceRow extends PlaceRow {
  readonly court: string;
  readonly parentPath: string | null;
  readonly parentName: string | null;
}

/** Places by id with the place above, in the order of the tree. */
export async function listCodedPlaces(
  reader: TenantReader,
  courtIds: readonly number[],
  placeIds: readonly string[],
): Promise<CodedPlaceRow[]> {
  const { rows } = await sql<CodedPlaceRow>`
    select ${COLUMNS}, court.name as court, parent.path as "parentPath", parent.name as "parentName"
    from places place
    join courts court on court.id = place.court_id
    left join places parent on parent.court_id = place.court_id and parent.id = place.parent_id
    where place.court_id = any(${courtIds}::integer[]) and place.id = any(${placeIds}::uuid[])
    order by place.court_id, place.sort_key, place.id`.execute(reader);
  return rows;
}

/** The rows are locked by their codes in the directory. */
export async function updatePlaceCodes(
  trx: TenantTransaction,
  courtId: number,
  changes: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  await sql`update places place set code = next.code, version = place.version + 1
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ to }) => to)}::char(16)[]) as next(id, code)
    where place.court_id = ${courtId} and place.id = next.id`.execute(trx);
}

/** Keeps things from arriving: a move into the place refers to this row and waits. */
export async function lockPlace(
  trx: TenantTransaction,
  courtId: number,
  placeId: string,
): Promise<PlaceRow | undefined> {
  await sql`select from places where court_id = ${courtId} and id = ${placeId} for update`.execute(trx);
  return findPlace(trx, [courtId], placeId);
}

/** Keeps things from arriving anywhere below it. */
export async function lockPlacesBelow(
  trx: TenantTransaction,
  courtId: number,
  placeId: string,
): Promise<void> {
  await sql`select from places where court_id = ${courtId} and ancestor_ids @> array[${placeId}::uuid]
    order by id for update`.execute(trx);
}

/** Places by id, from the root down. */
export async function listKindsOnTheWay(
  reader: TenantReader,
  courtId: number,
  placeIds: readonly string[],
): Promise<{ id: string; kind: PlaceKind }[]> {
  const { rows } = await sql<{ id: string; kind: PlaceKind }>`select id, kind from places
    where court_id = ${courtId} and id = any(${placeIds}::uuid[]) order by cardinality(ancestor_ids)`.execute(
    reader,
  );
  return rows;
}

export interface PlaceFilter {
  readonly courtId: number;
  /** undefined: anywhere. null: the top. */
  readonly parentId: string | null | undefined;
  readonly words: readonly string[];
  /** The search as a folded code, when it is one. */
  readonly code: string | null;
  readonly includeClosed: boolean;
  readonly after: { readonly sortKey: string; readonly id: string } | null;
  readonly limit: number;
}

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

export async function listPlaceRows(reader: TenantReader, filter: PlaceFilter): Promise<PlaceRow[]> {
  const { parentId, after } = filter;
  const { rows } = await sql<PlaceRow>`
    select ${COLUMNS} from places place
    where place.court_id = ${filter.courtId}
      and (${parentId === undefined} or place.parent_id is not distinct from ${parentId ?? null}::uuid)
      and (${filter.includeClosed} or place.closed_on is null)
      and (place.path ilike all(${filter.words.map(likePattern)}::text[]) or place.code = ${filter.code})
      and (${after === null} or (place.sort_key, place.id) > (${after?.sortKey ?? ''}, ${after?.id ?? null}::uuid))
    order by place.sort_key, place.id
    limit ${filter.limit}`.execute(reader);
  return rows;
}

/** The paths of a court's open places that equal one of these. */
export async function listTakenPaths(
  reader: TenantReader,
  courtId: number,
  paths: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`select path from places
    where court_id = ${courtId} and closed_on is null and path = any(${paths}::text[])`.execute(reader);
  return rows.map((row) => row.path);
}

export interface NewPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly path: string;
  readonly sortKey: string;
  readonly ancestorIds: readonly string[];
  readonly code: string;
}

export async function insertPlaces(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  places: readonly NewPlace[],
): Promise<void> {
  await sql`
    insert into places (court_id, created_at, id, parent_id, kind, name, path, sort_key, ancestor_ids, code)
    select ${courtId}::integer, ${now}::timestamptz, id, "parentId", kind, name, path, "sortKey", "ancestorIds", code
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(id uuid, "parentId" uuid, kind text, name text,
      path text, "sortKey" text, "ancestorIds" uuid[], code text)`.execute(trx);
}

/** Replaces the beginning of path, order and ancestors on a place and everything below it. */
export async function updateSubtree(
  trx: TenantTransaction,
  before: PlaceRow,
  after: Pick<PlaceRow, 'parentId' | 'name' | 'path' | 'sortKey' | 'ancestorIds'>,
): Promise<number> {
  const { courtId } = before;
  const below = await sql`
    update places set path = ${after.path} || substr(path, ${[...before.path].length + 1}::integer),
      sort_key = ${after.sortKey} || substr(sort_key, ${[...before.sortKey].length + 1}::integer),
      ancestor_ids = ${after.ancestorIds}::uuid[] || ancestor_ids[${before.ancestorIds.length + 1}::integer :]
    where court_id = ${courtId} and id <> ${before.id} and ancestor_ids @> array[${before.id}::uuid]`.execute(
    trx,
  );
  await sql`update places set parent_id = ${after.parentId}::uuid, name = ${after.name}, path = ${after.path},
    sort_key = ${after.sortKey}, ancestor_ids = ${after.ancestorIds}::uuid[], version = version + 1
    where court_id = ${courtId} and id = ${before.id}`.execute(trx);
  return Number(below.numAffectedRows ?? 0n);
}

/** `closedOn` null opens the place again. */
export async function updatePlaceClosedOn(
  trx: TenantTransaction,
  courtId: number,
  placeId: string,
  closedOn: string | null,
): Promise<void> {
  await trx
    .updateTable('places')
    .set({ closed_on: closedOn, version: sql<number>`version + 1` })
    .where('court_id', '=', courtId)
    .where('id', '=', placeId)
    .execute();
}
