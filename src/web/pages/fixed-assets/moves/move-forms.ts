/** Which command every move is, which fields its form has, and how what was typed becomes a request. Pure. */
import type { z } from 'zod';
import type { EndpointDeclaration, NoInput } from '../../../../platform/endpoint.ts';
import * as contract from '../../../../modules/fixed-assets/moves.contract.ts';
import { ASSET_MOVES, type AssetMove, type AssetStatus } from '../../../../modules/fixed-assets/rules.ts';
import { instantOfWallClock } from '../../../court-day.ts';

/** Moves that people start by hand; stock-in has its own page, taking over is the import's. */
export type OfferedMove = Exclude<AssetMove, 'stock_in' | 'take_over'>;
export type MoveDeclaration = EndpointDeclaration<NoInput, NoInput, z.ZodType, typeof contract.movesAnswer>;

/** One asset as a move's form shows it. */
export interface MoveSubject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly status: AssetStatus;
  readonly department: string | null;
  readonly holder: string | null;
  readonly place: string | null;
}

export type ReceiptMethod = 'later' | 'pin' | 'drawn';

/** Everything that a form of any move may hold. */
export interface MoveValues {
  readonly assetIds: readonly string[];
  readonly departmentId?: string | null;
  readonly holderId?: string | null;
  readonly placeId?: string | null;
  readonly receiptMethod?: ReceiptMethod;
  readonly pin?: string;
  /** A PNG as data URL. */
  readonly signature?: string | null;
  readonly dueOn?: string | null;
  readonly condition?: string;
  readonly repairer?: string;
  readonly fault?: string;
  readonly expectedOn?: string | null;
  readonly outcome?: string;
  readonly costFen?: number | null;
  readonly reason?: string;
  /** `2026-11-23 09:30` on the court's wall clock; null is now. */
  readonly occurredAt?: string | null;
  readonly basis?: string;
  readonly note?: string;
}

export type MoveField =
  | 'departmentId'
  | 'holderId'
  | 'placeId'
  | 'dueOn'
  | 'condition'
  | 'repairer'
  | 'fault'
  | 'expectedOn'
  | 'outcome'
  | 'costFen'
  | 'reason';

export interface MoveForm {
  readonly declaration: MoveDeclaration;
  /** In the order of the form. */
  readonly fields: readonly MoveField[];
  readonly required: readonly MoveField[];
  /** Person or department: at least one of the two. */
  readonly needsReceiver?: true;
  /** Handing over to a person asks for their signature. */
  readonly hasReceipt?: true;
  readonly toBody: (values: MoveValues) => unknown;
}

function textOrNull(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text;
}

function paper(values: MoveValues) {
  return {
    assetIds: [...values.assetIds],
    basis: textOrNull(values.basis),
    note: textOrNull(values.note),
    ...(values.occurredAt == null ? {} : { occurredAt: instantOfWallClock(values.occurredAt) }),
  };
}

function placeOf(values: MoveValues) {
  return values.placeId == null ? {} : { placeId: values.placeId };
}

function receiptOf(values: MoveValues): contract.ReceiptInput {
  if (values.holderId == null) return { method: 'later' };
  if (values.receiptMethod === 'pin') return { method: 'pin', pin: values.pin ?? '' };
  if (values.receiptMethod === 'drawn') return { method: 'drawn', imageDataUrl: values.signature ?? '' };
  return { method: 'later' };
}

type BodyOf<E extends EndpointDeclaration> = z.input<E['body']>;
/** What the form has not filled in yet is missing here and named by the server. */
type DraftOf<E extends EndpointDeclaration> = { [K in keyof BodyOf<E>]: BodyOf<E>[K] | null | undefined };

function define<E extends MoveDeclaration>(
  declaration: E,
  form: Omit<MoveForm, 'declaration' | 'toBody'>,
  toBody: (values: MoveValues) => DraftOf<E>,
): MoveForm {
  return { declaration, ...form, toBody };
}

