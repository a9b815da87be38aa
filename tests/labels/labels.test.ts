import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { composeLabel, findLabelProblems } from '../../src/modules/labels/drawing/compose-label.ts';
import { composeTestPage } from '../../src/modules/labels/drawing/compose-test-page.ts';
import { drawLabelBitmap } from '../../src/modules/labels/drawing/bitmap/draw-label-bitmap.ts';
import { drawLabelPng } from '../../src/modules/labels/drawing/draw-label-png.ts';
import { extentOfText } from '../../src/modules/labels/drawing/turned-frame.ts';
import type { LabelContent, LabelProblem } from '../../src/modules/labels/drawing/label-content.ts';
import { writeLabelsPdf } from '../../src/modules/labels/drawing/write-labels-pdf.ts';
import { writeTsplLabel } from '../../src/modules/labels/drawing/write-tspl-label.ts';
import { writeZplLabel } from '../../src/modules/labels/drawing/write-zpl-label.ts';
import { BUILT_IN_FIELDS, LABEL_FIELDS } from '../../src/modules/labels/label-fields.ts';
import {
  loadShippedTemplates,
  SCHEMA_FILE,
} from '../../src/modules/labels/templates/load-shipped-templates.ts';
import { templateSchema } from '../../src/modules/labels/templates/template-schema.ts';
import type { LabelTemplate } from '../../src/modules/labels/template.contract.ts';
import { codesIn, pictureOf, pictureOfPage } from './read-codes.ts';
import { readTspl } from './read-tspl.ts';
import {
  codesOf,
  contentOf,
  DPIS,
  templateOf,
  TEMPLATES,
  TEMPLATES_FOLDER,
  templateWith,
} from './sample-labels.ts';

const AT_203 = { dpi: 203, offsetMm: { x: 0, y: 0 } } as const;
const SETTINGS = { copies: 2, darkness: 20, speedMmPerSecond: 76, gapMm: 3 };
const CREATED = new Date('2026-11-23T01:30:00Z');

const problemsOf = (elements: readonly unknown[], content: LabelContent = contentOf('A')) =>
  composeLabel(templateWith(elements), content, AT_203).problems;
const named = (problems: readonly LabelProblem[]) =>
  problems.map(({ code, severity, path: at }) => `${severity} ${code} ${at}`);
const text = (more: Record<string, unknown>) => ({
  type: 'text',
  x: 2,
  y: 2,
  width: 30,
  height: 5,
  text: '{name}',
  fontSizePt: 9,
  ...more,
});
const withName = (name: string) => contentOf('A', { fields: { name } });

async function pdfOf(
  template: LabelTemplate,
  labels: LabelContent[],
  more: { skipCells?: number; offsetMm?: { x: number; y: number } } = {},
): Promise<{ bytes: Buffer; told: string[] }> {
  const told: string[] = [];
  const chunks: Uint8Array[] = [];
  const { skipCells = 0, offsetMm = { x: 0, y: 0 } } = more;
  const device = { dpi: 600, offsetMm } as const;
  const onLabel = (index: number, problems: readonly LabelProblem[]) =>
    told.push(`${index} ${problems.map(({ code }) => code).join()}`);
  const input = { template, labels, device, skipCells, title: '标签', createdAt: CREATED, onLabel };
  // why: a stream of bytes hands out buffers; its type knows only any.
  for await (const chunk of writeLabelsPdf(input)) chunks.push(chunk as Buffer);
  return { bytes: Buffer.concat(chunks), told };
}

async function textsOf(bytes: Buffer): Promise<{ text: string; x: number; y: number }[][]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { items } = await page.getTextContent({ disableNormalization: true });
      return items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
          : [],
      );
    }),
  );
}

