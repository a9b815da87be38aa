import { composeTestPage } from './drawing/compose-test-page.ts';
import { writeDisplayPdf } from './drawing/write-display-pdf.ts';
import type { PrinterRow } from './printer.sql.ts';
import { writeForDevice } from './write-device-label.ts';

/** The calibration page of a printer in its own language: a ruler of 100 mm, as much as fits, and a grid. */
export function drawTestPage(printer: PrinterRow, createdAt: Date): Buffer {
  const { language, stockMm, dpi, offsetMm, darkness, speedMmPerSecond } = printer;
  const display = composeTestPage(stockMm, { dpi, offsetMm });
  if (language === 'pdf') return writeDisplayPdf(display, { title: printer.name, createdAt });
  return writeForDevice(language, display, { copies: 1, gapMm: stockMm.gap, darkness, speedMmPerSecond });
}
