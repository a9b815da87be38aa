/**
 * Counting a lot by some of its boxes (situation 56): allowed only when all of it lies in counted boxes and every seal is
 * intact. Which boxes is drawn by a seed that anybody can repeat. Pure; runs in the browser too.
 */
import { addDecimals, compareDecimals } from '../../../platform/decimal.ts';

export interface SamplingEdition {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly basis: string;
  readonly standing: 'practice';
  /** Boxes in a hundred, and never fewer than the least. */
  readonly percent: number;
  readonly least: number;
}

const EDITIONS: readonly [SamplingEdition, ...SamplingEdition[]] = [
  {
    version: '2021-03-01',
    effectiveFrom: '2021-03-01',
    basis: '系统默认，非法定标准：抽十分之一，至少五箱',
    standing: 'practice',
    percent: 10,
    least: 5,
  },
];

export function samplingOn(day: string): SamplingEdition {
  return EDITIONS.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? EDITIONS[0];
}

export interface LotBox {
  readonly containerId: string;
  readonly code: string;
  readonly quantity: string;
  readonly isSealed: boolean;
}

export type SamplingVerdict =
  | { readonly allowed: true; readonly count: number }
  | { readonly allowed: false; readonly reason: 'LOT_NOT_PACKED'; readonly packed: string }
  | { readonly allowed: false; readonly reason: 'LOT_SEAL_BROKEN'; readonly count: number };

/** Whether some boxes may stand for all of them, and how many. */
export function decideSampling(
  boxes: readonly LotBox[],
  onHand: string,
  { percent, least }: SamplingEdition,
): SamplingVerdict {
  const packed = boxes.reduce((sum, { quantity }) => addDecimals(sum, quantity), '0');
  if (boxes.length === 0 || compareDecimals(packed, onHand) !== 0)
    return { allowed: false, reason: 'LOT_NOT_PACKED', packed };
  const open = boxes.filter(({ isSealed }) => !isSealed).length;
  if (open > 0) return { allowed: false, reason: 'LOT_SEAL_BROKEN', count: open };
  return {
    allowed: true,
    count: Math.min(boxes.length, Math.max(least, Math.ceil((boxes.length * percent) / 100))),
  };
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619) >>> 0;
  // Codes differ in their last digits only; these steps spread that over the whole number.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The boxes that a seed draws: the same for whoever draws with it again. */
export function drawBoxes<B extends Pick<LotBox, 'code'>>(
  boxes: readonly B[],
  count: number,
  seed: string,
): B[] {
  const ordered = boxes.map((box) => ({ box, rank: hashOf(`${seed} ${box.code}`) }));
  ordered.sort((a, b) => a.rank - b.rank || (a.box.code < b.box.code ? -1 : 1));
  return ordered.slice(0, count).map(({ box }) => box);
}
