/** Books of cases that somebody wrote by hand so that every sum agrees and all has ended: the proofs tell each of them. */
import { describe, expect, it } from 'vitest';
import { proveClosure } from '../../src/modules/seized-items/closure.ts';
import { proveConservation } from '../../src/modules/seized-items/conservation.ts';
import type { ItemEntry } from '../../src/modules/seized-items/item-entry.ts';
import { PaperCase } from './random-case.ts';

/** Writes one more entry of the item by hand, after its last one. */
function forge(
  { entries }: PaperCase,
  itemId: string,
  { onHand, ...change }: Partial<ItemEntry> & { readonly onHand: string },
): void {
  const last = entries.findLast(({ details }) => details.itemId === itemId);
  if (!last) throw new Error(`no entry of ${itemId}`);
  const details = { ...last.details, onHand };
  entries.push({ ...last, sequence: entries.length + 1, from: last.to, ...change, details });
}

function returned(court: PaperCase): string {
  const item = court.receive('5', '瓶');
  court.post(item, 'await_disposition', '5');
  court.post(item, 'return_to_owner', '5');
  return item;
}

/** Books in which every sum agrees, every balance is as stated and everything has ended. */
const FORGED: [string, (court: PaperCase) => void, string][] = [
  [
    'more is taken back than was returned, and leaves again',
    (court) => {
      const item = returned(court);
      const back = { kind: 'reverse_end', to: 'awaiting_disposition', quantity: '9' } as const;
      forge(court, item, { ...back, correctsSequence: court.entries.length, onHand: '9' });
      forge(court, item, { kind: 'return_to_owner', to: 'returned', quantity: '9', onHand: '0' });
    },
    'REVERSAL_DIFFERS',
  ],
  [
    'what was returned is taken back twice',
    (court) => {
      const item = returned(court);
      const correctsSequence = court.entries.length;
      for (const _time of [1, 2]) {
        const back = { kind: 'reverse_end', to: 'awaiting_disposition', correctsSequence } as const;
        forge(court, item, { ...back, onHand: '5' });
        forge(court, item, { kind: 'destroy', to: 'destroyed', correctsSequence: null, onHand: '0' });
      }
    },
    'REVERSAL_DIFFERS',
  ],
  [
    'a receipt is taken back as if it were an end',
    (court) => {
      const item = returned(court);
      const back = { kind: 'reverse_end', to: 'awaiting_disposition', correctsSequence: 3 } as const;
      forge(court, item, { ...back, quantity: '0', onHand: '0' });
      forge(court, item, { kind: 'destroy', to: 'destroyed', correctsSequence: null, onHand: '0' });
    },
    'REVERSAL_DIFFERS',
  ],
  [
    'a negative loss makes more of it',
    (court) => {
      const item = court.receive('5', '瓶');
      forge(court, item, { kind: 'record_death', to: 'in_store', quantity: '-4', onHand: '9' });
      forge(court, item, { kind: 'await_disposition', to: 'awaiting_disposition', onHand: '9' });
      forge(court, item, { kind: 'destroy', to: 'destroyed', quantity: '9', onHand: '0' });
    },
    'NEGATIVE',
  ],
  [
    'a thing leaves the store that never waited for its disposition',
    (court) => {
      const item = court.receive('5', '瓶');
      forge(court, item, { kind: 'return_to_owner', to: 'returned', onHand: '0' });
    },
    'STEP_UNKNOWN',
  ],
  [
    'a thing comes from another case that was here all the time',
    (court) => {
      const item = court.receive('5', '瓶');
      forge(court, item, { kind: 'reattribute_in', from: null, to: 'in_store', onHand: '10' });
      forge(court, item, { kind: 'await_disposition', to: 'awaiting_disposition', onHand: '10' });
      forge(court, item, { kind: 'destroy', to: 'destroyed', quantity: '10', onHand: '0' });
    },
    'STATE_DIFFERS',
  ],
  [
    'an item is gone with all its entries',
    (court) => {
      returned(court);
      returned(court);
      court.entries.splice(
        0,
        court.entries.findIndex(({ details }) => details.itemId === 'item-2'),
      );
    },
    'ENTRY_MISSING',
  ],
  [
    'of some dollars six hundred were changed, and no word is said of the rest',
    (court) => {
      const item = court.receive('1000', 'USD');
      court.post(item, 'deposit', '1000', { placeId: null, keeper: '建设银行' });
      forge(court, item, { kind: 'convert_out', quantity: '600', amountMinor: 60_000, onHand: '400' });
      const yuan = { quantity: '4200', unit: 'CNY', currency: 'CNY', amountMinor: 420_000 } as const;
      forge(court, item, { ...yuan, kind: 'convert_in', onHand: '4200' });
      forge(court, item, { kind: 'await_disposition', to: 'awaiting_disposition', onHand: '4200' });
      forge(court, item, { kind: 'pay_into_treasury', to: 'to_treasury', onHand: '0' });
      expect(proveClosure(court.entries, []).openCurrencies).toEqual([{ currency: 'USD', amount: '400' }]);
    },
    'CONVERSION_DIFFERS',
  ],
  [
    'dollars are changed into more dollars',
    (court) => {
      const item = court.receive('1000', 'USD');
      court.post(item, 'deposit', '1000', { placeId: null, keeper: '建设银行' });
      forge(court, item, { kind: 'convert_out', onHand: '0' });
      const more = { quantity: '5000', amountMinor: 500_000 } as const;
      forge(court, item, { ...more, kind: 'convert_in', onHand: '5000' });
      forge(court, item, { kind: 'await_disposition', to: 'awaiting_disposition', onHand: '5000' });
      forge(court, item, { kind: 'pay_into_treasury', to: 'to_treasury', onHand: '0' });
    },
    'CONVERSION_DIFFERS',
  ],
];

describe('a book forged so that all sums agree', () => {
  it.each(FORGED)('%s', (_name, write, fault) => {
    const court = new PaperCase();
    write(court);
    const { holds, differences } = proveConservation(court.entries);
    expect(holds).toBe(false);
    const faults = new Set(differences.map((difference) => difference.fault));
    expect([...faults].filter((one) => one !== 'STEP_UNKNOWN' || fault === one)).toEqual([fault]);
  });
});
