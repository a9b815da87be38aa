/** Labelling of fixed assets: how far it has come, and printing from what a list or an import holds. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';
import { CREATE_REFUSALS, createdPrintJob, printChoices } from '../labels/print-jobs.contract.ts';
import { named } from './asset-fields.ts';
import { assetFilterQuery } from './asset-list.contract.ts';

const tag = 'fixed-assets';

const progress = {
  /** 应贴标: everything that was not disposed of. */
  due: z.int(),
  /** 已贴标 of these. */
  labelled: z.int(),
};

export const labellingProgress = z.object({
  total: z.object(progress),
  /** By name; things of no department last. */
  byDepartment: z.array(z.object({ department: named.nullable(), ...progress })),
});
export type LabellingProgress = z.output<typeof labellingProgress>;

export const readLabellingProgress = declareEndpoint({
  name: 'readLabellingProgress',
  kind: 'query',
  method: 'get',
  path: '/fixed-assets/labelling',
  permission: 'label.read',
  tag,
  summary: { zh: '贴标进度（已贴标/应贴标）', en: 'How many assets carry their labels, by department' },
  response: labellingProgress,
});

/** The filters of the asset list, as its address carries them; things disposed of are left out. */
const listFilters = assetFilterQuery.omit({ courtId: true });

export const printAssetLabels = declareEndpoint({
  name: 'printAssetLabels',
  kind: 'command',
  method: 'post',
  path: '/fixed-assets/print-jobs',
  permission: 'label.print',
  tag,
  summary: {
    zh: '按清单、房间或导入批次打印资产标签（支持试算）',
    en: 'Print labels of a filtered list, a room, a department or an import; with dryRun=true only say what would be printed',
  },
  body: z.strictObject({
    selection: z.union([
      z.strictObject({ filters: listFilters }),
      /** What an import wrote or changed last. */
      z.strictObject({ importId: uuid() }),
    ]),
    ...printChoices,
  }),
  response: createdPrintJob,
  refusals: CREATE_REFUSALS,
});
