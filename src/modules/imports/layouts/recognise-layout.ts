import { IMPORT_TARGET_IDS, TARGET_FIELDS, type ImportField, type ImportTargetId } from '../import-fields.ts';
import { isReasonHeader, normaliseHeader } from '../header-names.ts';
import type { MappedColumn } from '../mapping.ts';
import { FINANCE_CARD } from './finance-card.ts';
import { HOMEBOX } from './homebox.ts';
import { ITEM_REGISTER } from './item-register.ts';
import type { Layout, LayoutColumn } from './layout.ts';
import { column } from './layout.ts';
import { OWN_TEMPLATE } from './own-template.ts';
import { SNIPE_IT_LIST, SNIPE_IT_REPORT, SNIPE_IT_SAMPLE } from './snipe-it.ts';

/** Where two layouts fit a file equally well the first one is taken. */
export const LAYOUTS: readonly Layout[] = [
  OWN_TEMPLATE,
  FINANCE_CARD,
  SNIPE_IT_LIST,
  SNIPE_IT_REPORT,
  SNIPE_IT_SAMPLE,
  HOMEBOX,
];

const LAYOUTS_OF: Readonly<Record<ImportTargetId, readonly Layout[]>> = {
  fixed_assets: LAYOUTS,
  seized_items: [ITEM_REGISTER],
};

export interface RecognisedLayout {
  /** Null: no layout fits; `columns` then holds what single headers suggest, to be mapped by hand. */
  readonly layout: Layout | null;
  /** Share of the file's headers that are not blank and that the layout knows, 0 to 1. */
  readonly confidence: number;
  /** One for each header of the file, in its order. */
  readonly columns: readonly MappedColumn[];
}

const LEAST_CONFIDENCE = 0.5;
const LEAST_COLUMNS = 3;

/** What any header suggests where no layout fits. */
function suggestionsFor(target: ImportTargetId): Layout {
  const { fields, nameOf } = TARGET_FIELDS[target];
  return {
    id: 'suggestions',
    title: { zh: '', en: '' },
    marks: [],
    columns: fields.map((field) => {
      const { zh, en, also } = nameOf(field);
      return column([zh, en, ...also], field);
    }),
  };
}

const SUGGESTIONS: Readonly<Record<ImportTargetId, Layout>> = {
  fixed_assets: suggestionsFor('fixed_assets'),
  seized_items: suggestionsFor('seized_items'),
};

/**
 * Finds the layout of a file by its headers alone. The layout that knows the largest share of them wins, if it has its
 * marks, knows at least half of them and fills at least three fields.
 */
export function recogniseLayout(
  headers: readonly string[],
  target: ImportTargetId = 'fixed_assets',
): RecognisedLayout {
  let best: RecognisedLayout | null = null;
  const keys = new Set(headers.map(normaliseHeader));
  for (const layout of LAYOUTS_OF[target]) {
    if (!hasMarks(layout, keys)) continue;
    const laid = layOver(layout, headers);
    const filled = laid.columns.filter((each) => each.field !== null).length;
    if (laid.confidence < LEAST_CONFIDENCE || filled < LEAST_COLUMNS) continue;
    if (best === null || laid.confidence > best.confidence) best = { layout, ...laid };
  }
  return best ?? { layout: null, ...layOver(SUGGESTIONS[target], headers) };
}

const ALL_LAYOUTS: readonly Layout[] = IMPORT_TARGET_IDS.flatMap((target) => [
  SUGGESTIONS[target],
  ...LAYOUTS_OF[target],
]);

/** Every header that any layout knows, for `ReadOptions.knownHeaders`. */
export function headerVocabulary(): readonly string[] {
  const names = ALL_LAYOUTS.flatMap((layout) => layout.columns.flatMap((each) => each.names));
  return [...new Set(names.map(normaliseHeader))];
}

interface LayoutKeys {
  readonly marks: readonly (readonly string[])[];
  readonly columns: ReadonlyMap<string, readonly LayoutColumn[]>;
  readonly ignoredPrefixes: readonly string[];
}

const KEYS = new Map<Layout, LayoutKeys>(ALL_LAYOUTS.map((layout) => [layout, keysOf(layout)]));

function keysOf(layout: Layout): LayoutKeys {
  return {
    marks: layout.marks.map((group) => group.map(normaliseHeader)),
    columns: columnsByKey(layout),
    ignoredPrefixes: (layout.ignoredPrefixes ?? []).map(normaliseHeader),
  };
}

function hasMarks(layout: Layout, keys: ReadonlySet<string>): boolean {
  return KEYS.get(layout)?.marks.every((group) => group.some((name) => keys.has(name))) === true;
}

function layOver(
  layout: Layout,
  headers: readonly string[],
): Pick<RecognisedLayout, 'confidence' | 'columns'> {
  const { columns: byKey, ignoredPrefixes } = KEYS.get(layout) ?? keysOf(layout);
  const seen = new Map<string, number>();
  const taken = new Set<ImportField>();
  let named = 0;
  let known = 0;
  const columns = headers.map((header, position): MappedColumn => {
    const key = normaliseHeader(header);
    if (key === '' || isReasonHeader(header)) return { position, header, field: null };
    named += 1;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    const found = byKey.get(key)?.[occurrence];
    if (found !== undefined || ignoredPrefixes.some((prefix) => key.startsWith(prefix))) known += 1;
    if (found === undefined || found.field === null || taken.has(found.field))
      return { position, header, field: null };
    taken.add(found.field);
    const whenBlank = found.whenBlank === undefined ? {} : { whenBlank: found.whenBlank };
    return { position, header, field: found.field, ...whenBlank };
  });
  return { confidence: named === 0 ? 0 : known / named, columns };
}

function columnsByKey(layout: Layout): Map<string, LayoutColumn[]> {
  const byKey = new Map<string, LayoutColumn[]>();
  for (const each of layout.columns) {
    for (const name of new Set(each.names.map(normaliseHeader))) {
      byKey.set(name, [...(byKey.get(name) ?? []), each]);
    }
  }
  return byKey;
}
