/** The things of a release, as they left and as they came back. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import type { LineState } from './release-kinds.ts';

export interface ReleaseLineRow {
  readonly releaseId: string;
  readonly itemId: string;
  readonly state: LineState;
  readonly quantity: string;
  readonly unit: string;
  readonly dueAt: Date | null;
  readonly conditionOut: string | null;
  readonly sealOut: string | null;
  readonly odometerOut: string | null;
  readonly incident: string | null;
  readonly backAt: Date | null;
  readonly conditionBack: string | null;
  readonly sealBack: string | null;
  readonly receivedByName: string | null;
  readonly note: string | null;
}

const COLUMNS = sql.raw(`release_id as "releaseId", item_id as "itemId", state,
  trim_scale(quantity)::text as quantity, unit, due_at as "dueAt", condition_out as "conditionOut",
  seal_out as "sealOut", odometer_out as "odometerOut", incident, back_at as "backAt",
  condition_back as "conditionBack", seal_back as "sealBack", received_by_name as "receivedByName", note
  from item_release_lines`);

/** In the order of the request. */
export async function listReleaseLines(
  reader: TenantReader,
  courtId: number,
  releaseId: string,
): Promise<ReleaseLineRow[]> {
  const { rows } = await sql<ReleaseLineRow>`select ${COLUMNS}
    where court_id = ${courtId} and release_id = ${releaseId} order by position`.execute(reader);
  return rows;
}

/** The lines in which items are out now. */
export async function listOpenLinesOfItems(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<ReleaseLineRow[]> {
  const { rows } = await sql<ReleaseLineRow>`select ${COLUMNS}
    where court_id = ${courtId} and item_id = any(${itemIds}::uuid[])
      and state in ('prepared', 'out', 'in_transit', 'with_keeper')`.execute(reader);
  return rows;
}

export type NewReleaseLine = Pick<ReleaseLineRow, 'itemId' | 'state' | 'quantity' | 'unit'> &
  Partial<Pick<ReleaseLineRow, 'conditionOut' | 'sealOut' | 'odometerOut'>>;

export async function insertReleaseLines(
  trx: TenantTransaction,
  courtId: number,
  releaseId: string,
  lines: readonly NewReleaseLine[],
): Promise<void> {
  const rows = lines.map((line, index) => ({
    item_id: line.itemId,
    position: index + 1,
    state: line.state,
    quantity: line.quantity,
    unit: line.unit,
    condition_out: line.conditionOut ?? null,
    seal_out: line.sealOut ?? null,
    odometer_out: line.odometerOut ?? null,
  }));
  await sql`insert into item_release_lines (court_id, release_id, item_id, position, state, quantity, unit,
      condition_out, seal_out, odometer_out)
    select ${courtId}::integer, ${releaseId}::uuid, item_id, position, state, quantity, unit, condition_out, seal_out,
      odometer_out
    from json_to_recordset(${rowSetJson(rows)}::json) as line(item_id uuid, position integer, state text,
      quantity numeric, unit text, condition_out text, seal_out text, odometer_out text)`.execute(trx);
}

export interface LineChange {
  readonly itemId: string;
  readonly state: LineState;
  readonly dueAt?: Date | null;
  readonly conditionOut?: string;
  readonly sealOut?: string | null;
  readonly odometerOut?: string | null;
  readonly incident?: string;
  readonly backAt?: Date;
  readonly conditionBack?: string;
  readonly sealBack?: string | null;
  readonly receivedByName?: string;
  readonly note?: string | null;
}

/** What is not said stays; a due time that is said to be none goes. */
export async function updateReleaseLines(
  trx: TenantTransaction,
  courtId: number,
  releaseId: string,
  changes: readonly LineChange[],
): Promise<void> {
  const rows = changes.map((change) => ({
    item_id: change.itemId,
    state: change.state,
    due_at: change.dueAt ?? null,
    keeps_due: change.dueAt === undefined,
    condition_out: change.conditionOut ?? null,
    seal_out: change.sealOut ?? null,
    odometer_out: change.odometerOut ?? null,
    incident: change.incident ?? null,
    back_at: change.backAt ?? null,
    condition_back: change.conditionBack ?? null,
    seal_back: change.sealBack ?? null,
    received_by_name: change.receivedByName ?? null,
    note: change.note ?? null,
  }));
  await sql`update item_release_lines line set state = next.state,
      due_at = case when next.keeps_due then line.due_at else next.due_at end,
      condition_out = coalesce(next.condition_out, line.condition_out),
      seal_out = coalesce(next.seal_out, line.seal_out),
      odometer_out = coalesce(next.odometer_out, line.odometer_out),
      incident = coalesce(next.incident, line.incident), back_at = coalesce(next.back_at, line.back_at),
      condition_back = coalesce(next.condition_back, line.condition_back),
      seal_back = coalesce(next.seal_back, line.seal_back),
      received_by_name = coalesce(next.received_by_name, line.received_by_name),
      note = coalesce(next.note, line.note)
    from json_to_recordset(${rowSetJson(rows)}::json) as next(item_id uuid, state text, due_at timestamptz,
      keeps_due boolean, condition_out text, seal_out text, odometer_out text, incident text, back_at timestamptz,
      condition_back text, seal_back text, received_by_name text, note text)
    where line.court_id = ${courtId} and line.release_id = ${releaseId} and line.item_id = next.item_id`.execute(
    trx,
  );
}
