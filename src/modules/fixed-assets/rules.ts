/**
 * Statuses and moves of a fixed asset, as data; what may be done next, and why not. Pure: no I/O, no clock.
 * Disposal has its place here (`disposed`), its moves come with the disposal module.
 */
import { sayShanghaiMinute } from '../../platform/days.ts';
import type { AssetRefusalReason } from './asset-refusals.ts';

export const ASSET_STATUSES = {
  in_stock: { zh: '在库', en: 'In stock' },
  in_use: { zh: '在用', en: 'In use' },
  on_loan: { zh: '借出', en: 'On loan' },
  in_repair: { zh: '维修中', en: 'In repair' },
  idle: { zh: '闲置', en: 'Idle' },
  disposed: { zh: '已处置', en: 'Disposed' },
} as const;

export type AssetStatus = keyof typeof ASSET_STATUSES;

/** `same`: the status stays. `before_repair`: what it was when it was sent. `by_user`: in use when a person or a department uses it, else in stock. `as_given`: a card taken over into the register. */
type MoveTarget = AssetStatus | 'same' | 'before_repair' | 'by_user' | 'as_given';

interface Move {
  readonly from: readonly AssetStatus[];
  readonly to: MoveTarget;
  readonly zh: string;
  readonly en: string;
}

/** Every move there is. An empty `from` starts a life. */
export const ASSET_MOVES = {
  stock_in: { from: [], to: 'in_stock', zh: '入库', en: 'Stock in' },
  take_over: { from: [], to: 'as_given', zh: '期初建账', en: 'Take over' },
  issue: { from: ['in_stock', 'idle'], to: 'in_use', zh: '领用', en: 'Issue' },
  return: { from: ['in_use', 'idle'], to: 'in_stock', zh: '退库', en: 'Return' },
  transfer: { from: ['in_stock', 'in_use', 'idle'], to: 'same', zh: '调拨', en: 'Transfer' },
  relocate: { from: ['in_stock', 'in_use', 'idle'], to: 'same', zh: '移位', en: 'Relocate' },
  loan: { from: ['in_stock', 'idle'], to: 'on_loan', zh: '借用', en: 'Loan' },
  give_back: { from: ['on_loan'], to: 'in_stock', zh: '归还', en: 'Give back' },
  send_to_repair: { from: ['in_stock', 'in_use', 'idle'], to: 'in_repair', zh: '送修', en: 'Send to repair' },
  take_back: { from: ['in_repair'], to: 'before_repair', zh: '修复取回', en: 'Take back from repair' },
  mark_idle: { from: ['in_stock', 'in_use'], to: 'idle', zh: '标记闲置', en: 'Mark idle' },
  end_idle: { from: ['idle'], to: 'by_user', zh: '解除闲置', en: 'End idle' },
} as const satisfies Record<string, Move>;

export type AssetMove = keyof typeof ASSET_MOVES;

/** Entries that are no moves: they leave status, place and holder as they are, or restate them. */
export const ASSET_RECORDS = {
  correct_card: { zh: '更正卡片', en: 'Correct card' },
  correct_entry: { zh: '更正台账', en: 'Correct entry' },
  sign_receipt: { zh: '签收', en: 'Sign receipt' },
  refuse_receipt: { zh: '拒绝签收', en: 'Refuse receipt' },
  change_code: { zh: '改用标签编码', en: 'Take the code of a label' },
} as const;

export type AssetEntryKind = AssetMove | keyof typeof ASSET_RECORDS;

export const ASSET_ENTRY_KINDS: Record<AssetEntryKind, { zh: string; en: string }> = {
  ...ASSET_MOVES,
  ...ASSET_RECORDS,
};

export interface AssetState {
  readonly status: AssetStatus;
  readonly statusBeforeRepair: AssetStatus | null;
  readonly departmentId: string | null;
  readonly holderId: string | null;
  readonly placeId: string | null;
  /** Milliseconds of the last entry's `occurredAt`. */
  readonly lastOccurredAtMs: number;
  /** Who still has to sign for the last hand-over. */
  readonly pendingReceiverName: string | null;
}

export interface MoveRequest {
  readonly move: AssetMove;
  readonly occurredAtMs: number;
  readonly nowMs: number;
  /** undefined: stays as it is. null: becomes empty. */
  readonly departmentId?: string | null;
  readonly holderId?: string | null;
  readonly placeId?: string | null;
}

export type MoveVerdict =
  | {
      readonly allowed: true;
      readonly status: AssetStatus;
      readonly departmentId: string | null;
      readonly holderId: string | null;
      readonly placeId: string | null;
    }
  | { readonly allowed: false; readonly reason: AssetRefusalReason; readonly facts?: Record<string, string> };

