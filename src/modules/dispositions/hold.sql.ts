/** Legal holds: who keeps an item from being disposed of, on what paper, and when they let go. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { SensitiveItem } from '../seized-items/mask-item.ts';
import type { HoldKind } from './judgment-orders.ts';

export interface HoldRow {
  readonly id: string;
  readonly itemId: string;
  readonly kind: HoldKind;
  /** The case of this court that needs the thing; null: another holder. */
  readonly caseId: string | null;
  readonly holder: string;
  readonly document: string;
  readonly placedOn: string;
  readonly placedByName: string;
  readonly releasedOn: string | null;
  readonly releaseDocument: string | null;
  readonly releasedByName: string | null;
}

const SELECT =
  sql.raw(`select id, item_id as "itemId", kind, case_id as "caseId", holder, document, placed_on as "placedOn",
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
  holds: readonly Pick<HoldRow, 'id' | 'itemId' | 'kind' | 'caseId' | 'holder' | 'document' | 'placedOn'>[],
): Promise<void> {
  await sql`
    insert into item_holds (court_id, id, item_id, kind, case_id, holder, document, placed_on, placed_by,
      placed_by_name)
    select ${courtId}, id, "itemId", kind, "caseId", holder, document, "placedOn", ${by.personId}::uuid, ${by.personName}
    from json_to_recordset(${JSON.stringify(holds)}::json) as new(id uuid, "itemId" uuid, kind text, "caseId" uuid, holder text,
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

export interface NeededRow extends SensitiveItem {
  readonly holdId: string;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly onHand: string;
  readonly unit: string;
  readonly place: string | null;
  readonly mainCaseId: string;
  readonly mainCaseNumber: string;
  readonly mainHandler: string;
  readonly document: string;
  readonly placedOn: string;
  readonly releasedOn: string | null;
}

/** Things in the ledgers of other cases that this one needs or needed; those of its own case tell who may see their names. */
export async function listNeededRows(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<NeededRow[]> {
  const { rows } = await sql<NeededRow>`
    select hold.id as "holdId", item.id as "itemId", item.code, item.name, item.state, item.on_hand as "onHand",
      item.unit, place.path as place, main.id as "mainCaseId", main.number as "mainCaseNumber",
      handler.full_name as "mainHandler", hold.document, hold.placed_on as "placedOn",
      hold.released_on as "releasedOn", item.keeping, item.category, main.secrecy, main.court_id as "courtId",
      main.handler_id as "handlerId", main.clerk_id as "clerkId", main.department_id as "departmentId"
    from item_holds hold
    join seized_items item on item.court_id = hold.court_id and item.id = hold.item_id
    join cases main on main.court_id = item.court_id and main.id = item.case_id
    join people handler on handler.id = main.handler_id
    left join places place on place.court_id = item.court_id and place.id = item.place_id
    where hold.court_id = ${courtId} and hold.case_id = ${caseId}
    order by hold.released_on nulls first, hold.placed_on, hold.id limit 1000`.execute(reader);
  return rows;
}
