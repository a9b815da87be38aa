/** Rows of deliveries and their lines. Whoever changes one holds the delivery's row. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';
import type { Secrecy } from '../cases/rules.ts';
import type { CountOutcome } from './intake-count.ts';
import type { ItemCategoryId, ItemFact, ItemGrade } from './item-categories.ts';
import type { ItemState } from './item-states.ts';
import { IS_SECRET } from './secret-item.sql.ts';

export interface IntakeRow {
  readonly courtId: number;
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly handlerId: string;
  readonly clerkId: string | null;
  readonly departmentId: string;
  readonly secrecy: Secrecy;
  readonly state: 'counting' | 'completed';
  readonly deliverer: string;
  readonly delivererUnit: string;
  /** Of a person of the court. */
  readonly delivererId: string | null;
  readonly listNumber: string | null;
  readonly arrivedAt: Date;
  readonly receivedByName: string;
  readonly secondPersonName: string | null;
  readonly lockerPath: string | null;
  readonly formalDueAt: Date | null;
  readonly completedAt: Date | null;
  readonly reviewerName: string | null;
  readonly lineCount: number;
  readonly pendingCount: number;
}

const COLUMNS = sql.raw(`intake.court_id as "courtId", intake.id, intake.case_id as "caseId",
  c.number as "caseNumber", c.handler_id as "handlerId", c.clerk_id as "clerkId", c.department_id as "departmentId",
  c.secrecy, intake.state, intake.deliverer, intake.deliverer_unit as "delivererUnit",
  intake.deliverer_id as "delivererId", intake.list_number as "listNumber",
  intake.arrived_at as "arrivedAt", intake.received_by_name as "receivedByName",
  intake.second_person_name as "secondPersonName", locker.path as "lockerPath",
  intake.formal_due_at as "formalDueAt", intake.completed_at as "completedAt",
  intake.reviewer_name as "reviewerName", lines.total as "lineCount", lines.pending as "pendingCount"
  from item_intakes intake
  join cases c on c.court_id = intake.court_id and c.id = intake.case_id
  left join places locker on locker.court_id = intake.court_id and locker.id = intake.locker_id
  cross join lateral (select count(*)::integer as total,
      (count(*) filter (where line.outcome = 'pending'))::integer as pending
    from item_intake_lines line where line.court_id = intake.court_id and line.intake_id = intake.id) lines`);

export async function findIntake(
  reader: TenantReader,
  courtIds: readonly number[],
  intakeId: string,
): Promise<IntakeRow | undefined> {
  const { rows } = await sql<IntakeRow>`select ${COLUMNS}
    where intake.court_id = any(${courtIds}::integer[]) and intake.id = ${intakeId}`.execute(reader);
  return rows[0];
}

export async function lockIntake(
  trx: TenantTransaction,
  courtId: number,
  intakeId: string,
): Promise<IntakeRow | undefined> {
  await sql`select from item_intakes where court_id = ${courtId} and id = ${intakeId} for update`.execute(
    trx,
  );
  return findIntake(trx, [courtId], intakeId);
}

/** Whose cases a list shows. */
export interface IntakeReach {
  readonly isWhole: boolean;
  readonly departmentIds: readonly string[];
  readonly personId: string;
}

