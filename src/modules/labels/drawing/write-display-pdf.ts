import { PageStream } from '../../../platform/pdf/page-stream.ts';
import { millimetresOf, type DisplayList } from './display-list.ts';
import { labelOperators } from './pdf/label-operators.ts';

const POINTS_PER_MM = 72 / 25.4;

/** One drawing as a PDF of one page of its true size. */
export function writeDisplayPdf(
  display: DisplayList,
  facts: { readonly title: string; readonly createdAt: Date },
): Buffer {
  const scale = millimetresOf(1, display.dpi) * POINTS_PER_MM;
  const size = [display.width * scale, display.height * scale] as const;
  const document = new PageStream({ ...facts, language: 'zh-CN' });
  const place = `${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} 0 ${size[1].toFixed(3)}`;
  document.addPage(size, `q ${place} cm\n${labelOperators(display, document)}Q\n`);
  document.finish();
  return document.takeBytes();
}
