import type { Download } from '../download.ts';
import type { TableColumn, TableRows } from './table-column.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface TableFile<Row> {
  readonly title: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv';
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: TableRows<Row>;
  /** Lines above the table of a workbook: the period, the filters. */
  readonly notes?: readonly string[];
}

/** A table as a file to save, streamed. */
export function tableDownload<Row>(table: TableFile<Row>): Download {
  const { title, fileName, format, columns, rows, notes = [] } = table;
  if (format === 'csv') {
    return {
      fileName: `${fileName}.csv`,
      contentType: 'text/csv; charset=utf-8',
      body: writeCsv(columns, rows),
    };
  }
  return {
    fileName: `${fileName}.xlsx`,
    contentType: XLSX_TYPE,
    body: writeXlsx(columns, rows, { sheetName: title, title, notes }),
  };
}
