/** Saved versions of label templates; rows are only added. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { LabelTemplate } from './template.contract.ts';

export interface TemplateVersionRow {
  readonly key: string;
  readonly version: number;
  /** As saved; parse before use. */
  readonly body: unknown;
  readonly retired: boolean;
  readonly note: string | null;
  readonly savedBy: string;
  readonly savedByName: string;
  readonly savedAt: Date;
}

const COLUMNS = sql.raw(`saved.key, saved.version, saved.body, saved.retired, saved.note,
  saved.saved_by as "savedBy", saved.saved_by_name as "savedByName", saved.saved_at as "savedAt"`);

/** The newest version of every key that the court has saved. */
export async function listNewestTemplates(
  reader: TenantReader,
  courtId: number,
): Promise<TemplateVersionRow[]> {
  const { rows } = await sql<TemplateVersionRow>`select distinct on (saved.key) ${COLUMNS}
    from label_template_versions saved where saved.court_id = ${courtId}
    order by saved.key, saved.version desc`.execute(reader);
  return rows;
}

/** Newest first. */
export async function listTemplateVersions(
  reader: TenantReader,
  courtId: number,
  key: string,
): Promise<TemplateVersionRow[]> {
  const { rows } = await sql<TemplateVersionRow>`select ${COLUMNS} from label_template_versions saved
    where saved.court_id = ${courtId} and saved.key = ${key} order by saved.version desc`.execute(reader);
  return rows;
}

/** The version, or the newest. */
export async function findTemplateVersion(
  reader: TenantReader,
  courtId: number,
  key: string,
  version?: number,
): Promise<TemplateVersionRow | undefined> {
  const wanted = version === undefined ? sql`` : sql`and saved.version = ${version}`;
  const { rows } = await sql<TemplateVersionRow>`select ${COLUMNS} from label_template_versions saved
    where saved.court_id = ${courtId} and saved.key = ${key} ${wanted}
    order by saved.version desc limit 1`.execute(reader);
  return rows[0];
}

/** Any number that no other lock uses. */
const TEMPLATE_LOCK = 7_350_108;

/** Until the end of the transaction nobody else saves a template of the court. */
export async function lockTemplates(trx: TenantTransaction, courtId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TEMPLATE_LOCK}, ${courtId})`.execute(trx);
}

export async function appendTemplateVersion(
  trx: TenantTransaction,
  courtId: number,
  row: {
    readonly version: number;
    readonly template: LabelTemplate;
    readonly retired: boolean;
    readonly note: string | null;
    readonly savedBy: string;
    readonly savedByName: string;
    readonly savedAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('label_template_versions')
    .values({
      court_id: courtId,
      key: row.template.key,
      version: row.version,
      name: row.template.name.zh,
      body: JSON.stringify(row.template),
      retired: row.retired,
      note: row.note,
      saved_by: row.savedBy,
      saved_by_name: row.savedByName,
      saved_at: row.savedAt,
    })
    .execute();
}
