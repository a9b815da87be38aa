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
  const stock = { placeId: world.stockRoom.id, place: world.stockRoom.path };
  if (status === 'on_loan') return { kind: 'give_back', to: { ...stock, holderId: null, holder: null } };
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
  if (draw < 0.62) return { kind: 'return', to: { ...stock, holderId: null, holder: null }, basis: '退库单' };
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

/** Lives from `start` to `now`: taken over as in use when older than the register, stocked in otherwise. */
export function simulateAsset(
  world: SampleWorld,
  random: Random,
  input: { card: AssetCard; use: 'person' | 'room' | 'department'; registerSince: Date; now: Date },
): SampleLife {
  const takenOver = new Date(`${input.card.acquiredOn}T00:00:00+08:00`) < input.registerSince;
  const start = workingTime(
    random,
    takenOver ? input.registerSince : new Date(`${input.card.acquiredOn}T04:00:00Z`),
  );
  const first: Position = {
    ...NOWHERE,
    status: takenOver ? 'in_use' : 'in_stock',
    ...(takenOver
      ? deskPosition(world.pickDesk(random, input.use))
      : { placeId: world.stockRoom.id, place: world.stockRoom.path }),
  };
  const moves: SampleMove[] = [
    {
      kind: takenOver ? 'take_over' : 'stock_in',
      at: start,
      from: NOWHERE,
      to: first,
      counterparty: input.card.supplier,
      basis: takenOver ? '固定资产期初建账' : `验收单 ${input.card.contractNumber ?? ''}`.trim(),
      note: null,
      details: {},
      signed: true,
    },
  ];
  let position = first;
  let statusBeforeRepair: AssetStatus | null = null;
  let loanDueOn: string | null = null;
  let since = start;
  for (;;) {
    const state = stateOf(position, statusBeforeRepair, since);
    const at = workingTime(
      random,
      new Date(
        since.getTime() + drawPauseDays(random, state.status, !takenOver && moves.length === 1) * DAY_MS,
      ),
    );
    if (at <= since || at >= input.now || moves.length > 8) break;
    const step = drawStep(world, random, state.status, world.pickDesk(random, input.use), at);
    if (step === null) break;
    const wanted = {
      departmentId: step.to.departmentId,
      holderId: step.to.holderId,
      placeId: step.to.placeId,
    };
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const verdict = decideMove(state, {
      move: step.kind,
      occurredAtMs: at.getTime(),
      nowMs: input.now.getTime(),
      ...given,
    });
    if (!verdict.allowed) break;
    const to: Position = { ...position, ...step.to, status: verdict.status };
    const { counterparty = null, basis = null, details = {} } = step;
    moves.push({
      kind: step.kind,
      at,
      from: position,
      to,
      counterparty,
      basis,
      note: null,
      details,
      signed: true,
    });
    statusBeforeRepair = step.kind === 'send_to_repair' ? state.status : null;
    loanDueOn = step.kind === 'loan' && typeof details['dueOn'] === 'string' ? details['dueOn'] : null;
    position = to;
    since = at;
  }
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
