/** Items as pages and lists show them. */
import { sql } from 'kysely';
import { PREPARED, type TenantReader } from '../../platform/database.ts';
import type { Secrecy } from '../cases/rules.ts';
import type { IntakeReach } from './intake.sql.ts';
import type { ItemCategoryId, ItemFact, ItemGrade } from './item-categories.ts';
import { ITEM_STATE_IDS, ITEM_STATES, type ItemState } from './item-states.ts';
import { IS_SECRET_BESIDE_CASE } from './secret-item.sql.ts';

export interface ItemRow {
  readonly courtId: number;
  readonly court: string;
  readonly id: string;
  readonly code: string;
  readonly bookId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly handlerId: string;
  readonly handler: string;
  readonly clerkId: string | null;
  readonly departmentId: string;
  readonly secrecy: Secrecy;
  readonly number: number;
  readonly name: string;
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly state: ItemState;
  readonly onHand: string;
  readonly unit: string;
  readonly placeId: string | null;
  readonly place: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly keeper: string | null;
  readonly sealNumber: string | null;
  readonly dueAt: Date | null;
  readonly isUnverified: boolean;
  readonly isHeld: boolean;
  readonly photoFileId: string | null;
  readonly stateSince: Date;
  readonly updatedAt: Date;
  readonly facts: Readonly<Partial<Record<ItemFact, string>>>;
  readonly hazards: readonly string[];
  readonly keeping: readonly string[];
  readonly ownership: string;
  readonly nature: string;
  readonly isEvidence: boolean;
  readonly listNumber: string | null;
  readonly listLine: string | null;
  readonly listedQuantity: string | null;
  readonly listedUnit: string | null;
  readonly unitFactor: string | null;
  readonly seizureDocument: string | null;
  readonly seizureExpiresOn: string | null;
  readonly expiresOn: string | null;
  readonly estimatedValueFen: number | null;
  readonly notes: string | null;
  readonly containerId: string | null;
  readonly container: string | null;
  readonly containerCode: string | null;
  readonly parentItemId: string | null;
  readonly priorItemId: string | null;
  readonly version: number;
}

const COLUMNS =
  sql.raw(`item.court_id as "courtId", court.name as court, item.id, item.code, item.book_id as "bookId",
  item.case_id as "caseId", c.number as "caseNumber", c.handler_id as "handlerId", handler.full_name as handler,
  c.clerk_id as "clerkId", c.department_id as "departmentId", c.secrecy, item.number, item.name, item.category, item.grade,
  item.state, item.on_hand as "onHand", item.unit, item.place_id as "placeId", place.path as place,
  item.holder_id as "holderId", item.holder, item.keeper, item.seal_number as "sealNumber", item.due_at as "dueAt",
  item.is_unverified as "isUnverified", exists (select from item_holds hold where hold.court_id = item.court_id
    and hold.item_id = item.id and hold.released_on is null) as "isHeld", photo.id as "photoFileId", item.state_since as "stateSince",
  item.updated_at as "updatedAt", item.facts, item.hazards, item.keeping, item.ownership, item.nature,
  item.is_evidence as "isEvidence", item.list_number as "listNumber", item.list_line as "listLine",
  item.listed_quantity as "listedQuantity", item.listed_unit as "listedUnit", item.unit_factor as "unitFactor",
  item.seizure_document as "seizureDocument", item.seizure_expires_on as "seizureExpiresOn",
  item.expires_on as "expiresOn", item.estimated_value_fen as "estimatedValueFen", item.notes,
  item.container_id as "containerId", box.name as container, box.code as "containerCode",
  item.parent_item_id as "parentItemId", item.prior_item_id as "priorItemId", item.version
  from seized_items item
  join courts court on court.id = item.court_id
  join cases c on c.court_id = item.court_id and c.id = item.case_id
  join people handler on handler.id = c.handler_id
  left join places place on place.court_id = item.court_id and place.id = item.place_id
  left join item_containers box on box.court_id = item.court_id and box.id = item.container_id
  left join lateral (select file.id from stored_files file where file.court_id = item.court_id
    and file.subject_kind = 'seized_item' and file.subject_id = item.id and file.purpose = 'photo'
    and file.removed_at is null order by file.uploaded_at, file.id limit 1) photo on true`);

/** Items by id, in the courts, in walking order: room, shelf, then case and number. */
export async function listItemRowsById(
  reader: TenantReader,
  courtIds: readonly number[],
  itemIds: readonly string[],
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`${PREPARED} select ${COLUMNS}
    where item.court_id = any(${courtIds}::integer[]) and item.id = any(${itemIds}::uuid[])
    order by place.sort_key nulls last, c.number, item.number`.execute(reader);
  return rows;
}

const SECRET = sql.raw(IS_SECRET_BESIDE_CASE);

const OPEN_STATES = ITEM_STATE_IDS.filter((state) => !ITEM_STATES[state].isEnd);

export interface ItemFilter {
  readonly courtId: number;
  readonly reach: IntakeReach;
  readonly ids: readonly string[] | null;
  readonly caseId: string | null;
  readonly placeId: string | null;
  readonly states: readonly ItemState[];
  readonly words: readonly string[];
  readonly overdueAt: Date | null;
  readonly isUnverified: boolean;
  /** Otherwise names of secret items are not found. */
  readonly seesSecrets: boolean;
  /** Seizures that ended before this day. */
  readonly lapsedBefore: string | null;
  /** In the hands of somebody between two rooms. */
  readonly isCarried?: boolean;
  /** In the order of a case: the number; otherwise when it changed last. */
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly limit: number;
}

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