/** The newest first. */
export async function listIntakeRows(
  reader: TenantReader,
  filter: {
    readonly courtId: number;
    readonly state: IntakeRow['state'];
    readonly reach: IntakeReach;
    readonly after: { readonly arrivedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<IntakeRow[]> {
  const { courtId, reach, after } = filter;
  const { rows } = await sql<IntakeRow>`select ${COLUMNS}
    where intake.court_id = ${courtId} and intake.state = ${filter.state}
      and (${reach.isWhole} or c.department_id = any(${reach.departmentIds}::uuid[])
        or c.handler_id = ${reach.personId} or c.clerk_id = ${reach.personId})
      and (${after === null} or (intake.arrived_at, intake.id) < (${after?.arrivedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by intake.arrived_at desc, intake.id desc limit ${filter.limit}`.execute(reader);
  return rows;
}

export interface IntakeLineRow {
  readonly itemId: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly state: ItemState;
  readonly unit: string;
  readonly facts: Readonly<Partial<Record<ItemFact, string>>>;
  readonly keeping: readonly string[];
  readonly isSecret: boolean;
  readonly listedQuantity: string | null;
  readonly listLine: string | null;
  readonly outcome: 'pending' | CountOutcome;
  readonly countedQuantity: string | null;
  readonly count: unknown;
  readonly placePath: string | null;
  readonly photoCount: number;
}

/** In the order of the list, with the photos of each; those of the delivery as a whole count for every line. */
export async function listIntakeLines(
  reader: TenantReader,
  courtId: number,
  intakeId: string,
): Promise<IntakeLineRow[]> {
  const { rows } = await sql<IntakeLineRow>`
    select line.item_id as "itemId", item.code, item.number, item.name, item.category, item.grade, item.state,
      item.unit, item.facts, item.keeping, ${sql.raw(IS_SECRET)} as "isSecret", item.listed_quantity as "listedQuantity", item.list_line as "listLine", line.outcome,
      line.counted_quantity as "countedQuantity", line.count, place.path as "placePath",
      photos.total as "photoCount"
    from item_intake_lines line
    join seized_items item on item.court_id = line.court_id and item.id = line.item_id
    left join places place on place.court_id = line.court_id and place.id = (line.count ->> 'placeId')::uuid
    cross join lateral (select count(*)::integer as total from stored_files file
      where file.court_id = line.court_id and file.purpose = 'photo' and file.removed_at is null
        and ((file.subject_kind = 'seized_item' and file.subject_id = line.item_id)
          or (file.subject_kind = 'item_intake' and file.subject_id = line.intake_id))) photos
    where line.court_id = ${courtId} and line.intake_id = ${intakeId}
    order by line.position`.execute(reader);
  return rows;
}

export interface NewIntake {
  readonly id: string;
  readonly caseId: string;
  readonly deliverer: string;
  readonly delivererUnit: string;
  readonly delivererDocument: string | null;
  readonly delivererId: string | null;
  readonly listNumber: string | null;
  readonly arrivedAt: Date;
  readonly lockerId: string | null;
  readonly formalDueAt: Date | null;
  readonly receivedBy: { readonly id: string; readonly name: string };
  readonly secondPerson: { readonly id: string; readonly name: string };
  readonly itemIds: readonly string[];
}

export async function insertIntake(
  trx: TenantTransaction,
  courtId: number,
  intake: NewIntake,
): Promise<void> {
  const { receivedBy, secondPerson } = intake;
  await sql`
    insert into item_intakes (court_id, id, case_id, state, deliverer, deliverer_unit, deliverer_document, deliverer_id,
      list_number, arrived_at, locker_id, formal_due_at, received_by, received_by_name, second_person_id, second_person_name)
    values (${courtId}, ${intake.id}, ${intake.caseId}, 'counting', ${intake.deliverer}, ${intake.delivererUnit},
      ${intake.delivererDocument}, ${intake.delivererId}, ${intake.listNumber}, ${intake.arrivedAt}, ${intake.lockerId},
      ${intake.formalDueAt}, ${receivedBy.id}, ${receivedBy.name}, ${secondPerson.id}, ${secondPerson.name})`.execute(
    trx,
  );
  await sql`
    insert into item_intake_lines (court_id, intake_id, item_id, position, outcome)
    select ${courtId}::integer, ${intake.id}::uuid, line.id, line.position, 'pending'
    from unnest(${intake.itemIds}::uuid[]) with ordinality as line(id, position)`.execute(trx);
}

export interface CountedLine {
  readonly itemId: string;
  readonly outcome: CountOutcome;
  readonly countedQuantity: string | null;
  readonly count: unknown;
}

export async function updateIntakeLines(
  trx: TenantTransaction,
  courtId: number,
  intakeId: string,
  now: Date,
  lines: readonly CountedLine[],
): Promise<void> {
  const rows = lines.map(({ itemId, outcome, countedQuantity, count }) => ({
    item_id: itemId,
    outcome,
    counted_quantity: countedQuantity,
    count,
  }));
  await sql`
    update item_intake_lines line set outcome = next.outcome, counted_quantity = next.counted_quantity,
      count = next.count, counted_at = ${now}::timestamptz
    from json_to_recordset(${rowSetJson(rows)}::json) as next(item_id uuid, outcome text, counted_quantity numeric,
      count jsonb)
    where line.court_id = ${courtId} and line.intake_id = ${intakeId} and line.item_id = next.item_id`.execute(
    trx,
  );
}

/** What was found out about items while they were counted; facts that were stated before stay. */
export async function updateItemDescriptions(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  items: readonly { readonly id: string; readonly grade: ItemGrade; readonly facts: object }[],
): Promise<void> {
  await sql`
    update seized_items item set facts = item.facts || next.facts, grade = next.grade,
      updated_at = ${now}::timestamptz, version = item.version + 1
    from json_to_recordset(${rowSetJson(items)}::json) as next(id uuid, grade text, facts jsonb)
    where item.court_id = ${courtId} and item.id = next.id`.execute(trx);
}

export async function updateIntakeCompleted(
  trx: TenantTransaction,
  courtId: number,
  intakeId: string,
  completion: {
    readonly at: Date;
    readonly byName: string;
    readonly reviewer: { readonly id: string; readonly name: string };
    readonly signatureSha256: string;
  },
): Promise<void> {
  await sql`
    update item_intakes set state = 'completed', completed_at = ${completion.at},
      completed_by_name = ${completion.byName}, reviewer_id = ${completion.reviewer.id},
      reviewer_name = ${completion.reviewer.name}, deliverer_signature_sha256 = ${completion.signatureSha256},
      version = version + 1
    where court_id = ${courtId} and id = ${intakeId}`.execute(trx);
}

export interface AwaitedItemRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly category: string;
  readonly listedQuantity: string | null;
  readonly keeping: readonly string[];
  readonly unit: string;
  readonly listNumber: string | null;
  readonly listLine: string | null;
}

/** Preregistered items of a case, in the order of their numbers. */
export async function listAwaitedRows(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<AwaitedItemRow[]> {
  const { rows } = await sql<AwaitedItemRow>`
    select id, number, name, category, keeping, listed_quantity as "listedQuantity", unit, list_number as "listNumber",
      list_line as "listLine"
    from seized_items where court_id = ${courtId} and case_id = ${caseId} and state = 'preregistered'
    order by number`.execute(reader);
  return rows;
}

/** Photos of the whole delivery. */
export async function countIntakePhotos(
  reader: TenantReader,
  courtId: number,
  intakeId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from stored_files
    where court_id = ${courtId} and subject_kind = 'item_intake' and subject_id = ${intakeId} and purpose = 'photo'
      and removed_at is null`.execute(reader);
  return rows[0]?.count ?? 0;
}
