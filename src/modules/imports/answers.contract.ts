/** What imports answer: runs, progress, results, problems, names. Runs in the browser too. */
import { z } from 'zod';
import { IMPORT_FIELDS } from './import-fields.ts';
import { IMPORT_SETTINGS, READING_CHOICES } from './import-settings.ts';
import {
  IMPORT_ACTIONS,
  IMPORT_STATES,
  REFERENCE_KINDS,
  REFERENCE_STATES,
  type ImportState,
  type ReferenceKind,
} from './rules.ts';

// why: the keys of literal objects are their types, and there is at least one.
const stateKeys = Object.keys(IMPORT_STATES) as [ImportState, ...ImportState[]];
const kindKeys = Object.keys(REFERENCE_KINDS) as [ReferenceKind, ...ReferenceKind[]];
const sentence = z.object({ zh: z.string(), en: z.string() });
const count = z.int().min(0);

export const importProgress = z.object({
  phase: z.enum(['reading', 'deciding', 'writing']),
  done: count,
  total: count.nullable(),
  /** 0 to 1. */
  fraction: z.number(),
});
export type ImportProgress = z.output<typeof importProgress>;

const outcomeSums = z.object({
  rows: count,
  rowsWithValue: count,
  fileFen: count,
  registerFen: count.nullable(),
});
const registerTotal = z.object({ count, valueFen: count });

/** What the last check found, or what the import did. */
export const importResult = z.object({
  isWritten: z.boolean(),
  goodRowsOnly: z.boolean(),
  counts: z.object({ read: count, created: count, changed: count, unchanged: count, refused: count }),
  sums: z.object({
    created: outcomeSums,
    changed: outcomeSums,
    unchanged: outcomeSums,
    refused: outcomeSums,
  }),
  register: z.object({ before: registerTotal, after: registerTotal }),
  createdNames: z.object({ departments: count, places: count }),
  codes: z.object({ first: z.string(), last: z.string() }).nullable(),
  /** Names that need a decision, and names worth a look. */
  names: z.object({ open: count, shown: count }),
  /** Most frequent first; `shown` is fewer than `count` where a file is wrong throughout. */
  problems: z.object({
    count,
    shown: count,
    byCode: z.array(
      sentence.extend({ code: z.string(), severity: z.enum(['refused', 'notice']), count, rows: count }),
    ),
  }),
  changeSamples: z.array(
    z.object({
      rowNumber: z.int(),
      subjectId: z.string(),
      label: z.string(),
      changes: z.array(z.object({ field: sentence, from: sentence, to: sentence })),
    }),
  ),
});
export type ImportResult = z.output<typeof importResult>;

export const importedColumn = z.object({
  position: z.int(),
  header: z.string(),
  field: z.enum(IMPORT_FIELDS).nullable(),
  whenBlank: z.enum(IMPORT_FIELDS).optional(),
});

export const importHead = z.object({
  format: z.enum(['xlsx', 'csv']),
  /** Visible sheets of a workbook, and the one that was read. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  headerRow: z.int(),
  rowCount: count,
  headers: z.array(z.string()),
  /** Up to three values of each column. */
  samples: z.array(z.array(z.string())),
  /** Recognised by its headers. */
  layout: z.object({ id: z.string(), title: sentence }).nullable(),
  /** The columns were mapped once by hand and are known by their headers. */
  isMappingKept: z.boolean(),
});
export type ImportHead = z.output<typeof importHead>;

export const runSummary = z.object({
  id: z.string(),
  target: z.string(),
  fileName: z.string(),
  sizeBytes: count,
  state: z.enum(stateKeys),
  createdAt: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  finishedAt: z.string().nullable(),
  counts: importResult.shape.counts.nullable(),
});

export const importRun = runSummary.extend({
  version: z.int(),
  sha256: z.string(),
  fileKeptUntil: z.string(),
  reading: READING_CHOICES,
  head: importHead.nullable(),
  columns: z.array(importedColumn).nullable(),
  settings: IMPORT_SETTINGS,
  progress: importProgress.nullable(),
  result: importResult.nullable(),
  refusal: sentence.extend({ code: z.string() }).nullable(),
  /** The same file was imported before. */
  earlierImport: z.object({ id: z.string(), finishedAt: z.string() }).nullable(),
  availableActions: z.array(z.enum(IMPORT_ACTIONS)),
});
export type ImportRunAnswer = z.output<typeof importRun>;

export const rowProblem = z.object({
  ordinal: z.int(),
  rowNumber: z.int(),
  position: z.int().nullable(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  severity: z.enum(['refused', 'notice']),
  zh: z.string(),
  en: z.string(),
});

export const nameFinding = z.object({
  kind: z.enum(kindKeys),
  key: z.string(),
  label: z.string(),
  rowCount: z.int(),
  state: z.enum(REFERENCE_STATES),
  subjectId: z.string().nullable(),
  subjectLabel: z.string().nullable(),
  plan: z.array(sentence).nullable(),
});
export type NameFindingAnswer = z.output<typeof nameFinding>;
