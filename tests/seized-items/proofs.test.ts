/** The two proofs of a case's ledger, and replay: over lives that the rules allow, and over books that were tampered with. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { proveClosure, type OrderedLine } from '../../src/modules/seized-items/closure.ts';
import { proveConservation } from '../../src/modules/seized-items/conservation.ts';
import { groupByItem, type ItemEntry } from '../../src/modules/seized-items/item-entry.ts';
import { isEnded } from '../../src/modules/seized-items/item-states.ts';
import { ITEM_TRANSITION_IDS } from '../../src/modules/seized-items/item-transitions.ts';
import { replayItem } from '../../src/modules/seized-items/replay-item.ts';
import { PaperCase } from './random-case.ts';

function rowOf(court: PaperCase, unit: string) {
  const row = proveConservation(court.entries).rows.find((one) => one.unit === unit);
  if (!row) throw new Error(`no row for ${unit}`);
  return row;
}

function proofs(court: PaperCase) {
  return { conservation: proveConservation(court.entries), closure: proveClosure(court.entries, []) };
}

/** A case in which something of everything has happened. */
function busyCase(): PaperCase {
  const court = new PaperCase();
  const phones = court.receive('3', '部');
  const powder = court.receive('12.5', '克');
  const cash = court.receive('10000.5', 'CNY');
  const sheep = court.receive('20', '只');
  court.post(sheep, 'to_keeper', '20', { keeper: '某养殖场', placeId: null });
  court.post(sheep, 'record_birth', '2');
  court.post(sheep, 'record_death', '1');
  const sample = court.split(powder, '0.5') ?? '';
  court.post(sample, 'prepare_release', '0.5');
  court.post(sample, 'release', '0.5', { holderId: 'judge', dueAtMs: 5 });
  court.post(sample, 'consume', '0.2');
  court.post(sample, 'give_back', '0.3', { holderId: null, dueAtMs: null });
  court.mergeBack(sample, powder);
  court.post(cash, 'deposit', '10000.5', { keeper: '建设银行', placeId: null });
  court.post(phones, 'await_disposition', '3');
  court.post(phones, 'return_to_owner', '1');
  return court;
}

