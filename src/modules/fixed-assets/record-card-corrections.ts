import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries } from '../ledger/append-entries.ts';
import { deleteAliases, insertAliases } from './asset-alias.sql.ts';
import { aliasesOf, type AssetCard, type CardChange } from './asset-card.ts';
import type { LockedAsset } from './asset.sql.ts';
import { updateCards } from './card.sql.ts';

export interface CardCorrection {
  /** Locked by the caller. */
  readonly asset: LockedAsset;
  readonly card: AssetCard;
  /** At least one. */
  readonly changes: readonly CardChange[];
}

/**
 * The one way cards change, for one as for thousands: an entry with every changed field's old and new value, the card,
 * its words and its numbers. The caller has locked the assets and checked the cards.
 */
export async function recordCardCorrections(
  command: Pick<CommandContext, 'trx' | 'now' | 'actor'>,
  corrections: readonly CardCorrection[],
  paper: { readonly basis?: string | null; readonly note: string | null },
): Promise<void> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  if (corrections.length === 0) return;
  await appendEntries(
    command,
    corrections.map(({ asset, card, changes }) => ({
      book: asset.book,
      kind: 'correct_card',
      occurredAt: now,
      from: asset.position,
      to: asset.position,
      quantity: card.quantity,
      unit: card.unit,
      amountFen: card.originalValueFen,
      ...paper,
      details: { changes },
    })),
  );
  const cards = corrections.map(({ asset, card }) => ({ assetId: asset.id, code: asset.code, card }));
  await updateCards(trx, courtId, now, cards);
  await deleteAliases(
    trx,
    courtId,
    cards.map(({ assetId }) => assetId),
  );
  await insertAliases(
    trx,
    courtId,
    cards.map(({ assetId, code, card }) => ({ assetId, aliases: aliasesOf(code, card) })),
  );
}