describe('shipped templates', () => {
  it('have the schema that the program has', () => {
    expect(readFileSync(path.join(TEMPLATES_FOLDER, SCHEMA_FILE), 'utf8')).toBe(templateSchema());
  });

  it('have a README that names every field', () => {
    const readme = readFileSync(path.join(TEMPLATES_FOLDER, 'README.md'), 'utf8');
    for (const { id, zh } of [...BUILT_IN_FIELDS, ...Object.values(LABEL_FIELDS).flat()]) {
      expect(readme).toContain(`\`{${id}}\``);
      expect(readme).toContain(zh);
    }
  });

  it('are there for every kind of thing, on rolls and on sheets', () => {
    expect(new Set(TEMPLATES.flatMap(({ kinds }) => kinds))).toEqual(new Set(Object.keys(LABEL_FIELDS)));
    expect(TEMPLATES.flatMap(({ sheet }) => (sheet ? [`${sheet.columns}×${sheet.rows}`] : []))).toEqual(
      expect.arrayContaining(['3×8', '2×7', '4×10']),
    );
  });

  it('have no field for the number of an identity document', () => {
    for (const { id, zh, sample } of Object.values(LABEL_FIELDS).flat()) {
      expect(`${id} ${zh}`).not.toMatch(/identity|idNumber|身份证|证件号/i);
      expect(sample).not.toMatch(/\d{17}[\dX]/);
    }
  });

  it('are refused all at once, each problem with its file and path', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'label-templates-'));
    const good = {
      key: 'wrong-key',
      name: { zh: '甲', en: 'a' },
      kinds: ['A'],
      sizeMm: { width: 40, height: 20 },
    };
    const element = { type: 'text', x: 30, y: 2, width: 20, height: 5, text: '{plate}', fontSizePt: 8 };
    await writeFile(path.join(folder, 'broken.json'), '{');
    await writeFile(
      path.join(folder, 'field.json'),
      JSON.stringify({ ...good, key: 'field', elements: [element] }),
    );
    await writeFile(
      path.join(folder, 'renamed.json'),
      JSON.stringify({ ...good, elements: [{ ...element, x: 1, text: '{name}' }] }),
    );
    await writeFile(
      path.join(folder, 'shape.json'),
      JSON.stringify({ ...good, key: 'shape', elements: [{ type: 'qr' }] }),
    );
    try {
      expect(() => loadShippedTemplates(folder)).toThrow(
        /broken\.json: not JSON[^]*field\.json elements\.0: Reaches beyond[^]*field\.json elements\.0\.text: There is no field \{plate\}[^]*renamed\.json key: “wrong-key”[^]*shape\.json elements\.0\.x/,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(() => loadShippedTemplates(path.join(folder, 'gone'))).toThrow('is missing');
  });
});

describe('a label is refused', () => {
  const QR = { type: 'qr', x: 2, y: 2, width: 20, height: 20 };

  it.each([
    ['a QR of under 3 dots', { ...QR, width: 10.8, height: 10.8 }, ['refused CODE_TOO_SMALL elements.0']],
    ['not one of 3 dots', { ...QR, width: 10.9, height: 10.9 }, []],
    [
      'a Data Matrix of under 3 dots',
      { ...QR, type: 'datamatrix', width: 6.7 },
      ['refused CODE_TOO_SMALL elements.0'],
    ],
    ['not one of 3 dots', { ...QR, type: 'datamatrix', width: 6.8, height: 6.8 }, []],
    [
      'a Code 128 of under 2 dots',
      { ...QR, type: 'code128', width: 41.2 },
      ['refused CODE_TOO_SMALL elements.0'],
    ],
    ['not one of 2 dots', { ...QR, type: 'code128', width: 41.3 }, []],
    ['a link that there is not', { ...QR, content: 'link' }, ['refused LINK_MISSING elements.0']],
    [
      'a picture that is none',
      { ...QR, type: 'picture', png: 'iVBORw0KGgoAAAA' },
      ['refused PICTURE_UNREADABLE elements.0'],
    ],
  ])('with %s', (_, element, expected) => {
    expect(named(problemsOf([element]))).toEqual(expected);
  });

  it.each([
    ['text', text({ x: 20, y: 5, width: 20 })],
    ['a line', { type: 'line', x: 21, y: 0, width: 0, height: 30 }],
    ['another code', { type: 'datamatrix', x: 20, y: 5, width: 12, height: 12 }],
    ['a box', { type: 'box', x: 15, y: 15, width: 20, height: 20, filled: true }],
  ])('when %s enters the quiet zone of a code', (_, intruder) => {
    const problems = problemsOf([QR, intruder]);
    expect(named(problems)).toContain('refused QUIET_ZONE_TOUCHED elements.1');
  });

  it('and what is printed in its place has no code and says which label and why', async () => {
    const { display, problems } = composeLabel(templateWith([{ ...QR, width: 9 }]), contentOf('A'), AT_203);
    expect(codesOf(display)).toEqual([]);
    const shown = display.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('');
    expect(shown).toContain('标签未生成 A 150800 0001234 46');
    expect(shown.replaceAll(' ', '')).toContain('至少3点才能扫出');
    expect(problems[0]?.zh).toContain('10.9 × 10.9 毫米');
    const { told } = await pdfOf(templateWith([{ ...QR, width: 7 }]), [contentOf('A')]);
    expect(told).toEqual(['0 CODE_TOO_SMALL']);
  });

  it('when a label of seized property would show the number of an identity card', () => {
    const template = templateOf('seized-item-70x50');
    const at = (name: string, code = contentOf('S').code) =>
      composeLabel(template, { ...contentOf('S'), code, fields: { name } }, AT_203).problems.map(
        ({ code: each }) => each,
      );
    expect(at('张某身份证11010519491231002X')).toEqual(['IDENTITY_NUMBER']);
    expect(at('手机，串号 110105194912310021')).toEqual([]);
    expect(at('１１０１０５１９４９１２３１００２Ｘ')).toEqual(['IDENTITY_NUMBER']);
  });
});

