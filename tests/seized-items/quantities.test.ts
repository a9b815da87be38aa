/** Exact decimals, units, currencies, and what each category must state. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  ITEM_CATEGORIES,
  ITEM_CATEGORY_IDS,
  gradeWithin,
  listMissingFacts,
} from '../../src/modules/seized-items/item-categories.ts';
import {
  amountOfMinorUnits,
  CURRENCIES,
  findQuantityProblem,
  ITEM_UNITS,
  minorUnitsOf,
} from '../../src/modules/seized-items/item-quantity.ts';
import {
  addDecimals,
  compareDecimals,
  decimalPlaces,
  multiplyDecimals,
  normaliseDecimal,
  subtractDecimals,
  sumDecimals,
} from '../../src/platform/decimal.ts';
import { sayQuantity, sayUnit } from '../../src/platform/quantity.ts';

describe('decimals', () => {
  it.each([
    ['0.1', '0.2', '0.3', '-0.1'],
    ['1.50', '1.5', '3', '0'],
    ['0', '0.000000000000000001', '0.000000000000000001', '-0.000000000000000001'],
    [
      '999999999999999999.999999999999999999',
      '0.000000000000000001',
      '1000000000000000000',
      '999999999999999999.999999999999999998',
    ],
    ['-2', '5.25', '3.25', '-7.25'],
  ])('%s and %s', (left, right, sum, difference) => {
    expect(addDecimals(left, right)).toBe(sum);
    expect(subtractDecimals(left, right)).toBe(difference);
  });

  it('multiplies exactly', () => {
    expect(multiplyDecimals('1.25', '24')).toBe('30');
    expect(multiplyDecimals('0.000000001', '0.000000001')).toBe('0.000000000000000001');
    expect(multiplyDecimals('-0.5', '0.5')).toBe('-0.25');
  });

  it.each(['', '1e3', ' 1', '1,5', '.5', '5.', '+1', '01', 'NaN', '1.2.3', '１'])('refuses %p', (text) => {
    expect(() => normaliseDecimal(text)).toThrow(RangeError);
  });

  it('is a field as far as quantities need one', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(18))
      .map(([units, places]) => {
        const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
        const text = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
        return normaliseDecimal((units < 0n ? '-' : '') + (places === 0 ? digits : text));
      });
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(addDecimals(a, b)).toBe(addDecimals(b, a));
        expect(sumDecimals([a, b, c])).toBe(addDecimals(a, addDecimals(b, c)));
        expect(subtractDecimals(addDecimals(a, b), b)).toBe(a);
        expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0);
        expect(normaliseDecimal(a)).toBe(a);
        expect(decimalPlaces(a)).toBeLessThanOrEqual(18);
      }),
    );
  });
});

describe('quantities with a unit', () => {
  it.each([
    ['3', '部', null],
    ['0.5', '克', null],
    ['12.3456', '克', null],
    ['0.000000000000000001', '枚币', null],
    ['1', '批', 'UNIT_UNCOUNTED'],
    ['1', '若干', 'UNIT_UNCOUNTED'],
    ['1', '宗', 'UNIT_UNCOUNTED'],
    ['1', '打字机', 'UNIT_UNKNOWN'],
    ['1.5', '部', 'QUANTITY_TOO_FINE'],
    ['1.00', '部', null],
    ['12.34567', '克', 'QUANTITY_TOO_FINE'],
    ['0', '件', 'QUANTITY_NOT_POSITIVE'],
    ['0.00', 'CNY', 'QUANTITY_NOT_POSITIVE'],
    ['-1', '件', 'QUANTITY_NOT_DECIMAL'],
    ['1e3', '件', 'QUANTITY_NOT_DECIMAL'],
    ['07', '件', 'QUANTITY_NOT_DECIMAL'],
    ['一', '件', 'QUANTITY_NOT_DECIMAL'],
    ['1234567890123456789', '件', 'QUANTITY_TOO_LARGE'],
    ['90071992547410', 'CNY', 'QUANTITY_TOO_LARGE'],
    ['100.01', 'CNY', null],
    ['100.001', 'CNY', 'QUANTITY_TOO_FINE'],
    ['100.5', 'JPY', 'QUANTITY_TOO_FINE'],
  ])('%s %s: %s', (quantity, unit, problem) => {
    expect(findQuantityProblem(quantity, unit)).toBe(problem);
  });

  it.each([
    ['123.45', 'CNY', 12_345],
    ['1200', 'JPY', 1200],
    ['0.01', 'USD', 1],
    ['0.001', 'USD', null],
    ['90071992547409.92', 'CNY', null],
    ['5', '件', null],
  ])('%s %s is %s minor units', (amount, currency, minor) => {
    expect(minorUnitsOf(amount, currency)).toBe(minor);
    if (minor !== null) expect(amountOfMinorUnits(minor, currency)).toBe(normaliseDecimal(amount));
  });

  it('says them as an office does', () => {
    expect(sayQuantity('2', '部')).toEqual({ zh: '2 部', en: '2 units' });
    expect(sayQuantity('1', '部').en).toBe('1 unit');
    expect(sayQuantity('1.5', '千克')).toEqual({ zh: '1.5 千克', en: '1.5 kg' });
    expect(sayQuantity('123.45', 'CNY')).toEqual({ zh: '123.45 元', en: '123.45 CNY' });
    expect(sayQuantity('1234567.5', 'CNY').zh).toBe('1,234,567.5 元');
    expect(sayQuantity('-56000', 'USD').en).toBe('-56,000 USD');
    expect(sayQuantity('1234.5', '克').zh).toBe('1234.5 克');
    expect(sayQuantity('100', 'USD')).toEqual({ zh: '100 美元', en: '100 USD' });
    expect(sayQuantity('3', '挂')).toEqual({ zh: '3 挂', en: '3 挂' });
  });

  it('names every unit and currency in English, no two of them alike', () => {
    const units = [...Object.keys(ITEM_UNITS), ...Object.keys(CURRENCIES)];
    const names = units.map((unit) => sayUnit(unit).en);
    expect(names.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(units.length);
  });

  it('knows no unit that is also a currency', () => {
    expect(Object.keys(ITEM_UNITS).filter((unit) => unit in CURRENCIES)).toEqual([]);
  });
});

describe('what a category must state (刑诉法解释 437)', () => {
  it.each([
    ['vehicles', ['model', 'plateNumber', 'vin', 'engineNumber', 'odometerKm']],
    ['precious_metals', ['weight', 'fineness', 'purity']],
    ['title_deeds', ['address', 'certificateNumber']],
    ['cash', ['denominations', 'source']],
    ['electronics', ['model', 'colour', 'serialNumber']],
  ] as const)('%s', (category, facts) => {
    expect(listMissingFacts(category, {})).toEqual(expect.arrayContaining([...facts]));
    const stated = Object.fromEntries(ITEM_CATEGORIES[category].required.map((fact) => [fact, '不详']));
    expect(listMissingFacts(category, stated)).toEqual([]);
  });

  it('situation 32: live guns, ammunition, explosives, drugs and counterfeit notes are not taken in', () => {
    const refused = ITEM_CATEGORY_IDS.filter((id) => 'prohibition' in ITEM_CATEGORIES[id]);
    expect(refused.sort()).toEqual([
      'counterfeit_notes',
      'explosives',
      'firearms',
      'narcotics',
      'window_payments',
    ]);
  });

  it('valuables are photographed from four sides and never graded lower', () => {
    for (const id of ['precious_metals', 'relics_and_art'] as const) {
      expect(ITEM_CATEGORIES[id].photosMin).toBe(4);
      expect(gradeWithin(id, 'ordinary')).toBe('valuable');
      expect(gradeWithin(id, 'special')).toBe('special');
    }
    expect(gradeWithin('other', 'ordinary')).toBe('ordinary');
  });
});
