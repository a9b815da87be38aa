import type { Delimiter, RawRow, TextEncodingName } from '../raw-table.ts';

/** What no file may exceed; the whole file is refused beyond them, but for `cellCharacters`, which costs one cell. */
export interface ReadLimits {
  readonly fileBytes: number;
  /** All parts of a workbook together, unpacked: the guard against zip bombs. */
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that are not blank. */
  readonly cells: number;
  /** What Excel itself can hold in a cell is 32,767. */
  readonly cellCharacters: number;
}

const MEBIBYTE = 1024 * 1024;

export const READ_LIMITS: ReadLimits = {
  fileBytes: 100 * MEBIBYTE,
  unpackedBytes: 400 * MEBIBYTE,
  rows: 100_000,
  columns: 300,
  cells: 6_000_000,
  cellCharacters: 32_767,
};

/** What the person chose where recognising was wrong; plain JSON, so that it can cross to the worker. */
export interface ReadOptions {
  /** Name of the sheet; otherwise the first visible one. */
  readonly sheet?: string;
  readonly encoding?: TextEncodingName;
  readonly delimiter?: Delimiter;
  /** Row number of the header, at most 1000; otherwise it is found among the first 20 rows. */
  readonly headerRow?: number;
  /** Headers of known layouts, normalised by `normaliseHeader`; they help to find the header row. */
  readonly knownHeaders?: readonly string[];
  readonly limits?: Partial<ReadLimits>;
}

/** Takes rows as they are read. */
export interface RowSink {
  /** Once, before the first row. */
  head?(headers: readonly string[]): void;
  row(row: RawRow): void;
  /** 0 to 1, of the bytes; called now and then. */
  progress?(fraction: number): void;
}