describe('text on a label', () => {
  it('is cut with an ellipsis and a warning where it does not fit', () => {
    const long = '巴彦淖尔市中级人民法院审判业务用房综合布线系统机柜';
    const elements = [text({ overflow: 'ellipsis', width: 20 })];
    const { display, problems } = composeLabel(templateWith(elements), withName(long), AT_203);
    const [item] = display.items;
    expect(item?.kind === 'text' && item.text).toBe('巴彦淖尔市…');
    expect(named(problems)).toEqual(['warning TEXT_CUT elements.0']);
    expect(problems[0]?.zh).toContain(long);
    expect(problemsOf([text({ overflow: 'wrap', width: 20, height: 26 })], withName(long))).toEqual([]);
    expect(problemsOf([text({ width: 30, lines: 2, height: 8, minFontSizePt: 5 })], withName(long))).toEqual(
      [],
    );
  });

  it('stays inside its area whatever it is, in every setting', () => {
    const unit = fc.constantFrom('法', '院', '、', '（', '）', 'A', '1', '-', ' ', '。', 'W', '镕');
    const TALL = {
      overflow: 'wrap',
      align: 'left',
      verticalAlign: 'top',
      turn: 0,
      lines: 1,
      width: 6,
      height: 23,
      spacingEm: 0,
    } as const;
    const setting = fc.record({
      overflow: fc.constantFrom('shrink', 'wrap', 'ellipsis'),
      align: fc.constantFrom('left', 'center', 'right', 'justify'),
      verticalAlign: fc.constantFrom('top', 'middle', 'bottom'),
      turn: fc.constantFrom(0, 90, 180, 270),
      lines: fc.integer({ min: 1, max: 4 }),
      width: fc.integer({ min: 6, max: 40 }),
      height: fc.integer({ min: 6, max: 30 }),
      spacingEm: fc.constantFrom(0, 0.1),
    });
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 60 }), setting, (name, more) => {
        const { display } = composeLabel(templateWith([text(more)]), withName(name), AT_203);
        for (const item of display.items) {
          if (item.kind !== 'text') continue;
          const area = extentOfText(item, 0.88 * item.size, 0.12 * item.size);
          expect(area.x).toBeGreaterThanOrEqual(16 - 0.1);
          expect(area.y).toBeGreaterThanOrEqual(16 - 0.1);
          expect(area.x + area.width).toBeLessThanOrEqual(16 + more.width * 8 + 0.1);
          expect(area.y + area.height).toBeLessThanOrEqual(16 + more.height * 8 + 0.1);
        }
      }),
      { examples: [['法法法法法法', TALL]] },
    );
  });

  it.each([
    ['an emoji', '打印机🖨', '🖨（U+1F5A8）'],
    ['an ideograph of extension G', '某𰀀面馆', '𰀀（U+30000）'],
    ['an invisible character', '柜\u200b子', 'U+200B'],
  ])('names %s that the typeface lacks, and shows its code point', (_, name, shown) => {
    const { display, problems } = composeLabel(templateWith([text({})]), withName(name), AT_203);
    expect(named(problems)).toEqual(['warning CHARACTER_NOT_IN_FONT elements.0']);
    expect(problems[0]?.zh).toContain(shown);
    const [item] = display.items;
    expect(item?.kind === 'text' && item.text).toMatch(/〔U\+[0-9A-F]+〕/);
  });

  it('is left out with its black area where its fields are empty', () => {
    const elements = [text({ text: '警示：{name}', inverse: true }), text({ y: 20, text: '固定文字' })];
    const { display } = composeLabel(
      templateWith(elements),
      contentOf('A', { fields: { name: ' ' } }),
      AT_203,
    );
    expect(display.items.map((item) => item.kind)).toEqual(['text']);
  });
});

