import type { QueryContext } from '../../platform/run-query.ts';
import { readItemCode } from '../item-codes/item-code.ts';
import type { AssetCandidate } from './asset-page.contract.ts';
import { CANDIDATES_MAX, listAssetsByNumber, listAssetsByPartOfNumber } from './asset-lookup.sql.ts';
import { readScopeOf, type ReadScope } from './read-scope.ts';
import { foldAlias } from './search-grams.ts';

export interface AssetsOfNumber {
  readonly items: AssetCandidate[];
  readonly labelVersion: string | null;
  readonly isMisread: boolean;
}

/** Shorter texts begin or end the numbers of half the register. */
const PART_LENGTH_MIN = 4;

/** The courts in which a scan looks: the acting one, and those below it for who supervises them. */
export function courtsOfScope(context: QueryContext, scope: ReadScope): readonly number[] {
  const { actor } = context;
  const isTree = actor.grants.some(
    ({ permission, scope: reach }) => permission === 'asset.read' && reach === 'tree',
  );
  return isTree ? actor.readableCourtIds : [scope.courtId];
}

/**
 * What a scanned or typed text calls: a code in any writing, a serial number, an old number; where nothing has exactly
 * this number, what begins or ends with it. Empty when nothing does.
 */
export async function findAssetByCode(
  context: QueryContext,
  { code: text }: { readonly code: string },
): Promise<AssetsOfNumber> {
  const { reader, actor } = context;
  const scope = readScopeOf(actor, 'asset.read');
  const courtIds = courtsOfScope(context, scope);
  const scanned = readItemCode(text);
  if (scanned.ok) {
    const items = await listAssetsByNumber(reader, courtIds, scope, scanned.code);
    return { items, labelVersion: scanned.labelVersion, isMisread: false };
  }
  const number = foldAlias(text);
  const exact = number === '' ? [] : await listAssetsByNumber(reader, courtIds, scope, number);
  const items =
    exact.length > 0 || number.length < PART_LENGTH_MIN
      ? exact
      : await listAssetsByPartOfNumber(reader, courtIds, scope, number, CANDIDATES_MAX);
  return {
    items,
    labelVersion: null,
    isMisread: scanned.reason === 'CHECK_DIGITS_WRONG' && exact.length === 0,
  };
}
