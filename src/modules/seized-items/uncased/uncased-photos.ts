/** Photos of things of no case: taken before they are recorded or while they are open, and kept for good. */
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { openStoredFile } from '../../../platform/files/open-stored-file.ts';
import { findStoredFile } from '../../../platform/files/stored-file.sql.ts';
import { newId } from '../../../platform/ids.ts';
import type { ReceivedFile } from '../../../platform/received-file.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { Download } from '../../../platform/served-endpoint.ts';
import { refuseItem } from '../item-refusals.ts';
import { keepItemFile } from '../keep-item-file.ts';
import { SECRET_ITEM_NAME } from '../mask-item.ts';
import { isSecretThing, maySeeThingPhotos } from './mask-uncased.ts';
import { refuseUncased } from './uncased-refusals.ts';
import type { downloadUncasedPhotoEndpoint, uploadUncasedPhotoEndpoint } from './uncased.contract.ts';
import { lockDraftPhotos, UNCASED_SUBJECT } from './uncased-photo.sql.ts';
import { findUncasedRow, lockUncased } from './uncased.sql.ts';

/** What the photo is of: an open thing, or one that its finder is about to record. */
async function requireThing(
  { trx, actor }: CommandContext,
  uncasedId: string | undefined,
  fresh: string,
): Promise<{ id: string; label: string }> {
  if (uncasedId === undefined) return { id: fresh, label: '' };
  const thing = await lockUncased(trx, actor.courtId, uncasedId);
  if (thing?.state === 'open') {
    const label = isSecretThing(thing) ? SECRET_ITEM_NAME : thing.name;
    return { id: uncasedId, label };
  }
  if (thing) throw refuseUncased('UNCASED_SETTLED');
  if (!(await lockDraftPhotos(trx, actor.courtId, { id: uncasedId, personId: actor.personId })))
    throw refuseUncased('UNCASED_NOT_FOUND');
  return { id: uncasedId, label: '' };
}

/**
 * Keeps a photo; the first one answers the id under which the thing is recorded. Refusals: UNCASED_NOT_FOUND,
 * UNCASED_SETTLED, BODY_TOO_LARGE, ITEM_FILE_REFUSED.
 */
export async function uploadUncasedPhoto(
  command: CommandContext,
  { query }: Pick<InputOf<typeof uploadUncasedPhotoEndpoint>, 'query'>,
  file: ReceivedFile,
): Promise<ResponseOf<typeof uploadUncasedPhotoEndpoint>> {
  const { id, label } = await requireThing(command, query.uncasedId, newId(command.now.getTime()));
  const of = { subjectKind: UNCASED_SUBJECT, subjectId: id };
  const kept = await keepItemFile(command, { ...of, purpose: 'photo' }, file);
  const { id: fileId, fileName, sha256 } = kept;
  command.audit({ ...of, subjectLabel: label, after: { fileId, purpose: 'photo', sha256 } });
  return { uncasedId: id, fileId, fileName, sha256, uploadedAt: shanghaiInstant(kept.uploadedAt) };
}

/** Refusal: ITEM_FILE_NOT_FOUND, also when pictures of it are not for the reader or the content is damaged. */
export async function downloadUncasedPhoto(
  { reader, actor, filesFolder }: QueryContext,
  { params }: InputOf<typeof downloadUncasedPhotoEndpoint>,
): Promise<Download> {
  const { courtId } = actor;
  const { uncasedId, fileId } = params;
  const thing = await findUncasedRow(reader, courtId, uncasedId);
  const subject = { courtId, kind: UNCASED_SUBJECT, id: uncasedId };
  const file =
    thing && maySeeThingPhotos(actor, thing) ? await findStoredFile(reader, subject, fileId) : undefined;
  const opened = await openStoredFile(filesFolder, file);
  if (typeof opened === 'string') throw refuseItem('ITEM_FILE_NOT_FOUND');
  return opened;
}
