import type { Download } from '../../platform/served-endpoint.ts';
import { writeTemplate } from './write-template.ts';

/** Our own template as a workbook. */
export async function downloadImportTemplate(input: { readonly language: 'zh' | 'en' }): Promise<Download> {
  const content = await writeTemplate(input.language);
  return {
    fileName: input.language === 'zh' ? '资产导入模板.xlsx' : 'Asset import template.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: once(content),
    isDetached: true,
  };
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
