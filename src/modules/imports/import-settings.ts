/** What a person chose for an import besides the columns. Browser-safe. */
import { z } from 'zod';
import { amountFen, day, line, month } from '../../platform/fields.ts';

const METHODS = [
  'purchase',
  'transfer_in',
  'donation',
  'exchange',
  'self_built',
  'surplus',
  'other',
] as const;
const CHOICES_MAX = 10_000;
const key = () => z.string().min(1).max(600);

/** A name of the file and what it stands for. Only departments and places can be created. */
export const NAME_CHOICE = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('match'),
    kind: z.enum(['department', 'person', 'place', 'class']),
    key: key(),
    /** The id, or the code of a class. */
    subjectId: z.string().min(1).max(40),
  }),
  z.strictObject({ action: z.literal('create'), kind: z.enum(['department', 'place']), key: key() }),
]);
export type NameChoice = z.output<typeof NAME_CHOICE>;

/** Where a row says nothing: values for new cards only. */
export const NEW_CARD_DEFAULTS = z.strictObject({
  acquisitionMethod: z.enum(METHODS).optional(),
  classCode: z
    .string()
    .regex(/^A\d{8}$/)
    .optional(),
  acquiredOn: day().optional(),
  originalValueFen: amountFen().optional(),
  unit: line(20).optional(),
});
export type NewCardDefaults = z.output<typeof NEW_CARD_DEFAULTS>;

export const IMPORT_SETTINGS = z.strictObject({
  /** A blank cell of a mapped column clears what the card has, where a card may lack it. */
  clearBlank: z.boolean().default(false),
  /** The last month that imported accumulated depreciation includes; otherwise the month before the import. */
  openingMonth: month().nullable().default(null),
  defaults: NEW_CARD_DEFAULTS.default({}),
  choices: z.array(NAME_CHOICE).max(CHOICES_MAX).default([]),
  /** Cases of the file that the court does not have are registered, where the file says who handles them and since when. */
  createCases: z.boolean().default(false),
});
export type ImportSettings = z.output<typeof IMPORT_SETTINGS>;
export const NO_SETTINGS: ImportSettings = {
  clearBlank: false,
  openingMonth: null,
  defaults: {},
  choices: [],
  createCases: false,
};

/** What the person chose where recognising the file was wrong. */
export const READING_CHOICES = z.strictObject({
  sheet: line(100).optional(),
  headerRow: z.int().min(1).max(1000).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252', 'macintosh']).optional(),
  delimiter: z.enum([',', ';', '\t']).optional(),
});
export type ReadingChoices = z.output<typeof READING_CHOICES>;
