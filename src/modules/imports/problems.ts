/**
 * Everything that can be wrong with one row or one cell of an imported table, as a closed list with the sentence that a
 * person reads. `{value}` is the cell as typed; other placeholders come with the verdict. Runs in the browser too.
 */
import { CELL_SENTENCES } from './problem-sentences.ts';

export type CellReason = keyof typeof CELL_SENTENCES;
export const CELL_REASONS = Object.keys(CELL_SENTENCES) as readonly CellReason[];

export type ReasonFacts = Readonly<Record<string, string | number>>;

/** The verdict on one cell: its value, or why it cannot be taken. */
export type Verdict<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: CellReason; readonly facts?: ReasonFacts };

/** One problem at one place of the file; plain JSON. */
export interface CellProblem {
  /** As the person sees it in the file. */
  readonly rowNumber: number;
  /** Position of the column, from 0; null where the whole row is meant. */
  readonly position: number | null;
  /** The header above the cell as typed; '' where it is blank or the whole row is meant. */
  readonly column: string;
  /** The cell as typed, at most 200 characters of it. */
  readonly value: string;
  readonly code: CellReason;
  readonly zh: string;
  readonly en: string;
}

const SHOWN_CHARACTERS = 200;

export function accept<T>(value: T): Verdict<T> {
  return { ok: true, value };
}

export function refuseCell(reason: CellReason, facts?: ReasonFacts): Verdict<never> {
  return facts === undefined ? { ok: false, reason } : { ok: false, reason, facts };
}

export interface ProblemPlace {
  readonly rowNumber: number;
  readonly position: number | null;
  readonly column: string;
  readonly value: string;
}

/** The problem with its sentences filled in. Control characters of the value are shown as □. */
export function describeProblem(
  place: ProblemPlace,
  reason: CellReason,
  facts: ReasonFacts = {},
): CellProblem {
  const value = showable(place.value);
  const all: ReasonFacts = { ...facts, value };
  const sentence = CELL_SENTENCES[reason];
  return { ...place, value, code: reason, zh: fill(sentence.zh, all), en: fill(sentence.en, all) };
}

function fill(sentence: string, facts: ReasonFacts): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(facts[name] ?? placeholder));
}

function showable(value: string): string {
  return visibleText(value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value);
}

/** As it can be shown and kept: control characters, of which the database refuses the first, are □. */
export function visibleText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these cannot be shown
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '□');
}
