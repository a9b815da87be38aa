import { shanghaiInstant } from '../../platform/clock.ts';
import { defineRefusals, Refusal } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { deleteSavedView, listSavedViewRows, upsertSavedView } from './saved-view.sql.ts';
import { SAVED_VIEWS_MAX, type SavedView } from './saved-views.contract.ts';

/** In order of precedence. */
export const SAVED_VIEW_REFUSALS = defineRefusals({
  SAVED_VIEW_UNKNOWN: {
    status: 404,
    zh: '没有找到本人的该视图，可能已删除；他人共享的视图只能由其本人删除。',
    en: 'You have no such view. It may be deleted; a shared view is deleted by its owner only.',
  },
  SAVED_VIEWS_TOO_MANY: {
    status: 409,
    zh: '每个清单最多保存 {max} 个视图，请先删除不用的视图。',
    en: 'At most {max} views are kept for a list. Delete one that you no longer use.',
  },
});

/** One's own views and those shared in the acting court. */
export async function listSavedViews(
  { reader, actor }: QueryContext,
  { list }: { readonly list: SavedView['list'] },
): Promise<{ items: SavedView[] }> {
  const rows = await listSavedViewRows(reader, actor, list);
  return { items: rows.map((row) => ({ ...row, createdAt: shanghaiInstant(row.createdAt) })) };
}

/** Saves a view; the same name replaces one's own. Refusal: SAVED_VIEWS_TOO_MANY. */
export async function saveView(
  command: CommandContext,
  input: Pick<SavedView, 'list' | 'name' | 'query' | 'columns' | 'shared'>,
): Promise<SavedView> {
  const { trx, actor, now } = command;
  const mine = (await listSavedViewRows(trx, actor, input.list)).filter(({ isMine }) => isMine);
  if (mine.length >= SAVED_VIEWS_MAX && !mine.some(({ name }) => name === input.name)) {
    const facts = { max: SAVED_VIEWS_MAX };
    throw new Refusal('SAVED_VIEWS_TOO_MANY', SAVED_VIEW_REFUSALS.SAVED_VIEWS_TOO_MANY, facts);
  }
  const { list, name, query, columns, shared } = input;
  const view = { list, name, query, columns, shared };
  const kept = await upsertSavedView(trx, actor, now, { id: newId(), ...view });
  command.audit({
    subjectKind: 'saved_view',
    subjectId: kept.id,
    subjectLabel: name,
    after: { list, query, shared },
  });
  const createdAt = shanghaiInstant(kept.createdAt);
  return { id: kept.id, ...view, isMine: true, ownerName: actor.personName, createdAt };
}

/** Deletes one's own view. Refusal: SAVED_VIEW_UNKNOWN. */
export async function deleteView(
  command: CommandContext,
  { viewId }: { readonly viewId: string },
): Promise<{ deleted: true }> {
  const deleted = await deleteSavedView(command.trx, command.actor, viewId);
  if (!deleted) throw new Refusal('SAVED_VIEW_UNKNOWN', SAVED_VIEW_REFUSALS.SAVED_VIEW_UNKNOWN);
  command.audit({ subjectKind: 'saved_view', subjectId: viewId, subjectLabel: deleted.name });
  return { deleted: true };
}
