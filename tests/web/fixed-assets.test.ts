import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AssetCard } from '../../src/modules/fixed-assets/asset-card.ts';
import { cardOfInput } from '../../src/modules/fixed-assets/card-of-input.ts';
import { cardInput } from '../../src/modules/fixed-assets/contract.ts';
import { ASSET_MOVES, ASSET_STATUSES, type AssetStatus } from '../../src/modules/fixed-assets/rules.ts';
import { assetFiltersOf, assetOrderOf } from '../../src/web/pages/fixed-assets/asset-list-query.ts';
import { changeList, EMPTY_LIST, judgeScan } from '../../src/web/pages/fixed-assets/bulk/scanned-list.ts';
import {
  cardAfter,
  cardOfValues,
  valuesOfCard,
} from '../../src/web/pages/fixed-assets/card-form/card-values.ts';
import { stockInRequest } from '../../src/web/pages/fixed-assets/card-form/stock-in-values.ts';
import { instantOfWallClock, isOverdueOn, shanghaiToday } from '../../src/web/court-day.ts';
import {
  isReadyForVerdict,
  MOVE_FORMS,
  movesFor,
  OFFERED_MOVES,
  verdictBody,
  type MoveValues,
} from '../../src/web/pages/fixed-assets/moves/move-forms.ts';
import { placeTail } from '../../src/web/pages/fixed-assets/place-tail.ts';

const ID = '01a209e0-5bfe-7371-990a-c73cda1f9dba';
const OTHER = '01a209e0-5bfe-7371-990a-c73cda1f9dbb';

const FILLED: MoveValues = {
  assetIds: [ID],
  departmentId: OTHER,
  holderId: OTHER,
  placeId: OTHER,
  receiptMethod: 'pin',
  pin: '123456',
  dueOn: '2026-12-01',
  condition: '',
  repairer: '蒙维科技售后',
  fault: '不能开机',
  expectedOn: null,
  outcome: '更换电源',
  costFen: 12_300,
  reason: '部门合并',
  occurredAt: '2026-11-20 09:30',
  basis: ' ',
  note: '',
};

describe('the address of the asset list', () => {
  it('hands on what the endpoint understands and leaves out the rest', () => {
    const asked = assetFiltersOf({
      q: ['台式'],
      status: ['in_use', 'idle'],
      classCode: ['A0201'],
      valueFromFen: ['100000'],
      hasPhoto: ['false'],
      acquiredFrom: ['2020-13-99'],
      departmentId: ['nobody'],
      somethingElse: ['1'],
    });
    expect(asked).toEqual({
      q: '台式',
      status: ['in_use', 'idle'],
      classCode: 'A0201',
      valueFromFen: '100000',
      hasPhoto: 'false',
    });
  });

  it.each([
    [undefined, {}],
    ['value', { sort: 'value', direction: 'asc' }],
    ['-acquired', { sort: 'acquired', direction: 'desc' }],
    ['-nothing', {}],
  ])('reads the order %s', (sort, order) => {
    expect(assetOrderOf(sort)).toEqual(order);
  });
});

describe('forms of moves', () => {
  it.each(OFFERED_MOVES)('makes a request for %s that its endpoint accepts', (move) => {
    const form = MOVE_FORMS[move];
    const sent = form.declaration.body.safeParse(form.toBody(FILLED));
    expect(sent.error?.issues ?? []).toEqual([]);
    expect(sent.data).toMatchObject({
      assetIds: [ID],
      basis: null,
      note: null,
      occurredAt: '2026-11-20T09:30:00+08:00',
    });
  });

  it('never tries a PIN for a verdict', () => {
    expect(MOVE_FORMS.issue.toBody(FILLED)).toMatchObject({ receipt: { method: 'pin', pin: '123456' } });
    expect(verdictBody(MOVE_FORMS.issue, FILLED)).toMatchObject({ receipt: { method: 'later' } });
  });

  it.each([
    ['issue', { holderId: null, departmentId: null }, false],
    ['issue', { holderId: null }, true],
    ['transfer', { departmentId: null }, false],
    ['loan', { dueOn: null }, false],
    ['send_to_repair', { fault: '  ' }, false],
    ['return', { placeId: null }, true],
    ['end_idle', { assetIds: [] }, false],
  ] as const)('asks for a verdict on %s with %j: %s', (move, change, isReady) => {
    expect(isReadyForVerdict(MOVE_FORMS[move], { ...FILLED, ...change })).toBe(isReady);
  });

  it('offers what the status of at least one asset allows, what fits most of them first', () => {
    expect(movesFor(['in_use', 'in_use', 'on_loan']).at(-1)).toBe('give_back');
    expect(movesFor(['disposed'])).toEqual([]);
    for (const move of movesFor(['in_stock'])) expect(ASSET_MOVES[move].from).toContain('in_stock');
  });
});

