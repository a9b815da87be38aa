import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  acquiredRangeOf,
  classPrefixOf,
  classRangeOf,
  searchOf,
} from '../../src/modules/fixed-assets/asset-criteria.ts';
import { listAvailableActions } from '../../src/modules/fixed-assets/available-actions.ts';
import { yearsBefore } from '../../src/modules/fixed-assets/calendar.ts';
import { addDays } from '../../src/platform/days.ts';
import { classWarningOf } from '../../src/modules/fixed-assets/class-warning.ts';
import { addFlows, openingOf } from '../../src/modules/fixed-assets/ledger-direction.ts';
import { queryGramsOf, searchGramsOf } from '../../src/modules/fixed-assets/search-grams.ts';

const CLASSES = [
  { code: 'A02010100', name: '计算机' },
  { code: 'A02010104', name: '服务器' },
  { code: 'A02010105', name: '台式计算机' },
  { code: 'A02010108', name: '便携式计算机' },
  { code: 'A05010300', name: '椅凳类' },
  { code: 'A05010301', name: '办公椅' },
  { code: 'A05010303', name: '会议椅' },
  { code: 'A05010501', name: '书柜' },
  { code: 'A05010502', name: '文件柜' },
];

describe('a class that does not fit the name', () => {
  it.each([
    ['联想笔记本电脑', 'A02010105', 'CODE_OF_OLD_EDITION', 'A02010108'],
    ['台式计算机', 'A02010104', 'CODE_OF_OLD_EDITION', 'A02010105'],
    ['台式机', 'A02010108', 'NAME_SUGGESTS_OTHER_CLASS', 'A02010105'],
    ['便携式计算机', 'A05010301', 'NAME_SUGGESTS_OTHER_CLASS', 'A02010108'],
    ['会议椅', 'A05010301', 'NAME_SUGGESTS_OTHER_CLASS', 'A05010303'],
    ['铁皮文件柜', 'A05010501', 'NAME_SUGGESTS_OTHER_CLASS', 'A05010502'],
    ['台式计算机', 'A02010105', null, null],
    ['台式计算机', 'A02010100', null, null],
    ['法官办公椅', 'A05010301', null, null],
    ['会议椅', 'A05010300', null, null],
    ['皮质转椅', 'A05010301', null, null],
    ['服务器机柜', 'A05010502', null, null],
  ])('%s in %s: %s, rather %s', (name, code, warning, suggested) => {
    const own = CLASSES.find((each) => each.code === code) ?? { code, name: '' };
    const found = classWarningOf(name, own, CLASSES);
    expect([found?.code ?? null, found?.suggestedClassCode ?? null]).toEqual([warning, suggested]);
  });
});

describe('words in pieces', () => {
  const character = fc.constantFrom(...'办公椅计算机台式联想abAB12340 -（）');
  const text = fc.string({ unit: character, minLength: 1, maxLength: 20 });

  it('find every card that contains the typed words', () => {
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        const pieces = new Set(searchGramsOf([`${before} ${word} ${after}`]));
        expect(queryGramsOf(word).filter((piece) => !pieces.has(piece))).toEqual([]);
      }),
    );
  });

  it('find a part of a word too, from two characters on', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (word, start, length) => {
        const folded = word
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, '');
        const part = folded.slice(start % Math.max(1, folded.length)).slice(0, 2 + (length % 5));
        fc.pre(part.length >= 2);
        const pieces = new Set(searchGramsOf([folded]));
        expect(queryGramsOf(part).every((piece) => pieces.has(piece))).toBe(true);
      }),
    );
  });

  it.each([
    ['1234', '123 34', false],
    ['1234', '0123456', true],
    ['复印', '复 印', false],
    ['椅', '办公椅', true],
    ['ＴＨＩＮＫ', 'ThinkPad', true],
    ['吉', '𠮷吉', true],
  ])('“%s” in “%s”: %s', (query, card, expected) => {
    const pieces = new Set(searchGramsOf([card]));
    expect(queryGramsOf(query).every((piece) => pieces.has(piece))).toBe(expected);
  });

  it('are 32-bit numbers, and different for different pieces', () => {
    const pieces = searchGramsOf(['办公椅 购置 ｱ 123 abc 0 龠']);
    expect(pieces.every((piece) => piece === (piece | 0))).toBe(true);
    expect(new Set(pieces).size).toBe(pieces.length);
  });
});

