/** Kinds of what a custodian can have open, as data. Runs in the browser too. */
export const MATTERS = {
  loan: { zh: '借出未还', en: 'Loan not given back' },
  seal: { zh: '封条', en: 'Seal' },
  key: { zh: '钥匙', en: 'Key' },
  request: { zh: '待办申请', en: 'Pending request' },
  difference: { zh: '清点差异', en: 'Difference of the count' },
  room_move: { zh: '整库搬迁', en: 'Move of a whole room' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type MatterKind = keyof typeof MATTERS;
// why: the keys of a literal object are its kinds, and there is at least one.
export const MATTER_KINDS = Object.keys(MATTERS) as [MatterKind, ...MatterKind[]];
