/** The typefaces that papers and labels are set in: Noto Sans SC, as full TrueType files out of a package. */
import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';

export type FontWeight = 'regular' | 'medium' | 'bold';

const FILES: Record<FontWeight, string> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  medium: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

/** The middle of a Chinese character above the baseline, in em: its body reaches from −0.12 to 0.88. */
export const MIDDLE_EM = 0.38;

/** One weight of the typeface with its measures cached; shared by all documents of the process. */
export class FontFace {
  private readonly advances = new Map<number, number | null>();

  constructor(readonly font: Font) {}

  /** Width of a character in 1/1000 em, or null where the typeface lacks it. */
  advance(codePoint: number): number | null {
    const known = this.advances.get(codePoint);
    if (known !== undefined) return known;
    const advance = this.font.hasGlyphForCodePoint(codePoint)
      ? (this.font.glyphForCodePoint(codePoint).advanceWidth * 1000) / this.font.unitsPerEm
      : null;
    this.advances.set(codePoint, advance);
    return advance;
  }

  /** Width of a text of one line at a size in points; a character that the typeface lacks counts as one em. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (let index = 0; index < text.length; index += 1) {
      const codePoint = text.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) index += 1;
      width += this.advance(codePoint) ?? 1000;
    }
    return (width * size) / 1000;
  }
}

const faces = new Map<FontWeight, FontFace>();

/** Opens a weight at its first use (about 30 ms) and keeps it. */
export function loadFontFace(weight: FontWeight): FontFace {
  const loaded = faces.get(weight);
  if (loaded) return loaded;
  const opened = openSync(createRequire(import.meta.url).resolve(FILES[weight]));
  if ('fonts' in opened) throw new Error(`${FILES[weight]} is a collection; a single typeface is needed`);
  const face = new FontFace(opened);
  faces.set(weight, face);
  return face;
}
