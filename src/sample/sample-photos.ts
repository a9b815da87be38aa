/** Photos of items of the sample court, drawn, and kept as those that people take are. */
import { createHash } from 'node:crypto';
import type { ItemCategoryId } from '../modules/seized-items/item-categories.ts';
import { keepBytes } from '../platform/files/content-store.ts';
import { insertStoredFile } from '../platform/files/stored-file.sql.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { drawPhoto } from './draw-photo.ts';
import { listItemsToPhotograph } from './sample-custody.sql.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const ITEM_COUNT = 260;
/** Things that look alike are drawn once: the same drawing serves several. */
const DRAWINGS_A_CATEGORY = 4;
const ANGLES = 2;

interface Drawing {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Answers how many photos there are. */
export async function addSamplePhotos(
  command: CommandContext,
  random: Random,
  { world, custodians }: SampleStructure,
): Promise<number> {
  const { trx } = command;
  const { courtId } = world;
  const [custodian] = custodians;
  if (!custodian) return 0;
  const drawings = new Map<string, Drawing>();
  const drawingOf = async (category: ItemCategoryId, index: number, angle: number): Promise<Drawing> => {
    const key = `${category}:${index}:${angle}`;
    const known = drawings.get(key);
    if (known) return known;
    const bytes = drawPhoto(random, category, angle);
    const drawing = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.byteLength };
    await keepBytes(command.filesFolder, { courtId, sha256: drawing.sha256 }, bytes);
    drawings.set(key, drawing);
    return drawing;
  };
  const items = await listItemsToPhotograph(trx, courtId, ITEM_COUNT);
  for (const [index, { id, category, receivedAt }] of items.entries())
    for (let angle = 0; angle < ANGLES; angle += 1) {
      const { sha256, sizeBytes } = await drawingOf(category, index % DRAWINGS_A_CATEGORY, angle);
      await insertStoredFile(trx, {
        ...{ courtId, id: newId(receivedAt.getTime()), subjectKind: 'seized_item', subjectId: id },
        ...{ purpose: 'photo', fileName: `${angle + 1}.jpg`, contentType: 'image/jpeg', sizeBytes, sha256 },
        ...{ uploadedAt: receivedAt, uploadedBy: custodian.id },
      });
    }
  return items.length * ANGLES;
}
