/** Which modules of a QR code and of a Data Matrix are the same in every symbol of its size. Pure. */

/** What a module always is; null where it depends on the content. */
export type FixedModule = 'dark' | 'light' | null;

/** Places of modules, row by row, by what they always are. */
export interface FixedPlaces {
  readonly dark: Uint16Array;
  readonly light: Uint16Array;
}

export interface SymbolPattern {
  readonly symbology: 'qr' | 'datamatrix';
  /** Modules on one side, without quiet zone. */
  readonly side: number;
  /** Row by row. */
  readonly fixed: readonly FixedModule[];
  /** Where they are as it stands, and turned by one, two and three quarters. */
  readonly turned: readonly [FixedPlaces, FixedPlaces, FixedPlaces, FixedPlaces];
}

/** Versions 1 to 5: the code alone, and the code in a link. */
const QR_SIDES = [21, 25, 29, 33, 37];
/** Of one region (ISO/IEC 16022, table 7). */
const DATA_MATRIX_SIDES = [14, 16, 18, 20, 22, 24, 26];
const TIMING = 6;

function shade(isDark: boolean): FixedModule {
  return isDark ? 'dark' : 'light';
}

/** Rings around a middle: dark, but for the rings that are `light` steps away from it. */
function ring(across: number, down: number, light: readonly number[]): FixedModule {
  return shade(!light.includes(Math.max(Math.abs(across), Math.abs(down))));
}

/** Finder patterns with separators, timing, the one alignment pattern, the dark module (ISO/IEC 18004, 6.3). */
function qrModule(x: number, y: number, side: number): FixedModule {
  const far = side - 8;
  if (x < 8 && y < 8) return ring(x - 3, y - 3, [2, 4]);
  if (x >= far && y < 8) return ring(x - (side - 4), y - 3, [2, 4]);
  if (x < 8 && y >= far) return ring(x - 3, y - (side - 4), [2, 4]);
  if (x === TIMING || y === TIMING) return shade((x + y) % 2 === 0);
  if (x === 8 && y === far) return 'dark';
  const middle = side - 7;
  const isAlignment = side > 21 && Math.abs(x - middle) <= 2 && Math.abs(y - middle) <= 2;
  return isAlignment ? ring(x - middle, y - middle, [1]) : null;
}

/** Solid on the left and below, alternating above and on the right (ISO/IEC 16022, 5.1). */
function dataMatrixModule(x: number, y: number, side: number): FixedModule {
  if (x === 0 || y === side - 1) return 'dark';
  if (y === 0) return shade(x % 2 === 0);
  return x === side - 1 ? shade(y % 2 === 1) : null;
}

type Turn = (x: number, y: number, last: number) => readonly [number, number];

function placesOf(fixed: readonly FixedModule[], side: number, turn: Turn): FixedPlaces {
  const of = (wanted: FixedModule) =>
    Uint16Array.from(
      fixed.flatMap((module, index) => {
        if (module !== wanted) return [];
        const [x, y] = turn(index % side, Math.floor(index / side), side - 1);
        return [y * side + x];
      }),
    );
  return { dark: of('dark'), light: of('light') };
}

function patternOf(symbology: SymbolPattern['symbology'], side: number): SymbolPattern {
  const moduleAt = symbology === 'qr' ? qrModule : dataMatrixModule;
  const fixed = Array.from({ length: side * side }, (_, index) =>
    moduleAt(index % side, Math.floor(index / side), side),
  );
  const turned = [
    placesOf(fixed, side, (x, y) => [x, y]),
    placesOf(fixed, side, (x, y, last) => [last - y, x]),
    placesOf(fixed, side, (x, y, last) => [last - x, last - y]),
    placesOf(fixed, side, (x, y, last) => [y, last - x]),
  ] as const;
  return { symbology, side, fixed, turned };
}

export const SYMBOL_PATTERNS: readonly SymbolPattern[] = [
  ...QR_SIDES.map((side) => patternOf('qr', side)),
  ...DATA_MATRIX_SIDES.map((side) => patternOf('datamatrix', side)),
];
