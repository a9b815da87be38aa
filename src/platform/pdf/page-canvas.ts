import type { EmbeddedFont } from './embedded-font.ts';

/** Grey of lines and fills: 0 black, 1 white. */
export type Grey = number;

/**
 * Collects what is drawn on one page as PDF operators, in points from the upper left corner, y downwards. Fills lie
 * under pictures, pictures under lines, lines under text, in whatever order they are drawn.
 */
export class PageCanvas {
  private readonly fills: string[] = [];
  private readonly pictures: string[] = [];
  private readonly lines: string[] = [];
  private readonly texts: string[] = [];
  private readonly forms: string[] = [];
  private textState = '';

  /** One line of text with its baseline at `y`. Throws for a character that the typeface lacks. */
  text(font: EmbeddedFont, size: number, x: number, y: number, text: string): void {
    if (text === '') return;
    const state = `/${font.name} ${number(size)} Tf`;
    if (state !== this.textState) this.texts.push(state);
    this.textState = state;
    this.texts.push(`1 0 0 -1 ${number(x)} ${number(y)} Tm ${font.encode(text)} Tj`);
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number): void {
    this.lines.push(`${number(width)} w ${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`);
  }

  fill(x: number, y: number, width: number, height: number, grey: Grey): void {
    this.fills.push(`${number(grey)} g ${number(x)} ${number(y)} ${number(width)} ${number(height)} re f`);
  }

  /** Shows a picture of the document; the matrix is that of `pictureMatrix`. */
  picture(name: string, matrix: readonly number[]): void {
    this.pictures.push(`q ${matrix.map(number).join(' ')} cm /${name} Do Q`);
  }

  /** Shows a form of the document with its origin at x, y. */
  form(name: string, x: number, y: number): void {
    this.forms.push(`q 1 0 0 1 ${number(x)} ${number(y)} cm /${name} Do Q`);
  }

  /** Everything drawn, as the content of a page or a form. */
  content(): string {
    return [
      ...this.fills,
      ...this.pictures,
      '0 g 0 G 2 J',
      ...this.lines,
      ...(this.texts.length > 0 ? ['BT', ...this.texts, 'ET'] : []),
      ...this.forms,
    ].join('\n');
  }
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
