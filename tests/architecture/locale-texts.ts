/** The texts of the web: what is written, and what the pages ask for. */
import ts from 'typescript';
import { z } from 'zod';
import { parse, placeOf, type ProjectFile, walk } from './source-tree.ts';

/** Texts of one language: namespace (the file's name) → flat key → text. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>;

const TREE: z.ZodType<Tree> = z.record(
  z.string(),
  z.lazy(() => z.union([z.string(), TREE])),
);
type Tree = { [key: string]: string | Tree };

const DEFAULT_NAMESPACE = 'common';
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** Reads `src/web/locales/<language>/<namespace>.json`; refuses anything but nested objects of strings. */
export function textsOf(language: string, files: readonly ProjectFile[]): Texts {
  const pattern = new RegExp(`^src/web/locales/${language}/([a-z0-9-]+)\\.json$`);
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, text } of files) {
    const namespace = pattern.exec(name)?.[1];
    if (namespace !== undefined) texts.set(namespace, new Map(flatten(TREE.parse(JSON.parse(text)))));
  }
  return texts;
}

function flatten(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** Keys that one language has and the other lacks; plural forms count as one key, Chinese has only one of them. */
export function differences(zh: Texts, en: Texts): string[] {
  const keys = (texts: Texts) =>
    new Set(
      [...texts].flatMap(([namespace, map]) =>
        [...map.keys()].map((key) => `${namespace}:${key.replace(PLURAL, '')}`),
      ),
    );
  const [chinese, english] = [keys(zh), keys(en)];
  return [
    ...[...chinese].filter((key) => !english.has(key)).map((key) => `${key}: no English text`),
    ...[...english].filter((key) => !chinese.has(key)).map((key) => `${key}: no Chinese text`),
  ];
}

/** Blank texts, exclamation marks, and variables that only one language fills in. */
export function weakTexts(zh: Texts, en: Texts): string[] {
  return [...zh].flatMap(([namespace, map]) =>
    [...map].flatMap(([key, chinese]) => {
      const english = en.get(namespace)?.get(key);
      const problems: string[] = [];
      if (chinese.trim() === '' || english?.trim() === '') problems.push('blank');
      if (/[!！]/.test(chinese) || /!/.test(english ?? '')) problems.push('exclamation mark');
      if (english !== undefined && variablesOf(chinese) !== variablesOf(english))
        problems.push(`{{…}} differ: “${chinese}”, “${english}”`);
      return problems.map((problem) => `${namespace}:${key}: ${problem}`);
    }),
  );
}

const CHINESE = /[\p{Script=Han}\u3001-\u3011\uff01-\uff1f]/u;

/** English texts that name Chinese characters on purpose, each with the reason. */
const NAMES_CHARACTERS: Readonly<Record<string, string>> = {
  'asset-classes:import.sentence': 'names the columns of the file',
  'cases:number.hint': 'shows how a case number is written',
  'cases:types.sentence': 'a type is these characters',
  'cases:types.hint': 'a type is these characters',
  'cases:types.shipped': 'the rules are cited by their number',
  'common:otherLanguage': 'the other language is called in its own words',
  'imports:settings.casesHint': 'names the words that a cell of a register may hold',
  'seized-items:receive.factMissing': 'names the word for what cannot be found out',
  'seized-items:receive.unknown': 'names the word for what cannot be found out',
};

/** English texts that hold Chinese characters without a reason. */
export function chineseInEnglish(texts: Texts): string[] {
  return [...texts].flatMap(([namespace, map]) =>
    [...map].flatMap(([key, text]) => {
      const place = `${namespace}:${key}`;
      return CHINESE.test(text) && !Object.hasOwn(NAMES_CHARACTERS, place) ? [`${place}: “${text}”`] : [];
    }),
  );
}

function variablesOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]))].sort().join();
}

/** Each `t('key')`, `t(flag ? 'one' : 'other')`, `t(\`state.${x}\`)` and `i18nKey="key"` whose text is missing. */
export function missingTexts(file: ProjectFile, texts: Texts): string[] {
  const source = parse(file);
  const nodes = [...walk(source)];
  const { namespaces, prefix } = translationsUsedIn(nodes);
  return nodes.flatMap((node) =>
    askedKeys(node)
      .filter(({ key, open }) => !isThere(key, open, namespaces, prefix, texts))
      .map(({ key, open }) => `${placeOf(source, node)}: no text for ${key}${open ? '…' : ''}`),
  );
}

interface AskedKey {
  readonly key: string;
  /** Only the beginning is known. */
  readonly open: boolean;
}

function askedKeys(node: ts.Node): AskedKey[] {
  if (ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey')
    return node.initializer !== undefined ? keysIn(node.initializer) : [];
  if (!ts.isCallExpression(node) || !/(?:^|\.)t$/.test(node.expression.getText())) return [];
  return node.arguments[0] !== undefined ? keysIn(node.arguments[0]) : [];
}

function keysIn(node: ts.Node): AskedKey[] {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, open: false }];
  if (ts.isTemplateExpression(node)) return [{ key: node.head.text, open: true }];
  if (ts.isConditionalExpression(node)) return [...keysIn(node.whenTrue), ...keysIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return keysIn(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(keysIn);
  return [];
}

/** What `useTranslation(namespace | namespaces, { keyPrefix })` in a file says; none: `t` came from elsewhere. */
function translationsUsedIn(nodes: readonly ts.Node[]): { namespaces: string[]; prefix: string[] } {
  const namespaces: string[] = [];
  const prefix = [''];
  for (const node of nodes) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'useTranslation') continue;
    const [first, options] = node.arguments;
    if (first === undefined) namespaces.push(DEFAULT_NAMESPACE);
    else namespaces.push(...keysIn(first).map(({ key }) => key));
    const keyPrefix = options === undefined ? null : /keyPrefix:\s*'([^']+)'/.exec(options.getText());
    if (keyPrefix?.[1] !== undefined) prefix.push(`${keyPrefix[1]}.`);
  }
  return { namespaces, prefix };
}

function isThere(asked: string, open: boolean, used: string[], prefixes: string[], texts: Texts): boolean {
  const colon = asked.indexOf(':');
  const key = asked.slice(colon + 1);
  const named = asked.slice(0, Math.max(0, colon));
  // A text of a namespace that the component does not load is shown as its key.
  if (named !== '' && named !== DEFAULT_NAMESPACE && used.length > 0 && !used.includes(named)) return false;
  const namespaces = colon >= 0 ? [asked.slice(0, colon)] : used.length > 0 ? used : [...texts.keys()];
  return namespaces.some((namespace) => {
    const keys = [...(texts.get(namespace)?.keys() ?? [])];
    return prefixes.some((prefix) =>
      keys.some((each) =>
        open
          ? each.startsWith(prefix + key)
          : each.replace(PLURAL, '') === prefix + key || each === prefix + key,
      ),
    );
  });
}
