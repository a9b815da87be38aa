import type { CommandContext } from '../../../platform/run-command.ts';
import { listUnlockedAssets, lockAssets } from '../asset.sql.ts';
import { listCards } from '../card.sql.ts';
import type { KnownAsset } from './decide-rows.ts';

const CHUNK = 2000;

/** Locks assets in the order of their ids, as every command does, so that nobody waits in a circle. */
export async function lockKnownAssets(command: CommandContext, assetIds: readonly string[]): Promise<void> {
  const sorted = [...assetIds].sort();
  for (let start = 0; start < sorted.length; start += CHUNK)
    await lockAssets(command.trx, command.actor.courtId, sorted.slice(start, start + CHUNK));
}

/** Assets with their cards; the caller has locked them when it means to write. */
export async function loadKnownAssets(
  { trx, actor }: CommandContext,
  assetIds: readonly string[],
): Promise<Map<string, KnownAsset>> {
  if (assetIds.length === 0) return new Map();
  const assets = await listUnlockedAssets(trx, actor.courtId, assetIds);
  const cards = await listCards(trx, actor.courtId, assetIds);
  return new Map(
    assets.flatMap((asset): [string, KnownAsset][] => {
      const kept = cards.get(asset.id);
      return kept ? [[asset.id, { asset, kept }]] : [];
    }),
  );
}
