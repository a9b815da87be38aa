/** A typeface inside one PDF: only the characters that were used, each with its own code (PDF 1.7, 9.7.4 and 9.10.3). */
import type { FontFace } from './font-face.ts';

/** Writes an object of the document and returns the reference to it. */
export type WriteObject = (data: Record<string, unknown>, stream?: Uint8Array) => unknown;

export class EmbeddedFont {
  private readonly codes = new Map<number, string>();
  private readonly glyphSlots = new Map<number, number>();
  private readonly subset;
  private readonly codePoints: number[] = [0];
  private readonly slots: number[] = [0];

  constructor(
    readonly face: FontFace,
    /** The name in a page's resources. */
    readonly name: string,
  ) {
    this.subset = face.font.createSubset();
  }

  /** The text as a hexadecimal PDF string, `<00010002>`. Throws for a character that the typeface lacks. */
  encode(text: string): string {
    let encoded = '';
    for (let index = 0; index < text.length; index += 1) {
      const codePoint = text.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) index += 1;
      encoded += this.codes.get(codePoint) ?? this.addCharacter(codePoint);
    }
    return `<${encoded}>`;
  }

  /**
   * Two characters that share a glyph (a radical and the ideograph of the same form) get codes of their own, so that
   * whoever copies the text out of the PDF gets the very characters that were put in.
   */
  private addCharacter(codePoint: number): string {
    if (this.face.advance(codePoint) === null) {
      throw new RangeError(`The typeface lacks U+${codePoint.toString(16).toUpperCase()}`);
    }
    const glyph = this.face.font.glyphForCodePoint(codePoint);
    const known = this.glyphSlots.get(glyph.id);
    if (known === undefined) {
      this.subset.includeGlyph(glyph);
      this.glyphSlots.set(glyph.id, this.glyphSlots.size + 1);
    }
    const code = this.codePoints.push(codePoint) - 1;
    this.slots.push(known ?? this.glyphSlots.size);
    const hexadecimal = code.toString(16).padStart(4, '0');
    this.codes.set(codePoint, hexadecimal);
    return hexadecimal;
  }

  /** Writes what the font consists of and answers the font itself; afterwards nothing may be encoded any more. */
  finish(write: WriteObject): Record<string, unknown> {
    const { font } = this.face;
    const name = `${subsetTag(this.codePoints)}+${font.postscriptName}`;
    const em = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
    const descriptor = write({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [em(font.bbox.minX), em(font.bbox.minY), em(font.bbox.maxX), em(font.bbox.maxY)],
      ItalicAngle: font.italicAngle,
      Ascent: em(font.ascent),
      Descent: em(font.descent),
      CapHeight: em(font.capHeight),
      StemV: 80,
      FontFile2: write({}, this.subset.encode()),
    });
    const glyphOfCode = Buffer.alloc(this.slots.length * 2);
    this.slots.forEach((slot, code) => glyphOfCode.writeUInt16BE(slot, code * 2));
    const descendant = write({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: Buffer.from('Adobe'), Ordering: Buffer.from('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [
        0,
        this.codePoints.map((codePoint, code) =>
          code === 0 ? 1000 : (this.face.advance(codePoint) ?? 1000),
        ),
      ],
      CIDToGIDMap: write({}, glyphOfCode),
    });
    return {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: write({}, Buffer.from(toUnicodeMap(this.codePoints), 'latin1')),
    };
  }
}

/** Six capitals that differ where the characters differ (PDF 1.7, 9.6.4). */
function subsetTag(codePoints: readonly number[]): string {
  let hash = 7;
  for (const codePoint of codePoints) hash = (hash * 31 + codePoint) % 308_915_776;
  return Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** place) % 26)),
  ).join('');
}

const RANGE_LENGTH = 100;

function toUnicodeMap(codePoints: readonly number[]): string {
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const target = (codePoint: number) =>
    Array.from(String.fromCodePoint(codePoint).split(''), (unit) => hex(unit.charCodeAt(0))).join('');
  const blocks: string[] = [];
  for (let first = 1; first < codePoints.length; first += RANGE_LENGTH) {
    const entries = codePoints
      .slice(first, first + RANGE_LENGTH)
      .map((codePoint, index) => `<${hex(first + index)}> <${target(codePoint)}>`);
    blocks.push(`${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar`);
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n' +
    `${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`
  );
}
