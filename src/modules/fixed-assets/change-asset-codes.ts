import type { CommandContext } from '../../platform/run-command.ts';
import type { CodeChange } from '../item-codes/code-subjects.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import { deleteAliases, insertAliases } from './asset-alias.sql.ts';
import { aliasesOf, formerCodeAlias } from './asset-card.ts';
import { lockAssets, updateAssetCodes } from './asset.sql.ts';
import { listCards } from './card.sql.ts';

/**
 * Assets take the codes of labels that were printed first: an entry in each book, the card's code, the numbers that
 * call it, the code carried before among them. The codes' own standing is the caller's matter.
 */
export async function changeAssetCodes(
  command: CommandContext,
  changes: readonly CodeChange[],
): Promise<void> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const ids = changes.map(({ id }) => id);
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const assets = await lockAssets(trx, courtId, ids);
  const cards = await listCards(trx, courtId, ids);
  await appendEntries(
    command,
    assets.map(({ id, book, position, quantity, unit, originalValueFen }) => ({
      book,
      kind: 'change_code',
      occurredAt: now,
      from: position,
      to: position,
      quantity,
      unit,
      amountFen: originalValueFen,
      note: changeOf.get(id)?.reason ?? null,
      details: { formerCode: changeOf.get(id)?.from ?? null, code: changeOf.get(id)?.to ?? null },
    })),
  );
  await updateAssetCodes(trx, courtId, now, changes);
  await deleteAliases(trx, courtId, ids);
  await insertAliases(
    trx,
    courtId,
    changes.flatMap(({ id, from, to }) => {
      const kept = cards.get(id);
      const former = from === null ? [] : formerCodeAlias(from);
      return kept ? [{ assetId: id, aliases: [...aliasesOf(to, kept.card), ...former] }] : [];
    }),
  );
}
