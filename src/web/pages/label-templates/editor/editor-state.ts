/** The template under the hands of a person, with undo and redo. Pure. */
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import type {
  LabelElement,
  LabelSheet,
  LabelTemplate,
} from '../../../../modules/labels/template.contract.ts';

export interface EditorState {
  readonly present: LabelTemplate;
  readonly past: readonly LabelTemplate[];
  readonly future: readonly LabelTemplate[];
  /** Of `elements`; null: the label itself. */
  readonly selected: number | null;
  /** Changes of one gesture (a drag, typing in one field) are undone together. */
  readonly gesture: string | null;
}

/** An element's own fields are checked where the patch is made, by the type of the form that makes it. */
export type ElementPatch = Readonly<Record<string, unknown>>;

export type EditorAction =
  | { readonly do: 'select'; readonly index: number | null }
  | { readonly do: 'change'; readonly index: number; readonly patch: ElementPatch; readonly gesture?: string }
  | { readonly do: 'nudge'; readonly index: number; readonly dx: number; readonly dy: number }
  | { readonly do: 'add'; readonly element: LabelElement }
  | { readonly do: 'duplicate' | 'remove' | 'forward' | 'backward'; readonly index: number }
  | {
      readonly do: 'setUp';
      readonly patch: Partial<{
        name: LabelTemplate['name'];
        kinds: ItemCodeKind[];
        sizeMm: LabelTemplate['sizeMm'];
        sheet: LabelSheet | null;
      }>;
      readonly gesture?: string;
    }
  | { readonly do: 'load'; readonly template: LabelTemplate }
  | { readonly do: 'undo' | 'redo' };

const HISTORY_MAX = 200;
/** How far a copy lies from what it was copied from. */
const COPY_OFFSET_MM = 1;

export function startEditing(template: LabelTemplate): EditorState {
  return { present: template, past: [], future: [], selected: null, gesture: null };
}

/** Two decimals of a millimetre; never below nothing. */
export function roundMm(millimetres: number): number {
  return Math.max(0, Math.round(millimetres * 100) / 100);
}

function step(state: EditorState, present: LabelTemplate, gesture: string | null = null): EditorState {
  const isSameGesture = gesture !== null && gesture === state.gesture;
  const past = isSameGesture ? state.past : [...state.past, state.present].slice(-HISTORY_MAX);
  return { ...state, present, past, future: [], gesture };
}

function withElements(
  state: EditorState,
  elements: readonly LabelElement[],
  selected: number | null,
  gesture: string | null = null,
): EditorState {
  return { ...step(state, { ...state.present, elements: [...elements] }, gesture), selected };
}

function changeElement(state: EditorState, index: number, patch: ElementPatch, gesture: string | null) {
  const elements = state.present.elements.map((element, at) =>
    // why: a patch comes from the form of this element's own type, which names its fields.
    at === index ? { ...element, ...patch } : element,
  );
  return withElements(state, elements, index, gesture);
}

function duplicate(state: EditorState, index: number): EditorState {
  const element = state.present.elements[index];
  if (element === undefined) return state;
  const copy = {
    ...element,
    x: roundMm(element.x + COPY_OFFSET_MM),
    y: roundMm(element.y + COPY_OFFSET_MM),
  };
  return withElements(state, state.present.elements.toSpliced(index + 1, 0, copy), index + 1);
}

function swap(state: EditorState, from: number, to: number): EditorState {
  const { elements } = state.present;
  const [moved, other] = [elements[from], elements[to]];
  if (moved === undefined || other === undefined) return state;
  return withElements(state, elements.with(from, other).with(to, moved), to);
}

function undo(state: EditorState): EditorState {
  const before = state.past.at(-1);
  if (before === undefined) return state;
  return {
    ...state,
    present: before,
    past: state.past.slice(0, -1),
    future: [state.present, ...state.future],
    selected: withinOf(before, state.selected),
    gesture: null,
  };
}

function redo(state: EditorState): EditorState {
  const [next, ...rest] = state.future;
  if (next === undefined) return state;
  return {
    ...state,
    present: next,
    past: [...state.past, state.present],
    future: rest,
    selected: withinOf(next, state.selected),
    gesture: null,
  };
}

function withinOf({ elements }: LabelTemplate, index: number | null): number | null {
  return index !== null && index < elements.length ? index : null;
}

/** One step of a person. Steps that name no element that is there change nothing. */
export function editTemplate(state: EditorState, action: EditorAction): EditorState {
  const { elements } = state.present;
  switch (action.do) {
    case 'select':
      return { ...state, selected: action.index, gesture: null };
    case 'change':
      return changeElement(state, action.index, action.patch, action.gesture ?? null);
    case 'nudge': {
      const element = elements[action.index];
      if (element === undefined) return state;
      const place = { x: roundMm(element.x + action.dx), y: roundMm(element.y + action.dy) };
      return changeElement(state, action.index, place, null);
    }
    case 'add':
      return withElements(state, [...elements, action.element], elements.length);
    case 'duplicate':
      return duplicate(state, action.index);
    case 'remove':
      return elements.length <= 1 ? state : withElements(state, elements.toSpliced(action.index, 1), null);
    case 'forward':
      return swap(state, action.index, action.index + 1);
    case 'backward':
      return swap(state, action.index, action.index - 1);
    case 'setUp':
      return step(state, { ...state.present, ...action.patch }, action.gesture ?? null);
    case 'load':
      return { ...step(state, action.template), selected: null };
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
  }
}
