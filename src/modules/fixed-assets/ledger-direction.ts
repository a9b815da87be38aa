/** Directions of the in/out ledger, and how counts, quantities and values add up. Pure. */

/** Seen from the stock, or from the department, place or person that the ledger is read for. */
export const LEDGER_DIRECTIONS = ['in', 'out', 'within'] as const;
export type LedgerDirection = (typeof LEDGER_DIRECTIONS)[number];

/** How many, how much (a decimal with up to four places) and of what value. */
export interface FlowAmounts {
  readonly count: number;
  readonly quantity: string;
  readonly amountFen: number;
}

export const NO_FLOW: FlowAmounts = { count: 0, quantity: '0', amountFen: 0 };

const SCALE = 10_000n;

function tenThousandths(quantity: string): bigint {
  const isNegative = quantity.startsWith('-');
  const [whole = '0', fraction = ''] = quantity.replace('-', '').split('.');
  const size = BigInt(whole) * SCALE + BigInt(fraction.padEnd(4, '0').slice(0, 4));
  return isNegative ? -size : size;
}

function decimalOf(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = String(size % SCALE)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / SCALE}${fraction === '' ? '' : `.${fraction}`}`;
}

export function addFlows(flows: readonly FlowAmounts[]): FlowAmounts {
  return {
    count: flows.reduce((total, flow) => total + flow.count, 0),
    quantity: decimalOf(flows.reduce((total, flow) => total + tenThousandths(flow.quantity), 0n)),
    amountFen: flows.reduce((total, flow) => total + flow.amountFen, 0),
  };
}

function negative({ count, quantity, amountFen }: FlowAmounts): FlowAmounts {
  return { count: -count, quantity: decimalOf(-tenThousandths(quantity)), amountFen: -amountFen };
}

/** What went on in a span of time. */
export interface Flows {
  readonly in: FlowAmounts;
  readonly out: FlowAmounts;
  /** By corrected cards: quantity and value change, the number of things does not. */
  readonly corrected: FlowAmounts;
}

/** What there was before, from what there is after: opening + in − out + corrected = closing. */
export function openingOf(closing: FlowAmounts, flows: Flows): FlowAmounts {
  const corrected = { ...flows.corrected, count: 0 };
  return addFlows([closing, negative(flows.in), flows.out, negative(corrected)]);
}
