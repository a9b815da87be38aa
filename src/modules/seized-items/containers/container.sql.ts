/** Boxes and bags: their rows, what lies in them, what happened to them. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';

export interface ContainerRow {
  readonly courtId: number;
  readonly court: string;
  readonly id: string;
  readonly code: string;
  readonly kind: 'box' | 'bag';
  readonly name: string;
  readonly placeId: string | null;
  readonly place: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly parentCode: string | null;
  readonly sealNumber: string | null;
  readonly lotItemId: string | null;
  readonly lotItemName: string | null;
  readonly lotUnit: string | null;
  readonly lotQuantity: string | null;
  readonly itemCount: number;
  readonly boxCount: number;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly updatedAt: Date;
}

const COLUMNS = sql.raw(`box.court_id as "courtId", court.name as court, box.id, box.code, box.kind, box.name,
  box.place_id as "placeId", place.path as place, box.holder_id as "holderId", box.holder, box.parent_id as "parentId",
  parent.name as "parentName", parent.code as "parentCode", box.seal_number as "sealNumber", box.lot_item_id as "lotItemId",
  lot.name as "lotItemName", lot.unit as "lotUnit", box.lot_quantity as "lotQuantity",
  (select count(*)::integer from seized_items item where item.court_id = box.court_id
    and item.container_id = box.id) as "itemCount",
  (select count(*)::integer from item_containers inner_box where inner_box.court_id = box.court_id
    and inner_box.parent_id = box.id) as "boxCount",
  box.closed_at as "closedAt", box.version, box.updated_at as "updatedAt"
  from item_containers box
  join courts court on court.id = box.court_id
  left join places place on place.court_id = box.court_id and place.id = box.place_id
  left join item_containers parent on parent.court_id = box.court_id and parent.id = box.parent_id
  left join seized_items lot on lot.court_id = box.court_id and lot.id = box.lot_item_id`);

export async function listContainersById(
  reader: TenantReader,
  courtIds: readonly number[],
  ids: readonly string[],
): Promise<ContainerRow[]> {
  const { rows } = await sql<ContainerRow>`select ${COLUMNS}
    where box.court_id = any(${courtIds}::integer[]) and box.id = any(${ids}::uuid[])
    order by place.sort_key nulls last, box.name, box.id`.execute(reader);
  return rows;
}

export interface ContainerFilter {
  readonly courtId: number;
  readonly placeId: string | null;
  readonly parentId: string | null;
  readonly lotItemId: string | null;
  readonly words: readonly string[];
  readonly includesClosed: boolean;
  readonly after: { readonly updatedAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** The last changed first. */
export async function listContainerRows(
  reader: TenantReader,
  filter: ContainerFilter,
): Promise<ContainerRow[]> {
  const { courtId, placeId, parentId, lotItemId, words, after } = filter;
  const conditions = [
    sql`box.court_id = ${courtId}`,
    ...(placeId === null
      ? []
      : [
          sql`box.place_id in (select below.id from places below where below.court_id = ${courtId}
            and ${placeId}::uuid = any(below.ancestor_ids))`,
        ]),
    ...(parentId === null ? [] : [sql`box.parent_id = ${parentId}::uuid`]),
    ...(lotItemId === null ? [] : [sql`box.lot_item_id = ${lotItemId}::uuid`]),
    ...(filter.includesClosed ? [] : [sql`box.closed_at is null`]),
    ...words.map(
      (
        word,
      ) => sql`(box.name ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} or box.code = ${word.toUpperCase()}
        or box.seal_number = ${word})`,
    ),
    ...(after === null
      ? []
      : [sql`(box.updated_at, box.id) < (${after.updatedAt}::timestamptz, ${after.id}::uuid)`]),
  ];
  const { rows } = await sql<ContainerRow>`select ${COLUMNS} where ${sql.join(conditions, sql` and `)}
    order by box.updated_at desc, box.id desc limit ${filter.limit}`.execute(reader);
  return rows;
}

export interface LockedContainer {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly placeId: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly parentId: string | null;
  readonly sealNumber: string | null;
  readonly lotItemId: string | null;
  readonly closedAt: Date | null;
}

/** The boxes and every box in them, as `tree`. */
const treeOf = (courtId: number, ids: readonly string[]) => sql`with recursive tree as (
      select id from item_containers where court_id = ${courtId} and id = any(${ids}::uuid[])
      union select inner_box.id from item_containers inner_box join tree on inner_box.parent_id = tree.id
        where inner_box.court_id = ${courtId})`;

/** The boxes and everything nested in them, held in the order of ids until the end; read after the wait. */
export async function lockContainerTrees(
  trx: TenantTransaction,
  courtId: number,
  ids: readonly string[],
): Promise<LockedContainer[]> {
  const tree = treeOf(courtId, ids);
  await sql`${tree} select box.id from item_containers box
    where box.court_id = ${courtId} and box.id in (select id from tree) order by box.id for no key update`.execute(
    trx,
  );
  const { rows } =
    await sql<LockedContainer>`${tree} select box.id, box.code, box.name, box.place_id as "placeId",
      box.holder_id as "holderId", box.holder, box.parent_id as "parentId", box.seal_number as "sealNumber",
      box.lot_item_id as "lotItemId", box.closed_at as "closedAt"
    from item_containers box where box.court_id = ${courtId} and box.id in (select id from tree)
    order by box.id`.execute(trx);
  return rows;
}

