/** A court's policies of photos: the latest version holds. And the photos that are there. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { ItemCategoryId, ItemGrade } from '../item-categories.ts';
import type { ItemState } from '../item-states.ts';
import { photoPolicyRules, type PhotoPolicyRules } from './photo-policy-rules.ts';

export interface PhotographedItem {
  readonly id: string;
  readonly category: ItemCategoryId;
  readonly grade: ItemGrade;
}

export interface PhotoPolicyRow {
  readonly version: number;
  readonly rules: PhotoPolicyRules;
  readonly note: string;
  readonly createdAt: Date;
  readonly createdByName: string;
}

/** undefined: the court has none of its own. */
export async function findPhotoPolicy(
  reader: TenantReader,
  courtId: number,
): Promise<PhotoPolicyRow | undefined> {
  const { rows } = await sql<Omit<PhotoPolicyRow, 'rules'> & { rules: unknown }>`
    select version, rules, note, created_at as "createdAt", created_by_name as "createdByName"
    from item_photo_policies where court_id = ${courtId} order by version desc limit 1`.execute(reader);
  return rows[0] && { ...rows[0], rules: photoPolicyRules.parse(rows[0].rules) };
}

/** Two who save at once: the second finds its version taken. */
export async function insertPhotoPolicy(
  trx: TenantTransaction,
  courtId: number,
  policy: PhotoPolicyRow & { readonly createdBy: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into item_photo_policies (court_id, version, rules, note, created_at, created_by, created_by_name)
    values (${courtId}, ${policy.version}, ${JSON.stringify(policy.rules)}::jsonb, ${policy.note},
      ${policy.createdAt}, ${policy.createdBy}, ${policy.createdByName})
    on conflict do nothing returning version`.execute(trx);
  return rows.length === 1;
}

/** What decides how many photos a step demands of each thing of a case, by number. */
export async function listThingsOfCase(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<(PhotographedItem & { readonly state: ItemState })[]> {
  const { rows } = await sql<PhotographedItem & { state: ItemState }>`
    select id, category, grade, state from seized_items
    where court_id = ${courtId} and case_id = ${caseId} order by number`.execute(reader);
  return rows;
}

/** Photos of each item that were taken up within that time, both ends included; one without any is absent. */
export async function countPhotosByItem(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
  { since, until }: { readonly since: Date; readonly until: Date | null },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ itemId: string; count: number }>`
    select subject_id as "itemId", count(*)::integer as count from stored_files
    where court_id = ${courtId} and subject_kind = 'seized_item' and subject_id = any(${itemIds}::uuid[])
      and purpose = 'photo' and removed_at is null and uploaded_at >= ${since}
      and (${until}::timestamptz is null or uploaded_at <= ${until}::timestamptz)
    group by subject_id`.execute(reader);
  return new Map(rows.map(({ itemId, count }) => [itemId, count]));
}
