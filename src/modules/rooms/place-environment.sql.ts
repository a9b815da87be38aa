/** What single places offer. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

/** Empty where nobody has said anything. */
export async function findPlaceEnvironment(
  reader: TenantReader,
  courtId: number,
  placeId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ environment: string[] }>`select environment from place_environments
    where court_id = ${courtId} and place_id = ${placeId}`.execute(reader);
  return rows[0]?.environment ?? [];
}

export async function findPlaceName(
  reader: TenantReader,
  courtId: number,
  placeId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ path: string }>`select path from places
    where court_id = ${courtId} and id = ${placeId}`.execute(reader);
  return rows[0]?.path;
}

export async function writePlaceEnvironment(
  trx: TenantTransaction,
  courtId: number,
  placeId: string,
  environment: readonly string[],
): Promise<void> {
  await sql`insert into place_environments (court_id, place_id, environment)
    values (${courtId}, ${placeId}, ${environment}::text[])
    on conflict (court_id, place_id) do update set environment = excluded.environment`.execute(trx);
}