describe('what a typed text is searched as', () => {
  it.each([
    ['A150800 0001234', 'A1508000001234'],
    ['sn-42x', 'SN42X'],
    ['TY2015/001', 'TY2015001'],
    ['12', null],
    ['联想 123', null],
    ['thinkpad', null],
  ])('“%s” as the number %s', (text, number) => expect(searchOf(text)?.number).toBe(number));
});

describe('days', () => {
  it.each([
    ['2026-11-23', 10, '2016-11-23'],
    ['2024-02-29', 1, '2023-02-28'],
    ['2024-02-29', 4, '2020-02-29'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s less %i years is %s', (day, years, expected) => expect(yearsBefore(day, years)).toBe(expected));

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (day, days, expected) => expect(addDays(day, days)).toBe(expected));

  it.each([
    [{ ageFromYears: 3 }, null, '2023-11-23'],
    [{ ageToYears: 2 }, '2023-11-24', null],
    [{ ageFromYears: 3, acquiredTo: '2020-01-01' }, null, '2020-01-01'],
    [{ ageToYears: 2, acquiredFrom: '2024-05-01' }, '2024-05-01', null],
  ])('the age %j means acquired from %s to %s', (filters, from, to) =>
    expect(acquiredRangeOf(filters, '2026-11-23')).toEqual({ from, to }),
  );
});

describe('classes below a code', () => {
  it.each([
    ['A02', 'A02000000', 'A02999999'],
    ['A02000000', 'A02000000', 'A02999999'],
    ['A02010105', 'A02010105', 'A02010105'],
    ['A0201', 'A02010000', 'A02019999'],
  ])('%s reach from %s to %s', (code, first, last) =>
    expect(classRangeOf(classPrefixOf(code))).toEqual({ first, last }),
  );
});

describe('sums of the ledger', () => {
  it('add quantities exactly', () => {
    const of = (...quantities: string[]) =>
      addFlows(quantities.map((quantity) => ({ count: 1, quantity, amountFen: 1 }))).quantity;
    expect(of('0.1', '0.2', '1', '2.0005')).toBe('3.3005');
    expect(of('999999999999.9999', '0.0001')).toBe('1000000000000');
    expect(of('1.5', '-2.25')).toBe('-0.75');
    expect(of()).toBe('0');
  });

  it('lead from the closing back to the opening; corrected cards change no count', () => {
    const flow = (count: number, quantity: string, amountFen: number) => ({ count, quantity, amountFen });
    const flows = { in: flow(3, '3.5', 300), out: flow(1, '1', 120), corrected: flow(2, '-0.5', -30) };
    expect(openingOf(flow(12, '12', 1150), flows)).toEqual(flow(10, '10', 1000));
  });
});

describe('what may be done next', () => {
  const grounds = {
    status: 'in_use',
    hasPendingReceipt: false,
    isReceiver: false,
    mayMove: true,
    mayWriteCard: true,
    mayCorrectLedger: true,
  } as const;

  it('follows the status and the permissions', () => {
    expect(listAvailableActions(grounds)).toEqual([
      'return',
      'transfer',
      'relocate',
      'send_to_repair',
      'mark_idle',
      'correct_card',
      'upload_file',
      'correct_entry',
    ]);
    expect(
      listAvailableActions({ ...grounds, mayMove: false, mayWriteCard: false, mayCorrectLedger: false }),
    ).toEqual([]);
  });

  it('offers the signature first to the receiver, and no hand-over that would hide it', () => {
    const waiting = { ...grounds, hasPendingReceipt: true };
    expect(listAvailableActions({ ...waiting, isReceiver: true }).slice(0, 2)).toEqual([
      'sign_receipt',
      'refuse_receipt',
    ]);
    expect(listAvailableActions(waiting)).not.toContain('transfer');
    expect(listAvailableActions(waiting)).not.toContain('sign_receipt');
  });

  it('leaves a disposed asset its ledger alone', () => {
    expect(listAvailableActions({ ...grounds, status: 'disposed' })).toEqual(['correct_entry']);
  });
});
