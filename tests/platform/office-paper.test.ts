/** Office papers and their pictures: what goes into the file, how pages break, that the same paper is the same bytes. */
import { describe, expect, it } from 'vitest';
import { createCanvas } from '@napi-rs/canvas';
import { extractText, getDocumentProxy } from 'unpdf';
import type { OfficePaper, OfficePart } from '../../src/platform/pdf/office/office-paper.ts';
import { writeOfficePaper } from '../../src/platform/pdf/office/write-office-paper.ts';
import {
  pictureMatrix,
  readPicture,
  shownSize,
  type PdfPicture,
} from '../../src/platform/pdf/pdf-picture.ts';

const SIDE = { longestSide: 100 };

async function jpeg(width: number, height: number): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').fillRect(0, 0, width / 2, height);
  return canvas.encode('jpeg', 90);
}

/** The JPEG as a phone writes it that was held on its side: EXIF orientation 6. */
function turned(plain: Buffer): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(6, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([plain.subarray(0, 2), head, content, plain.subarray(2)]);
}

function drawing(background: string | null): Buffer {
  const canvas = createCanvas(60, 20);
  const context = canvas.getContext('2d');
  if (background !== null) {
    context.fillStyle = background;
    context.fillRect(0, 0, 60, 20);
  }
  context.strokeStyle = '#000000';
  context.strokeRect(5, 5, 40, 10);
  return canvas.toBuffer('image/png');
}

describe('pictures', () => {
  it('a small JPEG goes in as it is, a large one is made smaller', async () => {
    const small = await jpeg(80, 40);
    expect(await readPicture(small, SIDE)).toMatchObject({
      width: 80,
      height: 40,
      isJpeg: true,
      data: small,
    });
    expect(await readPicture(await jpeg(400, 200), SIDE)).toMatchObject({
      ...{ width: 100, height: 50, isJpeg: true },
    });
  });

  it('one that the camera turned is shown upright', async () => {
    for (const bytes of [turned(await jpeg(80, 40)), turned(await jpeg(400, 200))]) {
      const picture = await readPicture(bytes, SIDE);
      expect(picture?.orientation).toBe(6);
      const { width = 0, height = 0 } = picture ? shownSize(picture) : {};
      expect(height / width).toBe(2);
    }
    // The upper left corner of what is stored, where its columns begin, is shown at the upper right.
    const [a, b, c, d, e, f] = pictureMatrix(6, { x: 10, y: 20, width: 30, height: 60 });
    expect([a, b, c, d, e, f]).toEqual([0, 60, 30, 0, 10, 20]);
  });

  it('a drawing keeps what shines through it, and nothing where nothing does', async () => {
    expect((await readPicture(drawing(null), SIDE))?.alpha).toHaveLength(60 * 20);
    expect(await readPicture(drawing('#ffffff'), SIDE)).toMatchObject({ alpha: null, isJpeg: false });
  });

  it.each([
    ['nothing', ''],
    ['no picture', 'not a picture'],
    ['half a JPEG', '\xff\xd8\xff\xe0'],
  ])('is none: %s', async (_name, text) => {
    expect(await readPicture(Buffer.from(text, 'latin1'), SIDE)).toBeNull();
  });
});

function paperOf(parts: readonly OfficePart[]): OfficePaper {
  return {
    ...{ court: '巴彦淖尔市中级人民法院', title: '情况说明', number: '涉财说〔2026〕0001号' },
    ...{ orientation: 'portrait', parts, code: null, marks: ['正本'], footLeft: '', footRight: '校验' },
    ...{ createdAt: new Date('2026-11-23T01:30:00Z'), language: 'zh' },
  };
}

async function bytesOf(
  parts: readonly OfficePart[],
  pictures: ReadonlyMap<string, PdfPicture> = new Map(),
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeOfficePaper(paperOf(parts), pictures)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function pagesOf(bytes: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replace(/\s/g, ''));
}

const SIGNATURES: OfficePart = {
  kind: 'signatures',
  places: [{ role: '说明人', name: '张三', signed: '', sha256: null }],
};

describe('office papers', () => {
  it('show a drawn signature, and the same paper is the same bytes', async () => {
    const picture = await readPicture(drawing(null), SIDE);
    const sha256 = 'a'.repeat(64);
    const parts: OfficePart[] = [
      { kind: 'signatures', places: [{ role: '移交人', name: '王检', signed: '2026-11-23 09:30', sha256 }] },
    ];
    const pictures = new Map(picture === null ? [] : [[sha256, picture]]);
    const bytes = await bytesOf(parts, pictures);
    expect(bytes.toString('latin1')).toMatch(/\/SMask/);
    expect(await bytesOf(parts, pictures)).toEqual(bytes);
  });

  it.each(Array.from({ length: 24 }, (_, index) => 24 + index))(
    'never leave signatures on a page alone: %d lines of text',
    async (lines) => {
      const paragraphs = Array.from({ length: lines }, (_, index) => `第${index + 1}行`);
      const pages = await pagesOf(await bytesOf([{ kind: 'text', heading: '', paragraphs }, SIGNATURES]));
      expect(pages.at(-1)).toContain('说明人：张三');
      expect(pages.at(-1)).toContain(`第${lines}行`);
    },
  );

  it('keep a short text together with its heading and the signatures below it', async () => {
    for (let rows = 1; rows < 30; rows += 1) {
      const table: OfficePart = {
        ...{ kind: 'table', heading: '', noRows: '无' },
        columns: [{ title: '名称', align: 'left', wraps: true }],
        rows: Array.from({ length: rows }, () => ['物品']),
      };
      const text: OfficePart = { kind: 'text', heading: '回执', paragraphs: ['今收到', '年月日'] };
      const pages = await pagesOf(await bytesOf([table, text, SIGNATURES]));
      const page = pages.find((one) => one.includes('回执')) ?? '';
      for (const part of ['今收到', '年月日', '说明人：张三']) expect(page).toContain(part);
    }
  });

  it('break a fact that is longer than a page, and name what the typeface lacks', async () => {
    const long = '很长的事实。'.repeat(900);
    const rows = [[{ label: '事实', value: `${long}𠮷` }]];
    const pages = await pagesOf(await bytesOf([{ kind: 'facts', rows }]));
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.join('');
    expect(text.split('很长的事实').length - 1).toBe(900);
    expect(text).toContain('字库未收1个字符');
    pages.forEach((page, index) => expect(page).toContain(`第${index + 1}页/共${pages.length}页`));
  });
});
