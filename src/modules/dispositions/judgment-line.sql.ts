/** Lines of judgments: their words once, what became of them once each. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { countLines, type Conversion, type CountedQuantity } from './converted-lines.rules.ts';
import type { JudgmentOrderId, NoticeKind } from './judgment-orders.ts';

export interface NewJudgmentLine {
  readonly id: string;
  readonly caseId: string;
  readonly document: string;
  readonly effectiveOn: string;
  readonly lineNumber: number;
  readonly itemId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly order: JudgmentOrderId;
  readonly beneficiaryId: string | null;
  readonly beneficiary: string | null;
  readonly correctsLineId: string | null;
  readonly note: string | null;
}

export interface JudgmentLineRow extends NewJudgmentLine {
  readonly enteredAt: Date;
  readonly enteredById: string;
  readonly enteredByName: string;
  readonly confirmedAt: Date | null;
  readonly confirmedByName: string | null;
  readonly refusedAt: Date | null;
  readonly refusedByName: string | null;
  readonly refusalReason: string | null;
  readonly replacedByLineId: string | null;
  readonly carriedOutAt: Date | null;
  readonly carriedOutDocument: string | null;
  /** What dispositions under the line, or under one whose place it took, have taken; a hand-over counts with its receipt, what was taken back does not. */
  readonly carriedOut: string;
  /** Of its item, where a bank changed it into another currency. */
  readonly conversion: Conversion | null;
  /** What it orders as the books count it now. */
  readonly counted: CountedQuantity;
}

type Row = Omit<JudgmentLineRow, 'counted'>;

const SELECT =
  sql.raw(`select line.id, line.case_id as "caseId", line.document, line.effective_on as "effectiveOn",
  line.line_number as "lineNumber", line.item_id as "itemId", line.description, line.quantity, line.unit,
  line.disposition as "order", line.beneficiary_id as "beneficiaryId", line.beneficiary,
  line.corrects_line_id as "correctsLineId", line.note, line.entered_at as "enteredAt",
  line.entered_by as "enteredById", line.entered_by_name as "enteredByName", line.confirmed_at as "confirmedAt",
  line.confirmed_by_name as "confirmedByName", line.refused_at as "refusedAt",
  line.refused_by_name as "refusedByName", line.refusal_reason as "refusalReason",
  line.replaced_by_line_id as "replacedByLineId", line.carried_out_at as "carriedOutAt",
  line.carried_out_document as "carriedOutDocument",
  coalesce((with recursive stood(id, corrects) as (
      select line.id, line.corrects_line_id
      union all select before.id, before.corrects_line_id from stood
        join judgment_lines before on before.court_id = line.court_id and before.id = stood.corrects
          and before.replaced_by_line_id = stood.id)
    select sum(done.quantity) from dispositions done where done.court_id = line.court_id
    and done.line_id in (select id from stood) and done.item_id = line.item_id
    and (done.kind <> 'hand_over' or done.receipt_on is not null)
    and not exists (select from disposition_reversals undone where undone.court_id = done.court_id
      and undone.disposition_id = done.id)), 0) as "carriedOut",
  (select jsonb_build_object('fromUnit', changed.from_unit, 'fromQuantity', trim_scale(changed.from_quantity)::text,
      'toUnit', changed.to_unit, 'toQuantity', trim_scale(changed.to_quantity)::text)
    from item_conversions changed where changed.court_id = line.court_id and changed.item_id = line.item_id) as conversion
  from judgment_lines line`);

function shownRows(found: readonly Row[]): JudgmentLineRow[] {
  const rows = found.map((row) => ({
    ...row,
    quantity: normaliseQuantity(row.quantity),
    carriedOut: normaliseQuantity(row.carriedOut),
    isVoid: row.refusedAt !== null || row.replacedByLineId !== null,
  }));
  const counted = countLines(rows);
  return rows.map(({ isVoid: _void, ...row }, index) => ({ ...row, counted: counted[index] ?? row }));
}

