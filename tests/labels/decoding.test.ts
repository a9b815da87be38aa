import { describe, expect, it } from 'vitest';
import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { z } from 'zod';
import { drawLabelBitmap } from '../../src/modules/labels/drawing/bitmap/draw-label-bitmap.ts';
import { blankBitmap, stamp, type Bitmap } from '../../src/modules/labels/drawing/bitmap/bitmap.ts';
import { drawLabelPng } from '../../src/modules/labels/drawing/draw-label-png.ts';
import { drawLabelSvg } from '../../src/modules/labels/drawing/draw-label-svg.ts';
import { writeLabelsPdf } from '../../src/modules/labels/drawing/write-labels-pdf.ts';
import { writeTsplLabel } from '../../src/modules/labels/drawing/write-tspl-label.ts';
import { writeZplLabel } from '../../src/modules/labels/drawing/write-zpl-label.ts';
import { encodeCode128 } from '../../src/modules/labels/symbologies/code-128.ts';
import { encodeDataMatrix } from '../../src/modules/labels/symbologies/data-matrix.ts';
import {
  codesIn,
  codesOnSecondTry,
  pictureOf,
  pictureOfPage,
  pictureOfPng,
  pictureOfZpl,
  type Format,
} from './read-codes.ts';
import { readTspl } from './read-tspl.ts';
import {
  codesOf,
  composeSample,
  cropCode,
  DPIS,
  expectedCodes,
  nameOfCode,
  sampleOf,
  templateOf,
  TEMPLATES,
  type CodeItem,
} from './sample-labels.ts';

const ALL: readonly Format[] = ['QRCode', 'DataMatrix', 'Code128'];
const SETTINGS = { copies: 1, darkness: 12, speedMmPerSecond: 102, gapMm: 2 };
const EVERY = TEMPLATES.flatMap((template) =>
  DPIS.map((dpi) => ({ name: `${template.key} at ${dpi} dpi`, template, dpi })),
);

