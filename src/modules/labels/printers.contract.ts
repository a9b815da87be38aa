/** Label printers of a court: what lies in them, how they are reached, what they may print. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, queryBoolean, uuid } from '../../platform/fields.ts';

const tag = 'labels';
const printerParams = z.strictObject({ printerId: uuid() });

/** Dots an inch that there are heads for. */
export const PRINTER_DPI = [203, 300, 600] as const;
export const printerDpi = z.union(PRINTER_DPI.map((dpi) => z.literal(dpi)));
export const PRINTER_LANGUAGES = ['zpl', 'tspl', 'pdf'] as const;
export const printerLanguage = z.enum(PRINTER_LANGUAGES);
export const PRINTER_ACTIONS = ['update', 'close', 'testPage', 'downloadTestPage', 'print'] as const;

/** With at most two decimals, as the table keeps them. */
const millimetres = (min: number, max: number) => z.number().min(min).max(max).multipleOf(0.01);

const printerFields = {
  name: line(60),
  /** `pdf`: an office printer, for which a file is downloaded. */
  language: printerLanguage,
  /** An address of the court's own network as digits, and the port; null: the file is handed over by hand. */
  address: z.strictObject({ host: line(45), port: z.int().min(1).max(65_535) }).nullable(),
  dpi: printerDpi,
  /** What lies in it: one label of a roll, or a sheet of paper. */
  stockMm: z.strictObject({
    width: millimetres(8, 300),
    height: millimetres(5, 500),
    /** Between two labels. */
    gap: millimetres(0, 50),
  }),
  /** Added to everything that is drawn; found with the test page. */
  offsetMm: z.strictObject({ x: millimetres(-20, 20), y: millimetres(-20, 20) }),
  /** Heat of the head, of 30; null: as the printer is set. */
  darkness: z.int().min(0).max(30).nullable(),
  speedMmPerSecond: z.int().min(20).max(400).nullable(),
  placeId: uuid().nullable(),
  /** Keys of templates that fit the stock. */
  templateKeys: z.array(line(60)).max(100),
};
export const printerInput = z.strictObject(printerFields);
export type PrinterInput = z.output<typeof printerInput>;

export const printer = z.object({
  id: z.string(),
  name: z.string(),
  language: printerLanguage,
  address: z.object({ host: z.string(), port: z.int() }).nullable(),
  dpi: printerDpi,
  stockMm: z.object({ width: z.number(), height: z.number(), gap: z.number() }),
  offsetMm: z.object({ x: z.number(), y: z.number() }),
  darkness: z.int().nullable(),
  speedMmPerSecond: z.int().nullable(),
  place: z.object({ id: z.string(), path: z.string() }).nullable(),
  templateKeys: z.array(z.string()),
  version: z.int(),
  closedAt: z.string().nullable(),
  /** Jobs that are sent to it or wait for it. */
  jobsAtWork: z.int(),
  availableActions: z.array(z.enum(PRINTER_ACTIONS)),
});
export type PrinterAnswer = z.output<typeof printer>;

export const listPrintersEndpoint = declareEndpoint({
  name: 'listPrinters',
  kind: 'query',
  method: 'get',
  path: '/printers',
  permission: 'label.read',
  tag,
  summary: { zh: '标签打印机', en: 'Label printers of the court' },
  query: z.strictObject({ includeClosed: queryBoolean().default(false) }),
  response: z.object({ items: z.array(printer) }),
});

export const readPrinterEndpoint = declareEndpoint({
  name: 'readPrinter',
  kind: 'query',
  method: 'get',
  path: '/printers/:printerId',
  permission: 'label.read',
  tag,
  summary: { zh: '一台打印机', en: 'One printer' },
  params: printerParams,
  response: printer,
  refusals: ['PRINTER_NOT_FOUND'],
});

const SAVE_REFUSALS = [
  'PRINTER_NAME_TAKEN',
  'PRINTER_ADDRESS_NOT_LITERAL',
  'PRINTER_ADDRESS_NOT_ALLOWED',
  'PRINTER_PORT_NOT_ALLOWED',
  'PRINTER_ADDRESS_NEEDS_LANGUAGE',
  'PRINTER_PLACE_NOT_FOUND',
  'PRINTER_TEMPLATES_DO_NOT_FIT',
];

export const createPrinterEndpoint = declareEndpoint({
  name: 'createPrinter',
  kind: 'command',
  method: 'post',
  path: '/printers',
  permission: 'printer.manage',
  tag,
  summary: { zh: '登记打印机', en: 'Register a printer' },
  body: printerInput,
  response: printer,
  refusals: SAVE_REFUSALS,
});

export const updatePrinterEndpoint = declareEndpoint({
  name: 'updatePrinter',
  kind: 'command',
  method: 'put',
  path: '/printers/:printerId',
  permission: 'printer.manage',
  tag,
  summary: { zh: '修改打印机', en: 'Change a printer; everything is given anew' },
  params: printerParams,
  body: printerInput,
  response: printer,
  ifMatch: true,
  refusals: ['PRINTER_NOT_FOUND', 'VERSION_STALE', 'PRINTER_CLOSED', ...SAVE_REFUSALS],
});

export const closePrinterEndpoint = declareEndpoint({
  name: 'closePrinter',
  kind: 'command',
  method: 'post',
  path: '/printers/:printerId/close',
  permission: 'printer.manage',
  tag,
  summary: { zh: '停用打印机', en: 'Take a printer out of use; its jobs stay on record' },
  params: printerParams,
  response: printer,
  ifMatch: true,
  refusals: ['PRINTER_NOT_FOUND', 'VERSION_STALE', 'PRINTER_CLOSED', 'PRINTER_AT_WORK'],
});

export const printTestPageEndpoint = declareEndpoint({
  name: 'printTestPage',
  kind: 'command',
  method: 'post',
  path: '/printers/:printerId/test-page',
  permission: 'printer.manage',
  tag,
  summary: {
    zh: '向打印机发送校准页（100 毫米标尺与网格）',
    en: 'Send the calibration page, a ruler of 100 mm and a grid, to the printer',
  },
  params: printerParams,
  /** Whether the printer took all of it; it confirms nothing, so look at the page. */
  response: z.object({
    isHandedOver: z.boolean(),
    failure: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  }),
  refusals: ['PRINTER_NOT_FOUND', 'PRINTER_CLOSED', 'PRINTER_HAS_NO_ADDRESS', 'PRINTER_AT_WORK'],
});

export const downloadTestPageEndpoint = declareEndpoint({
  name: 'downloadTestPage',
  kind: 'download',
  method: 'get',
  path: '/printers/:printerId/test-page',
  permission: 'label.read',
  tag,
  summary: { zh: '下载校准页', en: 'The calibration page as a file in the language of the printer' },
  params: printerParams,
  response: z.unknown(),
  refusals: ['PRINTER_NOT_FOUND'],
});
