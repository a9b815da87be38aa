import { loadFontFace } from '../../../platform/pdf/font-face.ts';
import { glyphOutline } from './bitmap/glyph-bitmaps.ts';
import { barRectangles, matrixRows } from './code-rectangles.ts';
import { millimetresOf, type DisplayItem, type DisplayList, type TextItem } from './display-list.ts';

const number = (value: number) => String(Math.round(value * 1000) / 1000);

/** The label as an SVG picture of its true size, text as outlines, so that it looks the same everywhere. */
export function drawLabelSvg({ dpi, width, height, items }: DisplayList): string {
  const size = `width="${number(millimetresOf(width, dpi))}mm" height="${number(millimetresOf(height, dpi))}mm"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...items.map(drawItem),
    '</svg>',
  ].join('\n');
}

function drawItem(item: DisplayItem): string {
  switch (item.kind) {
    case 'fill':
      return `<path d="${rectanglePath(item)}"/>`;
    case 'matrix':
      return `<path shape-rendering="crispEdges" d="${matrixRows(item).map(rectanglePath).join('')}"/>`;
    case 'bars':
      return `<path shape-rendering="crispEdges" d="${barRectangles(item).map(rectanglePath).join('')}"/>`;
    case 'text':
      return drawText(item);
    case 'picture': {
      const area = `x="${item.x}" y="${item.y}" width="${item.width}" height="${item.height}"`;
      return `<image ${area} href="data:image/png;base64,${item.png}"/>`;
    }
  }
}

function rectanglePath({
  x,
  y,
  width,
  height,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
}): string {
  return `M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}z`;
}

function drawText({ text, weight, size, x, y, turn, spacing, ink }: TextItem): string {
  const face = loadFontFace(weight);
  const scale = size / face.font.unitsPerEm;
  let pen = 0;
  const glyphs = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const at = pen;
    pen += ((face.advance(codePoint) ?? 0) * size) / 1000 + spacing;
    const outline = glyphOutline(weight, codePoint);
    return outline === '' ? '' : `<path transform="translate(${number(at / scale)})" d="${outline}"/>`;
  });
  const turned = turn === 0 ? '' : ` rotate(${turn})`;
  const place = `translate(${number(x)} ${number(y)})${turned} scale(${number(scale)} ${number(-scale)})`;
  return `<g transform="${place}"${ink === 'white' ? ' fill="#fff"' : ''}>${glyphs.join('')}</g>`;
}
