/** Lines against stock, and what any sequence of judgments and dispositions keeps. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  decideBasis,
  waysOpen,
  type RunningLine,
} from '../../src/modules/dispositions/decide-disposition.rules.ts';
import { countLines, type ConvertibleLine } from '../../src/modules/dispositions/converted-lines.rules.ts';
import {
  JUDGMENT_ORDER_IDS,
  movementsOf,
  orderOf,
  DISPOSITION_WAYS,
  type DispositionWay,
} from '../../src/modules/dispositions/judgment-orders.ts';
import {
  listExceptions,
  matchItem,
  type MatchedItem,
} from '../../src/modules/dispositions/match-lines.rules.ts';
import { addDecimals, subtractDecimals } from '../../src/platform/decimal.ts';
import { proveClosure } from '../../src/modules/seized-items/closure.ts';
import { proveConservation } from '../../src/modules/seized-items/conservation.ts';
import { isEnded } from '../../src/modules/seized-items/item-states.ts';
import { PaperCase } from '../seized-items/random-case.ts';

describe('lines on money that a bank changed', () => {
  const conversion = { fromUnit: 'USD', fromQuantity: '1000', toUnit: 'CNY', toQuantity: '7095.01' };
  const ordered = (quantity: string, more: Partial<ConvertibleLine> = {}): ConvertibleLine => ({
    ...{ itemId: 'i', quantity, unit: 'USD', isVoid: false, conversion, ...more },
  });
  it.each<[string, ConvertibleLine[], string[]]>([
    ['all of it', [ordered('1000')], ['7095.01 CNY']],
    ['halves add up', [ordered('500'), ordered('500')], ['3547.51 CNY', '3547.5 CNY']],
    ['a part', [ordered('200')], ['1419 CNY']],
    ['more than there was', [ordered('2000')], ['14190.02 CNY']],
    [
      'a void line takes no part',
      [ordered('1000', { isVoid: true }), ordered('1000')],
      ['1000 USD', '7095.01 CNY'],
    ],
    ['in yuan already', [ordered('7095.01', { unit: 'CNY' })], ['7095.01 CNY']],
    ['another thing', [ordered('3', { itemId: 'k', unit: '部', conversion: null })], ['3 部']],
  ])('%s', (_name, lines, counted) => {
    expect(countLines(lines).map(({ quantity, unit }) => `${quantity} ${unit}`)).toEqual(counted);
  });
});

const TODAY = '2026-03-02';
const ITEM: MatchedItem = {
  id: 'i',
  unit: '部',
  onHand: '3',
  disposed: '0',
  isEnded: false,
  isDerived: false,
};
const running = (change: Partial<RunningLine> = {}): RunningLine => ({
  ...{ id: 'l', itemId: 'i', quantity: '3', unit: '部', order: 'confiscate', isConfirmed: true },
  ...{ isVoid: false, effectiveOn: '2026-03-01', isCarriedOut: false, carriedOut: '0', beneficiary: null },
  ...change,
});

describe('matching', () => {
  it.each([
    ['matches', [running()]],
    ['matches', [running({ quantity: '1' }), running({ id: 'm', quantity: '2' })]],
    ['differs', [running({ quantity: '4' })]],
    ['differs', [running({ quantity: '2' })]],
    ['unit_differs', [running({ unit: '箱' })]],
    ['none', [running({ isConfirmed: false })]],
    ['none', [running({ isVoid: true })]],
    ['none', [running({ effectiveOn: '2026-03-03' })]],
    ['none', [running({ itemId: 'other' })]],
  ] as const)('%s', (expected, lines) => {
    expect(matchItem(ITEM, lines, TODAY)).toBe(expected);
  });

  it('what was disposed of counts, so that a part that is gone breaks nothing', () => {
    expect(matchItem({ ...ITEM, onHand: '1', disposed: '2' }, [running()], TODAY)).toBe('matches');
  });

  it('silence is an omission only once a judgment is in force', () => {
    const forgotten = (hasJudgment: boolean) =>
      listExceptions([ITEM], [], { today: TODAY, hasJudgment }).forgottenIds;
    expect(forgotten(false)).toEqual([]);
    expect(forgotten(true)).toEqual(['i']);
    const ended = listExceptions([{ ...ITEM, isEnded: true }], [], { today: TODAY, hasJudgment: true });
    expect(ended.forgottenIds).toEqual([]);
  });

  it('every order opens its own ways and no other', () => {
    for (const order of JUDGMENT_ORDER_IDS) {
      const question = { item: ITEM, lines: [running({ order })], grounds: [], today: TODAY };
      expect(waysOpen(question)).toEqual(orderOf(order).ways);
      for (const way of Object.keys(DISPOSITION_WAYS) as DispositionWay[]) {
        const verdict = decideBasis(question, { way, quantity: '1', lineId: null });
        expect(verdict.allowed).toBe(orderOf(order).ways.includes(way));
      }
    }
  });

  it('a line is never exceeded', () => {
    const lines = [running({ carriedOut: '2' })];
    const question = { item: { ...ITEM, onHand: '1', disposed: '2' }, lines, grounds: [], today: TODAY };
    expect(decideBasis(question, { way: 'treasury', quantity: '2', lineId: null })).toEqual({
      allowed: false,
      reason: 'MORE_THAN_ORDERED',
    });
  });
});

const WAYS = {
  return_victim: 'return_to_owner',
  confiscate: 'pay_into_treasury',
  destroy: 'destroy',
  send_back: 'send_back',
} as const;
type Order = keyof typeof WAYS;
// why: the keys of a literal object are its orders.
const ORDERS = Object.keys(WAYS) as [Order, ...Order[]];

interface Drawn {
  readonly parts: readonly { readonly quantity: number; readonly order: Order }[];
  readonly isMoney: boolean;
}

/** Items of a case, each split into lines that order all of it, and an order in which some are carried out. */
const judgedCase = fc.array(
  fc.record({
    parts: fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 9 }), order: fc.constantFrom(...ORDERS) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    isMoney: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

const WAY_OF: Record<Order, DispositionWay> = {
  return_victim: 'return',
  confiscate: 'treasury',
  destroy: 'destruction',
  send_back: 'send_back',
};

/** A judged case on paper, in which dispositions are tried: now and then too much, in another way, or twice. */
class JudgedCase {
  readonly court = new PaperCase();
  readonly lines;
  private readonly carriedOut = new Map<string, string>();
  private readonly disposed = new Map<string, string>();

  constructor(drawn: readonly Drawn[]) {
    this.lines = drawn.flatMap(({ parts, isMoney }) => {
      const unit = isMoney ? 'CNY' : '件';
      const total = String(parts.reduce((sum, { quantity }) => sum + quantity, 0));
      const itemId = this.court.receive(total, unit);
      this.court.post(itemId, 'await_disposition', total);
      return parts.map(({ quantity, order }, index) => ({
        ...{ lineId: `${itemId}-${index}`, itemId, quantity: String(quantity), order, unit },
        ...{ by: movementsOf(order), isCarriedOut: false, label: { zh: '', en: '' } },
      }));
    });
  }

  dispose(draw: () => number): void {
    const line = this.lines[draw() % this.lines.length];
    const standing = line && this.court.standings.get(line.itemId);
    if (!line || !standing) return;
    const order = draw() % 5 === 0 ? (ORDERS[draw() % ORDERS.length] ?? 'destroy') : line.order;
    const quantity = String((draw() % 4) + 1);
    const item = {
      ...{ id: line.itemId, unit: line.unit, onHand: standing.onHand },
      ...{
        disposed: this.disposed.get(line.itemId) ?? '0',
        isEnded: isEnded(standing.state),
        isDerived: false,
      },
    };
    const lines = this.lines
      .filter(({ itemId }) => itemId === line.itemId)
      .map((one) => running({ ...one, id: one.lineId, carriedOut: this.carriedOut.get(one.lineId) ?? '0' }));
    const wanted = { way: WAY_OF[order], quantity, lineId: line.lineId };
    const verdict = decideBasis({ item, lines, grounds: [], today: TODAY }, wanted);
    if (!verdict.allowed || !this.court.post(line.itemId, WAYS[order], quantity)) return;
    this.carriedOut.set(line.lineId, addDecimals(this.carriedOut.get(line.lineId) ?? '0', quantity));
    this.disposed.set(line.itemId, addDecimals(item.disposed, quantity));
  }

  /** What is left of each line. */
  left(): string[] {
    return this.lines.map(({ lineId, quantity }) =>
      subtractDecimals(quantity, this.carriedOut.get(lineId) ?? '0'),
    );
  }
}

describe('any judgments and dispositions of a case', () => {
  it('keep conservation, and closure holds exactly when every line is carried out', () => {
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(judgedCase, fc.infiniteStream(fc.nat({ max: 99 })), (drawn, numbers) => {
        const judged = new JudgedCase(drawn);
        const draw = () => Number(numbers.next().value);
        for (let step = 0; step < judged.lines.length * 12; step += 1) judged.dispose(draw);
        const { court, lines } = judged;
        expect(proveConservation(court.entries).differences).toEqual([]);
        const left = judged.left();
        expect(left.every((quantity) => !quantity.startsWith('-'))).toBe(true);
        const isAllDone = left.every((quantity) => quantity === '0');
        expect(proveClosure(court.entries, lines).holds).toBe(isAllDone);
        outcomes.add(isAllDone);
      }),
      { numRuns: 150 },
    );
    expect([...outcomes].sort()).toEqual([false, true]);
  });
});
