/** States of a code and what changes them, as data. Pure; runs in the browser too. */

export const CODE_STATES = {
  issued: { zh: '已发号', en: 'Issued' },
  printed: { zh: '已打印', en: 'Printed' },
  bound: { zh: '已绑定', en: 'Bound' },
  void: { zh: '已作废', en: 'Void' },
} as const;
export type CodeState = keyof typeof CODE_STATES;
// why: the keys of a literal object are its states.
export const CODE_STATE_KEYS = Object.keys(CODE_STATES) as [CodeState, ...CodeState[]];

interface CodeChangeKind {
  readonly from: readonly CodeState[];
  readonly to: CodeState;
}

/** A code is for life: nothing leads out of `void`, and only a label that was printed first makes a bound code void. */
export const CODE_CHANGES = {
  print: { from: ['issued'], to: 'printed' },
  bind: { from: ['issued', 'printed'], to: 'bound' },
  void: { from: ['issued', 'printed'], to: 'void' },
  give_way: { from: ['bound'], to: 'void' },
} as const satisfies Record<string, CodeChangeKind>;

export interface CodeStanding {
  readonly subjectId: string | null;
  readonly voidedAt: Date | null;
  readonly labelVersion: string | null;
}

export function codeStateOf({ subjectId, voidedAt, labelVersion }: CodeStanding): CodeState {
  if (voidedAt !== null) return 'void';
  if (subjectId !== null) return 'bound';
  return labelVersion === null ? 'issued' : 'printed';
}

export function canChangeCode(change: keyof typeof CODE_CHANGES, state: CodeState): boolean {
  const from: readonly CodeState[] = CODE_CHANGES[change].from;
  return from.includes(state);
}