const WRONG_STATUS: Record<AssetStatus, AssetRefusalReason> = {
  disposed: 'ASSET_DISPOSED',
  on_loan: 'ASSET_ON_LOAN',
  in_repair: 'ASSET_IN_REPAIR',
  in_use: 'ASSET_ALREADY_IN_USE',
  in_stock: 'ASSET_ALREADY_IN_STOCK',
  idle: 'ASSET_ALREADY_IDLE',
};

/** Moves that undo one status say what is missing rather than what is there. */
const NEEDED_STATUS: Partial<Record<AssetMove, AssetRefusalReason>> = {
  give_back: 'ASSET_NOT_ON_LOAN',
  take_back: 'ASSET_NOT_IN_REPAIR',
  end_idle: 'ASSET_NOT_IDLE',
};

function refuseStatus(move: AssetMove, status: AssetStatus): AssetRefusalReason {
  if (status === 'disposed') return 'ASSET_DISPOSED';
  return NEEDED_STATUS[move] ?? WRONG_STATUS[status];
}

function targetStatus(to: MoveTarget, state: AssetState): AssetStatus {
  if (to === 'same' || to === 'as_given') return state.status;
  const statusByUser = state.holderId === null && state.departmentId === null ? 'in_stock' : 'in_use';
  if (to === 'before_repair') return state.statusBeforeRepair ?? statusByUser;
  if (to === 'by_user') return statusByUser;
  return to;
}

/** Coming back into stock clears user and department; any other move leaves what the request is silent about. */
function withDefaults(
  request: MoveRequest,
  state: AssetState,
): Pick<AssetState, 'departmentId' | 'holderId' | 'placeId'> {
  const comesBack = request.move === 'return' || request.move === 'give_back';
  return {
    departmentId:
      request.departmentId === undefined ? (comesBack ? null : state.departmentId) : request.departmentId,
    holderId: comesBack ? null : request.holderId === undefined ? state.holderId : request.holderId,
    placeId: request.placeId === undefined ? state.placeId : request.placeId,
  };
}

const MUST_CHANGE_POSITION: ReadonlySet<AssetMove> = new Set(['transfer', 'relocate']);
/** A signature still owed blocks what would hide it; coming back or moving within a room does not. */
const WAITS_FOR_RECEIPT: ReadonlySet<AssetMove> = new Set(['issue', 'transfer', 'loan']);

/** The verdict on one asset. Refusals in the order of ASSET_REFUSALS. */
export function decideMove(state: AssetState, request: MoveRequest): MoveVerdict {
  const move: Move = ASSET_MOVES[request.move];
  if (!move.from.includes(state.status))
    return { allowed: false, reason: refuseStatus(request.move, state.status) };
  if (state.pendingReceiverName !== null && WAITS_FOR_RECEIPT.has(request.move)) {
    return { allowed: false, reason: 'RECEIPT_PENDING', facts: { receiver: state.pendingReceiverName } };
  }
  const position = withDefaults(request, state);
  if (move.to === 'on_loan' && position.holderId === null)
    return { allowed: false, reason: 'RECEIVER_MISSING' };
  const unchanged =
    position.departmentId === state.departmentId &&
    position.holderId === state.holderId &&
    position.placeId === state.placeId;
  if (unchanged && MUST_CHANGE_POSITION.has(request.move))
    return { allowed: false, reason: 'NOTHING_CHANGES' };
  if (request.occurredAtMs > request.nowMs) return { allowed: false, reason: 'OCCURRED_IN_FUTURE' };
  if (request.occurredAtMs < state.lastOccurredAtMs) {
    return {
      allowed: false,
      reason: 'OCCURRED_BEFORE_LAST_ENTRY',
      facts: { lastAt: sayShanghaiMinute(state.lastOccurredAtMs) },
    };
  }
  const status = targetStatus(move.to, state);
  // What is in stock has no user: a transfer to a person takes it out of stock.
  return {
    allowed: true,
    status: status === 'in_stock' && position.holderId !== null ? 'in_use' : status,
    ...position,
  };
}

/** The moves that the status allows, likeliest first: what the asset's page offers. */
export function listPossibleMoves(status: AssetStatus): AssetMove[] {
  // why: the keys of a literal object are its moves.
  const moves = Object.keys(ASSET_MOVES) as AssetMove[];
  return moves.filter((move) => (ASSET_MOVES[move].from as readonly AssetStatus[]).includes(status));
}
