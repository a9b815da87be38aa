/** Examinations of items and the opinions that answered them. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { ItemCategoryId, ItemGrade } from '../item-categories.ts';
import type { ExaminationKind } from './examination-rules.ts';
import { IS_SECRET_BESIDE_CASE } from '../secret-item.sql.ts';

export interface NewExamination {
  readonly id: string;
  readonly itemId: string;
  readonly kind: ExaminationKind;
  readonly mandateNumber: string;
  readonly institution: string;
  readonly qualification: string;
  readonly examiners: string | null;
  readonly question: string;
  readonly sentOn: string;
  readonly sentBy: { readonly id: string; readonly name: string };
  readonly secondPersonName: string;
  readonly sampleQuantity: string | null;
}

export async function insertExamination(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  one: NewExamination,
): Promise<void> {
  await sql`insert into item_examinations (court_id, id, item_id, kind, mandate_number, institution, qualification,
      examiners, question, sent_on, sent_by, sent_by_name, second_person_name, sample_quantity, recorded_at)
    values (${courtId}, ${one.id}, ${one.itemId}, ${one.kind}, ${one.mandateNumber}, ${one.institution},
      ${one.qualification}, ${one.examiners}, ${one.question}, ${one.sentOn}::date, ${one.sentBy.id},
      ${one.sentBy.name}, ${one.secondPersonName}, ${one.sampleQuantity}::numeric, ${now})`.execute(trx);
}

export interface NewOpinion {
  readonly examinationId: string;
  readonly itemId: string;
  readonly opinionNumber: string;
  readonly concludedOn: string;
  readonly conclusion: string;
  readonly examiners: string;
  readonly returnedQuantity: string | null;
  readonly consumedQuantity: string | null;
  readonly value: { readonly fen: number; readonly baseDate: string; readonly validUntil: string } | null;
  readonly entrySequence: number | null;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly secondPersonName: string | null;
}

export async function insertOpinion(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  one: NewOpinion,
): Promise<void> {
  const { value, recordedBy } = one;
  await sql`insert into item_opinions (court_id, examination_id, item_id, opinion_number, concluded_on, conclusion,
      examiners, returned_quantity, consumed_quantity, value_fen, base_date, valid_until, entry_sequence, recorded_by,
      recorded_by_name, second_person_name, recorded_at)
    values (${courtId}, ${one.examinationId}, ${one.itemId}, ${one.opinionNumber}, ${one.concludedOn}::date,
      ${one.conclusion}, ${one.examiners}, ${one.returnedQuantity}::numeric, ${one.consumedQuantity}::numeric,
      ${value?.fen ?? null}::bigint, ${value?.baseDate ?? null}::date, ${value?.validUntil ?? null}::date,
      ${one.entrySequence}::integer, ${recordedBy.id}, ${recordedBy.name}, ${one.secondPersonName}, ${now})`.execute(
    trx,
  );
}

export interface ExaminationRow extends Omit<NewExamination, 'sentBy'> {
  readonly courtId: number;
  readonly caseId: string;
  readonly handlerId: string;
  readonly clerkId: string | null;
  readonly departmentId: string;
  readonly itemCode: string;
  readonly itemNumber: number;
  readonly itemName: string;
  readonly isSecret: boolean;
  readonly unit: string;
  readonly sentByName: string;
  readonly opinionNumber: string | null;
  readonly concludedOn: string | null;
  readonly conclusion: string | null;
  readonly returnedQuantity: string | null;
  readonly consumedQuantity: string | null;
  readonly valueFen: number | null;
  readonly baseDate: string | null;
  readonly validUntil: string | null;
  readonly recordedByName: string | null;
  readonly confirmedByName: string | null;
}

const COLUMNS = sql.raw(`examination.court_id as "courtId", examination.id, examination.item_id as "itemId",
  examination.kind, examination.mandate_number as "mandateNumber", examination.institution, examination.qualification,
  coalesce(opinion.examiners, examination.examiners) as examiners, examination.question,
  examination.sent_on::text as "sentOn", examination.sent_by_name as "sentByName",
  examination.second_person_name as "secondPersonName", examination.sample_quantity as "sampleQuantity",
  item.case_id as "caseId", c.handler_id as "handlerId", c.clerk_id as "clerkId", c.department_id as "departmentId",
  item.code as "itemCode", item.number as "itemNumber", item.name as "itemName",
  ${IS_SECRET_BESIDE_CASE} as "isSecret", item.unit,
  opinion.opinion_number as "opinionNumber", opinion.concluded_on::text as "concludedOn", opinion.conclusion,
  opinion.returned_quantity as "returnedQuantity", opinion.consumed_quantity as "consumedQuantity",
  opinion.value_fen as "valueFen", opinion.base_date::text as "baseDate", opinion.valid_until::text as "validUntil",
  opinion.recorded_by_name as "recordedByName", opinion.second_person_name as "confirmedByName"
  from item_examinations examination
  join seized_items item on item.court_id = examination.court_id and item.id = examination.item_id
  join cases c on c.court_id = item.court_id and c.id = item.case_id
  left join item_opinions opinion on opinion.court_id = examination.court_id
    and opinion.examination_id = examination.id`);

export async function findExaminationRow(
  reader: TenantReader,
  courtId: number,
  id: string,
): Promise<ExaminationRow | undefined> {
  const { rows } = await sql<ExaminationRow>`select ${COLUMNS}
    where examination.court_id = ${courtId} and examination.id = ${id}`.execute(reader);
  return rows[0];
}

/** Of items, the newest first. */
export async function listExaminationRows(
  reader: TenantReader,
  courtIds: readonly number[],
  of: { readonly itemId: string | null; readonly caseId: string | null },
  { after, limit }: { readonly after: { sentOn: string; id: string } | null; readonly limit: number },
): Promise<ExaminationRow[]> {
  const whose =
    of.itemId === null
      ? sql`item.case_id = ${of.caseId}::uuid`
      : sql`examination.item_id = ${of.itemId}::uuid`;
  const position =
    after === null
      ? sql`true`
      : sql`(examination.sent_on, examination.id) < (${after.sentOn}::date, ${after.id}::uuid)`;
  const { rows } = await sql<ExaminationRow>`select ${COLUMNS}
    where examination.court_id = any(${courtIds}::integer[]) and ${whose} and ${position}
    order by examination.sent_on desc, examination.id desc limit ${limit}`.execute(reader);
  return rows;
}

