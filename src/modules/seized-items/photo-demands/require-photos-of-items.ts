import type { CommandContext } from '../../../platform/run-command.ts';
import { listUnlockedItems } from '../item.sql.ts';
import { requirePhotos, type PhotoQuestion } from './require-photos.ts';

/** Each thing that a step names has the photos that the court demands. Refusal: PHOTOS_MISSING. */
export async function requirePhotosOfItems(
  command: CommandContext,
  asked: Omit<PhotoQuestion, 'courtId' | 'items'> & {
    readonly itemIds: readonly string[];
    /** What the list is called in the body. */
    readonly field: 'lines' | 'items';
  },
): Promise<void> {
  const { itemIds, field, ...rest } = asked;
  const found = await listUnlockedItems(command.trx, command.actor.courtId, itemIds);
  const items = itemIds.flatMap((itemId) => found.find(({ id }) => id === itemId) ?? []);
  await requirePhotos(command, { ...rest, items, pathOf: (index) => `body.${field}.${index}` });
}
