/** What a person may do next with an asset: the status, the waiting receipt and their permissions together. Pure. */
import { ASSET_MOVES, listPossibleMoves, type AssetMove, type AssetStatus } from './rules.ts';

export const ASSET_RECORD_ACTIONS = [
  'sign_receipt',
  'refuse_receipt',
  'correct_card',
  'correct_entry',
  'upload_file',
] as const;
/** How an action that is no move is called on a button. */
export const ASSET_RECORD_ACTION_NAMES: Record<
  (typeof ASSET_RECORD_ACTIONS)[number],
  { zh: string; en: string }
> = {
  sign_receipt: { zh: '签收', en: 'Sign receipt' },
  refuse_receipt: { zh: '拒绝签收', en: 'Refuse receipt' },
  correct_card: { zh: '更正卡片', en: 'Correct card' },
  correct_entry: { zh: '更正台账', en: 'Correct entry' },
  upload_file: { zh: '上传照片', en: 'Upload a photo' },
};

export type AssetAction = AssetMove | (typeof ASSET_RECORD_ACTIONS)[number];

export const ASSET_ACTION_KEYS = [
  ...ASSET_RECORD_ACTIONS,
  // why: the keys of a literal object are its moves.
  ...(Object.keys(ASSET_MOVES) as AssetMove[]),
] satisfies [AssetAction, ...AssetAction[]];

export function isAssetMove(action: AssetAction): action is AssetMove {
  return Object.hasOwn(ASSET_MOVES, action);
}

export interface ActionGrounds {
  readonly status: AssetStatus;
  readonly hasPendingReceipt: boolean;
  readonly isReceiver: boolean;
  /** Each with its scope already applied to this asset, in the acting court. */
  readonly mayMove: boolean;
  readonly mayWriteCard: boolean;
  readonly mayCorrectLedger: boolean;
}

/** Moves that would hide an owed signature wait for it. */
const WAITS_FOR_RECEIPT: ReadonlySet<AssetMove> = new Set(['issue', 'transfer', 'loan']);

/** Likeliest first: signing one's own receipt, then the moves of the status, then corrections. */
export function listAvailableActions(grounds: ActionGrounds): AssetAction[] {
  const moves = grounds.mayMove
    ? listPossibleMoves(grounds.status).filter(
        (move) => !(grounds.hasPendingReceipt && WAITS_FOR_RECEIPT.has(move)),
      )
    : [];
  const isOpen = grounds.status !== 'disposed';
  return [
    ...(grounds.hasPendingReceipt && grounds.isReceiver ? (['sign_receipt', 'refuse_receipt'] as const) : []),
    ...moves,
    ...(grounds.mayWriteCard && isOpen ? (['correct_card', 'upload_file'] as const) : []),
    ...(grounds.mayCorrectLedger ? (['correct_entry'] as const) : []),
  ];
}
