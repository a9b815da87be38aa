/** The black parts of codes as rectangles on whole dots. */
import type { BarsItem, MatrixItem, Rectangle } from './display-list.ts';

/** The black modules of a two-dimensional code, neighbours in a row joined, in dots. */
export function matrixRows({ x, y, module, side, modules }: MatrixItem): Rectangle[] {
  const rows: Rectangle[] = [];
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      if (modules[row * side + column] !== 1) continue;
      const first = column;
      while (column + 1 < side && modules[row * side + column + 1] === 1) column += 1;
      rows.push({
        x: x + first * module,
        y: y + row * module,
        width: (column - first + 1) * module,
        height: module,
      });
    }
  }
  return rows;
}

/** The black bars of a Code 128 as they lie on the label. */
export function barRectangles(item: BarsItem): Rectangle[] {
  const { x, y, width, height, module, runs, turn } = item;
  const isSideways = turn === 90 || turn === 270;
  const length = isSideways ? height : width;
  const bars: Rectangle[] = [];
  let from = 0;
  runs.forEach((run, index) => {
    const size = run * module;
    const start = turn === 0 || turn === 90 ? from : length - from - size;
    if (index % 2 === 0)
      bars.push(
        isSideways ? { x, y: y + start, width, height: size } : { x: x + start, y, width: size, height },
      );
    from += size;
  });
  return bars;
}