describe('conservation', () => {
  it('money that a bank changed leaves one currency whole and begins in the other', () => {
    const court = new PaperCase();
    const dollars = court.receive('1000', 'USD');
    court.receive('50', 'CNY');
    expect(court.post(dollars, 'convert_out', '1000')).toBe(false);
    court.post(dollars, 'deposit', '1000', { placeId: null, keeper: '建设银行' });
    expect(court.post(dollars, 'convert_out', '999')).toBe(false);
    expect(court.post(dollars, 'convert_out', '1000')).toBe(true);
    expect(court.post(dollars, 'convert_in', '7095.01', { unit: 'CNY' })).toBe(true);
    expect(court.standings.get(dollars)).toMatchObject({ onHand: '7095.01', unit: 'CNY' });
    const { conservation } = proofs(court);
    expect(conservation.holds).toBe(true);
    expect(rowOf(court, 'USD')).toMatchObject({ total: '1000', sums: { converted_out: '1000' } });
    expect(rowOf(court, 'CNY')).toMatchObject({
      ...{ total: '7145.01', itemCount: 2 },
      sums: { converted_in: '7095.01', received: '50', with_keeper: '7095.01', in_store: '50' },
    });
    expect(replayItem(court.entries.filter(({ details }) => details.itemId === dollars))).toMatchObject({
      ...{ unit: 'CNY', onHand: '7095.01' },
    });
    // An entry in another currency that nothing changed is a fault.
    const forged = court.entries.map((entry) =>
      entry.kind === 'convert_out' ? { ...entry, kind: 'deposit' as const } : entry,
    );
    expect(proveConservation(forged).differences.map(({ fault }) => fault)).toContain('UNIT_CHANGES');
  });

  it('adds up by unit and by currency, with parts cancelling out', () => {
    const court = busyCase();
    const { conservation } = proofs(court);
    expect(conservation.differences).toEqual([]);
    expect(conservation.rows.map(({ unit }) => unit)).toEqual(['CNY', '克', '只', '部']);
    expect(rowOf(court, '部').sums).toMatchObject({ received: '3', in_store: '2', disposed: '1' });
    expect(rowOf(court, '只').sums).toMatchObject({
      received: '20',
      born: '2',
      natural_loss: '1',
      with_keeper: '21',
    });
    expect(rowOf(court, 'CNY').sums).toMatchObject({
      received: '10000.5',
      with_keeper: '10000.5',
      in_store: '0',
    });
    expect(rowOf(court, '克')).toMatchObject({
      itemCount: 2,
      total: '12.5',
      sums: { in_store: '12.3', consumed: '0.2', part_in: '0.8', part_out: '0.8' },
    });
  });

  it('situation 30: what is missing stays in the balance as under investigation until the loss is confirmed', () => {
    const court = new PaperCase();
    const item = court.receive('5', '瓶');
    court.post(item, 'report_incident', '5');
    expect(rowOf(court, '瓶').sums).toMatchObject({ under_investigation: '5', lost: '0' });
    court.post(item, 'confirm_loss', '2');
    expect(rowOf(court, '瓶').sums).toMatchObject({ under_investigation: '3', lost: '2' });
    court.post(item, 'close_incident', '3');
    expect(rowOf(court, '瓶').sums).toMatchObject({ in_store: '3', lost: '2', under_investigation: '0' });
    expect(proofs(court).conservation.holds).toBe(true);
  });

  it('a reversal takes back what the end had taken, and both entries stay', () => {
    const court = new PaperCase();
    const item = court.receive('1', '件');
    court.post(item, 'await_disposition', '1');
    court.post(item, 'destroy', '1');
    expect(court.reverse(item)).toBe(true);
    expect(court.standings.get(item)).toMatchObject({ state: 'awaiting_disposition', onHand: '1' });
    expect(rowOf(court, '件').sums).toMatchObject({ disposed: '0', in_store: '1' });
    expect(proofs(court).conservation.holds).toBe(true);
  });

  it('a reversal of a loss gives nothing back that a disposition took, and the thing is there', () => {
    const court = new PaperCase();
    const item = court.receive('3', '瓶');
    court.post(item, 'await_disposition', '3');
    court.post(item, 'return_to_owner', '1');
    court.post(item, 'report_incident', '2');
    court.post(item, 'confirm_loss', '2');
    expect(court.reverse(item)).toBe(true);
    expect(court.standings.get(item)).toMatchObject({ state: 'in_store', onHand: '2' });
    expect(rowOf(court, '瓶').sums).toMatchObject({ disposed: '1', lost: '0', in_store: '2' });
    expect(proofs(court).conservation.holds).toBe(true);
    const lines = [ordered('a', item, '1')];
    expect(proveClosure(court.entries, lines).openLines).toEqual([]);
  });

  it('what is refused or entered by mistake was never received', () => {
    const court = new PaperCase();
    court.post('item-1', 'preregister', '4', {}, '件');
    court.post('item-1', 'refuse_receipt', '4');
    expect(proofs(court)).toMatchObject({
      conservation: { holds: true, rows: [{ total: '0' }] },
      closure: { holds: true, itemCount: 1 },
    });
  });
});

const TAMPERED: [string, (entries: ItemEntry[]) => void, string][] = [
  ['an entry is dropped', (entries) => void entries.splice(7, 1), 'STATE_DIFFERS'],
  [
    'a received quantity is raised',
    (entries) => change(entries, 'check_in', { quantity: '4' }),
    'ON_HAND_DIFFERS',
  ],
  [
    'a disposal is hidden',
    (entries) => change(entries, 'return_to_owner', { quantity: '0' }),
    'ON_HAND_DIFFERS',
  ],
  ['a unit changes on the way', (entries) => change(entries, 'consume', { unit: '毫升' }), 'UNIT_CHANGES'],
  [
    'an amount is not that of the notes',
    (entries) => change(entries, 'deposit', { amountMinor: 1 }),
    'AMOUNT_DIFFERS',
  ],
  ['a currency is another', (entries) => change(entries, 'deposit', { currency: 'USD' }), 'AMOUNT_DIFFERS'],
  [
    'a part vanishes between parent and child',
    (entries) => change(entries, 'split_off', { quantity: '0.7' }),
    'PARTS_DIFFER',
  ],
];

