/** Counts and sums of decided rows on both sides. Pure but for the sums that are asked of the register. */
import type { Sentence } from '../../../platform/errors.ts';
import type { ChangeSample, DraftRow, OutcomeSums, Settled } from '../../imports/import-target.ts';
import {
  ACQUISITION_METHODS,
  CARD_FIELDS,
  VALUE_KINDS,
  type AssetCard,
  type CardChange,
} from '../asset-card.ts';
import type { ChangedRow, DecidedRow } from './decide-rows.ts';
import type { NameRegister } from './name-register.ts';

const SAMPLES_MAX = 20;
const FEN_PER_YUAN = 100;

export type Outcome = DecidedRow['kind'];

/** The rows of each outcome, and the file's side of their values. */
export function sumFileSide(decided: readonly DecidedRow[]): Record<Outcome, OutcomeSums> {
  const sums = {
    created: { rows: 0, rowsWithValue: 0, fileFen: 0, registerFen: null },
    changed: { rows: 0, rowsWithValue: 0, fileFen: 0, registerFen: null },
    unchanged: { rows: 0, rowsWithValue: 0, fileFen: 0, registerFen: null },
    refused: { rows: 0, rowsWithValue: 0, fileFen: 0, registerFen: null },
  };
  for (const { kind, row } of decided) {
    const sum = sums[kind];
    sum.rows += 1;
    const fen = row.draft.originalValueFen;
    if (fen === undefined) continue;
    sum.rowsWithValue += 1;
    sum.fileFen += fen;
  }
  return sums;
}

/** The assets of the rows that state a value, by outcome: over these the register's side is summed. */
export function assetsWithValue(
  decided: readonly DecidedRow[],
  assetOf: (row: DraftRow) => string,
): Record<Exclude<Outcome, 'refused'>, string[]> {
  const ids = { created: [] as string[], changed: [] as string[], unchanged: [] as string[] };
  for (const { kind, row } of decided) {
    if (kind !== 'refused' && row.draft.originalValueFen !== undefined) ids[kind].push(assetOf(row));
  }
  return ids;
}

/** The register after the rows, as it would be. */
export function registerAfter(
  before: Settled['register']['before'],
  decided: readonly DecidedRow[],
): Settled['register']['after'] {
  let { count, valueFen } = before;
  for (const each of decided) {
    if (each.kind === 'created') {
      count += 1;
      valueFen += each.card.originalValueFen;
    } else if (each.kind === 'changed') {
      valueFen += each.card.originalValueFen - each.before.originalValueFen;
    }
  }
  return { count, valueFen };
}

const CLEARED: Sentence = { zh: '（空）', en: '(none)' };

function shown(
  { field }: CardChange,
  value: string | number | null,
  register: NameRegister,
): string | Sentence {
  if (value === null) return CLEARED;
  if (typeof value === 'number')
    return field.endsWith('Fen') ? (value / FEN_PER_YUAN).toFixed(2) : String(value);
  const words: Readonly<Record<string, Sentence>> =
    field === 'acquisitionMethod' ? ACQUISITION_METHODS : field === 'valueKind' ? VALUE_KINDS : {};
  if (field === 'managingDepartmentId') return register.byId('department', value)?.label ?? value;
  return words[value] ?? value;
}

function sentenceOf(text: string | Sentence): Sentence {
  return typeof text === 'string' ? { zh: text, en: text } : { zh: text.zh, en: text.en };
}

/** The first changed rows, so that the person who confirms sees what will change. */
export function sampleChanges(decided: readonly DecidedRow[], register: NameRegister): ChangeSample[] {
  return decided
    .filter((each): each is ChangedRow => each.kind === 'changed')
    .slice(0, SAMPLES_MAX)
    .map(({ row, asset, card, changes }) => ({
      rowNumber: row.rowNumber,
      subjectId: asset.id,
      label: `${asset.code} ${card.name}`,
      changes: changes.map((change) => ({
        field: labelOf(change.field),
        from: sentenceOf(shown(change, change.from, register)),
        to: sentenceOf(shown(change, change.to, register)),
      })),
    }));
}

function labelOf(field: keyof AssetCard): Sentence {
  const { zh, en } = CARD_FIELDS[field];
  return { zh, en };
}
