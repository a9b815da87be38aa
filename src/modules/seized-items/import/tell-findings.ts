/** Tells what is found about a row at the column that says it. */
import { fillSentence, type Facts, type Sentence } from '../../../platform/errors.ts';
import type { ImportField } from '../../imports/import-fields.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { MappedColumn } from '../../imports/mapping.ts';
import {
  REGISTER_NOTICES,
  REGISTER_REFUSALS,
  type RegisterNotice,
  type RegisterRefusal,
} from './register-sentences.ts';

interface Told {
  readonly code: string;
  readonly severity: 'refused' | 'notice';
  readonly sentence: Sentence;
}

export class RegisterTeller {
  private readonly columnOf: ReadonlyMap<ImportField, MappedColumn>;

  constructor(columns: readonly MappedColumn[]) {
    this.columnOf = new Map(
      columns.flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])),
    );
  }

  refuse(row: DraftRow, field: ImportField, code: RegisterRefusal, facts: Facts = {}): RowFinding {
    return this.tell(row, field, { code, severity: 'refused', sentence: REGISTER_REFUSALS[code] }, facts);
  }

  notice(row: DraftRow, field: ImportField, code: RegisterNotice, facts: Facts = {}): RowFinding {
    return this.tell(row, field, { code, severity: 'notice', sentence: REGISTER_NOTICES[code] }, facts);
  }

  /** A sentence of another list. */
  tell(row: DraftRow, field: ImportField, { code, severity, sentence }: Told, facts: Facts = {}): RowFinding {
    const column = this.columnOf.get(field);
    const said = row.draft[field];
    const value = typeof said === 'string' ? said : said === undefined ? '' : String(said);
    const place = { position: column?.position ?? null, column: column?.header ?? '' };
    return {
      ...{ rowNumber: row.rowNumber, ...place, value, code, severity },
      ...fillSentence(sentence, { value, ...facts }),
    };
  }
}
