import { fillSentence, type Facts, type Sentence } from '../../../platform/errors.ts';
import type { AssetField } from '../../imports/asset-fields.ts';
import type { ImportField } from '../../imports/import-fields.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { MappedColumn } from '../../imports/mapping.ts';
import { ROW_NOTICES, ROW_REFUSALS, type RowNotice, type RowRefusal } from './row-sentences.ts';

interface Told {
  readonly code: string;
  readonly severity: 'refused' | 'notice';
  readonly sentence: Sentence;
}

/** Tells what is found at the column that fills a field of a row. */
export class FindingTeller {
  private readonly columnOf: ReadonlyMap<ImportField, MappedColumn>;

  constructor(columns: readonly MappedColumn[]) {
    this.columnOf = new Map(
      columns.flatMap((column) => (column.field === null ? [] : [[column.field, column]])),
    );
  }

  /** `english` where a fact is called otherwise in English. */
  refuse(
    row: DraftRow,
    field: AssetField | null,
    code: RowRefusal,
    facts: Facts = {},
    english: Facts = {},
  ): RowFinding {
    const told = { code, severity: 'refused', sentence: ROW_REFUSALS[code] } as const;
    return this.tell(row, field, told, facts, english);
  }

  notice(row: DraftRow, field: AssetField | null, code: RowNotice, facts: Facts = {}): RowFinding {
    return this.tell(row, field, { code, severity: 'notice', sentence: ROW_NOTICES[code] }, facts);
  }

  /** A sentence of another list, such as those of the card's rules. */
  tell(
    row: DraftRow,
    field: AssetField | null,
    { code, severity, sentence }: Told,
    facts: Facts = {},
    english: Facts = {},
  ): RowFinding {
    const column = field === null ? undefined : this.columnOf.get(field);
    const value = field === null ? '' : textOf(row, field);
    return {
      rowNumber: row.rowNumber,
      position: column?.position ?? null,
      column: column?.header ?? '',
      value,
      code,
      severity,
      zh: fillSentence(sentence, { value, ...facts }).zh,
      en: fillSentence(sentence, { value, ...facts, ...english }).en,
    };
  }
}

const FEN_PER_YUAN = 100;

/** What the row says in a field, as a person reads it. */
export function textOf({ draft }: DraftRow, field: AssetField): string {
  const value = draft[field];
  if (value === undefined) return '';
  if (typeof value === 'number')
    return field.endsWith('Fen') ? (value / FEN_PER_YUAN).toFixed(2) : String(value);
  return typeof value === 'string' ? value : value.join('；');
}
