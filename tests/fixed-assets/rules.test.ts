/** The rules of moves as tables over every status, so that a new status or move cannot be missed. */
import { describe, expect, it } from 'vitest';
import { cardChanges, aliasesOf } from '../../src/modules/fixed-assets/asset-card.ts';
import { ASSET_REFUSALS, type AssetRefusalReason } from '../../src/modules/fixed-assets/asset-refusals.ts';
import { listCardProblems } from '../../src/modules/fixed-assets/card-rules.ts';
import { decideCorrection } from '../../src/modules/fixed-assets/correction-rules.ts';
import { originStillOpen } from '../../src/modules/fixed-assets/receipt-rules.ts';
import {
  ASSET_MOVES,
  ASSET_STATUSES,
  decideMove,
  listPossibleMoves,
  type AssetMove,
  type AssetState,
  type AssetStatus,
} from '../../src/modules/fixed-assets/rules.ts';
import { formatItemCode, groupItemCode, readItemCode } from '../../src/modules/item-codes/item-code.ts';
import { NOWHERE } from '../../src/modules/ledger/entry.ts';
import { cardOf } from '../support/asset-court.ts';
import fc from 'fast-check';

const NOW = Date.parse('2026-11-23T09:30:00+08:00');
const HOUR = 3_600_000;

function stateOf(status: AssetStatus, overrides: Partial<AssetState> = {}): AssetState {
  const held = status === 'in_use' || status === 'on_loan';
  return {
    status,
    statusBeforeRepair: status === 'in_repair' ? 'in_use' : null,
    departmentId: 'd1',
    holderId: held ? 'h1' : null,
    placeId: 'p1',
    lastOccurredAtMs: NOW - HOUR,
    pendingReceiverName: null,
    ...overrides,
  };
}

const MOVES = Object.keys(ASSET_MOVES) as AssetMove[];
const STATUSES = Object.keys(ASSET_STATUSES) as AssetStatus[];

/** What each move makes of each status, or why not; a dash starts a life and applies to no status. */
const TABLE: Record<AssetMove, Record<AssetStatus, AssetStatus | AssetRefusalReason>> = {
  stock_in: {
    in_stock: 'ASSET_ALREADY_IN_STOCK',
    in_use: 'ASSET_ALREADY_IN_USE',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'ASSET_ALREADY_IDLE',
    disposed: 'ASSET_DISPOSED',
  },
  take_over: {
    in_stock: 'ASSET_ALREADY_IN_STOCK',
    in_use: 'ASSET_ALREADY_IN_USE',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'ASSET_ALREADY_IDLE',
    disposed: 'ASSET_DISPOSED',
  },
  issue: {
    in_stock: 'in_use',
    in_use: 'ASSET_ALREADY_IN_USE',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'in_use',
    disposed: 'ASSET_DISPOSED',
  },
  return: {
    in_stock: 'ASSET_ALREADY_IN_STOCK',
    in_use: 'in_stock',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'in_stock',
    disposed: 'ASSET_DISPOSED',
  },
  transfer: {
    in_stock: 'in_use',
    in_use: 'in_use',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'idle',
    disposed: 'ASSET_DISPOSED',
  },
  relocate: {
    in_stock: 'in_stock',
    in_use: 'in_use',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'idle',
    disposed: 'ASSET_DISPOSED',
  },
  loan: {
    in_stock: 'on_loan',
    in_use: 'ASSET_ALREADY_IN_USE',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'on_loan',
    disposed: 'ASSET_DISPOSED',
  },
  give_back: {
    in_stock: 'ASSET_NOT_ON_LOAN',
    in_use: 'ASSET_NOT_ON_LOAN',
    on_loan: 'in_stock',
    in_repair: 'ASSET_NOT_ON_LOAN',
    idle: 'ASSET_NOT_ON_LOAN',
    disposed: 'ASSET_DISPOSED',
  },
  send_to_repair: {
    in_stock: 'in_repair',
    in_use: 'in_repair',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'in_repair',
    disposed: 'ASSET_DISPOSED',
  },
  take_back: {
    in_stock: 'ASSET_NOT_IN_REPAIR',
    in_use: 'ASSET_NOT_IN_REPAIR',
    on_loan: 'ASSET_NOT_IN_REPAIR',
    in_repair: 'in_use',
    idle: 'ASSET_NOT_IN_REPAIR',
    disposed: 'ASSET_DISPOSED',
  },
  mark_idle: {
    in_stock: 'idle',
    in_use: 'idle',
    on_loan: 'ASSET_ON_LOAN',
    in_repair: 'ASSET_IN_REPAIR',
    idle: 'ASSET_ALREADY_IDLE',
    disposed: 'ASSET_DISPOSED',
  },
  end_idle: {
    in_stock: 'ASSET_NOT_IDLE',
    in_use: 'ASSET_NOT_IDLE',
    on_loan: 'ASSET_NOT_IDLE',
    in_repair: 'ASSET_NOT_IDLE',
    idle: 'in_use',
    disposed: 'ASSET_DISPOSED',
  },
};

