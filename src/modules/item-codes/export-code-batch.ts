import { shanghaiDay } from '../../platform/clock.ts';
import type { Download } from '../../platform/download.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { tableDownload } from '../../platform/spreadsheets/table-download.ts';
import { listBatchCodes } from './code-batch.sql.ts';
import type { CodeRow } from './code-directory.sql.ts';
import { groupItemCode, ITEM_CODE_KINDS } from './item-code.ts';
import { FIRST_LABEL_VERSION } from './label-version.ts';
import { requireBatch } from './read-code-batch.ts';

const TITLES = {
  zh: { file: '空白标签', code: '编码', printed: '印刷编码（分组）', content: '二维码内容' },
  en: { file: 'Blank labels', code: 'Code', printed: 'Printed code', content: 'Content of the QR code' },
} as const;

function columnsIn(language: 'zh' | 'en'): TableColumn<CodeRow>[] {
  const titles = TITLES[language];
  const versioned = ({ code, labelVersion }: CodeRow) => `${code}-${labelVersion ?? FIRST_LABEL_VERSION}`;
  return [
    { key: 'code', title: titles.code, kind: 'text', value: ({ code }) => code },
    { key: 'printed', title: titles.printed, kind: 'text', value: ({ code }) => groupItemCode(code) },
    { key: 'content', title: titles.content, kind: 'text', value: versioned },
  ];
}

/** The codes of a batch that are neither bound nor void, for whoever prints them. Refusal: BATCH_NOT_FOUND. */
export async function exportCodeBatch(
  context: QueryContext,
  request: { readonly batchId: string; readonly format: 'xlsx' | 'csv'; readonly language: 'zh' | 'en' },
): Promise<Download> {
  const { language, format } = request;
  const batch = await requireBatch(context, request.batchId);
  const rows = await listBatchCodes(context.reader, batch.courtId, batch.id, {
    states: ['issued', 'printed'],
    afterCode: null,
    rowCount: null,
  });
  const title = `${TITLES[language].file} ${ITEM_CODE_KINDS[batch.kind][language]}`;
  const fileName = `${title} ${shanghaiDay(batch.createdAt)} ${rows.length}`.replaceAll('/', ' ');
  return tableDownload({ title, fileName, format, columns: columnsIn(language), rows });
}
