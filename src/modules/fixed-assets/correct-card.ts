import type { CommandContext } from '../../platform/run-command.ts';
import { refuse } from '../../platform/errors.ts';
import { cardChanges, type AssetCard } from './asset-card.ts';
import { refuseAsset } from './asset-refusals.ts';
import { lockAssets } from './asset.sql.ts';
import { findCard } from './card.sql.ts';
import { checkCard } from './check-card.ts';
import { recordCardCorrections } from './record-card-corrections.ts';

export interface CorrectCardInput {
  readonly assetId: string;
  readonly card: AssetCard;
  readonly reason: string;
  /** The version that the person saw. */
  readonly expectedVersion: number;
}

/**
 * Corrects a card; the book keeps every changed field with its old and new value.
 * Refusals: ASSET_NOT_FOUND, ASSET_DISPOSED, VERSION_STALE, CORRECTION_CHANGES_NOTHING, CARD_REFUSED.
 */
export async function correctCard(
  command: CommandContext,
  input: CorrectCardInput,
): Promise<{ id: string; version: number; changedFields: string[] }> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const [asset] = await lockAssets(trx, courtId, [input.assetId]);
  const kept = await findCard(trx, courtId, input.assetId);
  if (!asset || !kept) throw refuseAsset('ASSET_NOT_FOUND');
  if (asset.state.status === 'disposed') throw refuseAsset('ASSET_DISPOSED');
  if (kept.version !== input.expectedVersion) throw refuse('VERSION_STALE');
  const changes = cardChanges(kept.card, input.card);
  if (changes.length === 0) throw refuseAsset('CORRECTION_CHANGES_NOTHING');
  await checkCard({ trx, now, courtId }, input.card, input.assetId);

  await recordCardCorrections(command, [{ asset, card: input.card, changes }], { note: input.reason });
  command.audit({
    subjectKind: 'fixed_asset',
    subjectId: input.assetId,
    subjectLabel: `${kept.code} ${input.card.name}`,
    before: Object.fromEntries(changes.map(({ field, from }) => [field, from])),
    after: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    detail: { reason: input.reason },
  });
  return { id: input.assetId, version: kept.version + 1, changedFields: changes.map(({ field }) => field) };
}
