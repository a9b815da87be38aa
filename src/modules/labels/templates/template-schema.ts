import { z } from 'zod';
import { labelTemplate } from '../template.contract.ts';

/** The JSON Schema of a template file, as editors want it. What JSON Schema cannot say is checked at start. */
export function templateSchema(): string {
  const schema = z.toJSONSchema(labelTemplate, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ ...schema, title: '标签模板 / label template' }, null, 2)}\n`;
}
