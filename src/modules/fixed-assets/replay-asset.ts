/** What an asset's card and projection must be, from its book alone. Pure. */
import type { ChainedEntry } from '../ledger/entry.ts';
import type { AssetCard, CardChange } from './asset-card.ts';

export interface ReplayedAsset {
  readonly code: string | null;
  readonly card: Readonly<Record<string, unknown>>;
  readonly status: string | null;
  readonly statusBeforeRepair: string | null;
  readonly departmentId: string | null;
  readonly holderId: string | null;
  readonly placeId: string | null;
  readonly loanDueOn: string | null;
  readonly stateSinceMs: number;
}

const STANDS_STILL = new Set(['correct_card', 'sign_receipt', 'change_code']);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isCardChange(value: unknown): value is CardChange {
  return isRecord(value) && typeof value['field'] === 'string' && 'to' in value;
}

/** Every correction of the card, laid over the card of the first entry. */
export function replayCard(entries: readonly ChainedEntry[]): Readonly<Record<string, unknown>> {
  const card: Record<string, unknown> = isRecord(entries[0]?.details['card'])
    ? { ...entries[0].details['card'] }
    : {};
  for (const entry of entries) {
    const changes = entry.kind === 'correct_card' ? entry.details['changes'] : [];
    if (Array.isArray(changes))
      for (const change of changes.filter(isCardChange)) card[change.field] = change.to;
  }
  return card;
}

/** The code of the first entry, or of the label that the thing took last. */
function replayCode(entries: readonly ChainedEntry[]): string | null {
  const named = entries.filter(({ kind, sequence }) => kind === 'change_code' || sequence === 1).at(-1);
  return stringOrNull(named?.details['code']);
}

/**
 * Replays by sequence. A correction stands in for the entry it corrects: it moves the asset only when nothing that
 * moves comes between the two.
 */
export function replayAsset(entries: readonly ChainedEntry[]): ReplayedAsset | undefined {
  const first = entries[0];
  if (!first) return undefined;
  let latest = first;
  let latestSequence = first.sequence;
  let loanDueOn = stringOrNull(first.details['loanDueOn']);
  let statusBeforeRepair: string | null = null;
  for (const entry of entries.slice(1)) {
    if (STANDS_STILL.has(entry.kind)) continue;
    if (entry.kind === 'correct_entry') {
      if (entry.correctsSequence !== latestSequence) continue;
      latest = { ...entry, to: { ...entry.to, status: latest.to.status } };
      latestSequence = entry.sequence;
      continue;
    }
    latest = entry;
    latestSequence = entry.sequence;
    loanDueOn = entry.kind === 'loan' ? stringOrNull(entry.details['dueOn']) : null;
    statusBeforeRepair = entry.kind === 'send_to_repair' ? entry.from.status : null;
  }
  const { to } = latest;
  return {
    code: replayCode(entries),
    card: replayCard(entries),
    status: to.status,
    statusBeforeRepair,
    departmentId: to.departmentId,
    holderId: to.holderId,
    placeId: to.placeId,
    loanDueOn,
    stateSinceMs: latest.occurredAtMs,
  };
}

export interface ProjectionDifference {
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** The kept row of an asset, as verification reads it. */
export interface KeptProjection extends Omit<ReplayedAsset, 'card' | 'code'> {
  readonly code: string;
  readonly card: AssetCard;
}

/** The first field in which the row differs from its book; undefined when they agree. */
export function findProjectionDifference(
  replayed: ReplayedAsset,
  kept: KeptProjection,
): ProjectionDifference | undefined {
  const { card: replayedCard, ...position } = replayed;
  const keptCard: Readonly<Record<string, unknown>> = { ...kept.card };
  for (const [field, expected] of Object.entries(position)) {
    const found: unknown = kept[field as keyof typeof position];
    if (expected !== found) return { field, expected, found };
  }
  for (const [field, found] of Object.entries(keptCard)) {
    const expected = replayedCard[field] ?? null;
    if (expected !== found) return { field: `card.${field}`, expected, found };
  }
  return undefined;
}
