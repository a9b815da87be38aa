import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../../../platform/errors.ts';
import { StartRefused } from '../../../platform/migrations.ts';
import { problemsOf } from '../../../platform/problem-details.ts';
import { ITEM_CODE_KINDS } from '../../item-codes/item-code.ts';
import { labelTemplate, type LabelTemplate } from '../template.contract.ts';

/** The generated schema, which lies beside the templates. */
export const SCHEMA_FILE = 'template.schema.json';

interface Read {
  readonly name: string;
  readonly template: LabelTemplate | null;
  readonly problems: readonly { readonly zh: string; readonly en: string }[];
}

/**
 * Reads every `*.json` of the folder but the schema: by key, by kind of thing, rolls before sheets, large before small.
 * Throws StartRefused, which names the file and the path of each problem in any of them, also a key that is not the
 * file's name.
 */
export function loadShippedTemplates(folder: string): ReadonlyMap<string, LabelTemplate> {
  const read = filesOf(folder).map((name) => readTemplate(folder, name));
  const problems = read.flatMap((file) => file.problems);
  if (problems.length > 0) {
    throw new StartRefused({
      zh: `标签模板有误，请改正后再启动：\n${problems.map(({ zh }) => zh).join('\n')}`,
      en: `Label templates are wrong. Correct them, then start:\n${problems.map(({ en }) => en).join('\n')}`,
    });
  }
  const templates = read.flatMap(({ template }) => (template === null ? [] : [template]));
  return new Map(templates.sort(inListOrder).map((template) => [template.key, template]));
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== SCHEMA_FILE)
      .sort();
  } catch {
    throw new StartRefused({
      zh: `找不到标签模板目录 ${folder}，请确认程序文件完整。`,
      en: `The folder of label templates ${folder} is missing. Check that the program's files are complete.`,
    });
  }
}

function readTemplate(folder: string, name: string): Read {
  const found = parse(readFileSync(path.join(folder, name), 'utf8'));
  if ('syntax' in found)
    return refused(name, [{ path: '', zh: `不是 JSON：${found.syntax}`, en: `not JSON: ${found.syntax}` }]);
  const parsed = labelTemplate.safeParse(found.value);
  if (!parsed.success) return refused(name, issuesOf(parsed.error));
  if (`${parsed.data.key}.json` === name) return { name, template: parsed.data, problems: [] };
  const key = parsed.data.key;
  return refused(name, [
    { path: 'key', zh: `「${key}」应与文件名一致。`, en: `“${key}” must be the name of the file.` },
  ]);
}

function parse(text: string): { value: unknown } | { syntax: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { syntax: error instanceof Error ? error.message : String(error) };
  }
}

type Told = Pick<Problem, 'path' | 'zh' | 'en'>;

function issuesOf(error: z.ZodError): Told[] {
  return problemsOf(error, 'template').map((problem) => ({
    ...problem,
    path: problem.path.replace(/^template\.?/, ''),
  }));
}

function refused(name: string, told: readonly Told[]): Read {
  const at = (where: string) => (where === '' ? name : `${name} ${where}`);
  const problems = told.map((each) => ({
    zh: `${at(each.path)}：${each.zh}`,
    en: `${at(each.path)}: ${each.en}`,
  }));
  return { name, template: null, problems };
}

function inListOrder(one: LabelTemplate, other: LabelTemplate): number {
  const rank = ({ kinds, sheet, sizeMm }: LabelTemplate) => [
    Math.min(...kinds.map((kind) => Object.keys(ITEM_CODE_KINDS).indexOf(kind))),
    sheet === null ? 0 : 1,
    -sizeMm.width * sizeMm.height,
  ];
  const [ranks, others] = [rank(one), rank(other)];
  const first = ranks.findIndex((value, index) => value !== others[index]);
  return first < 0 ? one.key.localeCompare(other.key) : (ranks[first] ?? 0) - (others[first] ?? 0);
}
