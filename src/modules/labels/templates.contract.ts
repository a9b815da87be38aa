/** Label templates of a court: what ships with the program is version 0, each save is the next. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, queryBoolean, queryInteger, uuid } from '../../platform/fields.ts';
import { itemCodeKind } from '../item-codes/scan.contract.ts';
import { labelTemplate } from './template.contract.ts';
import { CODE_FORMS } from './print-job.rules.ts';
import { printerDpi } from './printers.contract.ts';

const tag = 'labels';
const templateParams = z.strictObject({ templateKey: line(60) });
/** A template with pictures. */
const BODY_BYTES = 4 * 1024 * 1024;
const VERSION_MAX = 1_000_000;

export const TEMPLATE_ACTIONS = ['save', 'retire', 'restore'] as const;

const templateHead = {
  key: z.string(),
  /** 0: as shipped. */
  version: z.int(),
  name: z.object({ zh: z.string(), en: z.string() }),
  kinds: z.array(itemCodeKind),
  sizeMm: z.object({ width: z.number(), height: z.number() }),
  /** Labels on a sheet of paper; null: one label after another. */
  sheet: z.object({ columns: z.int(), rows: z.int() }).nullable(),
  /** Ships with the program, whether the court has saved over it or not. */
  isShipped: z.boolean(),
  /** Not offered any more. */
  isRetired: z.boolean(),
  note: z.string().nullable(),
  savedAt: z.string().nullable(),
  savedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  availableActions: z.array(z.enum(TEMPLATE_ACTIONS)),
};
export const labelTemplateHead = z.object(templateHead);
export type LabelTemplateHead = z.output<typeof labelTemplateHead>;

export const savedLabelTemplate = z.object({ ...templateHead, template: labelTemplate });
export type SavedLabelTemplate = z.output<typeof savedLabelTemplate>;

export const listLabelTemplatesEndpoint = declareEndpoint({
  name: 'listLabelTemplates',
  kind: 'query',
  method: 'get',
  path: '/label-templates',
  permission: 'label.read',
  tag,
  summary: { zh: '标签模板', en: 'Label templates in their current versions' },
  query: z.strictObject({
    kind: itemCodeKind.optional(),
    /** Those that this printer may print. */
    printerId: uuid().optional(),
    includeRetired: queryBoolean().default(false),
  }),
  response: z.object({ items: z.array(labelTemplateHead) }),
  refusals: ['PRINTER_NOT_FOUND'],
});

export const readLabelTemplateEndpoint = declareEndpoint({
  name: 'readLabelTemplate',
  kind: 'query',
  method: 'get',
  path: '/label-templates/:templateKey',
  permission: 'label.read',
  tag,
  summary: { zh: '一个标签模板', en: 'A template in its current or an older version' },
  params: templateParams,
  query: z.strictObject({ version: queryInteger(0, VERSION_MAX).optional() }),
  response: savedLabelTemplate,
  refusals: ['TEMPLATE_NOT_FOUND'],
});

export const downloadTemplatePictureEndpoint = declareEndpoint({
  name: 'downloadTemplatePicture',
  kind: 'download',
  method: 'get',
  path: '/label-templates/:templateKey/picture',
  permission: 'label.read',
  tag,
  summary: { zh: '模板样张（SVG）', en: 'A template with sample values as an SVG document' },
  params: templateParams,
  query: z.strictObject({
    version: queryInteger(0, VERSION_MAX).optional(),
    /** Whose sample values it shows; the template's first kind when left out. */
    kind: itemCodeKind.optional(),
  }),
  response: z.unknown(),
  refusals: ['TEMPLATE_NOT_FOUND', 'TEMPLATE_NOT_FOR_KIND'],
});

export const listLabelTemplateVersionsEndpoint = declareEndpoint({
  name: 'listLabelTemplateVersions',
  kind: 'query',
  method: 'get',
  path: '/label-templates/:templateKey/versions',
  permission: 'label.read',
  tag,
  summary: { zh: '模板的历次版本', en: 'Every version of a template, newest first' },
  params: templateParams,
  response: z.object({
    items: z.array(
      z.object({
        version: z.int(),
        name: z.object({ zh: z.string(), en: z.string() }),
        isRetired: z.boolean(),
        note: z.string().nullable(),
        savedAt: z.string().nullable(),
        savedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
      }),
    ),
  }),
  refusals: ['TEMPLATE_NOT_FOUND'],
});

/** `If-Match` is the version that was edited; "0" for what is shipped and for a new key. */
export const saveLabelTemplateEndpoint = declareEndpoint({
  name: 'saveLabelTemplate',
  kind: 'command',
  method: 'put',
  path: '/label-templates/:templateKey',
  permission: 'label.design',
  tag,
  summary: { zh: '保存模板（成为新版本）', en: 'Save a template as its next version' },
  params: templateParams,
  body: z.strictObject({ template: labelTemplate, note: line(200).optional() }),
  response: savedLabelTemplate,
  ifMatch: true,
  refusals: ['VERSION_STALE', 'TEMPLATE_KEY_DIFFERS', 'TEMPLATE_IN_PRINTERS'],
  bodyLimitBytes: BODY_BYTES,
});

export const retireLabelTemplateEndpoint = declareEndpoint({
  name: 'retireLabelTemplate',
  kind: 'command',
  method: 'post',
  path: '/label-templates/:templateKey/retire',
  permission: 'label.design',
  tag,
  summary: { zh: '停用模板', en: 'Offer a template no more; older jobs keep what they printed' },
  params: templateParams,
  response: savedLabelTemplate,
  ifMatch: true,
  refusals: ['TEMPLATE_NOT_FOUND', 'VERSION_STALE', 'TEMPLATE_RETIRED'],
});

export const restoreLabelTemplateEndpoint = declareEndpoint({
  name: 'restoreLabelTemplate',
  kind: 'command',
  method: 'post',
  path: '/label-templates/:templateKey/restore',
  permission: 'label.design',
  tag,
  summary: { zh: '恢复旧版本（成为新版本）', en: 'Make an older version the newest' },
  params: templateParams,
  body: z.strictObject({ version: z.int().min(0).max(VERSION_MAX) }),
  response: savedLabelTemplate,
  ifMatch: true,
  refusals: ['TEMPLATE_NOT_FOUND', 'VERSION_STALE', 'TEMPLATE_VERSION_NOT_FOUND', 'TEMPLATE_IN_PRINTERS'],
});

export const previewLabelEndpoint = declareEndpoint({
  name: 'previewLabel',
  kind: 'query',
  method: 'post',
  path: '/label-templates/preview',
  permission: 'label.read',
  tag,
  summary: { zh: '预览标签', en: 'A label as it would be drawn, with what is wrong with it' },
  body: z.strictObject({
    template: labelTemplate,
    kind: itemCodeKind,
    /** A real thing's label; otherwise sample values. */
    thingId: uuid().optional(),
    dpi: printerDpi.default(300),
    codeForm: z.enum(CODE_FORMS).default('template'),
  }),
  response: z.object({
    /** An SVG document of the label's true size, for an `img`; of a refused label a note that says why. */
    svg: z.string(),
    problems: z.array(
      z.object({
        severity: z.enum(['refused', 'warning']),
        code: z.string(),
        zh: z.string(),
        en: z.string(),
        /** `elements.3` */
        path: z.string(),
      }),
    ),
  }),
  refusals: ['LABEL_THING_NOT_FOUND', 'TEMPLATE_NOT_FOR_KIND'],
  bodyLimitBytes: BODY_BYTES,
});
