/** What papers say about cases, items and how they came, read for the paper alone. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { ItemCategoryId, ItemFact, ItemGrade } from '../seized-items/item-categories.ts';
import type { ItemState } from '../seized-items/item-states.ts';

export interface CaseSource {
  readonly number: string;
  readonly otherNumbers: readonly string[];
  readonly cause: string;
  readonly handler: string;
  readonly department: string;
  readonly seizingOrgan: string | null;
  readonly procuratorate: string | null;
  readonly parties: readonly { readonly name: string; readonly role: string }[];
}

interface Address {
  readonly courtId: number;
  readonly caseId: string;
}

/** With the real names of those who are still parties. */
export async function findCaseSource(
  reader: TenantReader,
  { courtId, caseId }: Address,
): Promise<CaseSource | undefined> {
  const { rows } = await sql<CaseSource>`
    select c.number, c.cause, handler.full_name as handler, department.name as department,
      c.seizing_organ as "seizingOrgan", c.procuratorate,
      array(select n.canonical from case_numbers n where n.court_id = c.court_id and n.case_id = c.id
        and n.canonical <> c.number and n.relation <> 'formerly_wrong' order by n.added_at, n.id) as "otherNumbers",
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'role', p.role) order by p.added_at, p.id)
        from case_parties p where p.court_id = c.court_id and p.case_id = c.id and p.left_on is null), '[]')
        as parties
    from cases c
    join people handler on handler.id = c.handler_id
    join departments department on department.court_id = c.court_id and department.id = c.department_id
    where c.court_id = ${courtId} and c.id = ${caseId}`.execute(reader);
  return rows[0];
}

export interface ItemSource {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
  readonly state: ItemState;
  readonly unit: string;
  /** In which it was listed: another one where a bank changed the money. */
  readonly unitBefore: string;
  readonly onHand: string;
  readonly facts: Readonly<Partial<Record<ItemFact, string>>>;
  readonly ownership: string;
  readonly nature: string;
  readonly listNumber: string | null;
  readonly listLine: string | null;
  readonly listedQuantity: string | null;
  readonly listedUnit: string | null;
  readonly seizureDocument: string | null;
  readonly estimatedValueFen: number | null;
  readonly place: string | null;
  readonly keeper: string | null;
  readonly sealNumber: string | null;
  readonly notes: string | null;
  /** Of appraisals and valuations, the latest first. */
  readonly opinionNumbers: readonly string[];
  readonly photos: readonly { readonly sha256: string; readonly at: string }[];
}

/** Items of one case in the order of their numbers, each with its photos, oldest first; all of them where none is named. */
export async function listItemSources(
  reader: TenantReader,
  { courtId, caseId }: Address,
  itemIds: readonly string[] | null,
): Promise<ItemSource[]> {
  const { rows } = await sql<ItemSource>`
    select item.id, item.code, item.number, item.name, item.category, item.grade, item.state, item.unit,
      coalesce((select changed.from_unit from item_conversions changed where changed.court_id = item.court_id
        and changed.item_id = item.id), item.unit) as "unitBefore",
      item.on_hand as "onHand", item.facts, item.ownership, item.nature, item.list_number as "listNumber",
      item.list_line as "listLine", item.listed_quantity as "listedQuantity", item.listed_unit as "listedUnit",
      item.seizure_document as "seizureDocument", item.estimated_value_fen as "estimatedValueFen",
      place.path as place, item.keeper, item.seal_number as "sealNumber", item.notes,
      array(select opinion.opinion_number from item_examinations examination
        join item_opinions opinion on opinion.court_id = examination.court_id
          and opinion.examination_id = examination.id
        where examination.court_id = item.court_id and examination.item_id = item.id
        order by opinion.concluded_on desc, opinion.recorded_at desc) as "opinionNumbers",
      coalesce((select jsonb_agg(jsonb_build_object('sha256', file.sha256,
          'at', to_char(file.uploaded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'))
          order by file.uploaded_at, file.id)
        from stored_files file where file.court_id = item.court_id and file.subject_kind = 'seized_item'
          and file.subject_id = item.id and file.purpose = 'photo' and file.removed_at is null), '[]') as photos
    from seized_items item
    left join places place on place.court_id = item.court_id and place.id = item.place_id
    where item.court_id = ${courtId} and item.case_id = ${caseId}
      and (${itemIds === null} or item.id = any(${itemIds ?? []}::uuid[]))
    order by item.number`.execute(reader);
  return rows;
}

export interface IntakeSource {
  readonly deliverer: string;
  readonly delivererUnit: string;
  readonly delivererDocument: string | null;
  readonly listNumber: string | null;
  readonly arrivedAt: Date;
  readonly signatureSha256: string | null;
}

export async function findIntakeSource(
  reader: TenantReader,
  courtId: number,
  intakeId: string,
): Promise<IntakeSource | undefined> {
  const { rows } = await sql<IntakeSource>`
    select deliverer, deliverer_unit as "delivererUnit", deliverer_document as "delivererDocument",
      list_number as "listNumber", arrived_at as "arrivedAt", deliverer_signature_sha256 as "signatureSha256"
    from item_intakes where court_id = ${courtId} and id = ${intakeId}`.execute(reader);
  return rows[0];
}

/** The court's full name. */
export async function findCourtName(reader: TenantReader, courtId: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from courts where id = ${courtId}`.execute(reader);
  return rows[0]?.name ?? '';
}

/** The latest valid paper of a form for each of some items: number by item. */
export async function listPaperNumbersOfItems(
  reader: TenantReader,
  courtId: number,
  { form, itemIds }: { readonly form: string; readonly itemIds: readonly string[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ itemId: string; number: string }>`
    select distinct on (item.item_id) item.item_id as "itemId", paper.number
    from paper_items item
    join papers paper on paper.court_id = item.court_id and paper.id = item.paper_id
    where item.court_id = ${courtId} and item.item_id = any(${itemIds}::uuid[]) and paper.form = ${form}
      and paper.voided_at is null
    order by item.item_id, paper.issued_at desc`.execute(reader);
  return new Map(rows.map(({ itemId, number }) => [itemId, number]));
}
