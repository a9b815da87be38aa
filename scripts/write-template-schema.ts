/** `node scripts/run.mjs write-template-schema`: writes label-templates/template.schema.json from its zod schema. */
import { writeFile } from 'node:fs/promises';
import { SCHEMA_FILE } from '../src/modules/labels/templates/load-shipped-templates.ts';
import { templateSchema } from '../src/modules/labels/templates/template-schema.ts';
import { runCommandLine, tell } from './command-line.ts';

await runCommandLine(async () => {
  const file = `label-templates/${SCHEMA_FILE}`;
  await writeFile(file, templateSchema());
  tell({ zh: `已写入 ${file}`, en: `Wrote ${file}` });
  return 0;
});
