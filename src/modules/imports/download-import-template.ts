import type { Download } from '../../platform/served-endpoint.ts';
import type { ImportTargetId } from './import-fields.ts';
import { writeRegisterTemplate } from './write-register-template.ts';
import { writeTemplate } from './write-template.ts';

const FILE_NAMES = {
  fixed_assets: { zh: '资产导入模板.xlsx', en: 'Asset import template.xlsx' },
  seized_items: { zh: '涉案财物旧台账导入模板.xlsx', en: 'Template of an older register.xlsx' },
} as const satisfies Record<ImportTargetId, { zh: string; en: string }>;

/** Our own template as a workbook. */
export async function downloadImportTemplate(input: {
  readonly language: 'zh' | 'en';
  readonly target: ImportTargetId;
}): Promise<Download> {
  const { language, target } = input;
  const content =
    target === 'seized_items' ? await writeRegisterTemplate(language) : await writeTemplate(language);
  return {
    fileName: FILE_NAMES[target][language],
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: once(content),
    isDetached: true,
  };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