/** Items that lie in the boxes themselves. */
export async function listItemIdsIn(
  reader: TenantReader,
  courtId: number,
  containerIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from seized_items
    where court_id = ${courtId} and container_id = any(${containerIds}::uuid[]) order by id`.execute(reader);
  return rows.map(({ id }) => id);
}

/** Where an open box stands; null: nowhere, or there is none. */
export async function findContainerPlace(
  reader: TenantReader,
  courtId: number,
  containerId: string,
): Promise<string | null> {
  const { rows } = await sql<{ placeId: string | null }>`select place_id as "placeId" from item_containers
    where court_id = ${courtId} and id = ${containerId} and closed_at is null`.execute(reader);
  return rows[0]?.placeId ?? null;
}

/** Items in a box and in the boxes in it. */
export async function listItemIdsInside(
  reader: TenantReader,
  courtId: number,
  containerId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive inside as (
      select id from item_containers where court_id = ${courtId} and id = ${containerId}
      union select box.id from item_containers box join inside on box.parent_id = inside.id
        where box.court_id = ${courtId})
    select id from seized_items
    where court_id = ${courtId} and container_id in (select id from inside) order by id`.execute(reader);
  return rows.map(({ id }) => id);
}

/** Items under the seal of a box: in it and in the boxes in it, and the lots of which one of them holds a part. */
export async function listItemIdsUnderSeal(
  reader: TenantReader,
  courtId: number,
  containerId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${treeOf(courtId, [containerId])}
    select id from seized_items where court_id = ${courtId} and container_id in (select id from tree)
    union select lot_item_id from item_containers
      where court_id = ${courtId} and id in (select id from tree) and lot_item_id is not null
    order by id`.execute(reader);
  return rows.map(({ id }) => id);
}

/** The box and those around it that bear a seal, from the inside out. */
export async function listSealedAround(
  reader: TenantReader,
  courtId: number,
  containerId: string,
): Promise<{ id: string; code: string; name: string }[]> {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    with recursive up as (
      select id, code, name, parent_id, seal_number, 0 as depth from item_containers
        where court_id = ${courtId} and id = ${containerId}
      union all select around.id, around.code, around.name, around.parent_id, around.seal_number, up.depth + 1
        from item_containers around join up on around.id = up.parent_id where around.court_id = ${courtId})
    select id, code, name from up where seal_number is not null order by depth`.execute(reader);
  return rows;
}

/** By box, the seal of the box or of the nearest sealed box around it. */
export async function listContainerSeals(
  reader: TenantReader,
  courtId: number,
  containerIds: readonly string[],
): Promise<Map<string, string>> {
  if (containerIds.length === 0) return new Map();
  const { rows } = await sql<{ inside: string; seal: string }>`
    with recursive up as (
      select id as inside, id, parent_id, seal_number, 0 as depth from item_containers
        where court_id = ${courtId} and id = any(${containerIds}::uuid[])
      union all select up.inside, outer_box.id, outer_box.parent_id, outer_box.seal_number, up.depth + 1
        from item_containers outer_box join up on outer_box.id = up.parent_id where outer_box.court_id = ${courtId})
    select distinct on (inside) inside, seal_number as seal from up where seal_number is not null
    order by inside, depth`.execute(reader);
  return new Map(rows.map(({ inside, seal }) => [inside, seal]));
}

export interface NewContainer {
  readonly id: string;
  readonly code: string;
  readonly kind: 'box' | 'bag';
  readonly name: string;
  readonly placeId: string;
  readonly lotItemId: string | null;
  readonly lotQuantity: string | null;
  readonly sealNumber: string | null;
}

export async function insertContainers(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  containers: readonly NewContainer[],
): Promise<void> {
  const rows = containers.map((one) => ({
    id: one.id,
    code: one.code,
    kind: one.kind,
    name: one.name,
    place_id: one.placeId,
    seal_number: one.sealNumber,
    lot_item_id: one.lotItemId,
    lot_quantity: one.lotQuantity,
  }));
  await sql`insert into item_containers (court_id, id, code, kind, name, place_id, seal_number, lot_item_id, lot_quantity,
      created_at, updated_at)
    select ${courtId}::integer, id, code, kind, name, place_id, seal_number, lot_item_id, lot_quantity,
      ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${rowSetJson(rows)}::json) as box(id uuid, code text, kind text, name text, place_id uuid,
      seal_number text, lot_item_id uuid, lot_quantity numeric)`.execute(trx);
}

/** What of the boxes changes; undefined: stays. They are locked. */
export async function updateContainers(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  ids: readonly string[],
  change: {
    readonly standing?: {
      readonly placeId: string | null;
      readonly holderId: string | null;
      readonly holder: string | null;
    };
    readonly parentId?: string | null;
    readonly sealNumber?: string | null;
    readonly closedAt?: Date;
  },
): Promise<void> {
  const { standing, parentId, sealNumber, closedAt } = change;
  const sets = [
    ...(standing === undefined
      ? []
      : [
          sql`place_id = ${standing.placeId}::uuid, holder_id = ${standing.holderId}::uuid, holder = ${standing.holder}`,
        ]),
    ...(parentId === undefined ? [] : [sql`parent_id = ${parentId}::uuid`]),
    ...(sealNumber === undefined ? [] : [sql`seal_number = ${sealNumber}`]),
    ...(closedAt === undefined ? [] : [sql`closed_at = ${closedAt}::timestamptz`]),
    sql`updated_at = ${now}::timestamptz, version = version + 1`,
  ];
  await sql`update item_containers set ${sql.join(sets)}
    where court_id = ${courtId} and id = any(${ids}::uuid[])`.execute(trx);
}
