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

/** Things at rest, those in night lockers outside the rooms too, whose place lacks what they need, in walking order, with what it offers. */
export async function listKeptWronglyIds(
  reader: TenantReader,
  courtId: number,
  limit: number,
): Promise<{ readonly id: string; readonly environment: readonly string[] }[]> {
  const needs = OFFERED.map(({ need }) => need);
  const offers = OFFERED.map(({ offer }) => offer);
  const { rows } = await sql<{ id: string; environment: string[] }>`
    select item.id, offered.environment
    from seized_items item
    join places place on place.court_id = item.court_id and place.id = item.place_id
    join room_settings settings on settings.court_id = place.court_id and settings.is_seized_property_room
      and (settings.place_id = any(place.ancestor_ids)
        or settings.emergency_locker_id = any(place.ancestor_ids) and not exists (select from room_settings room
          where room.court_id = place.court_id and room.is_seized_property_room
            and room.place_id = any(place.ancestor_ids)))
    cross join lateral (select ${ENVIRONMENT_OF_PLACE} as environment) offered
    where item.court_id = ${courtId} and item.place_id is not null and item.keeping <> '{}'
      and exists (select from unnest(${needs}::text[], ${offers}::text[]) as one(need, offer)
        where one.need = any(item.keeping) and not one.offer = any(offered.environment))
    order by place.sort_key, item.number, item.id limit ${limit}`.execute(reader);
  return rows;
}