export const MOVE_FORMS: Record<OfferedMove, MoveForm> = {
  issue: define(
    contract.issueAssetsEndpoint,
    {
      fields: ['holderId', 'departmentId', 'placeId'],
      required: [],
      needsReceiver: true,
      hasReceipt: true,
    },
    (values) => ({
      ...paper(values),
      ...placeOf(values),
      departmentId: values.departmentId ?? null,
      holderId: values.holderId ?? null,
      receipt: receiptOf(values),
    }),
  ),
  transfer: define(
    contract.transferAssetsEndpoint,
    {
      fields: ['holderId', 'departmentId', 'placeId'],
      required: ['departmentId'],
      hasReceipt: true,
    },
    (values) => ({
      ...paper(values),
      ...placeOf(values),
      departmentId: values.departmentId,
      holderId: values.holderId ?? null,
      receipt: receiptOf(values),
    }),
  ),
  return: define(contract.returnAssetsEndpoint, { fields: ['placeId'], required: [] }, (values) => ({
    ...paper(values),
    placeId: values.placeId ?? null,
  })),
  relocate: define(
    contract.relocateAssetsEndpoint,
    { fields: ['placeId'], required: ['placeId'] },
    (values) => ({ ...paper(values), placeId: values.placeId }),
  ),
  loan: define(
    contract.lendAssetsEndpoint,
    { fields: ['holderId', 'dueOn'], required: ['holderId', 'dueOn'], hasReceipt: true },
    (values) => ({
      ...paper(values),
      holderId: values.holderId,
      dueOn: values.dueOn,
      receipt: receiptOf(values),
    }),
  ),
  give_back: define(
    contract.giveBackAssetsEndpoint,
    { fields: ['placeId', 'condition'], required: [] },
    (values) => ({ ...paper(values), ...placeOf(values), condition: textOrNull(values.condition) }),
  ),
  send_to_repair: define(
    contract.sendToRepairEndpoint,
    { fields: ['repairer', 'fault', 'expectedOn'], required: ['repairer', 'fault'] },
    (values) => ({
      ...paper(values),
      repairer: values.repairer,
      fault: values.fault,
      expectedOn: values.expectedOn ?? null,
    }),
  ),
  take_back: define(
    contract.takeBackFromRepairEndpoint,
    { fields: ['outcome', 'costFen'], required: ['outcome'] },
    (values) => ({ ...paper(values), outcome: values.outcome, costFen: values.costFen ?? 0 }),
  ),
  mark_idle: define(contract.markIdleEndpoint, { fields: ['reason'], required: ['reason'] }, (values) => ({
    ...paper(values),
    reason: values.reason,
  })),
  end_idle: define(contract.endIdleEndpoint, { fields: [], required: [] }, paper),
};

export function isOfferedMove(name: string | undefined): name is OfferedMove {
  return name !== undefined && Object.hasOwn(MOVE_FORMS, name);
}

/** In the order of the rules, likeliest first. */
export const OFFERED_MOVES: readonly OfferedMove[] = Object.keys(ASSET_MOVES).filter(isOfferedMove);

/** Whether enough is filled in for the server to give its verdict. */
export function isReadyForVerdict(form: MoveForm, values: MoveValues): boolean {
  if (values.assetIds.length === 0) return false;
  if (form.needsReceiver === true && values.holderId == null && values.departmentId == null) return false;
  return form.required.every((field) => {
    const value = values[field];
    return typeof value === 'string' ? value.trim() !== '' : value != null;
  });
}

/** The request without a signature: a verdict needs none, and a PIN must not be tried before its time. */
export function verdictBody(form: MoveForm, values: MoveValues): unknown {
  return form.toBody({ ...values, receiptMethod: 'later' });
}

/** The moves that the status of at least one of the assets allows, those that fit most of them first. */
export function movesFor(statuses: readonly AssetStatus[]): OfferedMove[] {
  const fits = (move: OfferedMove) => {
    const from: readonly AssetStatus[] = ASSET_MOVES[move].from;
    return statuses.filter((status) => from.includes(status)).length;
  };
  return OFFERED_MOVES.map((move) => ({ move, count: fits(move) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ move }) => move);
}
