/** Rows of stored files: one row a use of a content. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../database.ts';

export type FilePurpose = 'photo' | 'attachment' | 'signature';

export interface StoredFile {
  readonly courtId: number;
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly purpose: FilePurpose;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

const COLUMNS =
  sql.raw(`court_id as "courtId", id, subject_kind as "subjectKind", subject_id as "subjectId", purpose,
  file_name as "fileName", content_type as "contentType", size_bytes as "sizeBytes", sha256,
  uploaded_at as "uploadedAt", uploaded_by as "uploadedBy"`);

export async function insertStoredFile(trx: TenantTransaction, file: StoredFile): Promise<void> {
  await trx
    .insertInto('stored_files')
    .values({
      court_id: file.courtId,
      id: file.id,
      subject_kind: file.subjectKind,
      subject_id: file.subjectId,
      purpose: file.purpose,
      file_name: file.fileName,
      content_type: file.contentType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.uploadedAt,
    })
    .execute();
}

/**
 * Keeps the same content for other subjects of its kind, as of the moment at which it was taken up and by whom; those
 * that have it already keep what they have. Answers how many.
 */
export async function insertStoredFileCopies(
  trx: TenantTransaction,
  file: StoredFile,
  copies: readonly { readonly id: string; readonly subjectId: string }[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into stored_files (court_id, id, subject_kind, subject_id, purpose, file_name, content_type, size_bytes,
      sha256, uploaded_by, uploaded_at)
    select ${file.courtId}::integer, copy.id, ${file.subjectKind}, copy."subjectId", ${file.purpose}, ${file.fileName},
      ${file.contentType}, ${file.sizeBytes}::bigint, ${file.sha256}, ${file.uploadedBy}::uuid, ${file.uploadedAt}::timestamptz
    from json_to_recordset(${JSON.stringify(copies)}::json) as copy(id uuid, "subjectId" uuid)
    where not exists (select from stored_files same where same.court_id = ${file.courtId}
      and same.sha256 = ${file.sha256} and same.subject_kind = ${file.subjectKind}
      and same.subject_id = copy."subjectId" and same.purpose = ${file.purpose} and same.removed_at is null)
    returning id`.execute(trx);
  return rows.length;
}

/** A file of the subject that was not removed. */
export async function findStoredFile(
  reader: TenantReader,
  subject: { readonly courtId: number; readonly kind: string; readonly id: string },
  fileId: string,
): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`select ${COLUMNS} from stored_files
    where court_id = ${subject.courtId} and id = ${fileId} and subject_kind = ${subject.kind}
      and subject_id = ${subject.id} and removed_at is null`.execute(reader);
  return rows[0];
}

/** A signature by its content: several hand-overs signed at once refer to one drawing. */
export async function findStoredSignature(
  reader: TenantReader,
  { courtId, sha256 }: Pick<StoredFile, 'courtId' | 'sha256'>,
): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`select ${COLUMNS} from stored_files
    where court_id = ${courtId} and sha256 = ${sha256} and purpose = 'signature'
    order by uploaded_at, id limit 1`.execute(reader);
  return rows[0];
}

/** The same content on the same subject for the same purpose, not removed. */
export async function findSameStoredFile(
  reader: TenantReader,
  file: Pick<StoredFile, 'courtId' | 'subjectKind' | 'subjectId' | 'purpose' | 'sha256'>,
): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`select ${COLUMNS} from stored_files
    where court_id = ${file.courtId} and sha256 = ${file.sha256} and subject_kind = ${file.subjectKind}
      and subject_id = ${file.subjectId} and purpose = ${file.purpose} and removed_at is null
    limit 1`.execute(reader);
  return rows[0];
}

/** Marks the row; the content stays. False when it was removed in the meantime. */
export async function updateStoredFileRemoved(
  trx: TenantTransaction,
  file: Pick<StoredFile, 'courtId' | 'id'>,
  removal: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('stored_files')
    .set({ removed_at: removal.at, removed_by: removal.by, removal_reason: removal.reason })
    .where('court_id', '=', file.courtId)
    .where('id', '=', file.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
