/** Check digits, intended codes, product codes, versions and the states of a code, as rules. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decideBinding, type BindingRequest } from '../../src/modules/item-codes/binding-rules.ts';
import { CODE_REFUSALS, type CodeRefusalReason } from '../../src/modules/item-codes/code-refusals.ts';
import {
  CODE_CHANGES,
  CODE_STATE_KEYS,
  canChangeCode,
  codeStateOf,
} from '../../src/modules/item-codes/code-states.ts';
import { isLikeCode, listIntendedCodes } from '../../src/modules/item-codes/intended-codes.ts';
import {
  formatItemCode,
  groupItemCode,
  ITEM_CODE_KINDS,
  readItemCode,
  SERIAL_MAX,
  type ItemCodeKind,
} from '../../src/modules/item-codes/item-code.ts';
import { nextLabelVersion } from '../../src/modules/item-codes/label-version.ts';
import { productSymbologyOf } from '../../src/modules/item-codes/product-code.ts';

const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const KINDS = Object.keys(ITEM_CODE_KINDS) as ItemCodeKind[];

const anyCode = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    divisionNumber: fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0')),
    serial: fc.integer({ min: 1, max: SERIAL_MAX }),
  })
  .map(formatItemCode);
const codes = fc.sample(anyCode, { numRuns: 1000, seed: 20261128 });

function withCharacter(code: string, at: number, character: string): string {
  return code.slice(0, at) + character + code.slice(at + 1);
}

function swapped(code: string, at: number): string {
  return code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
}

describe('check digits', () => {
  it('catch every wrong character at every place of a thousand codes', () => {
    const missed = codes.flatMap((code) =>
      [...code].flatMap((right, at) =>
        CHARACTERS.filter((character) => character !== right)
          .map((character) => withCharacter(code, at, character))
          .filter((wrong) => readItemCode(wrong).ok),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('catch every swap of neighbours in a thousand codes', () => {
    const missed = codes.flatMap((code) =>
      Array.from({ length: 15 }, (_, at) => swapped(code, at)).filter(
        (wrong) => wrong !== code && readItemCode(wrong).ok,
      ),
    );
    expect(missed).toEqual([]);
  });
});

describe('intended codes', () => {
  it('have the code that was meant among them, whatever one slip was made', () => {
    const slips = codes
      .slice(0, 25)
      .flatMap((code) => [
        ...[...code]
          .slice(1)
          .flatMap((right, index) =>
            [...'0123456789']
              .filter((digit) => digit !== right)
              .map((digit) => [code, withCharacter(code, index + 1, digit)] as const),
          ),
        ...Array.from({ length: 14 }, (_, index) => [code, swapped(code, index + 1)] as const).filter(
          ([right, wrong]) => right !== wrong,
        ),
      ]);
    const lost = slips.filter(
      ([right, wrong]) => !listIntendedCodes(wrong, 40).some(({ code }) => code === right),
    );
    expect(slips.length).toBeGreaterThan(3000);
    expect(lost).toEqual([]);
  });

  it('put look-alikes first, all of them at once', () => {
    const code = formatItemCode({ kind: 'B', divisionNumber: '150800', serial: 1508 });
    const misread = `8${code.slice(1).replaceAll('0', 'O').replace('5', 'S')}`;
    expect(listIntendedCodes(misread)[0]).toEqual({ code, slip: 'look_alike' });
    expect(isLikeCode(misread)).toBe(true);
  });

  it('are all valid, each once, never more than asked for, and none for a right code', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(15), fc.constantFrom(...CHARACTERS), (code, at, character) => {
        const read = withCharacter(code, at, character);
        const intended = listIntendedCodes(read, 5);
        expect(intended.length).toBeLessThanOrEqual(5);
        expect(intended.every(({ code: each }) => readItemCode(each).ok)).toBe(true);
        expect(new Set(intended.map(({ code: each }) => each)).size).toBe(intended.length);
        if (readItemCode(read).ok) expect(intended).toEqual([]);
      }),
    );
  });

  it('take spacing, case, links and the label’s version as a scan does', () => {
    const code = formatItemCode({ kind: 'A', divisionNumber: '150800', serial: 4711 });
    const wrong = swapped(code, 11);
    const forms = [groupItemCode(wrong), wrong.toLowerCase(), `${wrong}-2`, `https://a.b/c/${wrong}-2`];
    for (const form of forms) expect(listIntendedCodes(form).map(({ code: each }) => each)).toContain(code);
  });

  it.each(['', '打印机', 'PF3K8Z2Q', '6901234567892', '1234567890123456'])(
    '%j is nothing like a code',
    (text) => {
      expect(isLikeCode(text)).toBe(false);
    },
  );
});

describe('product codes', () => {
  it.each([
    ['6901234567892', 'EAN-13'],
    ['96385074', 'EAN-8'],
    ['036000291452', 'UPC-A'],
    ['16901234567899', 'GTIN-14'],
    ['(01)06901234567892(17)271231', 'GTIN-14'],
    ['6901234567893', undefined],
    ['0000000000000', undefined],
    ['1234567', undefined],
    ['69012345678AB', undefined],
  ])('%s is %s', (text, symbology) => {
    expect(productSymbologyOf(text)).toBe(symbology);
  });
});

describe('label versions', () => {
  it('run from 1 to 9 and A to Z, and end there', () => {
    const versions: string[] = [];
    for (let at = nextLabelVersion(null); at !== undefined; at = nextLabelVersion(at)) versions.push(at);
    expect(versions.join('')).toBe('123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  });
});

describe('states of a code', () => {
  const at = new Date(0);
  it.each([
    [{ subjectId: null, voidedAt: null, labelVersion: null }, 'issued'],
    [{ subjectId: null, voidedAt: null, labelVersion: '1' }, 'printed'],
    [{ subjectId: 'x', voidedAt: null, labelVersion: null }, 'bound'],
    [{ subjectId: 'x', voidedAt: at, labelVersion: '2' }, 'void'],
    [{ subjectId: null, voidedAt: at, labelVersion: null }, 'void'],
  ])('%j is %s', (standing, state) => {
    expect(codeStateOf(standing)).toBe(state);
  });

  it('nothing leads out of void, and a bound code is bound for life', () => {
    for (const change of Object.keys(CODE_CHANGES) as (keyof typeof CODE_CHANGES)[]) {
      expect(canChangeCode(change, 'void')).toBe(false);
      if (change !== 'give_way') expect(canChangeCode(change, 'bound')).toBe(false);
    }
    expect(CODE_STATE_KEYS).toEqual(['issued', 'printed', 'bound', 'void']);
  });
});

describe('binding', () => {
  const code = formatItemCode({ kind: 'A', divisionNumber: '150800', serial: 7 });
  const own = formatItemCode({ kind: 'A', divisionNumber: '150800', serial: 8 });
  const request: BindingRequest = {
    text: code,
    scanned: readItemCode(code),
    kind: 'A',
    reason: null,
    isCodeListedBefore: false,
    isThingListedBefore: false,
  };
  const blank = { code, subjectId: null, voidedAt: null, labelVersion: '1', boundTo: null };
  const thing = { id: 'thing', title: '台式机', isOver: false, carries: { code: own, labelVersion: null } };
  const misread = readItemCode(swapped(code, 13));

  /** Each row breaks one rule more than the one below it, so that the order of precedence shows. */
  const rows: [CodeRefusalReason, Partial<BindingRequest>, object | undefined, object | undefined][] = [
    ['CODE_MISREAD', { scanned: misread }, undefined, undefined],
    ['CODE_UNKNOWN', { isCodeListedBefore: true }, undefined, undefined],
    ['CODE_LISTED_TWICE', { isCodeListedBefore: true }, { voidedAt: new Date(0) }, undefined],
    ['CODE_VOID', { kind: 'L' }, { voidedAt: new Date(0), subjectId: 'other' }, undefined],
    ['CODE_BOUND_HERE', { kind: 'L' }, { subjectId: 'thing' }, {}],
    ['CODE_BOUND', { kind: 'L' }, { subjectId: 'other', boundTo: '打印机' }, {}],
    ['CODE_KIND_DIFFERS', { kind: 'L' }, {}, undefined],
    ['THING_UNKNOWN', { isThingListedBefore: true }, {}, undefined],
    ['THING_LISTED_TWICE', { isThingListedBefore: true }, {}, { isOver: true }],
    ['THING_OVER', {}, {}, { isOver: true, carries: { code: own, labelVersion: '1' } }],
    ['REBIND_REASON_MISSING', {}, {}, { carries: { code: own, labelVersion: '1' } }],
  ];

  it.each(rows)('%s', (reason, asked, label, to) => {
    const verdict = decideBinding(
      { ...request, ...asked },
      label && { ...blank, ...label },
      to && { ...thing, ...to },
    );
    expect(verdict.allowed ? 'allowed' : verdict.reason).toBe(reason);
  });

  it('names its reasons in the order of the closed list', () => {
    const order = Object.keys(CODE_REFUSALS);
    const places = rows.map(([reason]) => order.indexOf(reason)).filter((place) => place >= 0);
    expect(places.length).toBe(rows.length);
    const bindingOrder = order.filter((reason) => rows.some(([each]) => each === reason));
    expect(new Set(bindingOrder)).toEqual(new Set(rows.map(([reason]) => reason)));
  });

  it.each([
    ['a thing whose code was never on a label', {}, null, own],
    [
      'a thing that carries a label, for a reason',
      { carries: { code: own, labelVersion: '2' } },
      '改用耐高温标签',
      own,
    ],
    ['a thing without a code', { carries: null }, null, null],
  ])('is allowed for %s', (_, to, reason, givesWay) => {
    const verdict = decideBinding({ ...request, reason }, blank, { ...thing, ...to });
    expect(verdict).toEqual({ allowed: true, givesWay });
  });
});