function conditionsOf(filter: ItemFilter) {
  const { courtId, reach, caseId, placeId, states, words, overdueAt } = filter;
  const conditions = [
    sql`item.court_id = ${courtId}`,
    ...(reach.isWhole
      ? []
      : [
          sql`(c.department_id = any(${reach.departmentIds}::uuid[]) or c.handler_id = ${reach.personId}
            or c.clerk_id = ${reach.personId})`,
        ]),
    ...(filter.ids === null ? [] : [sql`item.id = any(${filter.ids}::uuid[])`]),
    ...(caseId === null ? [] : [sql`item.case_id = ${caseId}`]),
    ...(placeId === null
      ? []
      : [
          sql`item.place_id in (select below.id from places below where below.court_id = ${courtId}
            and ${placeId}::uuid = any(below.ancestor_ids))`,
        ]),
    ...(states.length === 0 ? [] : [sql`item.state = any(${states}::text[])`]),
    ...(overdueAt === null ? [] : [sql`item.due_at < ${overdueAt}`]),
    ...(filter.isUnverified ? [sql`item.is_unverified`] : []),
    ...(filter.isCarried === true
      ? [sql`item.state = 'in_store' and item.place_id is null and item.holder_id is not null`]
      : []),
    ...(filter.lapsedBefore === null
      ? []
      : [
          sql`item.seizure_expires_on < ${filter.lapsedBefore}::date and item.state = any(${OPEN_STATES}::text[])`,
        ]),
    ...words.map(
      (word) => sql`((item.name ilike ${likePattern(word)} and (${filter.seesSecrets} or not ${SECRET}))
        or item.code = ${word.toUpperCase()}
        or item.seal_number = ${word} or c.number ilike ${likePattern(word)})`,
    ),
  ];
  return sql.join(conditions, sql` and `);
}

/** Items of a court: of one case by number, otherwise the last changed first. */
export async function listItemRows(reader: TenantReader, filter: ItemFilter): Promise<ItemRow[]> {
  const { caseId, after, limit } = filter;
  const isOfCase = caseId !== null;
  const position = isOfCase
    ? sql`(item.number, item.id) > (${after?.key ?? '0'}::integer, ${after?.id ?? null}::uuid)`
    : sql`(item.updated_at, item.id) < (${after?.key ?? null}::timestamptz, ${after?.id ?? null}::uuid)`;
  const order = isOfCase ? sql`item.number, item.id` : sql`item.updated_at desc, item.id desc`;
  const { rows } = await sql<ItemRow>`select ${COLUMNS}
    where ${conditionsOf(filter)} ${after === null ? sql`` : sql`and ${position}`}
    order by ${order} limit ${limit}`.execute(reader);
  return rows;
}

/** Items of a case whose names are for those with clearance. */
export async function listSecretItemIds(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select item.id from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where item.court_id = ${courtId} and item.case_id = ${caseId} and ${SECRET}`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

/** How many items a case has. */
export async function countItemsOfCase(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from seized_items
    where court_id = ${courtId} and case_id = ${caseId}`.execute(reader);
  return rows[0]?.count ?? 0;
}

export interface FamilyRow {
  readonly relation: 'parent' | 'child' | 'prior' | 'later';
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: ItemState;
}

/** What the item was split from or into, and what it was before or became when it was seized again. */
export async function listFamily(reader: TenantReader, item: ItemRow): Promise<FamilyRow[]> {
  const { courtId, id, parentItemId, priorItemId } = item;
  const { rows } = await sql<FamilyRow>`
    select 'parent' as relation, id, code, name, state from seized_items
      where court_id = ${courtId} and id = ${parentItemId}::uuid
    union all select 'prior', id, code, name, state from seized_items
      where court_id = ${courtId} and id = ${priorItemId}::uuid
    union all (select 'child', id, code, name, state from seized_items
      where court_id = ${courtId} and parent_item_id = ${id}::uuid order by number limit 200)
    union all (select 'later', id, code, name, state from seized_items
      where court_id = ${courtId} and prior_item_id = ${id}::uuid order by number limit 200)`.execute(reader);
  return rows;
}

export interface ItemFileRow {
  readonly id: string;
  readonly purpose: 'photo' | 'attachment';
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  /** Of a thing that was found, whose pictures are not shown to everybody. */
  readonly isHidden: boolean;
}

/** Photos and papers of the item, photos of the deliveries that brought it and of what was found without a label, oldest first. */
export async function listItemFiles(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<ItemFileRow[]> {
  const { rows } = await sql<ItemFileRow>`
    select id, purpose, file_name as "fileName", content_type as "contentType", size_bytes as "sizeBytes", sha256,
      uploaded_at as "uploadedAt", subject_kind = 'uncased_thing' and exists (select from uncased_things thing
        where thing.court_id = ${courtId} and thing.id = subject_id and thing.is_hidden) as "isHidden"
    from stored_files
    where court_id = ${courtId} and removed_at is null and purpose in ('photo', 'attachment')
      and ((subject_kind = 'seized_item' and subject_id = ${itemId}) or (subject_kind = 'item_intake'
        and subject_id in (select intake_id from item_intake_lines
          where court_id = ${courtId} and item_id = ${itemId}))
        or (subject_kind = 'uncased_thing' and subject_id in (select id from uncased_things
          where court_id = ${courtId} and item_id = ${itemId})))
    order by uploaded_at, id`.execute(reader);
  return rows;
}

/** The deliveries that brought the item. */
export async function listIntakesOfItem(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select intake_id as id from item_intake_lines
    where court_id = ${courtId} and item_id = ${itemId}`.execute(reader);
  return rows.map(({ id }) => id);
}
