/** Photos and papers of items and deliveries: kept by their content, shown after their checksum was compared. */
import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import { openStoredFile } from '../../platform/files/open-stored-file.ts';
import { findStoredFile, type StoredFile } from '../../platform/files/stored-file.sql.ts';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { uploadItemFileEndpoint } from './item-files.contract.ts';
import { listIntakeLines } from './intake.sql.ts';
import { listIntakesOfItem } from './item-page.sql.ts';
import { keepItemFile } from './keep-item-file.ts';
import { auditedFileName, auditedItemLabel, isSecretItem, maySeeFile } from './mask-item.ts';
import { refuseItem } from './item-refusals.ts';
import { ITEM_STATES } from './item-states.ts';
import { findReadableItem } from './read-items.ts';
import { listThingsOfItem, UNCASED_SUBJECT } from './uncased/uncased-photo.sql.ts';
import { lockOpenIntake } from './save-intake-lines.ts';

type KeptFile = ResponseOf<typeof uploadItemFileEndpoint>;
interface Subject {
  readonly kind: 'seized_item' | 'item_intake';
  readonly id: string;
  readonly label: string;
  readonly isSecret: boolean;
}

async function keep(
  command: CommandContext,
  subject: Subject,
  purpose: 'photo' | 'attachment',
  file: ReceivedFile,
): Promise<KeptFile> {
  const of = { subjectKind: subject.kind, subjectId: subject.id };
  const kept = await keepItemFile(command, { ...of, purpose }, file);
  const { id, fileName, contentType, sizeBytes, sha256 } = kept;
  command.audit({
    ...of,
    subjectLabel: subject.label,
    after: { fileId: id, purpose, fileName: auditedFileName(fileName, subject.isSecret), sha256 },
  });
  return {
    id,
    purpose,
    fileName,
    contentType,
    sizeBytes,
    sha256,
    uploadedAt: shanghaiInstant(kept.uploadedAt),
  };
}

/** Refusals: ITEM_NOT_FOUND, ITEM_ENDED, BODY_TOO_LARGE, ITEM_FILE_REFUSED. */
export async function uploadItemFile(
  command: CommandContext,
  input: { readonly itemId: string; readonly purpose: 'photo' | 'attachment'; readonly file: ReceivedFile },
): Promise<KeptFile> {
  const { trx: reader, actor } = command;
  const item = await findReadableItem({ reader, actor }, input.itemId);
  if (item?.courtId !== actor.courtId) throw refuseItem('ITEM_NOT_FOUND');
  const state = ITEM_STATES[item.state];
  if (state.isEnd && input.purpose === 'photo') throw refuseItem('ITEM_ENDED', { state });
  const isSecret = isSecretItem(item);
  const label = auditedItemLabel({ ...item, isSecret });
  const subject = { kind: 'seized_item', id: item.id, label, isSecret } as const;
  return keep(command, subject, input.purpose, input.file);
}

/** A photo of everything that was delivered. Refusals: INTAKE_NOT_FOUND, INTAKE_COMPLETED, BODY_TOO_LARGE, ITEM_FILE_REFUSED. */
export async function uploadIntakePhoto(
  command: CommandContext,
  input: { readonly intakeId: string; readonly file: ReceivedFile },
): Promise<KeptFile> {
  const intake = await lockOpenIntake(command, input.intakeId);
  const lines = await listIntakeLines(command.trx, intake.courtId, intake.id);
  const isSecret = lines.some((line) => line.isSecret);
  const subject = { kind: 'item_intake', id: intake.id, label: intake.caseNumber, isSecret } as const;
  return keep(command, subject, 'photo', input.file);
}

/** A file of the item itself, of a delivery that brought it, or of the thing that was found before it was known. */
async function findFile(
  { reader }: QueryContext,
  { courtId, id }: { readonly courtId: number; readonly id: string },
  fileId: string,
): Promise<(StoredFile & { readonly isHidden: boolean }) | undefined> {
  const subjects = [
    { kind: 'seized_item', id, isHidden: false },
    ...(await listIntakesOfItem(reader, courtId, id)).map((intakeId) => ({
      ...{ kind: 'item_intake', id: intakeId, isHidden: false },
    })),
    ...(await listThingsOfItem(reader, courtId, id)).map((thing) => ({ kind: UNCASED_SUBJECT, ...thing })),
  ];
  for (const { isHidden, ...subject } of subjects) {
    const file = await findStoredFile(reader, { courtId, ...subject }, fileId);
    if (file) return { ...file, isHidden };
  }
  return undefined;
}

/** Refusal: ITEM_FILE_NOT_FOUND, also when the item is not the person's to see or the content is damaged. */
export async function downloadItemFile(
  query: QueryContext,
  input: { readonly itemId: string; readonly fileId: string },
): Promise<Download> {
  const item = await findReadableItem(query, input.itemId);
  const found = item && (await findFile(query, item, input.fileId));
  const file = item && found && maySeeFile(query.actor, item, found) ? found : undefined;
  const opened = await openStoredFile(query.filesFolder, file);
  if (typeof opened === 'string') throw refuseItem('ITEM_FILE_NOT_FOUND');
  return opened;
}
