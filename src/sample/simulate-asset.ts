/**
 * The life of one sample asset, move by move, each decided by the same rule that decides real commands. Pure: what
 * happens is drawn from the seeded random numbers.
 */
import type { AssetCard } from '../modules/fixed-assets/asset-card.ts';
import {
  decideMove,
  type AssetMove,
  type AssetState,
  type AssetStatus,
} from '../modules/fixed-assets/rules.ts';
import { NOWHERE, type Position } from '../modules/ledger/entry.ts';
import { SAMPLE_FAULTS, SAMPLE_IDLE_REASONS, SAMPLE_REPAIRERS } from './catalogue.ts';
import type { SampleDesk, SampleWorld } from './sample-world.ts';
import type { Random } from './random.ts';

export interface SampleMove {
  readonly kind: AssetMove;
  readonly at: Date;
  readonly from: Position;
  readonly to: Position;
  readonly counterparty: string | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** The hand-over is signed for; otherwise it still waits for the receiver. */
  readonly signed: boolean;
}

export interface SampleLife {
  readonly moves: readonly SampleMove[];
  readonly position: Position;
  readonly statusBeforeRepair: AssetStatus | null;
  readonly loanDueOn: string | null;
  readonly stateSince: Date;
  /** The last hand-over that nobody has signed for yet, as its place in `moves`. */
  readonly pendingMove: number | null;
}

const DAY_MS = 86_400_000;
const MOVES_MAX = 8;
const HANDOVERS: ReadonlySet<AssetMove> = new Set(['issue', 'transfer', 'loan']);

interface Step {
  readonly kind: AssetMove;
  readonly to: Partial<Position>;
  readonly counterparty?: string;
  readonly basis?: string;
  readonly details?: Record<string, unknown>;
}

function deskPosition(desk: SampleDesk): Partial<Position> {
  return {
    departmentId: desk.departmentId,
    department: desk.department,
    holderId: desk.personId,
    holder: desk.person,
    placeId: desk.placeId,
    place: desk.place,
  };
}

function dayOf(at: Date): string {
  return new Date(at.getTime() + DAY_MS / 3).toISOString().slice(0, 10);
}

/** What happens next to an asset in this status; null when it stays as it is for good. */
function drawStep(
  world: SampleWorld,
  random: Random,
  status: AssetStatus,
  desk: SampleDesk,
  at: Date,
): Step | null {
  const stock = {
    placeId: world.stockRoom.id,
    place: world.stockRoom.path,
    departmentId: null,
    department: null,
    holderId: null,
    holder: null,
  };
  if (status === 'on_loan') return { kind: 'give_back', to: stock };
  if (status === 'in_repair') {
    return {
      kind: 'take_back',
      to: {},
      details: { outcome: '已修复，可正常使用', costFen: random.integer(8, 120) * 1000 },
    };
  }
  if (status === 'in_stock') {
    if (random.chance(0.08)) {
      const days = random.integer(7, 60);
      const borrower = { holderId: desk.borrowerId, holder: desk.borrower };
      const dueOn = dayOf(new Date(at.getTime() + days * DAY_MS));
      return { kind: 'loan', to: borrower, basis: '借用申请单', details: { dueOn } };
    }
    return {
      kind: 'issue',
      to: deskPosition(desk),
      basis: `领用单 LY${dayOf(at).slice(0, 4)}-${random.integer(1, 999)}`,
    };
  }
  if (status === 'idle') {
    return random.chance(0.4) ? { kind: 'issue', to: deskPosition(desk), basis: '调剂使用审批单' } : null;
  }
  const draw = random.next();
  if (draw < 0.45)
    return {
      kind: 'transfer',
      to: deskPosition(desk),
      basis: `内部调拨单 DB${dayOf(at).slice(0, 4)}-${random.integer(1, 400)}`,
    };
  if (draw < 0.62) return { kind: 'return', to: stock, basis: '退库单' };
  if (draw < 0.8) {
    const details = { fault: random.pick(SAMPLE_FAULTS), expectedOn: null };
    return { kind: 'send_to_repair', to: {}, counterparty: random.pick(SAMPLE_REPAIRERS), details };
  }
  if (draw < 0.9) return { kind: 'mark_idle', to: {}, details: { reason: random.pick(SAMPLE_IDLE_REASONS) } };
  return { kind: 'relocate', to: { placeId: desk.placeId, place: desk.place } };
}

function stateOf(position: Position, statusBeforeRepair: AssetStatus | null, since: Date): AssetState {
  const { departmentId, holderId, placeId } = position;
  // why: every position of a simulated life was made by decideMove, whose statuses these are.
  const status = position.status as AssetStatus;
  return {
    status,
    statusBeforeRepair,
    departmentId,
    holderId,
    placeId,
    lastOccurredAtMs: since.getTime(),
    pendingReceiverName: null,
  };
}

