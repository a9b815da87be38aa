import { shanghaiDay } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { ACQUISITION_METHODS, VALUE_KINDS } from './asset-card.ts';
import { ASSET_COLUMN_KEYS, ASSET_COLUMNS, type AssetColumnKey } from './asset-columns.ts';
import type { AssetFilters, AssetOrder } from './asset-list.contract.ts';
import type { AssetListRow } from './asset-list-row.sql.ts';
import { streamAssetRows } from './asset-list.sql.ts';
import { readScopesOf, type ReadScope } from './read-scope.ts';
import { resolveAssetCriteria } from './resolve-asset-criteria.ts';
import { ASSET_STATUSES } from './rules.ts';
import { tableDownload } from '../../platform/spreadsheets/table-download.ts';

type Language = 'zh' | 'en';
type Cell = (row: AssetListRow, language: Language) => string | null;

const MONEY = ['originalValueFen', 'accumulatedDepreciationFen', 'netValueFen'] as const;
const DAYS = ['acquiredOn', 'inUseOn', 'bookedOn', 'loanDueOn', 'warrantyUntil'] as const;
const INSTANTS = ['stateSince', 'labelledAt', 'updatedAt'] as const;
const WORDS: Partial<Record<AssetColumnKey, Cell>> = {
  acquisitionMethod: (row, language) => ACQUISITION_METHODS[row.acquisitionMethod][language],
  valueKind: (row, language) => VALUE_KINDS[row.valueKind][language],
  status: (row, language) => ASSET_STATUSES[row.status][language],
};

function isOneOf<T extends string>(list: readonly T[], key: string): key is T {
  return list.some((each) => each === key);
}

function columnOf(key: AssetColumnKey, language: Language): TableColumn<AssetListRow> {
  const head = { key, title: ASSET_COLUMNS[key][language] };
  const word = WORDS[key];
  if (word) return { ...head, kind: 'text', value: (row) => word(row, language) };
  if (isOneOf(MONEY, key)) return { ...head, kind: 'money-fen', value: (row) => row[key] };
  if (isOneOf(DAYS, key)) return { ...head, kind: 'date', value: (row) => row[key] };
  if (isOneOf(INSTANTS, key)) return { ...head, kind: 'instant', value: (row) => row[key] };
  if (key === 'quantity') return { ...head, kind: 'quantity', value: (row) => row.quantity };
  return { ...head, kind: 'text', value: (row) => row[key] };
}

/**
 * The whole filtered list as a file, in the list's order, streamed; several courts follow each other.
 * Refusal: NOT_FOUND for another court.
 */
export async function exportAssets(
  context: QueryContext,
  request: AssetFilters &
    AssetOrder & {
      readonly format: 'xlsx' | 'csv';
      readonly column?: readonly AssetColumnKey[] | undefined;
      readonly language: Language;
    },
): Promise<Download> {
  const { sort, direction, format, column, language, ...filters } = request;
  const scopes = readScopesOf(context.actor, 'asset.export', filters);
  const title = language === 'zh' ? '资产清单' : 'Assets';
  return tableDownload({
    title,
    fileName: `${title} ${shanghaiDay(context.now)}`,
    format,
    columns: (column ?? ASSET_COLUMN_KEYS).map((key) => columnOf(key, language)),
    rows: streamCourts(context, scopes, filters, { sort, direction }),
  });
}

async function* streamCourts(
  context: QueryContext,
  scopes: readonly ReadScope[],
  filters: AssetFilters,
  order: AssetOrder,
): AsyncGenerator<AssetListRow, void, undefined> {
  for (const scope of scopes) {
    const criteria = await resolveAssetCriteria(context, scope, filters);
    yield* streamAssetRows(context.reader, criteria, order);
  }
}
