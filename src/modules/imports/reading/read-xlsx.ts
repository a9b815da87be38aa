import type { TableHead } from '../raw-table.ts';
import { TableAssembler } from './assemble-table.ts';
import type { ReadOptions, RowSink } from './read-options.ts';
import { mergedRanges, readSheetRows } from './read-sheet.ts';
import { chooseSheet, readSharedStrings, readStyles, readWorkbook, requirePart } from './read-workbook.ts';
import type { ZipArchive } from './zip-archive.ts';

/**
 * Reads one sheet of an Office Open XML workbook (ECMA-376, transitional and strict) as a stream: rows reach the sink as
 * they are parsed, so that memory holds the unpacked sheet and the shared strings, never a tree of cells.
 * Formulas give their cached value. Throws the refusals of the archive, the workbook and `TableAssembler`.
 */
export function readXlsx(archive: ZipArchive, options: ReadOptions, sink: RowSink): TableHead {
  const workbook = readWorkbook(archive);
  const sheet = chooseSheet(workbook, options.sheet);
  const xml = requirePart(archive, sheet.part);
  const assembler = new TableAssembler(options, sink, mergedRanges(xml));
  readSheetRows(xml, sheet.part, {
    sharedStrings: readSharedStrings(archive, workbook),
    formats: readStyles(archive, workbook),
    date1904: workbook.date1904,
    columnLimit: 16_384,
    row: (row) => {
      assembler.add(row);
    },
    progress: (fraction) => sink.progress?.(fraction),
  });
  return {
    sheets: workbook.sheets.filter((each) => each.visible).map((each) => each.name),
    format: { kind: 'xlsx', sheet: sheet.name, date1904: workbook.date1904 },
    ...assembler.finish(),
  };
}
