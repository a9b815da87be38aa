/** The list of cases of one court, the latest first, and what may be found by whom. */
import { sql, type SqlBool } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { CaseReach } from './case-access.ts';
import type { CaseNumberParts } from './case-number-parts.ts';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow } from './case-row.sql.ts';
import { SECRET_LEVELS } from './mask-names.ts';
import type { CaseStage } from './rules.ts';

export interface CaseSearch {
  /** The canonical form, when the text is a whole number. */
  readonly canonical: string | null;
  /** When it is a piece of one. */
  readonly parts: CaseNumberParts | null;
  readonly words: readonly string[];
  /** In whose cases names of minors, and names and causes of secret cases, may be found; null: in none. */
  readonly minorNames: CaseReach | null;
  readonly secretNames: CaseReach | null;
  /** Names of 内部 cases: in one’s own court. */
  readonly mayFindInternal: boolean;
}

export interface CaseFilter {
  readonly courtId: number;
  readonly reach: CaseReach;
  readonly search: CaseSearch | null;
  readonly handlerId: string | null;
  /** Handled or kept by this person. */
  readonly personId: string | null;
  readonly departmentId: string | null;
  readonly stage: CaseStage | null;
  readonly state: 'open' | 'closed' | 'all';
  readonly after: { readonly acceptedOn: string; readonly id: string } | null;
  readonly limit: number;
}

function within(reach: CaseReach | null) {
  if (reach === null) return sql<SqlBool>`false`;
  if (reach.isWhole) return sql<SqlBool>`true`;
  return sql<SqlBool>`(c.handler_id = ${reach.personId} or c.clerk_id = ${reach.personId}
    or c.department_id = any(${reach.departmentIds}::uuid[]))`;
}

function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function withNumber(condition: ReturnType<typeof sql<SqlBool>>) {
  return sql<SqlBool>`c.id in (select n.case_id from case_numbers n where n.court_id = c.court_id and ${condition})`;
}

function withParts({ year, courtCode, typeCode, sequence }: CaseNumberParts) {
  const conditions = [
    ...(sequence === null ? [] : [sql<SqlBool>`n.sequence = ${sequence}`]),
    ...(typeCode === null ? [] : [sql<SqlBool>`n.type_code = ${typeCode}`]),
    ...(year === null ? [] : [sql<SqlBool>`n.year = ${year}`]),
    ...(courtCode === null ? [] : [sql<SqlBool>`n.court_code = ${courtCode}`]),
  ];
  return withNumber(sql<SqlBool>`${sql.join(conditions, sql` and `)}`);
}

/** Every word stands in the cause or in a name, as far as this person may see either. */
function withWords(search: CaseSearch) {
  const isNotSecret = sql<SqlBool>`(c.secrecy <> all(${SECRET_LEVELS}::text[]) or ${within(search.secretNames)})`;
  const mayName = sql<SqlBool>`(not c.involves_minors or ${within(search.minorNames)}) and ${isNotSecret}
    and (${search.mayFindInternal} or c.secrecy <> 'internal')`;
  const conditions = search.words.map(
    (word) => sql<SqlBool>`((c.cause ilike ${containing(word)} and ${isNotSecret}) or (${mayName} and exists (
      select from case_parties p where p.court_id = c.court_id and p.case_id = c.id and p.left_on is null
        and p.name ilike ${containing(word)})))`,
  );
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

function matching(search: CaseSearch | null) {
  if (search === null) return sql<SqlBool>`true`;
  if (search.canonical !== null) return withNumber(sql<SqlBool>`n.canonical = ${search.canonical}`);
  return search.parts === null ? withWords(search) : withParts(search.parts);
}

export async function listCaseRows(reader: TenantReader, filter: CaseFilter): Promise<CaseRow[]> {
  const { after, personId } = filter;
  const conditions = [
    sql<SqlBool>`c.court_id = ${filter.courtId}`,
    within(filter.reach),
    matching(filter.search),
    ...(filter.handlerId === null ? [] : [sql<SqlBool>`c.handler_id = ${filter.handlerId}`]),
    ...(personId === null ? [] : [sql<SqlBool>`(c.handler_id = ${personId} or c.clerk_id = ${personId})`]),
    ...(filter.departmentId === null ? [] : [sql<SqlBool>`c.department_id = ${filter.departmentId}`]),
    ...(filter.stage === null ? [] : [sql<SqlBool>`c.stage = ${filter.stage}`]),
    ...(filter.state === 'all' ? [] : [sql<SqlBool>`(c.closed_on is null) = ${filter.state === 'open'}`]),
    ...(after === null
      ? []
      : [sql<SqlBool>`(c.accepted_on, c.id) < (${after.acceptedOn}::date, ${after.id}::uuid)`]),
  ];
  const { rows } = await sql<CaseRow>`select ${CASE_COLUMNS} from cases c ${CASE_JOINS}
    where ${sql.join(conditions, sql` and `)}
    order by c.accepted_on desc, c.id desc
    limit ${filter.limit}`.execute(reader);
  return rows;
}

/** Open cases of a person or a department, for whoever wants to close it. */
export async function countOpenCases(
  reader: TenantReader,
  courtId: number,
  of: { readonly kind: 'department' | 'person'; readonly id: string },
): Promise<number> {
  const column = of.kind === 'person' ? sql.ref('handler_id') : sql.ref('department_id');
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from cases
    where court_id = ${courtId} and ${column} = ${of.id} and closed_on is null`.execute(reader);
  return rows[0]?.count ?? 0;
}