/** How long until something happens again, in days. */
function drawPauseDays(random: Random, status: AssetStatus, firstIssue: boolean): number {
  if (firstIssue) return random.integer(1, 20);
  if (status === 'on_loan') return random.integer(5, 45);
  if (status === 'in_repair') return random.integer(3, 25);
  return random.integer(60, 900);
}

function workingTime(random: Random, at: Date): Date {
  const weekday = at.getUTCDay();
  const monday = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  const day = new Date(at.getTime() + monday * DAY_MS).toISOString().slice(0, 10);
  const minutes = random.integer(8 * 60 + 30, 17 * 60 + 20);
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + minutes * 60_000 + random.integer(0, 59_999));
}

interface Situation {
  readonly position: Position;
  readonly statusBeforeRepair: AssetStatus | null;
  readonly loanDueOn: string | null;
  readonly since: Date;
}

interface LifeInput {
  readonly card: AssetCard;
  readonly use: 'person' | 'room' | 'department';
  readonly registerSince: Date;
  readonly now: Date;
}

/** The first entry: taken over as in use when older than the register, stocked in otherwise. */
function beginLife(world: SampleWorld, random: Random, input: LifeInput): SampleMove {
  const { card, registerSince } = input;
  const takenOver = new Date(`${card.acquiredOn}T00:00:00+08:00`) < registerSince;
  const at = workingTime(random, takenOver ? registerSince : new Date(`${card.acquiredOn}T04:00:00Z`));
  const stock = { placeId: world.stockRoom.id, place: world.stockRoom.path };
  return {
    kind: takenOver ? 'take_over' : 'stock_in',
    at,
    from: NOWHERE,
    to: {
      ...NOWHERE,
      status: takenOver ? 'in_use' : 'in_stock',
      ...(takenOver ? deskPosition(world.pickDesk(random, input.use)) : stock),
    },
    counterparty: card.supplier,
    basis: takenOver ? '固定资产期初建账' : `验收单 ${card.contractNumber ?? ''}`.trim(),
    note: null,
    details: {},
    signed: true,
  };
}

/** The next move that the rules allow, or null when nothing more happens before `now`. */
function nextMove(
  world: SampleWorld,
  random: Random,
  input: LifeInput,
  situation: Situation,
  isFirst: boolean,
): SampleMove | null {
  const { position, since } = situation;
  const state = stateOf(position, situation.statusBeforeRepair, since);
  const pauseMs = drawPauseDays(random, state.status, isFirst) * DAY_MS;
  const at = workingTime(random, new Date(since.getTime() + pauseMs));
  if (at <= since || at >= input.now) return null;
  const step = drawStep(world, random, state.status, world.pickDesk(random, input.use), at);
  if (step === null) return null;
  const wanted = { departmentId: step.to.departmentId, holderId: step.to.holderId, placeId: step.to.placeId };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const verdict = decideMove(state, {
    move: step.kind,
    occurredAtMs: at.getTime(),
    nowMs: input.now.getTime(),
    ...given,
  });
  if (!verdict.allowed) return null;
  const { kind, counterparty = null, basis = null, details = {} } = step;
  const to: Position = { ...position, ...step.to, status: verdict.status };
  return { kind, at, from: position, to, counterparty, basis, note: null, details, signed: true };
}

function situationAfter(move: SampleMove): Situation {
  const dueOn = move.details['dueOn'];
  return {
    position: move.to,
    // why: the position before was made by decideMove, whose statuses these are.
    statusBeforeRepair: move.kind === 'send_to_repair' ? (move.from.status as AssetStatus) : null,
    loanDueOn: move.kind === 'loan' && typeof dueOn === 'string' ? dueOn : null,
    since: move.at,
  };
}

/** Lives from its first day in the register to `now`. */
export function simulateAsset(world: SampleWorld, random: Random, input: LifeInput): SampleLife {
  const first = beginLife(world, random, input);
  const moves = [first];
  let situation = situationAfter(first);
  while (moves.length <= MOVES_MAX) {
    const isFirst = moves.length === 1 && first.kind === 'stock_in';
    const move = nextMove(world, random, input, situation, isFirst);
    if (move === null) break;
    moves.push(move);
    situation = situationAfter(move);
  }
  const { position, statusBeforeRepair, loanDueOn, since } = situation;
  return {
    ...withPending(moves, random, input.now),
    position,
    statusBeforeRepair,
    loanDueOn,
    stateSince: since,
  };
}

/** A fresh hand-over may still wait for its receiver. */
function withPending(moves: readonly SampleMove[], random: Random, now: Date) {
  const last = moves.length - 1;
  const move = moves[last];
  const fresh = move !== undefined && now.getTime() - move.at.getTime() < 25 * DAY_MS;
  const waits = fresh && HANDOVERS.has(move.kind) && move.to.holderId !== null && random.chance(0.35);
  return {
    moves: moves.map((one, index) => (waits && index === last ? { ...one, signed: false } : one)),
    pendingMove: waits ? last : null,
  };
}
