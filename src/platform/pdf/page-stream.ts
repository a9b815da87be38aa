/**
 * A PDF that is written page by page with nothing kept of a page but its place in the file: for papers of thousands of
 * pages. Its typefaces are those of `embedded-font.ts`.
 */
import { deflateSync } from 'node:zlib';
import { EmbeddedFont } from './embedded-font.ts';
import { type FontWeight, loadFontFace } from './font-face.ts';
import { PdfReference, serialise } from './pdf-objects.ts';

export type PageStreamOptions = {
  readonly title: string;
  /** Stands in the file as its creation date; the same content at the same instant gives the same bytes. */
  readonly createdAt: Date;
  readonly language: 'zh-CN' | 'en';
};

/** Points to the right and down. */
export type PageSize = readonly [width: number, height: number];

const PAGES_A_NODE = 200;
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
/** Fast rather than small; a wider window costs more to prepare than a page of some kilobytes gains. */
const COMPRESSION = { level: 1, windowBits: 11, memLevel: 4 } as const;

export class PageStream {
  private readonly offsets: number[] = [0];
  private readonly fonts = new Map<FontWeight, { font: EmbeddedFont; reference: PdfReference }>();
  private readonly pictures = new Map<string, PdfReference>();
  private readonly nodes: { reference: PdfReference; kids: PdfReference[] }[] = [];
  private readonly root = this.reserve();
  private readonly resources = this.reserve();
  private finished: Buffer[] = [HEADER];
  private length = HEADER.length;

  constructor(private readonly options: PageStreamOptions) {}

  font(weight: FontWeight): EmbeddedFont {
    const known = this.fonts.get(weight);
    if (known) return known.font;
    const font = new EmbeddedFont(loadFontFace(weight), `F${this.fonts.size + 1}`);
    this.fonts.set(weight, { font, reference: this.reserve() });
    return font;
  }

  /** The name under which pages show a grey picture by `/name Do`; `key` tells pictures apart. */
  picture(key: string, picture: { width: number; height: number; grey: Uint8Array }): string {
    const names = [...this.pictures.keys()];
    const index = names.indexOf(key);
    if (index >= 0) return `I${index + 1}`;
    const data = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    };
    this.pictures.set(key, this.write(data, picture.grey));
    return `I${names.length + 1}`;
  }

  /** `content` is PDF operators, in points from the lower left corner. */
  addPage([width, height]: PageSize, content: string): void {
    const packed = deflateSync(Buffer.from(content, 'latin1'), COMPRESSION);
    let node = this.nodes.at(-1);
    if (node === undefined || node.kids.length === PAGES_A_NODE) {
      node = { reference: this.reserve(), kids: [] };
      this.nodes.push(node);
    }
    const contents = this.reserve();
    this.put(contents, { Length: packed.length, Filter: 'FlateDecode' }, packed);
    const page = this.reserve();
    this.put(page, {
      Type: 'Page',
      Parent: node.reference,
      MediaBox: [0, 0, width, height],
      Resources: this.resources,
      Contents: contents,
    });
    node.kids.push(page);
  }

  /** Bytes that are finished since the last call. */
  takeBytes(): Buffer {
    const taken = Buffer.concat(this.finished);
    this.finished = [];
    return taken;
  }

  /** Writes fonts and directory; the last bytes are to be taken afterwards. */
  finish(): void {
    for (const { font, reference } of this.fonts.values())
      this.put(
        reference,
        font.finish((data, stream) => this.write(data, stream)),
      );
    this.put(this.resources, {
      Font: Object.fromEntries([...this.fonts.values()].map(({ font, reference }) => [font.name, reference])),
      XObject: Object.fromEntries(
        [...this.pictures.values()].map((picture, index) => [`I${index + 1}`, picture]),
      ),
    });
    for (const { reference, kids } of this.nodes)
      this.put(reference, { Type: 'Pages', Parent: this.root, Kids: kids, Count: kids.length });
    const pageCount = this.nodes.reduce((sum, { kids }) => sum + kids.length, 0);
    this.put(this.root, {
      Type: 'Pages',
      Kids: this.nodes.map(({ reference }) => reference),
      Count: pageCount,
    });
    this.finishDirectory();
  }

  private finishDirectory(): void {
    const { title, createdAt, language } = this.options;
    const catalog = this.write({
      Type: 'Catalog',
      Pages: this.root,
      Lang: Buffer.from(language),
      ViewerPreferences: { DisplayDocTitle: true, PrintScaling: 'None' },
    });
    const info = this.write({
      Title: utf16(title),
      Producer: Buffer.from('Court Custody'),
      Creator: Buffer.from('Court Custody'),
      CreationDate: Buffer.from(pdfDate(createdAt)),
      ModDate: Buffer.from(pdfDate(createdAt)),
    });
    const start = this.length;
    const entries = this.offsets.map((offset, number) =>
      number === 0 ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    const trailer = serialise({ Size: this.offsets.length, Root: catalog, Info: info });
    this.push(
      Buffer.from(
        `xref\n0 ${this.offsets.length}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`,
        'latin1',
      ),
    );
  }

  private reserve(): PdfReference {
    return new PdfReference(this.offsets.push(0) - 1);
  }

  private write(data: Record<string, unknown>, stream?: Uint8Array): PdfReference {
    const reference = this.reserve();
    if (stream === undefined) this.put(reference, data);
    else {
      const packed = deflateSync(stream);
      this.put(reference, { ...data, Length: packed.length, Filter: 'FlateDecode' }, packed);
    }
    return reference;
  }

  private put({ number }: PdfReference, data: Record<string, unknown>, stream?: Buffer): void {
    this.offsets[number] = this.length;
    const head = `${number} 0 obj\n${serialise(data)}`;
    if (stream === undefined) {
      this.push(Buffer.from(`${head}\nendobj\n`, 'latin1'));
      return;
    }
    this.push(Buffer.from(`${head}\nstream\n`, 'latin1'));
    this.push(stream);
    this.push(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  private push(bytes: Buffer): void {
    this.finished.push(bytes);
    this.length += bytes.length;
  }
}

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
