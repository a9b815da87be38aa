/** Where the bits of the codewords stand in a Data Matrix (ISO/IEC 16022, annex F). */

/** Bits 1 to 8 of an ordinary codeword, as steps from its last module. */
const UTAH = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

/** The four codewords that are bent around the corners; negative steps count from the far edge. */
const CORNERS = [
  [[-1, 0], [-1, 1], [-1, 2], [0, -2], [0, -1], [1, -1], [2, -1], [3, -1]], // oxfmt-ignore
  [[-3, 0], [-2, 0], [-1, 0], [0, -4], [0, -3], [0, -2], [0, -1], [1, -1]], // oxfmt-ignore
  [[-3, 0], [-2, 0], [-1, 0], [0, -2], [0, -1], [1, -1], [2, -1], [3, -1]], // oxfmt-ignore
  [[-1, 0], [-1, -1], [0, -3], [0, -2], [0, -1], [1, -3], [1, -2], [1, -1]], // oxfmt-ignore
] as const;

/** For each module of a square of `side` modules: codeword × 8 + bit, or −1 for the fixed pattern, and its colour. */
function layPositions(side: number): Int32Array {
  const positions = new Int32Array(side * side).fill(-1);
  let codeword = 0;
  const set = (row: number, column: number, bit: number) => {
    let [y, x] = [row, column];
    if (y < 0) [y, x] = [y + side, x + 4 - ((side + 4) % 8)];
    if (x < 0) [y, x] = [y + 4 - ((side + 4) % 8), x + side];
    positions[y * side + x] = codeword * 8 + bit;
  };
  const utah = (row: number, column: number) => {
    UTAH.forEach(([down, right], bit) => set(row + down, column + right, bit));
    codeword += 1;
  };
  const corner = (index: number) => {
    CORNERS[index]?.forEach(([down, right], bit) => {
      positions[(down < 0 ? down + side : down) * side + (right < 0 ? right + side : right)] =
        codeword * 8 + bit;
    });
    codeword += 1;
  };
  const isFree = (row: number, column: number) => positions[row * side + column] === -1;

  let [row, column] = [4, 0];
  while (row < side || column < side) {
    if (row === side && column === 0) corner(0);
    if (row === side - 2 && column === 0 && side % 4 !== 0) corner(1);
    if (row === side - 2 && column === 0 && side % 8 === 4) corner(2);
    if (row === side + 4 && column === 2 && side % 8 === 0) corner(3);
    for (; row >= 0 && column < side; row -= 2, column += 2) {
      if (row < side && column >= 0 && isFree(row, column)) utah(row, column);
    }
    [row, column] = [row + 1, column + 3];
    for (; row < side && column >= 0; row += 2, column -= 2) {
      if (row >= 0 && column < side && isFree(row, column)) utah(row, column);
    }
    [row, column] = [row + 3, column + 1];
  }
  return positions;
}

const known = new Map<number, Int32Array>();

/** The modules inside the borders, row by row, 1 is black. */
export function placeCodewords(side: number, codewords: readonly number[]): Uint8Array {
  const positions = known.get(side) ?? layPositions(side);
  known.set(side, positions);
  const modules = Uint8Array.from(positions, (position) =>
    position < 0 ? 0 : ((codewords[position >> 3] ?? 0) >> (7 - (position & 7))) & 1,
  );
  const last = side * side - 1;
  // What no codeword reaches is the fixed pattern in the last corner.
  if (positions[last] === -1) modules[last] = modules[last - side - 1] = 1;
  return modules;
}
