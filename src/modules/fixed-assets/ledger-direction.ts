/** Whether an entry brings things into the stock or takes them out. Pure. */
import type { AssetEntryKind } from './rules.ts';

export const LEDGER_DIRECTIONS = ['in', 'out', 'within'] as const;
export type LedgerDirection = (typeof LEDGER_DIRECTIONS)[number];

/** 入库 / 出库 as an office counts them; a move from one user to another is neither. */
export const DIRECTION_OF_KIND: Readonly<Record<AssetEntryKind, LedgerDirection>> = {
  stock_in: 'in',
  take_over: 'in',
  return: 'in',
  give_back: 'in',
  take_back: 'in',
  issue: 'out',
  loan: 'out',
  send_to_repair: 'out',
  transfer: 'within',
  relocate: 'within',
  mark_idle: 'within',
  end_idle: 'within',
  correct_card: 'within',
  correct_entry: 'within',
  sign_receipt: 'within',
  refuse_receipt: 'within',
};
