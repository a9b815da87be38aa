import { describe, expect, it } from 'vitest';
import { day, line, month, paragraph, quantity, queryList } from '../../src/platform/fields.ts';
import { z } from 'zod';

describe('field types', () => {
  it.each([
    ['办公桌', true],
    ['<script>alert(1)</script>', true],
    ["'; drop table assets; --", true],
    ['', false],
    ['   ', false],
    ['a\u0000b', false],
    ['a\u0007b', false],
    ['a\nb', false],
    ['\ud800', false],
    ['x'.repeat(201), false],
  ])('line %j is legal: %s', (value, legal) => {
    const parsed = line().safeParse(value);
    expect(parsed.success).toBe(legal);
    if (parsed.success) expect(parsed.data).toBe(value);
  });

  it('keeps line breaks and tabs of a paragraph as typed', () => {
    expect(paragraph().parse('一\r\n\t二')).toBe('一\r\n\t二');
  });

  it.each([
    ['0', true],
    ['12.5', true],
    ['012', false],
    ['1.23456', false],
    ['-1', false],
    ['1e3', false],
  ])('quantity %s is legal: %s', (value, legal) => expect(quantity().safeParse(value).success).toBe(legal));

  it.each([
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-2-1', false],
  ])('day %s is legal: %s', (value, legal) => expect(day().safeParse(value).success).toBe(legal));

  it('month is 01 to 12', () => {
    expect(month().safeParse('2026-13').success).toBe(false);
    expect(month().safeParse('2026-12').success).toBe(true);
  });

  it('takes one or several query values', () => {
    const list = queryList(z.string());
    expect(list.parse('a')).toEqual(['a']);
    expect(list.parse(['a', 'b'])).toEqual(['a', 'b']);
  });
});
