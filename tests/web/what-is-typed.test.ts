import { afterEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { z } from 'zod';
import { declareEndpoint } from '../../src/platform/endpoint.ts';
import { readProblem } from '../../src/web/api/api-problem.ts';
import { endpointAddress } from '../../src/web/api/endpoint-address.ts';
import { readDraft, writeDraft } from '../../src/web/components/command-form/form-draft.ts';
import { parseYuan, yuanText } from '../../src/web/components/fields/yuan.ts';
import { fieldName } from '../../src/web/components/form-problems.ts';
import { readFilters, viewSearch } from '../../src/web/components/list-page/list-state.ts';
import { formatFen } from '../../src/web/components/money.tsx';
import { formatInstant, formatRelative } from '../../src/web/components/when.tsx';
import { createWedgeDetector } from '../../src/web/scan/wedge-detector.ts';
import { readReturnAddress, signInAddress } from '../../src/web/session/return-address.ts';

describe('money', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['1,234.56', 123456],
    ['１２３４．５', 123450],
    ['¥ 12', 1200],
    ['0.05', 5],
    ['7.', 700],
    ['1.234', undefined],
    ['-3', undefined],
    ['1e5', undefined],
    ['99999999999999', undefined],
    ['abc', undefined],
  ])('reads %p as %p fen', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen);
  });

  it.each([
    [0, '¥\u00a00.00'],
    [5, '¥\u00a00.05'],
    [123456, '¥\u00a01,234.56'],
    [100000000000, '¥\u00a01,000,000,000.00'],
    [-123456, '-¥\u00a01,234.56'],
  ])('shows %p fen as %p', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_007_199_254_740_991 }), (fen) => {
        expect(parseYuan(yuanText(fen))).toBe(fen);
        expect(parseYuan(formatFen(fen))).toBe(fen);
      }),
    );
  });
});

describe('time', () => {
  it.each([
    ['2026-11-23T01:30:00.000Z', '2026-11-23 09:30'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23 00:00'],
    ['2026-11-23T09:30:59.999+08:00', '2026-11-23 09:30'],
  ])('shows %s on the court’s clock', (instant, text) => {
    expect(formatInstant(instant)).toBe(text);
  });

  it.each([
    ['2026-11-20T01:30:00Z', 'zh', '3天前'],
    ['2026-11-23T03:30:00Z', 'en', 'in 2 hours'],
    ['2026-11-23T01:29:50Z', 'zh', '此刻'],
  ] as const)('says how far %s is', (instant, language, text) => {
    const said = formatRelative(instant, new Date('2026-11-23T01:30:00Z'), language);
    expect(said.replaceAll(/\s/g, language === 'zh' ? '' : ' ')).toMatch(
      text === '此刻' ? /此刻|本分钟|0分钟/ : text,
    );
  });
});

describe('wedge scanner', () => {
  const type = (text: string, gapMs: number) => {
    const detector = createWedgeDetector();
    return [...text.split(''), 'Enter'].map((key, index) => detector.push(key, index * gapMs)).at(-1);
  };

  it.each([
    ['A150800000123455', 5, 'A150800000123455'],
    ['A150800000123455', 100, 'A150800000123455'],
    ['A150800000123455', 180, undefined],
    ['12345', 5, undefined],
    ['', 5, undefined],
  ])('takes %p with %p ms between keys as %p', (text, gapMs, scan) => {
    expect(type(text, gapMs)).toBe(scan);
  });

  it('forgets what was typed slowly before', () => {
    const detector = createWedgeDetector();
    detector.push('x', 0);
    [...'S150800', 'Shift', ...'0000001'].forEach((key, index) => detector.push(key, 1000 + index * 4));
    expect(detector.push('Enter', 1070)).toBe('S1508000000001');
    expect(detector.push('Enter', 1075)).toBeUndefined();
  });
});

describe('addresses', () => {
  const declaration = declareEndpoint({
    name: 'readThing',
    kind: 'query',
    method: 'get',
    path: '/things/:thingId/parts/:part',
    permission: 'signed-in',
    tag: 'x',
    summary: { zh: '', en: '' },
    response: z.object({}),
  });

  it('fills in parameters and repeats lists', () => {
    const request = {
      params: { thingId: 'a/b ?', part: 7 },
      query: { status: ['idle', 'in use'], after: undefined, q: '台式机', flag: true, none: null },
    };
    expect(endpointAddress(declaration, request)).toBe(
      '/api/things/a%2Fb%20%3F/parts/7?status=idle&status=in+use&q=%E5%8F%B0%E5%BC%8F%E6%9C%BA&flag=true',
    );
  });

  it('refuses a missing parameter', () => {
    expect(() => endpointAddress(declaration, { params: { thingId: 'a' } })).toThrow('part');
  });

  it.each([
    ['/assets?status=idle', '/assets?status=idle'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/sign-in?from=/x', '/'],
    ['', '/'],
  ])('comes back after sign-in from %p to %p', (from, to) => {
    expect(readReturnAddress(new URLSearchParams({ from }))).toBe(to);
  });

  it('carries the whole address through sign-in', () => {
    const address = '/assets?q=台式机&status=idle#life';
    expect(readReturnAddress(new URL(signInAddress(address), 'http://x').searchParams)).toBe(address);
  });

  it('keeps filters apart from the rest of a list’s address', () => {
    const search = new URLSearchParams(
      'status=idle&status=in_use&sort=-value&preview=a1&view=v&columns=a,b&do=issue',
    );
    expect(readFilters(search)).toEqual({ status: ['idle', 'in_use'] });
    expect(viewSearch(search)).toBe('columns=a%2Cb&sort=-value&status=idle&status=in_use');
  });
});

describe('refusals', () => {
  it.each([
    ['body.lines.3.assetId', ['lines', 3, 'assetId']],
    ['query.status', ['status']],
    ['name', ['name']],
  ])('finds the field of %s', (path, name) => {
    expect(fieldName(path)).toEqual(name);
  });

  it('reads a problem with its fields and number', () => {
    const problem = readProblem(
      409,
      {
        status: 409,
        code: 'ASSET_NOT_IN_STORAGE',
        sentences: { zh: '不在库', en: 'Not in stock' },
        problems: [{ path: 'body.on', code: 'DAY_INVALID', zh: '日期', en: 'day' }],
        requestId: 'r-1',
      },
      'r-2',
      '30',
    );
    expect(problem).toMatchObject({ code: 'ASSET_NOT_IN_STORAGE', requestId: 'r-1', retryAfterSeconds: 30 });
    expect(problem.problems).toHaveLength(1);
  });

  it('makes a proxy’s error page a problem that can be shown', () => {
    const problem = readProblem(502, '<html>', 'r-9', null);
    expect(problem).toMatchObject({ status: 502, code: 'UNREADABLE_ANSWER', requestId: 'r-9' });
  });
});

describe('a draft', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('keeps what was typed, but neither a PIN, nor the number of a document, nor a signature', () => {
    const kept = new Map<string, string>();
    // why: the store of a tab is there in a browser only; what is put into it is what is asked here.
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    const person = { name: '赵权利', document: '身份证' };
    writeDraft('return', {
      ...{ taker: { ...person, documentNumber: '150802' }, receiver: '孙领', receiverDocument: '150803' },
      ...{ takerDocument: '150804', takerSignature: 'data:甲', officerSignature: 'data:乙' },
      secondPerson: { personId: '1', pin: '246810' },
    });
    expect(readDraft('return')).toEqual({ taker: person, receiver: '孙领', secondPerson: { personId: '1' } });
  });
});
