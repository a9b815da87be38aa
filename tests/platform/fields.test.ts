import { describe, expect, it } from 'vitest';
import { day, line, month, paragraph, quantity, queryList } from '../../src/platform/fields.ts';
import { problemsOf } from '../../src/platform/problem-details.ts';
import { z } from 'zod';

describe('what is said of input that does not fit', () => {
  it.each([
    [z.string(), undefined, '需要填写，应为文字。', 'Needed here: text.'],
    [z.int(), 1.5, '需要填写，应为整数。', 'Needed here: a whole number.'],
    [z.array(z.string()), 1, '需要填写，应为列表。', 'Needed here: a list.'],
    [line(3), 'abcd', '最多 3 个字符。', 'At most 3 character(s).'],
    [z.array(z.string()).min(1), [], '至少 1 项。', 'At least 1 item(s).'],
    [z.int().max(3), 5, '不能大于 3。', 'Must be 3 or less.'],
    [z.number().min(3), 1, '不能小于 3。', 'Must be 3 or more.'],
    [day(), 'x', '应为日期，如 2026-11-23。', 'Must be a day, such as 2026-11-23.'],
    [
      month(),
      '11月',
      '书写格式不对，请核对后重新填写。',
      'It is not written as it must be. Check it and type it again.',
    ],
    [z.enum(['a', 'b']), 'c', '只能是以下之一：a、b。', 'Must be one of: a, b.'],
    [z.strictObject({}), { x: 1 }, '有不认识的字段：x，请去掉。', 'Leave out what is not known here: x.'],
    [
      z.union([z.string(), z.int()]),
      null,
      '填写内容不符合要求，请核对。',
      'This does not fit here. Check it.',
    ],
  ])('%# is a sentence in both languages', (schema: z.ZodType, value, zh, en) => {
    const { error } = schema.safeParse(value);
    expect(error && problemsOf(error, 'body')).toMatchObject([{ zh, en }]);
  });
});

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