function formatOf(item: CodeItem): Format {
  return item.kind === 'bars' ? 'Code128' : item.symbology === 'qr' ? 'QRCode' : 'DataMatrix';
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** One percent of the symbol's modules turned over, wherever they are; of a Code 128 cells of a module's size. */
function spoil(crop: Bitmap, item: CodeItem, random: () => number): Bitmap {
  const dots = Uint8Array.from(crop.dots);
  const quiet = item.kind === 'bars' ? 10 : item.symbology === 'qr' ? 4 : 1;
  const [across, down] = [crop.width - quiet * 2, crop.height - quiet * 2];
  const wanted = Math.max(1, Math.round(across * down * 0.01));
  const spoiled = new Set<number>();
  while (spoiled.size < wanted) spoiled.add(Math.floor(random() * across * down));
  for (const at of spoiled) {
    const index = (quiet + Math.floor(at / across)) * crop.width + quiet + (at % across);
    dots[index] = 1 - (dots[index] ?? 0);
  }
  return { ...crop, dots };
}

/** A margin of paper around a symbol. */
function onPaper(crop: Bitmap, margin: number): Bitmap {
  const paper = blankBitmap(crop.width + margin * 2, crop.height + margin * 2);
  stamp(paper, crop, margin, margin);
  return paper;
}

/** A dot a module, so that templates that differ only in size are tried once. */
function inModules(crop: Bitmap, item: CodeItem): Bitmap {
  const modules = blankBitmap(Math.round(crop.width / item.module), Math.floor(crop.height / item.module));
  for (let y = 0; y < modules.height; y += 1)
    for (let x = 0; x < modules.width; x += 1)
      modules.dots[y * modules.width + x] = crop.dots[y * item.module * crop.width + x * item.module] ?? 0;
  return modules;
}

/** The codes of all templates that differ in symbology, size in modules or error correction. */
function distinctCodes(): { name: string; item: CodeItem; crop: Bitmap }[] {
  const found = new Map<string, { name: string; item: CodeItem; crop: Bitmap }>();
  for (const template of TEMPLATES) {
    const { display } = composeSample(template);
    const label = drawLabelBitmap(display);
    for (const item of codesOf(display)) {
      const crop = inModules(cropCode(label, item), item);
      const shape = item.kind === 'bars' ? 'bars' : `${item.symbology} ${item.level}`;
      const key = `${shape} ${crop.width}`;
      const name = `${template.key} ${nameOfCode(item)}`;
      if (!found.has(key)) found.set(key, { name, item: { ...item, module: 1 }, crop });
    }
  }
  return [...found.values()];
}

describe('codes on labels', () => {
  it.each(EVERY)('$name: every code scans, with its quiet zone and no more', async ({ template, dpi }) => {
    const { display, problems } = composeSample(template, dpi);
    expect(problems).toEqual([]);
    const label = drawLabelBitmap(display);
    const codes = codesOf(display);
    expect(codes.length).toBeGreaterThan(0);
    for (const item of codes) {
      expect(await codesIn(pictureOf(cropCode(label, item)), [formatOf(item)])).toEqual([nameOfCode(item)]);
    }
  });

  it.each(distinctCodes())(
    '$name: at least 99 of 100 scan with one percent of the modules turned over, finder patterns included',
    async ({ item, crop }) => {
      const random = seeded(1508);
      let scanned = 0;
      for (let turn = 0; turn < 100; turn += 1) {
        const spoiled = pictureOf(onPaper(spoil(crop, item, random), 3), 3);
        const found = await codesOnSecondTry(spoiled, [formatOf(item)]);
        if (found.includes(nameOfCode(item))) scanned += 1;
      }
      expect(scanned).toBeGreaterThanOrEqual(99);
    },
  );

  it('are the same modules that another encoder makes', () => {
    const drawn = z.object({ pixs: z.array(z.number()), pixx: z.number() });
    const code = fc.tuple(
      fc.constantFrom('A', 'S', 'B', 'L', 'V', 'D', 'P'),
      fc.integer({ min: 0, max: 999_999_999_999_999 }),
      fc.constantFrom('1', '9', 'A', 'Z'),
    );
    fc.assert(
      fc.property(code, ([kind, digits, version]) => {
        const text = `${kind}${String(digits).padStart(15, '0')}-${version}`;
        const other = drawn.parse(bwip.raw({ bcid: 'datamatrix', text })[0]);
        const own = encodeDataMatrix(text);
        expect([own?.side, [...(own?.modules ?? [])]]).toEqual([other.pixx, other.pixs]);
      }),
      { numRuns: 60 },
    );
  });

  it('hold any text up to the length of a link', async () => {
    const unit = fc.integer({ min: 33, max: 126 }).map((point) => String.fromCharCode(point));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 170 }), async (text) => {
        const code = encodeDataMatrix(text);
        if (code === null) throw new Error('not encoded');
        const framed = blankBitmap(code.side + 4, code.side + 4);
        stamp(framed, { width: code.side, height: code.side, dots: code.modules }, 2, 2);
        expect(await codesIn(pictureOf(framed, 4), ['DataMatrix'])).toEqual([`DataMatrix ${text}`]);
      }),
      { numRuns: 40 },
    );
  });

  it('are never longer than another encoder’s Code 128, and scan', async () => {
    const drawn = z.object({ sbs: z.array(z.number()) });
    const unit = fc.constantFrom(...Array.from('0123456789012345AZaz-./ '));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 24 }), async (text) => {
        const { runs, width } = encodeCode128(text);
        const other = drawn.parse(bwip.raw({ bcid: 'code128', text })[0]);
        expect(width).toBeLessThanOrEqual(other.sbs.reduce((sum, run) => sum + run, 0));
        const dots = new Uint8Array((width + 20) * 40);
        for (let row = 0; row < 40; row += 1) {
          let x = 10;
          runs.forEach((run, index) => {
            if (index % 2 === 0) dots.fill(1, row * (width + 20) + x, row * (width + 20) + x + run);
            x += run;
          });
        }
        const picture = pictureOf({ width: width + 20, height: 40, dots }, 2);
        expect(await codesIn(picture, ['Code128'])).toEqual([`Code128 ${text}`]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('every output of a label', () => {
  it.each(TEMPLATES.map((template) => ({ name: template.key, template })))(
    '$name: PDF pages, PNG pictures, ZPL and TSPL show the same codes',
    async ({ template }) => {
      const { display } = composeSample(template);
      const expected = expectedCodes(display);
      const pdf = await bytesOf(
        writeLabelsPdf({
          template,
          labels: [sampleOf(template)],
          device: { dpi: 203, offsetMm: { x: 0, y: 0 } },
          skipCells: 0,
          title: template.name.zh,
          createdAt: new Date('2026-11-23T01:30:00Z'),
        }),
      );
      expect(await codesIn(await pictureOfPage(pdf, 0, 203.2 / 72), ALL)).toEqual(expected);
      expect(await codesIn(await pictureOfPng(await drawLabelPng(display)), ALL)).toEqual(expected);
      const zpl = await pictureOfZpl(writeZplLabel(display, SETTINGS), display);
      expect(await codesIn(zpl, ALL)).toEqual(expected);
      const tspl = readTspl(writeTsplLabel(display, SETTINGS), display);
      expect(await codesIn(pictureOf(tspl.bitmap), ALL)).toEqual(expected);
      expect(drawLabelSvg(display).slice(0, 150)).toContain(
        `viewBox="0 0 ${display.width} ${display.height}"`,
      );
    },
  );

  it.each(DPIS)('ZPL and TSPL burn the very dots of the preview at %d dpi', async (dpi) => {
    const { display } = composeSample(templateOf('seized-item-70x50'), dpi);
    const preview = drawLabelBitmap(display);
    const tspl = readTspl(writeTsplLabel(display, SETTINGS), display);
    expect(Buffer.compare(tspl.bitmap.dots, preview.dots)).toBe(0);
    const zpl = await pictureOfZpl(writeZplLabel(display, SETTINGS), display);
    const qr = codesOf(display).find(({ kind }) => kind === 'matrix');
    let different = 0;
    for (let y = 0; y < display.height; y += 1) {
      for (let x = 0; x < display.width; x += 1) {
        // The printer chooses the mask of a QR code itself.
        const side = qr?.kind === 'matrix' ? qr.side * qr.module : 0;
        if (qr && x >= qr.x && x < qr.x + side && y >= qr.y && y < qr.y + side) continue;
        const isBlack = (zpl.data[(y * zpl.width + x) * 4] ?? 255) < 128;
        if (isBlack !== (preview.dots[y * preview.width + x] === 1)) different += 1;
      }
    }
    expect(different).toBe(0);
  });
});
