/** Lines against stock, and what any sequence of judgments and dispositions keeps. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decideBasis,
  waysOpen,
  type RunningLine,
} from '../../src/modules/dispositions/decide-disposition.rules.ts';
import {
  JUDGMENT_ORDER_IDS,
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
  ...{ isVoid: false, effectiveOn: '2026-03-01', isCarriedOut: false, carriedOut: '0' },
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

describe('any judgments and dispositions of a case', () => {
  it('keep conservation, and closure holds exactly when every line is carried out', () => {
    fc.assert(
      fc.property(judgedCase, fc.infiniteStream(fc.nat({ max: 99 })), (drawn, numbers) => {
        const court = new PaperCase();
        const draw = () => numbers.next().value ?? 0;
        const lines = drawn.flatMap(({ parts, isMoney }) => {
          const unit = isMoney ? 'CNY' : '件';
          const total = parts.reduce((sum, { quantity }) => sum + quantity, 0);
          const itemId = court.receive(String(total), unit);
          court.post(itemId, 'await_disposition', String(total));
          return parts.map(({ quantity, order }, index) => ({
            ...{ lineId: `${itemId}-${index}`, itemId, quantity: String(quantity), order, unit },
            ...{ isCarriedOut: false, label: '' },
          }));
        });
        const carriedOut = new Map<string, string>();
        const disposed = new Map<string, string>();
        // Now and then more than is ordered is tried, in another way, or twice.
        for (let step = 0; step < lines.length * 8; step += 1) {
          const line = lines[draw() % lines.length];
          const standing = line && court.standings.get(line.itemId);
          if (!line || !standing) continue;
          const [order = 'destroy'] = [draw() % 5 === 0 ? ORDERS[draw() % ORDERS.length] : line.order];
          const quantity = String((draw() % 4) + 1);
          const way = (
            {
              return_victim: 'return',
              confiscate: 'treasury',
              destroy: 'destruction',
              send_back: 'send_back',
            } as const
          )[order];
          const its = lines.filter(({ itemId }) => itemId === line.itemId);
          const item = {
            ...{ id: line.itemId, unit: line.unit, onHand: standing.onHand },
            ...{
              disposed: disposed.get(line.itemId) ?? '0',
              isEnded: isEnded(standing.state),
              isDerived: false,
            },
          };
          const question = {
            item,
            lines: its.map((one) =>
              running({ ...one, id: one.lineId, carriedOut: carriedOut.get(one.lineId) ?? '0' }),
            ),
            ...{ grounds: [], today: TODAY },
          };
          const verdict = decideBasis(question, { way, quantity, lineId: line.lineId });
          if (!verdict.allowed || verdict.basis.kind !== 'line') continue;
          if (!court.post(line.itemId, WAYS[order], quantity)) continue;
          carriedOut.set(line.lineId, addDecimals(carriedOut.get(line.lineId) ?? '0', quantity));
          disposed.set(line.itemId, addDecimals(disposed.get(line.itemId) ?? '0', quantity));
        }
        expect(proveConservation(court.entries).differences).toEqual([]);
        const left = lines.map(({ lineId, quantity }) =>
          subtractDecimals(quantity, carriedOut.get(lineId) ?? '0'),
        );
        expect(left.every((quantity) => !quantity.startsWith('-'))).toBe(true);
        const isAllDone = left.every((quantity) => quantity === '0');
        expect(proveClosure(court.entries, lines).holds).toBe(isAllDone);
      }),
      { numRuns: 150 },
    );
  });
});
