/** Files made in memory for the tests of reading. */
import * as SheetJs from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { headerVocabulary } from '../../src/modules/imports/layouts/recognise-layout.ts';
import { cellText, type RawTable } from '../../src/modules/imports/raw-table.ts';
import { readTable } from '../../src/modules/imports/reading/read-table.ts';
import type { ReadOptions } from '../../src/modules/imports/reading/read-options.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { zipStream } from '../../src/platform/spreadsheets/zip-stream.ts';

export const KNOWN = headerVocabulary();

export function readCsvText(text: string, options: ReadOptions = {}): RawTable {
  return readTable(Buffer.from(text, 'utf8'), 'a.csv', options);
}

export function texts(table: RawTable): string[][] {
  return table.rows.map((row) => row.cells.map(cellText));
}

export function refusalCode(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

export async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function sheetJsBytes(rows: unknown[][], bookType: SheetJs.BookType): Uint8Array {
  const workbook = SheetJs.utils.book_new();
  SheetJs.utils.book_append_sheet(workbook, SheetJs.utils.aoa_to_sheet(rows), '资产');
  return new Uint8Array(SheetJs.write(workbook, { type: 'buffer', bookType }) as Buffer);
}

export async function zipBytes(entries: Record<string, string>): Promise<Buffer> {
  const list = Object.entries(entries).map(([name, content]) => ({ name, content: [content] }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(list)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A workbook of one sheet from its bare XML. */
export function bareWorkbook(sheetXml: string, prefix = ''): Promise<Buffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const colon = prefix === '' ? '' : `${prefix}:`;
  const namespace = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`;
  return zipBytes({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="/book/w.xml"/></Relationships>`,
    'book/w.xml': `<${colon}workbook ${namespace} xmlns:r="${office}"><${colon}sheets><${colon}sheet name="一" sheetId="1" r:id="x1"/></${colon}sheets></${colon}workbook>`,
    'book/_rels/w.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="x1" Type="${office}/worksheet" Target="deep/../s.xml"/></Relationships>`,
    'book/s.xml': `<?xml version="1.0"?><${colon}worksheet ${namespace}>${sheetXml}</${colon}worksheet>`,
  });
}
