/**
 * The one way an asset moves: resolve where to → lock assets and books → decide each → append entries → project →
 * receipts → audit. All lines or none.
 */
import { fillSentence, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { appendEntries, type Happening } from '../ledger/append-entries.ts';
import type { ChainedEntry, Position } from '../ledger/entry.ts';
import { ASSET_REFUSALS, refuseAsset, type AssetRefusalReason } from './asset-refusals.ts';
import { lockAssets, updateProjections, type LockedAsset, type Projection } from './asset.sql.ts';
import type { MovesAnswer, ReceiptInput } from './moves.contract.ts';
import { keepDrawnSignature } from './keep-drawn-signature.ts';
import { openReceipts } from './open-receipts.ts';
import { positionAfter, resolveTarget, type WantedTarget } from './resolve-target.ts';
import { decideMove, type AssetMove, type AssetStatus } from './rules.ts';

export interface MoveInput {
  readonly move: AssetMove;
  readonly assetIds: readonly string[];
  readonly occurredAt?: string | undefined;
  readonly target: WantedTarget;
  readonly basis: string | null;
  readonly note: string | null;
  readonly counterparty?: string | null;
  readonly loanDueOn?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Asked for when the move hands the asset to a person. */
  readonly receipt?: ReceiptInput;
}

type Line = MovesAnswer['lines'][number];
interface DecidedMove {
  readonly asset: LockedAsset;
  readonly status: AssetStatus;
  readonly to: Position;
}

function refusedLine(
  assetId: string,
  asset: LockedAsset | undefined,
  reason: AssetRefusalReason,
  facts = {},
): Line {
  return {
    assetId,
    code: asset?.code ?? null,
    name: asset?.name ?? null,
    verdict: reason,
    ...fillSentence({ zh: ASSET_REFUSALS[reason].zh, en: ASSET_REFUSALS[reason].en }, facts),
    fromStatus: asset?.state.status ?? null,
    toStatus: null,
  };
}

/**
 * Moves every asset or none. On a dry run refused lines are answered; otherwise LINES_REFUSED carries them as problems.
 * Other refusals: those of `resolveTarget`, and of the receiver's PIN.
 */
export async function recordMoves(command: CommandContext, input: MoveInput): Promise<MovesAnswer> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const occurredAt = input.occurredAt === undefined ? now : new Date(input.occurredAt);
  const target = await resolveTarget({ trx, now, courtId }, input.target);
  const locked = new Map((await lockAssets(trx, courtId, input.assetIds)).map((asset) => [asset.id, asset]));

  const lines: Line[] = [];
  const decided: DecidedMove[] = [];
  const seen = new Set<string>();
  for (const assetId of input.assetIds) {
    const asset = locked.get(assetId);
    if (!asset) lines.push(refusedLine(assetId, asset, 'ASSET_NOT_FOUND'));
    else if (seen.has(assetId)) lines.push(refusedLine(assetId, asset, 'ASSET_LISTED_TWICE'));
    else {
      const request = {
        move: input.move,
        occurredAtMs: occurredAt.getTime(),
        nowMs: now.getTime(),
        ...target,
      };
      const verdict = decideMove(asset.state, request);
      if (verdict.allowed) {
        decided.push({ asset, status: verdict.status, to: positionAfter(asset.position, target, verdict) });
        lines.push(allowedLine(asset, verdict.status));
      } else lines.push(refusedLine(assetId, asset, verdict.reason, verdict.facts));
    }
    seen.add(assetId);
  }
  const refusedCount = lines.filter((line) => line.verdict !== 'ALLOWED').length;
  if (refusedCount > 0) {
    if (command.dryRun) return { written: false, refusedCount, lines };
    throw refuseAsset('LINES_REFUSED', { count: refusedCount }, problemsOfLines(lines));
  }
  await write(command, input, occurredAt, decided);
  return { written: !command.dryRun, refusedCount: 0, lines };
}

function allowedLine(asset: LockedAsset, status: AssetStatus): Line {
  const { id, code, name } = asset;
  return {
    assetId: id,
    code,
    name,
    verdict: 'ALLOWED',
    zh: '可以办理',
    en: 'Allowed',
    fromStatus: asset.state.status,
    toStatus: status,
  };
}

function problemsOfLines(lines: readonly Line[]): Problem[] {
  return lines.flatMap((line, index) =>
    line.verdict === 'ALLOWED'
      ? []
      : [
          {
            path: `body.assetIds.${index}`,
            code: line.verdict,
            zh: line.code === null ? line.zh : `${line.code} ${line.name ?? ''}：${line.zh}`,
            en: line.code === null ? line.en : `${line.code} ${line.name ?? ''}: ${line.en}`,
          },
        ],
  );
}

async function write(
  command: CommandContext,
  input: MoveInput,
  occurredAt: Date,
  decided: readonly DecidedMove[],
): Promise<void> {
  const { trx, actor, now } = command;
  const handovers = decided.filter(
    ({ asset, to }) => to.holderId !== null && to.holderId !== asset.position.holderId,
  );
  const receipt = input.receipt ?? { method: 'later' };
  const receiver = handovers[0]?.to;
  const signed = receipt.method !== 'later' && receiver?.holderId && receiver.holder;
  const secondPerson = signed ? { id: receiver.holderId, name: receiver.holder } : null;
  const signatureSha256 =
    receipt.method === 'drawn' && receiver
      ? await keepDrawnSignature(command, { imageDataUrl: receipt.imageDataUrl })
      : null;
  const happenings = decided.map(({ asset, to }): Happening => ({
    book: asset.book,
    kind: input.move,
    occurredAt,
    from: asset.position,
    to,
    quantity: asset.quantity,
    unit: asset.unit,
    amountFen: asset.originalValueFen,
    secondPerson,
    counterparty: input.counterparty ?? null,
    basis: input.basis,
    note: input.note,
    details: signatureSha256 === null ? (input.details ?? {}) : { ...input.details, signatureSha256 },
  }));
  const entries = await appendEntries(command, happenings);
  await updateProjections(
    trx,
    actor.courtId,
    now,
    decided.map((one) => projectionOf(input, occurredAt, one)),
  );
  await openReceipts(command, {
    move: input.move,
    receipt,
    signatureSha256,
    movedOn: decided
      .filter(({ asset, to }) => to.holderId !== asset.position.holderId)
      .map(({ asset }) => asset),
    handovers: withEntries(handovers, entries),
  });
  for (const { asset, to } of decided) {
    command.audit({
      subjectKind: 'fixed_asset',
      subjectId: asset.id,
      subjectLabel: `${asset.code} ${asset.name}`,
      before: asset.position,
      after: to,
    });
  }
}

function projectionOf(input: MoveInput, occurredAt: Date, { asset, status, to }: DecidedMove): Projection {
  return {
    assetId: asset.id,
    status,
    statusBeforeRepair: input.move === 'send_to_repair' ? asset.state.status : null,
    departmentId: to.departmentId,
    holderId: to.holderId,
    placeId: to.placeId,
    loanDueOn: input.move === 'loan' ? (input.loanDueOn ?? null) : null,
    stateSince: occurredAt,
  };
}

function withEntries(handovers: readonly DecidedMove[], entries: readonly ChainedEntry[]) {
  const byBook = new Map(entries.map((entry) => [entry.bookId, entry]));
  return handovers.flatMap(({ asset, to }) => {
    const entry = byBook.get(asset.book.id);
    return entry && to.holderId !== null
      ? [{ asset, receiverId: to.holderId, entrySequence: entry.sequence }]
      : [];
  });
}