describe('labels as a PDF', () => {
  it('give the Chinese back as it was typed, rare characters included', async () => {
    const names = ['㛃䶮镕犇𬭚牌保险柜', '蒙古语标识牌', '⽅方⼈人'];
    const fields = (name: string) => ({ ...contentOf('A').fields, name });
    const labels = names.map((name, index) => contentOf('A', { fields: fields(name) }, index + 1));
    const { bytes, told } = await pdfOf(templateOf('asset-70x40'), labels);
    expect(told).toEqual(['0 ', '1 ', '2 ']);
    const pages = await textsOf(bytes);
    expect(pages).toHaveLength(3);
    pages.forEach((page, index) => {
      const shown = page.map(({ text: piece }) => piece);
      expect(shown).toEqual(
        expect.arrayContaining([names[index], '资产名称', '巴彦淖尔市中级人民法院', '民事审判第一庭']),
      );
    });
  });

  it('fill a sheet row by row behind the cells that are used up, each at its place, moved by the offset', async () => {
    const template = templateOf('asset-a4-3x8');
    const labels = Array.from({ length: 24 }, (_, index) => contentOf('A', {}, index + 1));
    const { bytes } = await pdfOf(template, labels, { skipCells: 2 });
    const moved = await pdfOf(template, labels, { skipCells: 2, offsetMm: { x: 1, y: -0.5 } });
    const [first, second] = await textsOf(bytes);
    const codes = (page: typeof first) => page?.filter(({ text: piece }) => piece.startsWith('A 1508')) ?? [];
    expect([codes(first).length, codes(second).length]).toEqual([22, 2]);
    const [one, two] = codes(first);
    const [three] = codes(second);
    const point = 72 / 25.4;
    expect((one?.x ?? 0) - (two?.x ?? 0)).toBeCloseTo(2 * 66 * point, 0);
    expect((one?.y ?? 0) - (two?.y ?? 0)).toBeCloseTo(33.9 * point, 0);
    expect((one?.x ?? 0) - (three?.x ?? 0)).toBeCloseTo(2 * 66 * point, 0);
    const [shifted] = codes((await textsOf(moved.bytes))[0]);
    expect((shifted?.x ?? 0) - (one?.x ?? 0)).toBeCloseTo(point, 1);
    expect((shifted?.y ?? 0) - (one?.y ?? 0)).toBeCloseTo(0.5 * point, 1);
    expect(() =>
      writeLabelsPdf({ template, labels, device: AT_203, skipCells: 24, title: '', createdAt: CREATED }),
    ).toThrow(RangeError);
  });

  it('are the same bytes for the same labels, and have a directory that a reader accepts', async () => {
    const labels = Array.from({ length: 450 }, (_, index) => contentOf('A', {}, index + 1));
    const one = await pdfOf(templateOf('asset-25x10'), labels);
    const other = await pdfOf(templateOf('asset-25x10'), labels);
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const document = await getDocumentProxy(new Uint8Array(one.bytes));
    expect(document.numPages).toBe(450);
    expect((await document.getMetadata()).info).toMatchObject({
      Title: '标签',
      CreationDate: 'D:20261123013000Z',
    });
    expect(await codesIn(await pictureOfPage(one.bytes, 449, 8), ['DataMatrix'])).toEqual([
      `DataMatrix ${labels[449]?.code ?? ''}-1`,
    ]);
  });

  it('end with the error of their source and leave no readable file', async () => {
    function* failing(): Generator<LabelContent> {
      yield contentOf('A');
      throw new Error('the database went away');
    }
    const chunks: Buffer[] = [];
    const input = { labels: failing(), device: AT_203, skipCells: 0, title: '', createdAt: CREATED };
    const reading = (async () => {
      // why: a stream of bytes hands out buffers; its type knows only any.
      for await (const chunk of writeLabelsPdf({ ...input, template: templateOf('asset-70x40') }))
        chunks.push(chunk as Buffer);
    })();
    await expect(reading).rejects.toThrow('the database went away');
    expect(Buffer.concat(chunks).includes('%%EOF')).toBe(false);
  });
});

