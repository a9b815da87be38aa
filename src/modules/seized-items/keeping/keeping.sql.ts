/** Places by what they offer, and things by what they need. */
import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';
import { ENVIRONMENT_OF_PLACE } from '../../rooms/room-grounds.ts';
import { OFFERED_AS } from './keeping-fit.rules.ts';

export interface FittingPlace {
  readonly id: string;
  readonly path: string;
  readonly isSameRoom: boolean;
}

/**
 * Open rooms that offer all of it and keep the categories, and single places in rooms that do: those of the same room
 * first, then in walking order.
 */
export async function listFittingPlaces(
  reader: TenantReader,
  courtId: number,
  wanted: {
    readonly categories: readonly string[];
    readonly environment: readonly string[];
    readonly nearRoomId: string;
    readonly limit: number;
  },
): Promise<FittingPlace[]> {
  const { rows } = await sql<FittingPlace>`
    select place.id, place.path, settings.place_id = ${wanted.nearRoomId} as "isSameRoom" from places place
    join room_settings settings on settings.court_id = place.court_id
      and settings.place_id = any(place.ancestor_ids) and settings.is_seized_property_room
    where place.court_id = ${courtId} and place.closed_on is null
      and (settings.place_id = place.id or exists (select from place_environments own
        where own.court_id = place.court_id and own.place_id = place.id and own.environment <> '{}'))
      and (settings.allowed_categories = '{}' or settings.allowed_categories @> ${wanted.categories}::text[])
      and ${ENVIRONMENT_OF_PLACE} @> ${wanted.environment}::text[]
    order by settings.place_id = ${wanted.nearRoomId} desc, place.sort_key, place.id limit ${wanted.limit}`.execute(
    reader,
  );
  return rows;
}

const OFFERED = Object.entries(OFFERED_AS).flatMap(([need, offer]) =>
  offer === null ? [] : [{ need, offer }],
);

/** Of `item` at `place`, and in the room of `settings` or its locker outside every room. */
const AT_REST = sql`seized_items item
    join places place on place.court_id = item.court_id and place.id = item.place_id
    join room_settings settings on settings.court_id = place.court_id and settings.is_seized_property_room
      and (settings.place_id = any(place.ancestor_ids)
        or settings.emergency_locker_id = any(place.ancestor_ids) and not exists (select from room_settings room
          where room.court_id = place.court_id and room.is_seized_property_room
            and room.place_id = any(place.ancestor_ids)))`;

export interface KeptWronglyRow {
  readonly id: string;
  readonly environment: readonly string[];
  readonly isCategoryForeign: boolean;
}

/** Things at rest, those in night lockers outside the rooms too, whose place lacks what they need or whose room does not keep such things, in walking order. */
export async function listKeptWronglyIds(
  reader: TenantReader,
  courtId: number,
  limit: number,
): Promise<KeptWronglyRow[]> {
  const needs = OFFERED.map(({ need }) => need);
  const offers = OFFERED.map(({ offer }) => offer);
  const { rows } = await sql<KeptWronglyRow>`
    select item.id, offered.environment, offered."isCategoryForeign"
    from ${AT_REST}
    cross join lateral (select ${ENVIRONMENT_OF_PLACE} as environment,
      settings.allowed_categories <> '{}' and not item.category = any(settings.allowed_categories)
        as "isCategoryForeign") offered
    where item.court_id = ${courtId} and item.place_id is not null
      and (offered."isCategoryForeign" or item.keeping <> '{}'
        and exists (select from unnest(${needs}::text[], ${offers}::text[]) as one(need, offer)
          where one.need = any(item.keeping) and not one.offer = any(offered.environment)))
    order by place.sort_key, item.number, item.id limit ${limit}`.execute(reader);
  return rows;
}

export interface KeptBelowRow {
  readonly id: string;
  readonly category: string;
  readonly keeping: readonly string[];
  readonly environment: readonly string[];
  /** Of its room; empty: every category. */
  readonly categories: readonly string[];
  /** What its place offers without what is said of the place asked about. */
  readonly otherEnvironment: readonly string[];
}

