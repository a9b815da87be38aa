/** Labels a second for each output, and what the whole register's labels take as one PDF. */
import path from 'node:path';
import { formatItemCode } from '../../src/modules/item-codes/item-code.ts';
import { composeLabel } from '../../src/modules/labels/drawing/compose-label.ts';
import { composeTestPage } from '../../src/modules/labels/drawing/compose-test-page.ts';
import type { DisplayList, Dpi } from '../../src/modules/labels/drawing/display-list.ts';
import { drawLabelPng } from '../../src/modules/labels/drawing/draw-label-png.ts';
import { drawLabelSvg } from '../../src/modules/labels/drawing/draw-label-svg.ts';
import type { LabelContent } from '../../src/modules/labels/drawing/label-content.ts';
import { writeLabelsPdf } from '../../src/modules/labels/drawing/write-labels-pdf.ts';
import { writeTsplLabel } from '../../src/modules/labels/drawing/write-tspl-label.ts';
import { writeZplLabel } from '../../src/modules/labels/drawing/write-zpl-label.ts';
import { sampleFields } from '../../src/modules/labels/label-fields.ts';
import type { LabelTemplate } from '../../src/modules/labels/template.contract.ts';
import { loadShippedTemplates } from '../../src/modules/labels/templates/load-shipped-templates.ts';
import type { Finding } from './report.ts';

/** The court's labelled assets. */
const REGISTER = 13_365;
const SOME = 1_000;
const AIM = { seconds: 5, firstByteMs: 500, memoryMB: 250 } as const;
const SETTINGS = { copies: 1, darkness: null, speedMmPerSecond: null, gapMm: 2 };
const NAMES = [
  '台式计算机',
  '便携式计算机',
  '多功能一体机',
  '审判台',
  '档案密集架',
  '执法记录仪',
  '碎纸机',
  '文件柜',
];
const DEPARTMENTS = [
  '民事审判第一庭',
  '刑事审判庭',
  '执行局',
  '立案庭',
  '司法警察支队',
  '司法行政装备管理科',
];

/** 70 × 40 mm with a QR, a Code 128 and five lines of Chinese. */
export async function measureLabels(): Promise<Finding[]> {
  const template = loadShippedTemplates(path.resolve('label-templates')).get('asset-70x40');
  if (!template) throw new Error('label-templates/asset-70x40.json is missing');
  return [
    ...(await measurePdf(template)),
    await measureEach({ zh: 'ZPL，203 dpi', en: 'ZPL at 203 dpi' }, template, 203, (display) =>
      writeZplLabel(display, SETTINGS),
    ),
    await measureEach({ zh: 'TSPL，203 dpi', en: 'TSPL at 203 dpi' }, template, 203, (display) =>
      writeTsplLabel(display, SETTINGS),
    ),
    await measureEach({ zh: 'SVG 预览', en: 'SVG preview' }, template, 300, drawLabelSvg),
    await measureEach({ zh: 'PNG 预览，300 dpi', en: 'PNG preview at 300 dpi' }, template, 300, drawLabelPng),
    await measureEach({ zh: '测试页', en: 'test page' }, template, 300, () =>
      drawLabelSvg(composeTestPage(template.sizeMm, { dpi: 300, offsetMm: { x: 0, y: 0 } })),
    ),
  ];
}

function* labels(count: number): Generator<LabelContent> {
  const sample = sampleFields('A');
  for (let serial = 1; serial <= count; serial += 1) {
    const fields = {
      ...sample,
      name: `${NAMES[serial % NAMES.length] ?? ''}${String.fromCodePoint(0x4e00 + (serial % 3000))}型`,
      specification: `联想 M${serial % 977}h G1t`,
      department: DEPARTMENTS[serial % DEPARTMENTS.length] ?? '',
      place: `审判楼 / ${1 + (serial % 9)}层 / ${100 + (serial % 800)}办公室`,
    };
    const code = formatItemCode({ kind: 'A', divisionNumber: '150800', serial });
    yield { code, version: '1', link: null, fields };
  }
}

async function measurePdf(template: LabelTemplate): Promise<Finding[]> {
  const heldBefore = process.memoryUsage().rss;
  const startedAt = performance.now();
  let [firstByteMs, bytes, memory] = [0, 0, 0];
  const pdf = writeLabelsPdf({
    template,
    labels: labels(REGISTER),
    device: { dpi: 600, offsetMm: { x: 0, y: 0 } },
    skipCells: 0,
    title: '固定资产标签',
    createdAt: new Date(),
  });
  for await (const chunk of pdf) {
    // why: a stream of bytes hands out buffers; its type knows only any.
    bytes += (chunk as Buffer).length;
    firstByteMs ||= performance.now() - startedAt;
    memory = Math.max(memory, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const memoryMB = (memory - heldBefore) / 1e6;
  return [
    {
      what: { zh: `PDF，${REGISTER} 张`, en: `PDF of ${REGISTER} labels` },
      measured: `${seconds.toFixed(2)} s, ${Math.round(REGISTER / seconds)}/s, ${(bytes / 1e6).toFixed(1)} MB`,
      aim: `< ${AIM.seconds} s`,
      isMet: seconds < AIM.seconds,
      numbers: { seconds, bytes, perSecond: REGISTER / seconds },
    },
    {
      what: { zh: 'PDF 首字节', en: 'first byte of the PDF' },
      measured: `${firstByteMs.toFixed(0)} ms`,
      aim: `< ${AIM.firstByteMs} ms`,
      isMet: firstByteMs < AIM.firstByteMs,
      numbers: { firstByteMs },
    },
    {
      what: {
        zh: 'PDF 内存峰值，高于此前',
        en: 'peak memory, above what the bench held before',
      },
      measured: `${memoryMB.toFixed(0)} MB above ${(heldBefore / 1e6).toFixed(0)} MB`,
      aim: `< ${AIM.memoryMB} MB`,
      isMet: memoryMB < AIM.memoryMB,
      numbers: { memoryMB },
    },
  ];
}

async function measureEach(
  what: Finding['what'],
  template: LabelTemplate,
  dpi: Dpi,
  write: (display: DisplayList) => Buffer | string | Promise<Buffer>,
): Promise<Finding> {
  const device = { dpi, offsetMm: { x: 0, y: 0 } };
  const startedAt = performance.now();
  let bytes = 0;
  for (const content of labels(SOME))
    bytes += (await write(composeLabel(template, content, device).display)).length;
  const seconds = (performance.now() - startedAt) / 1000;
  const perSecond = SOME / seconds;
  return {
    what,
    measured: `${Math.round(perSecond)}/s, ${(bytes / SOME / 1000).toFixed(1)} kB`,
    numbers: { perSecond, bytesPerLabel: bytes / SOME },
  };
}
