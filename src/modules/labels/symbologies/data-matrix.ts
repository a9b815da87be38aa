/** Data Matrix ECC 200 (ISO/IEC 16022), square, in ASCII encodation: two digits or one character a codeword. */
import { placeCodewords } from './data-matrix-placement.ts';

interface Size {
  readonly side: number;
  readonly dataCodewords: number;
  readonly checkCodewords: number;
  /** Data regions a side, each with a border of its own. */
  readonly regions: number;
}

/** Table 7 of the standard, up to where one block of error correction is enough. */
const SIZES: readonly Size[] = [
  [10, 3, 5, 1],
  [12, 5, 7, 1],
  [14, 8, 10, 1],
  [16, 12, 12, 1],
  [18, 18, 14, 1],
  [20, 22, 18, 1],
  [22, 30, 20, 1],
  [24, 36, 24, 1],
  [26, 44, 28, 1],
  [32, 62, 36, 2],
  [36, 86, 42, 2],
  [40, 114, 48, 2],
  [44, 144, 56, 2],
  [48, 174, 68, 2],
].map(([side = 0, dataCodewords = 0, checkCodewords = 0, regions = 1]) => ({
  side,
  dataCodewords,
  checkCodewords,
  regions,
}));

export const DATA_MATRIX_QUIET_MODULES = 1;

const PAD = 129;
const EXPONENTS: number[] = [];
const LOGARITHMS: number[] = [];
for (let power = 0, value = 1; power < 255; power += 1) {
  EXPONENTS[power] = value;
  LOGARITHMS[value] = power;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x12d;
}

export interface MatrixCode {
  readonly side: number;
  /** Row by row, 1 is black. */
  readonly modules: Uint8Array;
}

/** The smallest symbol that holds the text, or null when none does. Throws RangeError unless it is printable ASCII. */
export function encodeDataMatrix(text: string): MatrixCode | null {
  const data = codewordsOf(text);
  const size = SIZES.find(({ dataCodewords }) => dataCodewords >= data.length);
  if (!size) return null;
  const padded = padCodewords(data, size.dataCodewords);
  const codewords = [...padded, ...checkCodewords(padded, size.checkCodewords)];
  return { side: size.side, modules: drawSymbol(size, codewords) };
}

function codewordsOf(text: string): number[] {
  if (!/^[ -~]+$/.test(text)) throw new RangeError('Data Matrix takes printable ASCII here');
  const parts = text.match(/\d\d|[^]/g) ?? [];
  return parts.map((part) => (part.length === 2 ? Number(part) + 130 : part.charCodeAt(0) + 1));
}

/** Annex B.1: what follows the first pad is scrambled by its position. */
function padCodewords(data: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, index) => {
    const codeword = data[index];
    if (codeword !== undefined) return codeword;
    if (index === data.length) return PAD;
    const scrambled = PAD + ((149 * (index + 1)) % 253) + 1;
    return scrambled > 254 ? scrambled - 254 : scrambled;
  });
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return EXPONENTS[((LOGARITHMS[a] ?? 0) + (LOGARITHMS[b] ?? 0)) % 255] ?? 0;
}

const generators = new Map<number, readonly number[]>();

/** Coefficients of (x − α)(x − α²)… without the leading one. */
function generatorOf(count: number): readonly number[] {
  const known = generators.get(count);
  if (known) return known;
  let product = [1];
  for (let root = 1; root <= count; root += 1) {
    const shifted = [...product, 0];
    product = shifted.map((value, index) => value ^ multiply(product[index - 1] ?? 0, EXPONENTS[root] ?? 0));
  }
  const generator = product.slice(1);
  generators.set(count, generator);
  return generator;
}

/** Reed–Solomon over GF(256) with 0x12D (clause 5.7): the remainder of the data divided by the generator. */
function checkCodewords(data: readonly number[], count: number): number[] {
  const generator = generatorOf(count);
  let remainder = new Array<number>(count).fill(0);
  for (const codeword of data) {
    const factor = codeword ^ (remainder[0] ?? 0);
    remainder = generator.map((value, index) => (remainder[index + 1] ?? 0) ^ multiply(value, factor));
  }
  return remainder;
}

function drawSymbol({ side, regions }: Size, codewords: readonly number[]): Uint8Array {
  const inner = side / regions - 2;
  const mapped = placeCodewords(inner * regions, codewords);
  const modules = new Uint8Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const y = row % (inner + 2);
      const x = column % (inner + 2);
      const isBorder = x === 0 || y === 0 || x === inner + 1 || y === inner + 1;
      modules[row * side + column] = isBorder
        ? borderModule(x, y, inner)
        : (mapped[
            (Math.floor(row / (inner + 2)) * inner + y - 1) * inner * regions +
              Math.floor(column / (inner + 2)) * inner +
              x -
              1
          ] ?? 0);
    }
  }
  return modules;
}

/** Solid at the left and at the bottom, alternating at the top and on the right. */
function borderModule(x: number, y: number, inner: number): number {
  if (x === 0 || y === inner + 1) return 1;
  return y === 0 ? (x + 1) % 2 : y % 2;
}