/** Every line of a case, the void ones too, in the order of the judgments. */
export async function listLinesOfCase(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<JudgmentLineRow[]> {
  const { rows } = await sql<Row>`${SELECT}
    where line.court_id = ${courtId} and line.case_id = ${caseId}
    order by line.effective_on, line.document, line.line_number, line.entered_at, line.id`.execute(reader);
  return shownRows(rows);
}

/** Lines by id, held until the end of the transaction. */
export async function lockLines(
  trx: TenantTransaction,
  courtId: number,
  lineIds: readonly string[],
): Promise<JudgmentLineRow[]> {
  const { rows } = await sql<Row>`${SELECT}
    where line.court_id = ${courtId} and line.id = any(${lineIds}::uuid[])
    order by line.id for update of line`.execute(trx);
  return shownRows(rows);
}

export async function insertLines(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  lines: readonly NewJudgmentLine[],
): Promise<void> {
  await sql`
    insert into judgment_lines (court_id, id, case_id, document, effective_on, line_number, item_id, description,
      quantity, unit, disposition, beneficiary_id, beneficiary, corrects_line_id, note, entered_at, entered_by,
      entered_by_name)
    select ${courtId}, id, "caseId", document, "effectiveOn", "lineNumber", "itemId", description, quantity, unit,
      "order", "beneficiaryId", beneficiary, "correctsLineId", note, ${by.now}::timestamptz, ${by.personId}::uuid,
      ${by.personName}
    from json_to_recordset(${JSON.stringify(lines)}::json) as new(id uuid, "caseId" uuid, document text,
      "effectiveOn" date, "lineNumber" integer, "itemId" uuid, description text, quantity numeric, unit text,
      "order" text, "beneficiaryId" uuid, beneficiary text, "correctsLineId" uuid, note text)`.execute(trx);
}

/** Confirms lines, and lets each take the place of the line that it corrects. */
export async function updateLinesConfirmed(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  lines: readonly Pick<NewJudgmentLine, 'id' | 'correctsLineId'>[],
): Promise<void> {
  await sql`update judgment_lines set confirmed_at = ${by.now}, confirmed_by = ${by.personId},
      confirmed_by_name = ${by.personName}
    where court_id = ${courtId} and id = any(${lines.map(({ id }) => id)}::uuid[])`.execute(trx);
  for (const { id, correctsLineId } of lines)
    if (correctsLineId !== null)
      await sql`update judgment_lines set replaced_by_line_id = ${id}
        where court_id = ${courtId} and id = ${correctsLineId} and replaced_by_line_id is null`.execute(trx);
}

export async function updateLinesRefused(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personName: string; readonly now: Date; readonly reason: string },
  lineIds: readonly string[],
): Promise<void> {
  await sql`update judgment_lines set refused_at = ${by.now}, refused_by_name = ${by.personName},
      refusal_reason = ${by.reason}
    where court_id = ${courtId} and id = any(${lineIds}::uuid[])`.execute(trx);
}

export async function updateLineCarriedOut(
  trx: TenantTransaction,
  courtId: number,
  lineId: string,
  by: { readonly personName: string; readonly now: Date; readonly document: string },
): Promise<void> {
  await sql`update judgment_lines set carried_out_at = ${by.now}, carried_out_by_name = ${by.personName},
      carried_out_document = ${by.document}
    where court_id = ${courtId} and id = ${lineId}`.execute(trx);
}

export interface NoticeToOrgan {
  readonly id: string;
  readonly caseId: string;
  readonly document: string;
  readonly organ: string;
  readonly kind: NoticeKind;
  readonly sentOn: string;
  readonly sentByName: string;
  readonly receiptDocument: string | null;
  readonly receivedOn: string | null;
}

const NOTICE = sql.raw(`select id, case_id as "caseId", document, organ, kind, sent_on as "sentOn",
  sent_by_name as "sentByName", receipt_document as "receiptDocument", received_on as "receivedOn"
  from judgment_notices`);

export async function listNoticesToOrgans(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<NoticeToOrgan[]> {
  const { rows } = await sql<NoticeToOrgan>`${NOTICE}
    where court_id = ${courtId} and case_id = ${caseId} order by sent_on, id`.execute(reader);
  return rows;
}

export async function lockNoticeToOrgan(
  trx: TenantTransaction,
  courtId: number,
  noticeId: string,
): Promise<NoticeToOrgan | undefined> {
  const { rows } = await sql<NoticeToOrgan>`${NOTICE}
    where court_id = ${courtId} and id = ${noticeId} for update`.execute(trx);
  return rows[0];
}

export async function insertNoticeToOrgan(
  trx: TenantTransaction,
  courtId: number,
  notice: Omit<NoticeToOrgan, 'receiptDocument' | 'receivedOn'>,
): Promise<void> {
  const { id, caseId, document, organ, kind, sentOn, sentByName } = notice;
  await sql`insert into judgment_notices (court_id, id, case_id, document, organ, kind, sent_on, sent_by_name)
    values (${courtId}, ${id}, ${caseId}, ${document}, ${organ}, ${kind}, ${sentOn}, ${sentByName})`.execute(
    trx,
  );
}

export async function updateNoticeReceived(
  trx: TenantTransaction,
  courtId: number,
  noticeId: string,
  receipt: { readonly document: string; readonly on: string; readonly byName: string },
): Promise<void> {
  await sql`update judgment_notices set receipt_document = ${receipt.document}, received_on = ${receipt.on},
      received_by_name = ${receipt.byName}
    where court_id = ${courtId} and id = ${noticeId}`.execute(trx);
}
