/** Checks of filings with their answers, the things that they are about, and what waits for a person. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import { ITEM_STATE_IDS, ITEM_STATES } from '../item-states.ts';
import type { FiledItem, FilingAnswered } from './filing-check.rules.ts';
import type { FilingAnswer } from './filing-questions.ts';

const OPEN_STATES = ITEM_STATE_IDS.filter((state) => !ITEM_STATES[state].isEnd);
const WAITING_MAX = 100;

/** Open things of the case that came with it, not their parts, in the order of the list. */
export async function listFiledItems(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<FiledItem[]> {
  const { rows } = await sql<FiledItem>`select id, state <> 'preregistered' as "hasArrived",
      list_number as "listNumber", seizure_expires_on as "seizureExpiresOn", ownership <> 'unknown' as "isOwnerStated"
    from seized_items
    where court_id = ${courtId} and case_id = ${caseId} and parent_item_id is null
      and state = any(${OPEN_STATES}::text[]) order by number`.execute(reader);
  return rows;
}

/** How many of the things are of the case, ended ones too. */
export async function countItemsOfCase(
  reader: TenantReader,
  courtId: number,
  { caseId, itemIds }: { readonly caseId: string; readonly itemIds: readonly string[] },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from seized_items
    where court_id = ${courtId} and case_id = ${caseId} and id = any(${itemIds}::uuid[])`.execute(reader);
  return rows[0]?.count ?? 0;
}

export interface FilingAnswerRow extends FilingAnswered {
  readonly proposed: FilingAnswer | null;
}

export interface FilingCheckRow {
  readonly id: string;
  readonly checkedAt: Date;
  readonly checkedByName: string;
  readonly answers: readonly FilingAnswerRow[];
}

/** Every check of the case, the newest first. */
export async function listFilingChecks(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<FilingCheckRow[]> {
  const { rows } = await sql<FilingCheckRow>`
    select filing.id, filing.checked_at as "checkedAt", filing.checked_by_name as "checkedByName",
      coalesce((select jsonb_agg(jsonb_build_object('question', said.question, 'answer', said.answer,
          'proposed', said.proposed, 'itemIds', to_jsonb(said.item_ids), 'note', said.note))
        from filing_check_answers said
        where said.court_id = filing.court_id and said.check_id = filing.id), '[]') as answers
    from filing_checks filing
    where filing.court_id = ${courtId} and filing.case_id = ${caseId}
    order by filing.checked_at desc, filing.id desc`.execute(reader);
  return rows;
}

export async function insertFilingCheck(
  trx: TenantTransaction,
  courtId: number,
  check: {
    readonly id: string;
    readonly caseId: string;
    readonly personId: string;
    readonly personName: string;
    readonly at: Date;
  },
  answers: readonly FilingAnswerRow[],
): Promise<void> {
  await sql`insert into filing_checks (court_id, id, case_id, checked_by, checked_by_name, checked_at)
    values (${courtId}, ${check.id}, ${check.caseId}, ${check.personId}, ${check.personName}, ${check.at})`.execute(
    trx,
  );
  const rows = answers.map(({ question, answer, proposed, itemIds, note }) => ({
    ...{ question, answer, proposed, note },
    item_ids: itemIds,
  }));
  await sql`insert into filing_check_answers (court_id, check_id, question, answer, proposed, item_ids, note)
    select ${courtId}::integer, ${check.id}::uuid, question, answer, proposed, item_ids, note
    from json_to_recordset(${rowSetJson(rows)}::json) as said(question text, answer text, proposed text,
      item_ids uuid[], note text)`.execute(trx);
}

export interface WaitingFilingRow {
  readonly caseId: string;
  readonly number: string;
  readonly isChecked: boolean;
  readonly dueOn: string | null;
}

/**
 * Open prosecutions of the person whose review runs and that nobody checked, and those that lack something by their newest
 * check. The ids are of questions whose no is made good.
 */
export async function listWaitingFilings(
  reader: TenantReader,
  courtId: number,
  { personId, demanded }: { readonly personId: string; readonly demanded: readonly string[] },
): Promise<WaitingFilingRow[]> {
  const clock = (ruleId: string, subjectKind: string) => sql`(select due_on from deadlines clock
    where clock.court_id = c.court_id and clock.rule_id = ${ruleId} and clock.subject_kind = ${subjectKind}
      and clock.subject_id = c.id and clock.settled_at is null)`;
  const { rows } = await sql<WaitingFilingRow>`select * from (
      select c.id as "caseId", c.number, filing.id is not null as "isChecked",
        case when filing.id is null then ${clock('D02', 'case')} else ${clock('D03', 'filing')} end as "dueOn",
        exists (select from filing_check_answers said where said.court_id = c.court_id and said.check_id = filing.id
          and said.answer = 'no' and said.question = any(${demanded}::text[])) as "isIncomplete"
      from cases c
      left join lateral (select newest.id from filing_checks newest
        where newest.court_id = c.court_id and newest.case_id = c.id
        order by newest.checked_at desc, newest.id desc limit 1) filing on true
      where c.court_id = ${courtId} and (c.handler_id = ${personId} or c.clerk_id = ${personId})
        and c.stage = 'first_instance' and c.procuratorate is not null and c.closed_on is null) found
    where "isIncomplete" or (not "isChecked" and "dueOn" is not null)
    order by "dueOn" nulls last, "caseId" limit ${WAITING_MAX}`.execute(reader);
  return rows;
}
