/** The numbers and words by which an asset must be found, from its card and its book. Pure. */
import type { ChainedEntry } from '../ledger/entry.ts';
import { aliasesOf, cardGramsOf, formerCodeAlias, type AssetAlias } from './asset-card.ts';
import type { KeptProjection, ProjectionDifference } from './replay-asset.ts';

/** As the search keeps them. */
export interface KeptWords {
  /** One line a number, as `aliasLine` writes it. */
  readonly aliases: readonly string[];
  /** Code, name, day of acquisition, value and pieces, as `searchLine` writes them; null where the asset has none. */
  readonly search: string | null;
}

function aliasLine({ kind, alias, reversed }: AssetAlias): string {
  return `${kind} ${alias} ${reversed}`;
}

function searchLine({ code, card }: Pick<KeptProjection, 'code' | 'card'>): string {
  const { name, acquiredOn, originalValueFen } = card;
  return [code, name, acquiredOn, originalValueFen, `{${cardGramsOf(card).join(',')}}`].join('\n');
}

function formerCodesOf(entries: readonly ChainedEntry[]): string[] {
  return entries.flatMap(({ kind, details }) => {
    const former = kind === 'change_code' ? details['formerCode'] : null;
    return typeof former === 'string' ? [former] : [];
  });
}

/** The first way in which an asset would not be found as its book says; undefined when there is none. */
export function findWordsDifference(
  entries: readonly ChainedEntry[],
  asset: Pick<KeptProjection, 'code' | 'card'>,
  kept: KeptWords,
): ProjectionDifference | undefined {
  const aliases = [
    ...aliasesOf(asset.code, asset.card),
    ...formerCodesOf(entries).flatMap((code) => formerCodeAlias(code)),
  ];
  const expected = [...new Set(aliases.map(aliasLine))].sort();
  const found = [...kept.aliases].sort();
  if (expected.join('\n') !== found.join('\n'))
    return { field: 'numbers', expected: expected.join('; '), found: found.join('; ') };
  const words = searchLine(asset);
  return words === kept.search ? undefined : { field: 'words', expected: words, found: kept.search };
}
