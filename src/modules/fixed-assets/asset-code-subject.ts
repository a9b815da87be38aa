/** How assets stand behind codes of kind A: in words, on labels, after a scan, by their numbers. */
import { shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { asWritten } from '../item-codes/as-written.ts';
import type {
  CodedThing,
  CodeSubject,
  NumberedThing,
  ThingLabelFields,
} from '../item-codes/code-subjects.ts';
import type { ScannedThing } from '../item-codes/scan.contract.ts';
import { listAssetLabelRows, type AssetLabelRow } from './asset-label-fields.sql.ts';
import { namedOf } from './asset-list-row.sql.ts';
import { listAssetsById, listAssetsByNumber } from './asset-lookup.sql.ts';
import type { AssetCandidate } from './asset-page.contract.ts';
import { findAssetPageRow, listAssetFiles, type AssetPageRow } from './asset-page.sql.ts';
import { ASSET_RECORD_ACTION_NAMES, isAssetMove } from './available-actions.ts';
import { changeAssetCodes } from './change-asset-codes.ts';
import { courtsOfScope } from './find-asset-by-code.ts';
import { assetActionsOf } from './read-asset.ts';
import { isWithinScope, readScopeOf } from './read-scope.ts';
import { ASSET_MOVES, ASSET_STATUSES } from './rules.ts';
import { foldAlias } from './search-grams.ts';

type Described = Pick<AssetPageRow, 'specification' | 'model'> & { readonly brand?: string | null };

/** `规格 品牌 型号`, what there is of it. */
function subtitleOf({ specification, brand, model }: Described): string | null {
  const parts = [brand, model, specification].filter((part) => part != null && part !== '');
  return parts.length === 0 ? null : parts.join(' ');
}

function thingOf(asset: AssetCandidate): CodedThing {
  const { id, code, courtId, name, status } = asset;
  return {
    kind: 'A',
    id,
    code,
    courtId,
    title: name,
    subtitle: asWritten(subtitleOf(asset)),
    isOver: status === 'disposed',
  };
}

function labelOf({ id, code, ...row }: AssetLabelRow): ThingLabelFields {
  const { brand: _brand, model: _model, ...given } = { ...row, specification: subtitleOf(row) };
  const fields = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return { id, code, fields };
}

function actionsOf(context: QueryContext, row: AssetPageRow): ScannedThing['actions'] {
  return assetActionsOf(context, row).map((key) => {
    const { zh, en } = isAssetMove(key) ? ASSET_MOVES[key] : ASSET_RECORD_ACTION_NAMES[key];
    return { key, zh, en };
  });
}

async function describeScanned(context: QueryContext, id: string): Promise<ScannedThing | null> {
  const { reader, actor } = context;
  const courtIds = courtsOfScope(context, readScopeOf(actor, 'asset.read'));
  const row = await findAssetPageRow(reader, courtIds, id);
  if (!row) return null;
  const scope = readScopeOf(actor, 'asset.read', row.courtId);
  if (!isWithinScope(scope, { departmentId: row.departmentId, personId: row.holderId })) return null;
  const files = await listAssetFiles(reader, row.courtId, row.id);
  return {
    kind: 'A',
    id: row.id,
    courtId: row.courtId,
    code: row.code,
    title: row.name,
    subtitle: asWritten(subtitleOf(row)),
    status: { id: row.status, zh: ASSET_STATUSES[row.status].zh, en: ASSET_STATUSES[row.status].en },
    department: namedOf(row.departmentId, row.department),
    holder: namedOf(row.holderId, row.holder),
    place: row.place === null ? null : { id: row.placeId, path: row.place },
    since: shanghaiInstant(row.stateSince),
    photoFileId: files.find(({ purpose }) => purpose === 'photo')?.id ?? null,
    actions: actionsOf(context, row),
  };
}

async function listByNumber(context: QueryContext, text: string): Promise<NumberedThing[]> {
  const scope = readScopeOf(context.actor, 'asset.read');
  const number = foldAlias(text);
  if (number === '') return [];
  const found = await listAssetsByNumber(context.reader, courtsOfScope(context, scope), scope, number);
  return found.map(({ id, code }) => ({
    id,
    by: String(Number(code.slice(7, 14))) === number ? 'serial' : 'alias',
  }));
}

export const ASSET_CODE_SUBJECT: CodeSubject = {
  kind: 'A',
  permission: 'asset.read',
  async listThings(context, ids) {
    const scope = readScopeOf(context.actor, 'asset.read');
    const found = await listAssetsById(context.reader, courtsOfScope(context, scope), scope, ids);
    return found.map(thingOf);
  },
  async listLabelFields(context, ids) {
    const scope = readScopeOf(context.actor, 'asset.read');
    const rows = await listAssetLabelRows(context.reader, courtsOfScope(context, scope), scope, ids);
    return rows.map(labelOf);
  },
  changeCodes: changeAssetCodes,
  describeScanned,
  listByNumber,
};