describe('moves', () => {
  it.each(MOVES.flatMap((move) => STATUSES.map((status) => [move, status, TABLE[move][status]] as const)))(
    '%s of what is %s: %s',
    (move, status, expected) => {
      const holderId = ['issue', 'transfer', 'loan'].includes(move) ? 'h2' : undefined;
      const placeId = move === 'relocate' ? 'p2' : undefined;
      const verdict = decideMove(stateOf(status), {
        move,
        occurredAtMs: NOW,
        nowMs: NOW,
        ...(holderId === undefined ? {} : { holderId }),
        ...(placeId === undefined ? {} : { placeId }),
      });
      expect(verdict.allowed ? verdict.status : verdict.reason).toBe(expected);
      expect(listPossibleMoves(status).includes(move)).toBe(verdict.allowed);
    },
  );

  it.each([
    [
      'a signature is owed',
      stateOf('idle', { pendingReceiverName: '王某' }),
      { move: 'issue', holderId: 'h2' },
      'RECEIPT_PENDING',
    ],
    ['a loan without a borrower', stateOf('in_stock'), { move: 'loan' }, 'RECEIVER_MISSING'],
    ['nothing changes', stateOf('in_use'), { move: 'transfer', departmentId: 'd1' }, 'NOTHING_CHANGES'],
    ['the future', stateOf('in_use'), { move: 'mark_idle', occurredAtMs: NOW + 1 }, 'OCCURRED_IN_FUTURE'],
    [
      'before the last entry',
      stateOf('in_use'),
      { move: 'mark_idle', occurredAtMs: NOW - 2 * HOUR },
      'OCCURRED_BEFORE_LAST_ENTRY',
    ],
    [
      'status comes before the signature',
      stateOf('on_loan', { pendingReceiverName: '王某' }),
      { move: 'loan' },
      'ASSET_ON_LOAN',
    ],
  ] as const)('refuses when %s', (_name, state, request, reason) => {
    const verdict = decideMove(state, { occurredAtMs: NOW, nowMs: NOW, ...request });
    expect(verdict).toMatchObject({ allowed: false, reason });
  });

  it('a return clears holder and department; an idle thing with a holder goes back in use', () => {
    const returned = decideMove(stateOf('in_use'), {
      move: 'return',
      occurredAtMs: NOW,
      nowMs: NOW,
      placeId: 'p9',
    });
    expect(returned).toEqual({
      allowed: true,
      status: 'in_stock',
      departmentId: null,
      holderId: null,
      placeId: 'p9',
    });
    const used = decideMove(stateOf('idle', { holderId: 'h1' }), {
      move: 'end_idle',
      occurredAtMs: NOW,
      nowMs: NOW,
    });
    expect(used).toMatchObject({ allowed: true, status: 'in_use', holderId: 'h1' });
    const unused = { ...stateOf('idle'), departmentId: null };
    const stocked = decideMove(unused, { move: 'end_idle', occurredAtMs: NOW, nowMs: NOW });
    expect(stocked).toMatchObject({ allowed: true, status: 'in_stock' });
  });

  it('a card taken over while in repair comes back to whoever uses it', () => {
    const state = stateOf('in_repair', { statusBeforeRepair: null, holderId: 'h1' });
    const back = decideMove(state, { move: 'take_back', occurredAtMs: NOW, nowMs: NOW });
    expect(back).toMatchObject({ allowed: true, status: 'in_use', holderId: 'h1' });
  });

  it('every refusal has both sentences, which say what to do', () => {
    for (const { zh, en, status } of Object.values(ASSET_REFUSALS)) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('corrections', () => {
  const entry = {
    kind: 'issue' as const,
    to: { ...NOWHERE, status: 'in_use', holderId: 'h1' },
    basis: null,
    note: null,
    correctedBy: null,
    laterMoveExists: false,
  };
  it.each([
    [{ kind: 'sign_receipt' as const }, {}, 'ENTRY_NOT_CORRECTABLE'],
    [{ kind: 'correct_card' as const }, {}, 'ENTRY_NOT_CORRECTABLE'],
    [{ correctedBy: 4 }, {}, 'ENTRY_CORRECTED_ALREADY'],
    [{ laterMoveExists: true }, { to: { ...entry.to, holderId: 'h2' } }, 'LATER_MOVE_EXISTS'],
    [
      { to: { ...entry.to, status: 'in_stock', holderId: null } },
      { to: { ...entry.to, status: 'in_stock', holderId: 'h2' } },
      'STOCK_HAS_NO_HOLDER',
    ],
    [{ to: { ...entry.to, status: 'on_loan' } }, { to: { ...entry.to, holderId: null } }, 'RECEIVER_MISSING'],
    [{}, {}, 'CORRECTION_CHANGES_NOTHING'],
    [{ laterMoveExists: true }, { basis: '领用单 7' }, 'allowed'],
    [{}, { to: { ...entry.to, holderId: 'h2' } }, 'allowed'],
  ])('%j corrected to %j: %s', (overrides, corrected, expected) => {
    const whole = { ...entry, ...overrides };
    const verdict = decideCorrection(whole, {
      to: whole.to,
      basis: whole.basis,
      note: whole.note,
      ...corrected,
    });
    expect(verdict.allowed ? 'allowed' : verdict.reason).toBe(expected);
  });
});

describe('a refused receipt', () => {
  const origin = {
    status: 'in_use' as const,
    departmentId: 'd1',
    department: '执行局',
    holderId: 'h1',
    holder: '王某',
    placeId: 'p1',
    place: '101 室',
  };
  const open = { departmentName: '执行局', personName: '王某', placePath: '101 室' };
  it.each([
    ['all is open', open, {}],
    [
      'the person has left',
      { ...open, personName: null },
      { status: 'in_stock', departmentId: null, department: null, holderId: null, holder: null },
    ],
    [
      'the department is closed',
      { ...open, departmentName: null },
      { status: 'in_stock', departmentId: null, department: null, holderId: null, holder: null },
    ],
    ['the place is closed', { ...open, placePath: null }, { placeId: null, place: null }],
  ])('goes back to where it came from, when %s', (_name, now, changed) => {
    expect(originStillOpen(origin, now)).toEqual({ ...origin, ...changed });
  });
});

describe('cards', () => {
  it.each([
    [{}, []],
    [{ acquiredOn: '2026-11-24' }, ['ACQUIRED_IN_FUTURE']],
    [{ fiscalFundsFen: 60_000 }, ['FUNDS_NOT_VALUE']],
    [{ fiscalFundsFen: 60_000, nonFiscalFundsFen: 8_000 }, []],
    [{ openingDepreciationFen: 68_001 }, ['DEPRECIATION_EXCEEDS_VALUE']],
    [
      { acquiredOn: '2027-01-01', openingDepreciationFen: 99_999_999 },
      ['ACQUIRED_IN_FUTURE', 'DEPRECIATION_EXCEEDS_VALUE'],
    ],
  ])('%j: %j', (overrides, reasons) => {
    expect(listCardProblems(cardOf(overrides), '2026-11-23').map(({ reason }) => reason)).toEqual(reasons);
  });

  it('lists what changed, in the order of the card', () => {
    const changes = cardChanges(cardOf(), cardOf({ brand: '圣奥', name: '会议椅' }));
    expect(changes).toEqual([
      { field: 'name', from: '办公椅', to: '会议椅' },
      { field: 'brand', from: '震旦', to: '圣奥' },
    ]);
  });

  it('an asset answers to its code, its serial, its serial number and its old numbers', () => {
    const code = formatItemCode({ kind: 'A', divisionNumber: '150800', serial: 1234 });
    const aliases = aliasesOf(
      code,
      cardOf({ serialNumber: 'sn-00 9a', oldNumber1: 'GZ2019/0001', oldNumber2: 'GZ2019/0001' }),
    );
    expect(aliases.map(({ kind, alias }) => [kind, alias])).toEqual([
      ['code', code],
      ['serial', '1234'],
      ['serial_number', 'SN009A'],
      ['old_number', 'GZ20190001'],
    ]);
  });
});

describe('item codes', () => {
  const someCode = fc
    .record({
      kind: fc.constantFrom(
        'A' as const,
        'S' as const,
        'B' as const,
        'L' as const,
        'V' as const,
        'D' as const,
        'P' as const,
      ),
      division: fc.integer({ min: 0, max: 999_999 }),
      serial: fc.integer({ min: 1, max: 9_999_999 }),
    })
    .map(({ kind, division, serial }) =>
      formatItemCode({ kind, divisionNumber: String(division).padStart(6, '0'), serial }),
    );

  it('reads back in any spacing and case, with a label version, and out of a link', () => {
    fc.assert(
      fc.property(someCode, (code) => {
        for (const text of [
          code,
          code.toLowerCase(),
          groupItemCode(code),
          ` ${code}-3 `,
          `https://court.example/c/${code}-3`,
        ]) {
          expect(readItemCode(text)).toMatchObject({ ok: true, code });
        }
        expect(readItemCode(`${code}-3`)).toMatchObject({ labelVersion: '3' });
      }),
    );
  });

  it('catches every wrong digit and every two swapped neighbours', () => {
    fc.assert(
      fc.property(
        someCode,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (code, at, shift) => {
          const digit = Number(code[at]);
          const wrong = `${code.slice(0, at)}${(digit + shift) % 10}${code.slice(at + 1)}`;
          expect(readItemCode(wrong).ok).toBe(false);
          const [a, b] = [code[at - 1] ?? '', code[at] ?? ''];
          const swapped = `${code.slice(0, at - 1)}${b}${a}${code.slice(at + 1)}`;
          if (a !== b) expect(readItemCode(swapped).ok).toBe(false);
        },
      ),
    );
  });
});