/** Things at rest at the place or anywhere below it, in the room's locker too when it is a room, in walking order. */
export async function listKeptBelow(
  reader: TenantReader,
  courtId: number,
  { placeId, isRoom }: { readonly placeId: string; readonly isRoom: boolean },
): Promise<KeptBelowRow[]> {
  const { rows } = await sql<KeptBelowRow>`
    select item.id, item.category, item.keeping, ${ENVIRONMENT_OF_PLACE} as environment,
      settings.allowed_categories as categories,
      (case when settings.place_id = any(place.ancestor_ids) and not (${isRoom} and settings.place_id = ${placeId})
        then settings.environment else '{}' end || array(select unnest(own.environment) from place_environments own
          where own.court_id = place.court_id and own.place_id = any(place.ancestor_ids)
            and (${isRoom} or own.place_id <> ${placeId}))) as "otherEnvironment"
    from ${AT_REST}
    where item.court_id = ${courtId} and item.place_id is not null
      and (${placeId} = any(place.ancestor_ids) or ${isRoom} and settings.place_id = ${placeId})
    order by place.sort_key, item.number, item.id`.execute(reader);
  return rows;
}

export interface ConditionChangeRow {
  readonly itemId: string;
  readonly at: Date;
  readonly byName: string;
  readonly place: string;
  /** What the place offered until then. */
  readonly lost: readonly string[];
  /** The room has not kept such things since. */
  readonly isCategoryGivenUp: boolean;
}

/**
 * By item: the last time since it was put there that something which it needs and does not find was taken from its
 * place, or its category from the room.
 */
export async function listConditionChanges(
  reader: TenantReader,
  courtId: number,
  lacking: readonly {
    readonly itemId: string;
    readonly offers: readonly string[];
    readonly isCategoryForeign: boolean;
  }[],
): Promise<ConditionChangeRow[]> {
  const { rows } = await sql<ConditionChangeRow>`
    select item.id as "itemId", change.changed_at as at, change.changed_by_name as "byName", changed.path as place,
      change.lost, change."isCategoryGivenUp"
    from jsonb_to_recordset(${JSON.stringify(lacking)}::jsonb)
      as one("itemId" uuid, offers text[], "isCategoryForeign" boolean)
    join seized_items item on item.court_id = ${courtId} and item.id = one."itemId"
    join places place on place.court_id = item.court_id and place.id = item.place_id
    cross join lateral (select made.id, made.place_id, made.changed_at, made.changed_by_name,
        array(select offer from unnest(made.environment_before) as offer
          where offer = any(one.offers) and not offer = any(made.environment_after)) as lost,
        one."isCategoryForeign" and made.categories_after <> '{}' and not item.category = any(made.categories_after)
          and (made.categories_before = '{}' or item.category = any(made.categories_before)) as "isCategoryGivenUp"
      from place_condition_changes made
      where made.court_id = item.court_id and (made.place_id = any(place.ancestor_ids)
        or made.place_id in (select settings.place_id from room_settings settings
          where settings.court_id = item.court_id and settings.emergency_locker_id = any(place.ancestor_ids)))
      ) change
    join places changed on changed.court_id = item.court_id and changed.id = change.place_id
    where item.court_id = ${courtId} and item.id = any(${lacking.map(({ itemId }) => itemId)}::uuid[])
      and (change.lost <> '{}' or change."isCategoryGivenUp")
      and change.changed_at > coalesce((select max(entry.recorded_at) from ledger_entries entry
        where entry.court_id = item.court_id and entry.book_id = item.book_id and entry.book_kind = 'case'
          and entry.details ->> 'itemId' = item.id::text and entry.to_place_id = item.place_id
          and entry.from_place_id is distinct from item.place_id), '-infinity'::timestamptz)
    order by item.id, change.changed_at desc, change.id desc`.execute(reader);
  return [...new Map(rows.toReversed().map((row) => [row.itemId, row])).values()];
}