function change(entries: ItemEntry[], kind: string, to: Partial<ItemEntry>): void {
  const index = entries.findIndex((entry) => entry.kind === kind);
  const entry = entries[index];
  if (!entry) throw new Error(`no ${kind}`);
  entries[index] = { ...entry, ...to };
}

describe('a book that does not add up', () => {
  it.each(TAMPERED)('%s', (_name, tamper, fault) => {
    const entries = [...busyCase().entries];
    tamper(entries);
    const { holds, differences } = proveConservation(entries);
    expect(holds).toBe(false);
    expect(differences.map((difference) => difference.fault)).toContain(fault);
  });

  it('more goes out than came in', () => {
    const entries = [...busyCase().entries];
    change(entries, 'return_to_owner', { quantity: '5' });
    expect(proveConservation(entries).differences.map(({ fault }) => fault)).toContain('NEGATIVE');
  });
});

const ordered = (
  lineId: string,
  itemId: string | null,
  quantity: string,
  { by = ['return_to_owner', 'destroy'], isCarriedOut = false }: Partial<OrderedLine> = {},
): OrderedLine => ({
  ...{ lineId, itemId, quantity, by, isCarriedOut },
  label: { zh: lineId, en: lineId },
});

describe('closure', () => {
  it('lists every item that has not ended, every amount left and every line not carried out', () => {
    const court = busyCase();
    const { openItems, openCurrencies, openLines, holds } = proveClosure(court.entries, [
      ordered('a', 'item-1', '1'),
      ordered('b', 'item-1', '2'),
      ordered('c', 'item-3', '10000.5'),
    ]);
    expect(holds).toBe(false);
    expect(openItems.map(({ itemId }) => itemId)).toEqual(['item-1', 'item-2', 'item-3', 'item-4']);
    expect(openCurrencies).toEqual([{ currency: 'CNY', amount: '10000.5' }]);
    expect(openLines.map(({ lineId }) => lineId)).toEqual(['b', 'c']);
  });

  it('a line that nothing matches stays open, and one about nothing that is kept until its paper is there', () => {
    const lines = [ordered('a', null, '1'), ordered('b', null, '1', { isCarriedOut: true })];
    expect(proveClosure([], lines)).toMatchObject({ holds: false, openLines: [{ lineId: 'a' }] });
    expect(proveClosure([], lines.slice(1)).holds).toBe(true);
  });

  it('holds when all is over', () => {
    const court = new PaperCase();
    const item = court.receive('2', '件');
    court.post(item, 'await_disposition', '2');
    court.post(item, 'return_to_owner', '1');
    court.post(item, 'destroy', '1');
    const lines = [ordered('a', item, '1'), ordered('b', item, '1')];
    expect(proveClosure(court.entries, lines)).toMatchObject({ holds: true, openItems: [], openLines: [] });
    court.reverse(item);
    expect(proveClosure(court.entries, lines)).toMatchObject({ holds: false, openLines: [{ lineId: 'b' }] });
  });

  it('of lines on one item each takes only what left as it ordered, the narrower one first', () => {
    const court = new PaperCase();
    const item = court.receive('3', '件');
    court.post(item, 'await_disposition', '3');
    court.post(item, 'return_to_owner', '2');
    court.post(item, 'publish_notice', '1');
    court.post(item, 'forfeit_unclaimed', '1');
    const toVictim = ordered('a', item, '2', { by: ['return_to_owner', 'forfeit_unclaimed'] });
    const toApplicant = ordered('b', item, '1', { by: ['return_to_owner'] });
    expect(proveClosure(court.entries, [toVictim, toApplicant])).toMatchObject({ holds: true });
    const toDestroy = ordered('c', item, '1', { by: ['destroy'] });
    expect(proveClosure(court.entries, [toVictim, toDestroy])).toMatchObject({
      ...{ holds: false, openItems: [] },
      openLines: [{ lineId: 'c' }],
    });
  });
});

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('post' as const),
      item: fc.nat(9),
      transition: fc.constantFrom(...ITEM_TRANSITION_IDS),
      part: fc.constantFrom(0, 1, 2),
      keeper: fc.constantFrom(undefined, null, '外部单位'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      unit: fc.constantFrom('件', '克', 'CNY', 'USD', '枚币'),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split' as const), item: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), child: fc.nat(9), parent: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const), item: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('box' as const),
      item: fc.nat(9),
      box: fc.constantFrom('box-1', 'box-2'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('carry' as const),
      box: fc.constantFrom('box-1', 'box-2'),
      to: fc.constantFrom('room', 'shelf', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reattribute' as const), item: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('convert' as const), item: fc.nat(9) }) },
);

/** Transitions whose counterpart entry on another item the case writes itself. */
const PAIRED = new Set([
  ...['split_off', 'split_from', 'merge_back', 'take_in', 'reverse_end'],
  ...['put_in', 'reattribute_out', 'reattribute_in', 'convert_out', 'convert_in'],
]);
/** By hand, out of whatever box it lay in. */
const BY_HAND: Partial<Record<string, { placeId: string | null; containerId?: null }>> = {
  carry_out: { placeId: null },
  carry_in: { placeId: 'room' },
  relocate: { placeId: 'corridor' },
  take_out: { placeId: 'room', containerId: null },
};

/** Brought to a bank, which changes all of it. */
function changeDollars(court: PaperCase, itemId: string): void {
  const { unit, onHand = '0' } = court.standings.get(itemId) ?? {};
  if (unit !== 'USD' || onHand === '0') return;
  court.post(itemId, 'deposit', onHand, { placeId: null, keeper: '建设银行' });
  if (court.post(itemId, 'convert_out', onHand)) court.post(itemId, 'convert_in', '70.5', { unit: 'CNY' });
}

/** What went to another case or came from one, by unit. */
function reattributed(court: PaperCase, column: 'reattributed_in' | 'reattributed_out') {
  const rows = proveConservation(court.entries).rows.filter(({ sums }) => sums[column] !== '0');
  return rows.map(({ unit, sums }) => [unit, sums[column]]);
}

describe('whatever happens in a case', () => {
  it('quantities and money are conserved, replay equals what is kept, nothing on hand is negative', () => {
    let changedLives = 0;
    let boxedLives = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
        const court = new PaperCase();
        const other = new PaperCase();
        for (const unit of ['件', '克', 'CNY', 'USD', '枚币'])
          court.receive(unit === '枚币' ? '0.000000000000000003' : '3', unit);
        const idOf = (index: number) => `item-${(index % court.standings.size) + 1}`;
        for (const one of steps) {
          if (one.kind === 'receive') court.receive(String(one.count), one.unit);
          else if (one.kind === 'split') court.split(idOf(one.item), '1');
          else if (one.kind === 'merge') {
            if (idOf(one.child) !== idOf(one.parent)) court.mergeBack(idOf(one.child), idOf(one.parent));
          } else if (one.kind === 'reverse') court.reverse(idOf(one.item));
          else if (one.kind === 'box') court.putIn(idOf(one.item), one.box);
          else if (one.kind === 'carry') court.moveBox(one.box, one.to);
          else if (one.kind === 'convert') changeDollars(court, idOf(one.item));
          else if (one.kind === 'reattribute') court.reattribute(idOf(one.item), other);
          else if (!PAIRED.has(one.transition)) {
            const itemId = idOf(one.item);
            const onHand = court.standings.get(itemId)?.onHand ?? '0';
            const quantity = one.part === 0 && onHand !== '0' ? onHand : String(one.part || 1);
            court.post(itemId, one.transition, quantity, {
              keeper: one.keeper,
              ...BY_HAND[one.transition],
            });
          }
        }
        expect(proveConservation(court.entries).differences).toEqual([]);
        expect(proveConservation(other.entries).differences).toEqual([]);
        expect(reattributed(court, 'reattributed_out')).toEqual(reattributed(other, 'reattributed_in'));
        for (const [itemId, entries] of groupByItem(court.entries)) {
          const standing = court.standings.get(itemId);
          if (standing?.containerId != null) {
            boxedLives += 1;
            expect(standing.placeId).toBe(court.boxes.get(standing.containerId));
          }
          expect(replayItem(entries)).toMatchObject({ ...standing });
          expect(standing?.onHand.startsWith('-')).toBe(false);
          if (standing && isEnded(standing.state)) {
            expect(standing.onHand).toBe('0');
            changedLives += 1;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(changedLives).toBeGreaterThan(50);
    expect(boxedLives).toBeGreaterThan(20);
  });
});
