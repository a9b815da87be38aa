import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { formatWallClock } from '../../platform/spreadsheets/wall-clock.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import type { AsOfFilters } from './as-of.contract.ts';
import type { AsOfCriteria } from './as-of.sql.ts';
import { ASSET_COLUMNS, type AssetColumnKey } from './asset-columns.ts';
import { listStatesAsOf, type StateAsOf } from './list-states-as-of.ts';
import { resolveAsOf } from './resolve-as-of.ts';
import { ASSET_STATUSES } from './rules.ts';
import { tableDownload } from '../../platform/spreadsheets/table-download.ts';
import { sayUnitOf } from '../../platform/quantity.ts';

type Language = 'zh' | 'en';
const PAGE_ROWS = 1000;

async function* streamRows(
  { reader }: QueryContext,
  criteria: AsOfCriteria,
): AsyncGenerator<StateAsOf, void, undefined> {
  let afterBookId: string | null = null;
  for (;;) {
    const rows: StateAsOf[] = await listStatesAsOf(reader, criteria, { afterBookId, rowCount: PAGE_ROWS });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE_ROWS || last === undefined) return;
    afterBookId = last.bookId;
  }
}

function columnsIn(language: Language): TableColumn<StateAsOf>[] {
  const head = (key: AssetColumnKey) => ({ key, title: ASSET_COLUMNS[key][language] });
  return [
    { ...head('code'), kind: 'text', value: (row) => row.code },
    { ...head('name'), kind: 'text', value: (row) => row.name },
    { ...head('classCode'), kind: 'text', value: (row) => row.classCode },
    { ...head('className'), kind: 'text', value: (row) => row.className },
    { ...head('specification'), kind: 'text', value: (row) => row.specification },
    { ...head('model'), kind: 'text', value: (row) => row.model },
    { ...head('unit'), kind: 'text', value: (row) => sayUnitOf(row.quantity, row.unit)[language] },
    { ...head('quantity'), kind: 'quantity', value: (row) => row.quantity },
    { ...head('originalValueFen'), kind: 'money-fen', value: (row) => row.amountFen },
    { ...head('status'), kind: 'text', value: (row) => ASSET_STATUSES[row.status][language] },
    { ...head('department'), kind: 'text', value: (row) => row.department },
    { ...head('holder'), kind: 'text', value: (row) => row.holder },
    { ...head('place'), kind: 'text', value: (row) => row.place },
    { ...head('stateSince'), kind: 'instant', value: (row) => row.since },
  ];
}

/** Where everything was at a moment, as a file, streamed. Refusal: NOT_FOUND for another court. */
export async function exportAssetsAsOf(
  context: QueryContext,
  request: AsOfFilters & { readonly format: 'xlsx' | 'csv'; readonly language: Language },
): Promise<Download> {
  const { format, language, ...filters } = request;
  const criteria = await resolveAsOf(context, filters, 'asset.export');
  const moment = formatWallClock(criteria.at);
  const title = language === 'zh' ? '资产时点清单' : 'Assets as they were';
  const notes = [
    language === 'zh' ? `时点：${moment}` : `At: ${moment}`,
    ...(criteria.knownAt === null
      ? []
      : [
          language === 'zh'
            ? `以 ${formatWallClock(criteria.knownAt)} 前已登记的记录为准`
            : `As recorded by ${formatWallClock(criteria.knownAt)}`,
        ]),
  ];
  return tableDownload({
    title,
    fileName: `${title} ${moment.slice(0, 10)}`,
    format,
    notes,
    columns: columnsIn(language),
    rows: streamRows(context, criteria),
  });
}
