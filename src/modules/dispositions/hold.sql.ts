/** Legal holds: who keeps an item from being disposed of, on what paper, and when they let go. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { HoldKind } from './judgment-orders.ts';

export interface HoldRow {
  readonly id: string;
  readonly itemId: string;
  readonly kind: HoldKind;
  readonly holder: string;
  readonly document: string;
  readonly placedOn: string;
  readonly placedByName: string;
  readonly releasedOn: string | null;
  readonly releaseDocument: string | null;
  readonly releasedByName: string | null;
}

const SELECT = sql.raw(`select id, item_id as "itemId", kind, holder, document, placed_on as "placedOn",
  placed_by_name as "placedByName", released_on as "releasedOn", release_document as "releaseDocument",
  released_by_name as "releasedByName" from item_holds`);

/** The holds on an item, those released too, the oldest first. */
export async function listHolds(reader: TenantReader, courtId: number, itemId: string): Promise<HoldRow[]> {
  const { rows } = await sql<HoldRow>`${SELECT}
    where court_id = ${courtId} and item_id = ${itemId} order by placed_on, id`.execute(reader);
  return rows;
}

export async function lockHold(
  trx: TenantTransaction,
  courtId: number,
  holdId: string,
): Promise<HoldRow | undefined> {
  const { rows } = await sql<HoldRow>`${SELECT}
    where court_id = ${courtId} and id = ${holdId} for update`.execute(trx);
  return rows[0];
}

export async function insertHolds(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string },
  holds: readonly Pick<HoldRow, 'id' | 'itemId' | 'kind' | 'holder' | 'document' | 'placedOn'>[],
): Promise<void> {
  await sql`
    insert into item_holds (court_id, id, item_id, kind, holder, document, placed_on, placed_by, placed_by_name)
    select ${courtId}, id, "itemId", kind, holder, document, "placedOn", ${by.personId}::uuid, ${by.personName}
    from json_to_recordset(${JSON.stringify(holds)}::json) as new(id uuid, "itemId" uuid, kind text, holder text,
      document text, "placedOn" date)`.execute(trx);
}

export async function updateHoldReleased(
  trx: TenantTransaction,
  courtId: number,
  holdId: string,
  release: { readonly on: string; readonly document: string; readonly byName: string },
): Promise<void> {
  await sql`update item_holds set released_on = ${release.on}, release_document = ${release.document},
      released_by_name = ${release.byName}
    where court_id = ${courtId} and id = ${holdId}`.execute(trx);
}
