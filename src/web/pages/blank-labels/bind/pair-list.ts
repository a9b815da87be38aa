/** The list of a binding session: a label and a thing are scanned, in either order, and become a pair. Pure. */
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import type { ScanAnswer, ScannedThing } from '../../../../modules/item-codes/scan.contract.ts';
import type { ScanResult } from '../../../scan/scan-feedback.ts';

export interface PendingLabel {
  readonly code: string;
  readonly kind: ItemCodeKind;
}

/** What is known of a thing that was scanned or chosen. */
export interface NamedThing {
  readonly kind: ItemCodeKind;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly subtitle: ScannedThing['subtitle'];
}

export interface PendingThing extends NamedThing {
  /** It carries a label already: another one needs a reason. */
  readonly isLabelled: boolean;
}

export interface Pair {
  readonly label: PendingLabel;
  readonly thing: PendingThing;
  readonly reason: string;
}

/** What the banner says: a text of this page, or the server's own sentence. */
export type PairSentence =
  | {
      readonly key: 'paired' | 'labelTaken' | 'thingTaken' | 'labelListed' | 'thingListed' | 'kindDiffers';
      readonly title: string;
      readonly kind: ItemCodeKind;
    }
  | { readonly zh: string; readonly en: string };

export interface PairList {
  /** The last first. */
  readonly pairs: readonly Pair[];
  readonly label: PendingLabel | null;
  readonly thing: PendingThing | null;
  readonly last: { readonly result: ScanResult; readonly sentence: PairSentence } | null;
}

export const EMPTY_PAIRS: PairList = { pairs: [], label: null, thing: null, last: null };

export type PairAction =
  | { readonly kind: 'answered'; readonly answer: ScanAnswer }
  | { readonly kind: 'chosen'; readonly thing: NamedThing }
  | { readonly kind: 'undo'; readonly code: string }
  | { readonly kind: 'reason'; readonly code: string; readonly reason: string }
  | { readonly kind: 'forget' }
  | { readonly kind: 'clear' };

function thingOf(thing: NamedThing, isLabelled: boolean): PendingThing {
  const { kind, id, code, title, subtitle } = thing;
  return { kind, id, code, title, subtitle, isLabelled };
}

/** A label and a thing that fit become a pair; of two kinds, the one scanned first is kept waiting. */
function join(list: PairList, newest: 'label' | 'thing'): PairList {
  const { label, thing, pairs } = list;
  if (label === null || thing === null) {
    const title = thing?.title ?? label?.code ?? '';
    const kind = thing?.kind ?? label?.kind ?? 'A';
    const key = newest === 'label' ? 'labelTaken' : 'thingTaken';
    return { ...list, last: { result: 'right', sentence: { key, title, kind } } };
  }
  if (label.kind !== thing.kind) {
    const sentence = { key: 'kindDiffers', title: thing.title, kind: label.kind } as const;
    return { ...list, [newest]: null, last: { result: 'wrong', sentence } };
  }
  return {
    pairs: [{ label, thing, reason: '' }, ...pairs],
    label: null,
    thing: null,
    last: { result: 'right', sentence: { key: 'paired', title: thing.title, kind: thing.kind } },
  };
}

function addThing(list: PairList, thing: PendingThing): PairList {
  if (list.pairs.some((pair) => pair.thing.id === thing.id)) {
    const sentence = { key: 'thingListed', title: thing.title, kind: thing.kind } as const;
    return { ...list, last: { result: 'duplicate', sentence } };
  }
  return join({ ...list, thing }, 'thing');
}

function addAnswer(list: PairList, answer: ScanAnswer): PairList {
  if (answer.outcome === 'thing')
    return addThing(list, thingOf(answer, answer.label.currentVersion !== null));
  if (answer.outcome === 'blank_label' && answer.mayBind) {
    const { code, kind } = answer;
    if (list.pairs.some(({ label }) => label.code === code)) {
      const sentence = { key: 'labelListed', title: code, kind } as const;
      return { ...list, last: { result: 'duplicate', sentence } };
    }
    return join({ ...list, label: { code, kind } }, 'label');
  }
  const result = answer.outcome === 'void' || answer.outcome === 'blank_label' ? 'wrong' : 'unknown';
  return { ...list, last: { result, sentence: { zh: answer.zh, en: answer.en } } };
}

export function changePairs(list: PairList, action: PairAction): PairList {
  switch (action.kind) {
    case 'answered':
      return addAnswer(list, action.answer);
    case 'chosen':
      // A thing that was chosen comes without the state of its label; the server decides.
      return addThing(list, thingOf(action.thing, false));
    case 'undo':
      return { ...list, pairs: list.pairs.filter(({ label }) => label.code !== action.code), last: null };
    case 'reason':
      return {
        ...list,
        pairs: list.pairs.map((pair) =>
          pair.label.code === action.code ? { ...pair, reason: action.reason } : pair,
        ),
      };
    case 'forget':
      return { ...list, label: null, thing: null, last: null };
    case 'clear':
      return EMPTY_PAIRS;
  }
}