export interface ValuationRow {
  readonly itemId: string;
  readonly examinationId: string;
  readonly opinionNumber: string;
  readonly institution: string;
  readonly valueFen: number;
  readonly baseDate: string;
  readonly validUntil: string;
}

/** By item, the newest valuation that holds on the day. */
export async function listValuationRows(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
  on: string,
): Promise<ValuationRow[]> {
  const { rows } = await sql<ValuationRow>`
    select distinct on (opinion.item_id) opinion.item_id as "itemId", opinion.examination_id as "examinationId",
      opinion.opinion_number as "opinionNumber", examination.institution, opinion.value_fen as "valueFen",
      opinion.base_date::text as "baseDate", opinion.valid_until::text as "validUntil"
    from item_opinions opinion
    join item_examinations examination on examination.court_id = opinion.court_id
      and examination.id = opinion.examination_id
    where opinion.court_id = ${courtId} and opinion.item_id = any(${itemIds}::uuid[]) and opinion.value_fen is not null
      and examination.kind = 'valuation' and opinion.valid_until >= ${on}::date and opinion.base_date <= ${on}::date
    order by opinion.item_id, opinion.base_date desc, opinion.recorded_at desc, opinion.examination_id`.execute(
    reader,
  );
  return rows;
}

/** What the item is held to be worth, as the last opinion or the receipt has it. */
export async function findStatedValueFen(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<number | null> {
  const { rows } = await sql<{
    valueFen: number | null;
  }>`select estimated_value_fen as "valueFen" from seized_items
    where court_id = ${courtId} and id = ${itemId}`.execute(reader);
  return rows[0]?.valueFen ?? null;
}

/** What an opinion changes of the item; its entry keeps what was there before. The book is locked. */
export async function updateItemWorth(
  trx: TenantTransaction,
  courtId: number,
  itemId: string,
  worth: { readonly category: ItemCategoryId; readonly grade: ItemGrade; readonly valueFen: number | null },
): Promise<void> {
  await sql`update seized_items set category = ${worth.category}, grade = ${worth.grade},
      estimated_value_fen = ${worth.valueFen}::bigint
    where court_id = ${courtId} and id = ${itemId}`.execute(trx);
}