describe('labels for thermal printers', () => {
  const SPITEFUL = '^XZ~JR^FS"\r\nPRINT 1,99\r\n^XA~DGR:';

  it('carry every setting with each label', () => {
    const { display } = composeLabel(templateOf('asset-70x40'), contentOf('A'), AT_203);
    const zpl = writeZplLabel(display, SETTINGS).toString('latin1');
    expect(zpl).toMatch(/^\^XA\n[^]*\^PW560\^LL320[^]*~SD20\n\^PR3\n[^]*\^PQ2,0,0,N\n\^XZ\n$/);
    const { commands } = readTspl(writeTsplLabel(display, SETTINGS), display);
    const said = commands.map(({ name, rest }) => `${name} ${rest}`.trim());
    expect(said).toEqual(
      expect.arrayContaining([
        'SIZE 70.00 mm,40.00 mm',
        'GAP 3.00 mm,0 mm',
        'DENSITY 10',
        'SPEED 3',
        'CLS',
        'PRINT 1,2',
      ]),
    );
    for (const copies of [0, 100, 1.5]) {
      expect(() => writeZplLabel(display, { ...SETTINGS, copies })).toThrow(RangeError);
      expect(() => writeTsplLabel(display, { ...SETTINGS, copies })).toThrow(RangeError);
    }
  });

  it('never make a command of what stands on a label', () => {
    const fields = Object.fromEntries(LABEL_FIELDS.A.map(({ id }) => [id, SPITEFUL]));
    const { display } = composeLabel(templateOf('asset-70x40'), contentOf('A', { fields }), AT_203);
    const zpl = writeZplLabel(display, SETTINGS).toString('latin1');
    expect([zpl.split('^XA').length, zpl.split('^XZ').length, zpl.split('~').length]).toEqual([2, 2, 2]);
    const { commands } = readTspl(writeTsplLabel(display, SETTINGS), display);
    expect(commands.filter(({ name }) => name === 'PRINT')).toEqual([{ name: 'PRINT', rest: '1,2' }]);
  });

  it('hold a link as it is', () => {
    const link = 'https://zc.example.cn/c/A150800000123446-1?a=~^_b';
    const template = templateWith([{ type: 'qr', x: 2, y: 2, width: 25, height: 25, content: 'link' }]);
    const { display } = composeLabel(template, contentOf('A', { link }), AT_203);
    expect(writeZplLabel(display, SETTINGS).toString('latin1')).toContain(
      '^FDMA,https://zc.example.cn/c/A150800000123446-1_3Fa_3D_7E_5E_5Fb^FS',
    );
    const refused = composeLabel(template, contentOf('A', { link: 'https://zc.example.cn/"/c/A' }), AT_203);
    expect(named(refused.problems)).toEqual(['refused LINK_NOT_ASCII elements.0']);
  });

  it('are moved by the offset, and cut at the edge', async () => {
    const template = templateWith([{ type: 'box', x: 0, y: 0, width: 60, height: 40, filled: true }]);
    const device = { dpi: 203, offsetMm: { x: 2, y: -1 } } as const;
    const { display } = composeLabel(template, contentOf('A'), device);
    expect(writeZplLabel(display, SETTINGS).toString('latin1')).toContain('^FO16,0^GB464,312,312,B,0^FS');
    const { bitmap } = readTspl(writeTsplLabel(display, SETTINGS), display);
    expect(Buffer.compare(bitmap.dots, drawLabelBitmap(display).dots)).toBe(0);
  });

  it('show codes whose modules exceed what printers draw themselves', async () => {
    const elements = [{ type: 'qr', x: 0, y: 0, width: 40, height: 40 }];
    const { display } = composeLabel(templateWith(elements), contentOf('A'), AT_203);
    const { bitmap, commands } = readTspl(writeTsplLabel(display, SETTINGS), display);
    expect(commands.map(({ name }) => name)).not.toContain('QRCODE');
    expect(await codesIn(pictureOf(bitmap), ['QRCode'])).toEqual([`QRCode ${contentOf('A').code}-1`]);
  });
});

