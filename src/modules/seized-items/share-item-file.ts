/** One picture or paper of many things: a file of an item is kept for others of its case too. */
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { findStoredFile, insertStoredFileCopies } from '../../platform/files/stored-file.sql.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { categoryOf } from './item-categories.ts';
import type { shareItemFileEndpoint } from './item-files.contract.ts';
import { auditedFileName, auditedItemLabel, isSecretItem, type SensitiveItem } from './mask-item.ts';
import { refuseItem } from './item-refusals.ts';
import { ITEM_STATES } from './item-states.ts';
import { findReadableItem } from './read-items.ts';

/** Who may look at a picture of it: what one of them hides, a file kept with the other would show. */
const secrecyOf = (item: SensitiveItem) =>
  `${isSecretItem(item)} ${categoryOf(item.category).isHidden === true}`;

/** Photos and attachments; of what has ended a photo is taken no more. A file of an earlier day stays one of that day. Refusals: ITEM_FILE_NOT_FOUND, ITEM_NOT_FOUND, ITEM_ENDED, FILE_NOT_SHARED. */
export async function shareItemFile(
  command: CommandContext,
  { params, body }: InputOf<typeof shareItemFileEndpoint>,
): Promise<ResponseOf<typeof shareItemFileEndpoint>> {
  const { trx: reader, actor, now } = command;
  const { courtId } = actor;
  const source = await findReadableItem({ reader, actor }, params.itemId);
  const subject = { courtId, kind: 'seized_item', id: params.itemId };
  const file = source?.courtId === courtId ? await findStoredFile(reader, subject, params.fileId) : undefined;
  const isPhoto = file?.purpose === 'photo';
  if (!source || !file || !(isPhoto || file.purpose === 'attachment'))
    throw refuseItem('ITEM_FILE_NOT_FOUND');
  const copies: { id: string; subjectId: string }[] = [];
  for (const itemId of new Set(body.itemIds)) {
    const item = await findReadableItem({ reader, actor }, itemId);
    if (item?.courtId !== courtId) throw refuseItem('ITEM_NOT_FOUND');
    const state = ITEM_STATES[item.state];
    if (state.isEnd && isPhoto) throw refuseItem('ITEM_ENDED', { state });
    if (item.caseId !== source.caseId || secrecyOf(item) !== secrecyOf(source))
      throw refuseItem('FILE_NOT_SHARED');
    if (item.id === source.id) continue;
    copies.push({ id: newId(now.getTime()), subjectId: item.id });
    const isSecret = isSecretItem(item);
    command.audit({
      subjectKind: 'seized_item',
      subjectId: item.id,
      subjectLabel: auditedItemLabel({ ...item, isSecret }),
      after: {
        purpose: file.purpose,
        fileName: auditedFileName(file.fileName, isSecret),
        sha256: file.sha256,
      },
    });
  }
  const count = await insertStoredFileCopies(command.trx, file, copies);
  return { count };
}