// why: the keys of a literal object are its statuses.
const anyStatus = fc.constantFrom(...(Object.keys(ASSET_STATUSES) as AssetStatus[]));

describe('scanning one after another', () => {
  it('takes what fits once, and keeps the last scan first', () => {
    const scans = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), status: anyStatus }));
    fc.assert(
      fc.property(scans, fc.constantFrom(...OFFERED_MOVES), (things, move) => {
        let list = EMPTY_LIST;
        for (const { id, status } of things) {
          const candidate = {
            ...{ id, status, code: id, name: id, courtId: 1 },
            ...{ specification: null, model: null, serialNumber: null },
            ...{ department: null, holder: null, place: null },
          };
          const result = judgeScan(list, candidate, move);
          const before = list;
          list = changeList(list, { kind: 'found', text: id, candidate, move });
          expect(list.last?.result).toBe(result);
          if (result === 'right') expect(list.lines[0]?.id).toBe(id);
          else expect(list.lines).toEqual(before.lines);
        }
        const from: readonly AssetStatus[] = ASSET_MOVES[move].from;
        expect(list.lines.every(({ status }) => from.includes(status))).toBe(true);
        expect(new Set(list.lines.map(({ id }) => id)).size).toBe(list.lines.length);
      }),
    );
  });
});

const CARD: AssetCard = {
  name: '台式计算机',
  classCode: 'A02010105',
  specification: null,
  brand: '联想',
  model: null,
  manufacturer: null,
  serialNumber: 'SN1',
  oldNumber1: null,
  oldNumber2: null,
  unit: '台',
  quantity: '1',
  acquisitionMethod: 'purchase',
  acquiredOn: '2024-05-06',
  inUseOn: null,
  bookedOn: null,
  valueKind: 'original',
  originalValueFen: 512_300,
  fiscalFundsFen: null,
  nonFiscalFundsFen: null,
  openingDepreciationFen: 10_000,
  openingDepreciationMonth: '2024-11',
  usefulLifeMonths: null,
  voucherNumber: null,
  procurementForm: null,
  supplier: null,
  contractNumber: null,
  invoiceNumber: null,
  warrantyUntil: null,
  managingDepartmentId: null,
  parentAssetId: null,
  notes: null,
};

describe('the form of a card', () => {
  it('brings a card through unchanged', () => {
    const sent = cardInput.parse(cardOfValues(valuesOfCard(CARD)));
    expect(cardOfInput(sent)).toEqual({ ...CARD, openingDepreciationMonth: '2024-11-01' });
    expect(cardAfter(CARD, valuesOfCard(CARD))).toEqual(CARD);
  });

  it('sends blank fields as empty', () => {
    const sent = cardInput.parse(
      cardOfValues({ ...valuesOfCard(CARD), brand: '  ', openingDepreciationFen: null }),
    );
    expect(sent).toMatchObject({ brand: null, openingDepreciationFen: 0 });
  });

  it('gives serial numbers in order when there are several alike, and none of the single field', () => {
    const { body } = stockInRequest({
      card: valuesOfCard(CARD),
      copies: 3,
      serialNumbers: ' A1 \n\nA2\n',
    });
    expect(body).toMatchObject({ copies: 3, serialNumbers: ['A1', 'A2'], card: { serialNumber: null } });
  });
});

describe('the court’s days', () => {
  it.each([
    ['2026-11-22T15:59:59Z', '2026-11-22'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
  ])('%s is %s', (instant, day) => {
    expect(shanghaiToday(new Date(instant))).toBe(day);
  });

  it('counts a loan as overdue from the day after', () => {
    expect(isOverdueOn('2026-11-22', '2026-11-22')).toBe(false);
    expect(isOverdueOn('2026-11-22', '2026-11-23')).toBe(true);
    expect(isOverdueOn(null, '2026-11-23')).toBe(false);
  });

  it('reads the wall clock as Shanghai time', () => {
    expect(instantOfWallClock('2026-11-23 09:30')).toBe('2026-11-23T09:30:00+08:00');
  });
});

it('shows the innermost names of a place', () => {
  expect(placeTail('中院 / 审判综合楼 / 9 层 / 916 室')).toBe('9 层 / 916 室');
  expect(placeTail('车库')).toBe('车库');
});