describe('pictures', () => {
  it('come out as they went in', async () => {
    const { display } = composeLabel(templateOf('asset-25x10'), contentOf('A'), AT_203);
    const png = (await drawLabelPng(display)).toString('base64');
    const template = {
      ...templateOf('asset-25x10'),
      elements: templateWith([{ type: 'picture', x: 0, y: 0, width: 25, height: 10, png }]).elements,
    };
    const again = composeLabel(template, contentOf('A'), AT_203);
    expect(again.problems).toEqual([]);
    expect(Buffer.compare(drawLabelBitmap(again.display).dots, drawLabelBitmap(display).dots)).toBe(0);
    const logo = templateWith([{ type: 'logo', x: 0, y: 0, width: 25, height: 10 }]);
    expect(composeLabel(logo, contentOf('A'), AT_203).display.items).toEqual([]);
    expect(composeLabel(logo, contentOf('A', { logo: png }), AT_203).display.items).toMatchObject([
      { kind: 'picture' },
    ]);
    const { bytes } = await pdfOf(template, [contentOf('A')]);
    expect(await codesIn(await pictureOfPage(bytes, 0, 8), ['DataMatrix'])).toHaveLength(1);
  });
});

describe('the test page', () => {
  it.each([
    [{ width: 120, height: 60 }, 100],
    [{ width: 70, height: 40 }, 66],
    [{ width: 25, height: 10 }, 21],
  ])('on %j has a ruler of %d mm, and the offset', (sizeMm, length) => {
    const display = composeTestPage(sizeMm, { dpi: 203, offsetMm: { x: 1.5, y: -0.5 } });
    const ticks = display.items.filter(
      ({ kind, y, ...item }) => kind === 'fill' && y === 12 && 'width' in item && item.width === 1,
    );
    const at = ticks.map(({ x }) => (x - 12) / 8 - 2);
    expect(Math.max(...at)).toBeGreaterThanOrEqual(length);
    expect(Math.min(...at)).toBe(1);
    const shown = display.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('');
    expect(shown).toContain(`标尺 ${length} 毫米`);
    if (sizeMm.width > 40) expect(shown).toContain('偏移 X +1.50');
  });
});

it('finds the same problems without drawing every code as when the label is drawn', () => {
  const cramped = templateWith([
    { type: 'qr', x: 2, y: 2, width: 9, height: 9, content: 'link' },
    { type: 'code128', x: 2, y: 14, width: 34, height: 8 },
    text({ x: 8, y: 8, text: '{name} {code}' }),
  ]);
  const asked = fc.record({
    template: fc.constantFrom(...TEMPLATES, cramped),
    dpi: fc.constantFrom(...DPIS),
    serial: fc.integer({ min: 1, max: 9_999_999 }),
    version: fc.constantFrom('1', '9', 'A', 'Z'),
    link: fc.constantFrom(null, 'https://wuzi.example/c/', 'https://物资.example/c/'),
    name: fc.string({ unit: fc.constantFrom('计', '算', 'W', 'i', '㛃', '1', '\u{10ffff}'), maxLength: 60 }),
  });
  fc.assert(
    fc.property(asked, ({ template, dpi, serial, version, link, name }) => {
      const kind = template.kinds[0] ?? 'A';
      const sample = contentOf(kind, { version }, serial);
      const fields = { ...sample.fields, name };
      const content = { ...sample, fields, link: link && `${link}${sample.code}-${version}` };
      const device = { dpi, offsetMm: { x: 0, y: 0 } };
      expect(findLabelProblems(template, content, device)).toEqual(
        composeLabel(template, content, device).problems,
      );
    }),
    { numRuns: 200 },
  );
});
