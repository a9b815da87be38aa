import type { Delimiter, TableHead } from '../raw-table.ts';
import { TableAssembler } from './assemble-table.ts';
import { decodeText } from './decode-text.ts';
import type { ReadOptions, RowSink } from './read-options.ts';
import { detectDelimiter, detectLineEnd, splitCsv } from './split-csv.ts';

const PROGRESS_RECORDS = 2000;
/** Excel writes and obeys this first line. */
const SEPARATOR_LINE = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i;

/**
 * Reads csv of any encoding, separator and line end (see `decodeText`, `splitCsv`). The row number is the number of
 * the record, the row that Excel shows. Throws the refusals of `decodeText` and `TableAssembler`.
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions, sink: RowSink): TableHead {
  const decoded = decodeText(bytes, options.encoding);
  const announced = SEPARATOR_LINE.exec(decoded.text);
  const skipped = announced === null ? 0 : announced[0].length;
  const text = decoded.text.slice(skipped);
  const delimiter = options.delimiter ?? announcedDelimiter(announced) ?? detectDelimiter(text);
  const assembler = new TableAssembler(options, sink);
  let rowNumber = announced === null ? 0 : 1;
  for (const record of splitCsv(text, delimiter)) {
    rowNumber += 1;
    assembler.add({ rowNumber, cells: record.cells }, record.unbalanced);
    if (rowNumber % PROGRESS_RECORDS === 0) sink.progress?.(Math.min(1, record.next / text.length));
  }
  const { encoding, byteOrderMark } = decoded;
  return {
    format: { kind: 'csv', encoding, byteOrderMark, delimiter, lineEnd: detectLineEnd(text) },
    ...assembler.finish(),
  };
}

function announcedDelimiter(match: RegExpExecArray | null): Delimiter | null {
  const found = match?.[1];
  return found === ',' || found === ';' || found === '\t' ? found : null;
}
