import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { refuseItem } from '../item-refusals.ts';
import { auditedItemLabel, isSecretItem } from '../mask-item.ts';
import { findReadableItem } from '../read-items.ts';
import { findDoubt } from './find-doubt.ts';
import { insertSighting } from './sighting.sql.ts';
import type { recordSightingEndpoint } from './sightings.contract.ts';

/**
 * Whoever scans the item next is told of it, until an entry of the item says what became of it. Decided anew from the
 * books; what can be where it is leaves no trace. Refusal: ITEM_NOT_FOUND.
 */
export async function recordSighting(
  command: CommandContext,
  { params, body }: InputOf<typeof recordSightingEndpoint>,
): Promise<ResponseOf<typeof recordSightingEndpoint>> {
  const { trx: reader, actor, now } = command;
  const item = await findReadableItem({ reader, actor }, params.itemId);
  if (item?.courtId !== actor.courtId) throw refuseItem('ITEM_NOT_FOUND');
  const { doubt, scannedIn } = await findDoubt(reader, item, { personId: actor.personId, now });
  if (doubt === null) return { isRecorded: false };
  const { labelVersion } = body;
  await insertSighting(reader, actor.courtId, {
    ...{ id: newId(now.getTime()), itemId: item.id, labelVersion, doubt: doubt.key, seenAt: now },
    ...{ roomId: scannedIn?.id ?? null, roomName: scannedIn?.name ?? null },
    ...{ seenById: actor.personId, seenByName: actor.personName },
  });
  command.audit({
    ...{ subjectKind: 'seized_item', subjectId: item.id },
    subjectLabel: auditedItemLabel({ ...item, isSecret: isSecretItem(item) }),
    detail: { doubt: doubt.key, labelVersion, room: scannedIn?.name ?? null },
  });
  return { isRecorded: true };
}
