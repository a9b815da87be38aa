import type { QueryContext } from '../../platform/run-query.ts';
import { listDirectoryPeople } from '../accounts/list-directory-people.ts';
import { mayUse } from '../accounts/permissions.ts';
import { readItemCode } from '../item-codes/item-code.ts';
import { resolveScan } from '../item-codes/resolve-scan.ts';
import { listPlaces } from '../storage/list-places.ts';
import { listAssetRows } from './asset-list.sql.ts';
import { findAssetByCode } from './find-asset-by-code.ts';
import { readScopeOf } from './read-scope.ts';
import { resolveAssetCriteria } from './resolve-asset-criteria.ts';
import { SEARCH_GROUP_SIZE, type SearchAnswer } from './search.contract.ts';

type Group<K extends 'assets' | 'people' | 'places'> = SearchAnswer[K];
type AssetHit = Group<'assets'>['items'][number];

function firstOf<T>(hits: readonly T[]): { items: T[]; hasMore: boolean } {
  return { items: hits.slice(0, SEARCH_GROUP_SIZE), hasMore: hits.length > SEARCH_GROUP_SIZE };
}

/** By number first, then by the words of the card, each asset once. */
async function searchAssets(context: QueryContext, text: string): Promise<AssetHit[]> {
  const hits = new Map<string, AssetHit>();
  for (const hit of (await findAssetByCode(context, { code: text })).items) {
    hits.set(hit.id, { ...hit, matched: 'number' });
  }
  const criteria = await resolveAssetCriteria(context, readScopeOf(context.actor, 'asset.read'), { q: text });
  const rows = await listAssetRows(context.reader, criteria, {
    order: { sort: 'code', direction: 'asc' },
    position: null,
    rowCount: SEARCH_GROUP_SIZE + 1,
  });
  for (const row of rows) if (!hits.has(row.id)) hits.set(row.id, { ...row, matched: 'words' });
  return [...hits.values()];
}

const EXACT_KINDS = { A: 'fixed-asset', L: 'place', P: 'person' } as const;

function isExactKind(kind: string): kind is keyof typeof EXACT_KINDS {
  return Object.hasOwn(EXACT_KINDS, kind);
}

/** A code leads to what a scan of it shows, also when the thing carries another code since. */
async function exactHit(
  context: QueryContext,
  text: string,
  assets: SearchAnswer['assets'],
): Promise<SearchAnswer['exact']> {
  if (readItemCode(text).ok) {
    const scanned = await resolveScan(context, { text });
    if (scanned.outcome !== 'thing' || !isExactKind(scanned.kind)) return null;
    return { kind: EXACT_KINDS[scanned.kind], id: scanned.id };
  }
  const [asset, ...others] = assets.items.filter(({ matched }) => matched === 'number');
  const isWhole = asset !== undefined && others.length === 0 && asset.code === text.trim().toUpperCase();
  return isWhole ? { kind: 'fixed-asset', id: asset.id } : null;
}

/** What the search box finds, in groups by kind, each only for who may read it. A group that is not allowed is empty. */
export async function searchEverything(
  context: QueryContext,
  { q }: { readonly q: string },
): Promise<SearchAnswer> {
  const { actor } = context;
  const limit = SEARCH_GROUP_SIZE + 1;
  const assets = mayUse(actor, 'asset.read') ? await searchAssets(context, q) : [];
  const people = mayUse(actor, 'directory.read')
    ? (await listDirectoryPeople(context, { params: {}, query: { q, limit }, body: {} })).items
    : [];
  const places = mayUse(actor, 'place.read')
    ? (await listPlaces(context, { q, includeClosed: false, withContents: false, limit })).items
    : [];
  const groups = {
    assets: firstOf(assets),
    people: firstOf(people.map(({ id, name, departmentName }) => ({ id, name, department: departmentName }))),
    places: firstOf(places.map(({ id, path, code }) => ({ id, path, code }))),
  };
  return { exact: await exactHit(context, q, groups.assets), ...groups };
}
