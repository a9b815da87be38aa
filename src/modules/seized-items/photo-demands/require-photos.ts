/** The photos that a step demands: taken on the day, and of what went out after it had left. */
import { shanghaiDay, startOfShanghaiDay } from '../../../platform/clock.ts';
import type { TenantReader } from '../../../platform/database.ts';
import { fillSentence, type Problem } from '../../../platform/errors.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { saidItemName, type NamedItem } from '../mask-item.ts';
import { PHOTO_STEPS, photosNeeded, type PhotoStep } from './photo-policy-rules.ts';
import { countPhotosByItem, type PhotographedItem } from './photo-policy.sql.ts';
import { refusePhotos } from './photo-refusals.ts';
import { findPhotoRules } from './read-photo-policy.ts';

export interface PhotoQuestion<I extends PhotographedItem = PhotographedItem & NamedItem> {
  readonly courtId: number;
  readonly step: PhotoStep;
  readonly items: readonly I[];
  /** When it is done; earlier than now for what is entered late. */
  readonly at: Date;
  /** When the things left: a photo from before shows them going, not coming. */
  readonly leftAt: Date | null;
  /** Of what changes by the step, when its photo counts: up to then, or from then on. */
  readonly within?: { readonly from?: Date; readonly until?: Date };
}

export interface PhotoNeed<I extends PhotographedItem> {
  readonly item: I;
  readonly needed: number;
  readonly taken: number;
}

/** In the order of the items. */
export async function listNeeds<I extends PhotographedItem>(
  reader: TenantReader,
  question: PhotoQuestion<I>,
): Promise<PhotoNeed<I>[]> {
  const { courtId, step, items, at, leftAt, within } = question;
  const rules = await findPhotoRules(reader, courtId);
  const day = startOfShanghaiDay(shanghaiDay(at));
  const since = leftAt !== null && leftAt >= day ? new Date(leftAt.getTime() + 1) : day;
  const span = { since: within?.from ?? since, until: within?.until ?? null };
  const ids = items.map(({ id }) => id);
  const taken = await countPhotosByItem(reader, courtId, ids, span);
  return items.map((item) => ({
    item,
    needed: photosNeeded(rules, step, item),
    taken: taken.get(item.id) ?? 0,
  }));
}

const LACKING = {
  zh: '{name}：{step}须拍 {needed} 张，已拍 {taken} 张，请补拍',
  en: '{name}: {stepEnglish} takes {needed} photo(s), {taken} taken; take the rest',
};

/** By the court's policy. Refusal: PHOTOS_MISSING, with a line for each thing. */
export async function requirePhotos(
  { trx, actor }: CommandContext,
  { pathOf, ...asked }: Omit<PhotoQuestion, 'courtId'> & { readonly pathOf: (index: number) => string },
): Promise<void> {
  const needs = await listNeeds(trx, { ...asked, courtId: actor.courtId });
  const { zh: step, en: stepEnglish } = PHOTO_STEPS[asked.step];
  const problems = needs.flatMap(({ item, needed, taken }, index): Problem[] => {
    if (taken >= needed) return [];
    const name = saidItemName(item);
    const said = fillSentence(LACKING, { name, step, stepEnglish, needed, taken });
    return [{ path: pathOf(index), code: 'PHOTOS_MISSING', ...said }];
  });
  if (problems.length > 0)
    throw refusePhotos('PHOTOS_MISSING', { count: problems.length, step, stepEnglish }, problems);
}
