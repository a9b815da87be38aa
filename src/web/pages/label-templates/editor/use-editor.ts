import { useEffect, useReducer, useState } from 'react';
import type { LabelTemplate } from '../../../../modules/labels/template.contract.ts';
import type { SavedLabelTemplate } from '../../../../modules/labels/templates.contract.ts';
import { editTemplate, startEditing, type EditorAction, type EditorState } from './editor-state.ts';
import { dropKeptDraft, keepDraft, readKeptDraft } from './kept-draft.ts';

export interface Editor {
  readonly state: EditorState;
  readonly template: LabelTemplate;
  readonly act: (action: EditorAction) => void;
  /** Something is not saved. */
  readonly isDirty: boolean;
  /** What stands there was brought back from an earlier visit. */
  readonly isRestored: boolean;
  /** Back to what is saved; can be undone. */
  readonly discard: () => void;
}

/** The same content, whatever the order in which its parts were set. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].every((key) => isSame(left.get(key), right.get(key)));
}

/** Keeps what is not saved, and asks before the tab is closed over it. */
export function useEditor(saved: SavedLabelTemplate): Editor {
  const { key, template: original } = saved;
  const [draft] = useState(() => readKeptDraft(key));
  const [state, act] = useReducer(editTemplate, draft ?? original, startEditing);
  const [isRestored, setRestored] = useState(draft !== undefined && !isSame(draft, original));
  const { present } = state;
  const isDirty = !isSame(present, original);
  useEffect(() => {
    if (isDirty) keepDraft(key, present);
    else dropKeptDraft(key);
  }, [isDirty, key, present]);
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return {
    state,
    template: present,
    act,
    isDirty,
    isRestored: isRestored && isDirty,
    discard: () => {
      setRestored(false);
      act({ do: 'load', template: original });
    },
  };
}
