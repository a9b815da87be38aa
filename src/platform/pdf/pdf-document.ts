/** A PDF that is written page by page: what a finished page took is handed on, only fonts and the directory stay. */
import PDFDocument from 'pdfkit';
import { EmbeddedFont, type WriteObject } from './embedded-font.ts';
import { type FontWeight, loadFontFace } from './font-face.ts';
import type { PdfPicture } from './pdf-picture.ts';

export type PdfOptions = {
  readonly title: string;
  readonly author: string;
  /** Stands in the file as its creation date; the same content at the same instant gives the same bytes. */
  readonly createdAt: Date;
  /** In points. */
  readonly pageSize: readonly [width: number, height: number];
  readonly language: 'zh-CN' | 'en';
};

/** In points. */
export const A4_LANDSCAPE = [841.89, 595.28] as const;
export const A4_PORTRAIT = [595.28, 841.89] as const;

type Resources = Record<string, PDFKit.PDFKitReference>;

export class PdfDocument {
  private readonly document: PDFKit.PDFDocument;
  private readonly fonts = new Map<FontWeight, { font: EmbeddedFont; reference: PDFKit.PDFKitReference }>();
  private readonly forms: Resources = {};
  private readonly pictures = new Map<PdfPicture, { name: string; reference: PDFKit.PDFKitReference }>();
  pageCount = 0;

  constructor(readonly options: PdfOptions) {
    this.document = new PDFDocument({
      autoFirstPage: false,
      // Without this pdfkit opens a typeface of its own.
      font: '',
      size: [...options.pageSize],
      margin: 0,
      pdfVersion: '1.7',
      lang: options.language,
      displayTitle: true,
      info: {
        Title: options.title,
        Author: options.author,
        Producer: 'Court Custody',
        Creator: 'Court Custody',
        CreationDate: options.createdAt,
        ModDate: options.createdAt,
      },
    });
  }

  font(weight: FontWeight): EmbeddedFont {
    const known = this.fonts.get(weight);
    if (known) return known.font;
    const font = new EmbeddedFont(loadFontFace(weight), `F${this.fonts.size + 1}`);
    this.fonts.set(weight, { font, reference: this.document.ref({}) });
    return font;
  }

  /** The name under which pages show the picture; each is written once. */
  picture(picture: PdfPicture): string {
    const known = this.pictures.get(picture);
    if (known) return known.name;
    const name = `I${this.pictures.size + 1}`;
    const { width, height, colours, alpha } = picture;
    const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
    const mask = alpha && this.document.ref({ ...image, ColorSpace: 'DeviceGray' });
    const reference = this.document.ref({
      ...image,
      ColorSpace: colours,
      ...(picture.isJpeg ? { Filter: 'DCTDecode' } : {}),
      ...(mask ? { SMask: mask } : {}),
    });
    mask?.end(Buffer.from(alpha ?? []));
    reference.end(Buffer.from(picture.data));
    this.pictures.set(picture, { name, reference });
    return name;
  }

  /**
   * A drawing that pages may show by `/name Do` before it is known, such as the number of pages; it must be finished
   * with `finishForm` before the document is.
   */
  declareForm(name: string): void {
    this.forms[name] = this.document.ref({});
  }

  /** Sets the content of a declared form, in points from its own origin, y downwards. */
  finishForm(name: string, [width, height]: readonly [number, number], content: string): void {
    const form = this.forms[name];
    if (!form) throw new Error(`No form ${name} was declared`);
    Object.assign(form.data, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -height, width, height],
      Resources: { Font: this.fontResources() },
    });
    form.end(Buffer.from(content, 'latin1'));
  }

  /** Adds a page that holds the content: PDF operators, in points from the upper left corner, y downwards. */
  addPage(content: string): void {
    this.document.addPage();
    this.pageCount += 1;
    const { page }: { page: { fonts: Resources; xobjects: Resources } } = this.document;
    Object.assign(page.fonts, this.fontResources());
    Object.assign(page.xobjects, this.forms);
    for (const { name, reference } of this.pictures.values()) page.xobjects[name] = reference;
    this.document.addContent(content);
  }

  /** Bytes that are finished since the last call. */
  takeBytes(): Uint8Array[] {
    const taken: Uint8Array[] = [];
    for (;;) {
      const chunk: unknown = this.document.read();
      if (!(chunk instanceof Uint8Array)) return taken;
      taken.push(chunk);
    }
  }

  /** Writes fonts and directory; the last bytes are to be taken afterwards. */
  finish(): void {
    const write: WriteObject = (data, stream) => {
      const reference = this.document.ref(data);
      reference.end(stream);
      return reference;
    };
    for (const { font, reference } of this.fonts.values()) {
      Object.assign(reference.data, font.finish(write));
      reference.end(undefined);
    }
    this.document.end();
  }

  private fontResources(): Resources {
    return Object.fromEntries([...this.fonts.values()].map(({ font, reference }) => [font.name, reference]));
  }
}
