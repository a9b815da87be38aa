/** The rules of the house that can be read from one file, each answering with one sentence a breach. */
import ts from 'typescript';
import { type ProjectFile, parse, placeOf, walk } from './source-tree.ts';

type FileRule = (file: ProjectFile, source: ts.SourceFile) => string[];

const SOURCE_LINES = 300;
const TEST_LINES = 500;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 120;

/** Written in pieces, so that this file does not break the rule that it states. */
const BANNED_WORDS: readonly RegExp[] = [
  new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`),
  new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}`),
  new RegExp(`\\.(?:${'skip'}|${'only'})\\(`),
  new RegExp(`\\b(?:describe|it|test)\\.(?:${'skip'}|${'only'}|${'todo'}|${'failing'})\\b`),
  new RegExp(`\\b(?:x(?:it|test|describe)|f(?:it|describe))\\(`),
  new RegExp(`\\bfor ${'now'}\\b|\\bnot ${'implemented'}\\b`, 'i'),
  new RegExp(`\\bsimpli${'fied'}\\b`),
];

export const noBannedWords: FileRule = ({ name, text }) =>
  text.split('\n').flatMap((line, index) => {
    const found = BANNED_WORDS.map((pattern) => pattern.exec(line)?.[0]).find((match) => match !== undefined);
    return found === undefined ? [] : [`${name}:${index + 1}: “${found}”`];
  });

export const saysWhyLintIsOff: FileRule = ({ name, text }) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      /\/[/*]\s*(?:es|ox)lint-disable/.test(line) && !line.includes(' -- ')
        ? [`${name}:${index + 1}: a rule of the linter is off without “-- reason”`]
        : [],
    );

export const isNotTooLong: FileRule = ({ name, text }) => {
  const limit = name.startsWith('tests/') ? TEST_LINES : SOURCE_LINES;
  const lines = text.split('\n').length - 1;
  return lines > limit ? [`${name}: ${lines} lines, at most ${limit}`] : [];
};

export const hasTellingName: FileRule = ({ name }) =>
  /(?:^|[/.-])(?:utils?|helpers?|services?|common|managers?|misc)(?:\/|\.(?:ts|tsx|mjs|cjs|js)$)/i.test(name)
    ? [`${name}: the name says nothing about what is inside`]
    : [];

export const hasShortFunctions: FileRule = (file, source) =>
  [...walk(source)].filter(isFunction).flatMap((node) => {
    const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    const lines = source.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
    const limit = isComponent(file.name, node) ? COMPONENT_LINES : FUNCTION_LINES;
    if (lines <= limit || isTestGroup(node)) return [];
    return [`${placeOf(source, node)}: a function of ${lines} lines, at most ${limit}`];
  });

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** A function in a .tsx file that is named as components are, directly or through `memo(…)` and the like. */
function isComponent(fileName: string, node: ts.FunctionLikeDeclaration): boolean {
  if (!fileName.endsWith('.tsx')) return false;
  let holder: ts.Node = node.parent;
  while (ts.isCallExpression(holder)) holder = holder.parent;
  const named = node.name ?? (ts.isVariableDeclaration(holder) ? holder.name : undefined);
  return named !== undefined && /^[A-Z]/.test(named.getText());
}

/** The callback of `describe(…)` or `describe.each(…)(…)` is a list of tests, not a procedure. */
function isTestGroup(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}

export const hasNoAny: FileRule = (_file, source) =>
  [...walk(source)]
    .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
    .map((node) => `${placeOf(source, node)}: the type “any”`);

export const leavesEnvironmentToConfig: FileRule = ({ name, text }) => {
  if (!name.startsWith('src/') || name === 'src/config.ts') return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      /\bprocess\s*\??\.\s*env\b|\benv\b[^=]*\}\s*=\s*process\b/.test(line)
        ? [`${name}:${index + 1}: only src/config.ts reads the environment`]
        : [],
    );
};

const SQL_METHODS = new Set([
  ...['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'],
  ...['executeTakeFirst', 'executeTakeFirstOrThrow', 'executeQuery'],
]);

export const keepsSqlInItsPlace: FileRule = ({ name }, source) => {
  if (!name.startsWith('src/') || name.startsWith('src/platform/') || name.endsWith('.sql.ts')) return [];
  return [...walk(source)]
    .filter(
      (node) =>
        (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'sql') ||
        (ts.isPropertyAccessExpression(node) && SQL_METHODS.has(node.name.text)),
    )
    .map((node) => `${placeOf(source, node)}: SQL belongs into a *.sql.ts file`);
};

const MOCKS = /^vi\.(?:fn|spyOn|mock|doMock|hoisted|stubGlobal|stubEnv)$/;

export const saysWhyItMocks: FileRule = ({ text }, source) => {
  const lines = text.split('\n');
  return [...walk(source)]
    .filter((node) => ts.isCallExpression(node) && MOCKS.test(node.expression.getText(source)))
    .flatMap((node) => {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      let first = line;
      while (first > 0 && /^\s*(?:\/\/|\*|\/\*)/.test(lines[first - 1] ?? '')) first -= 1;
      const said = lines.slice(first, line + 1).some((each) => /(?:\/\/|\*)\s*why:/.test(each));
      return said ? [] : [`${placeOf(source, node)}: a mock without “// why:”`];
    });
};

const CHINESE = /[\p{Script=Han}\u3001-\u3011\uff01-\uff1f]/u;

/** Texts of the web live in src/web/locales, so that none is there in one language only. */
export const takesTextsFromLocales: FileRule = ({ name }, source) => {
  if (!name.startsWith('src/web/')) return [];
  return [...walk(source)]
    .filter(
      (node) =>
        (ts.isStringLiteralLike(node) || isTemplatePart(node) || ts.isJsxText(node)) &&
        CHINESE.test(node.text) &&
        !isHalfOfPair(node),
    )
    .map((node) => `${placeOf(source, node)}: a Chinese text outside src/web/locales`);
};

/** `{ zh: '…', en: '…' }`, as endpoint declarations and problems carry their sentences. */
function isHalfOfPair(node: ts.Node): boolean {
  const property = node.parent;
  if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'zh') return false;
  return property.parent.properties.some((each) => each.name?.getText() === 'en');
}

/** Files whose English sentences name Chinese characters on purpose. */
const NAMES_CHARACTERS: Readonly<Record<string, string>> = {
  'src/modules/cases/case-number-problems.ts': 'shows how a case number is written',
  'src/modules/seized-items/import/register-sentences.ts':
    'names the words that a cell of a register may hold',
  'src/modules/seized-items/item-refusals.ts': 'names the word for what cannot be found out',
  'src/modules/imports/write-register-template.ts': 'names the columns of the template',
};

/** The English half of a sentence holds no Chinese: what is filled into it brings both languages. */
export const saysEnglishInEnglish: FileRule = ({ name }, source) => {
  if (!name.startsWith('src/') || Object.hasOwn(NAMES_CHARACTERS, name)) return [];
  return [...walk(source)]
    .filter(
      (node) =>
        (ts.isStringLiteralLike(node) || isTemplatePart(node)) &&
        CHINESE.test(node.text) &&
        isInEnglish(node),
    )
    .map((node) => `${placeOf(source, node)}: Chinese in an English text`);
};

/** Below `en: …`, `english: …` or `nameEnglish: …`. */
function isInEnglish(node: ts.Node): boolean {
  for (let each = node; !ts.isSourceFile(each); each = each.parent)
    if (ts.isPropertyAssignment(each)) return /^(?:en|english|\w+En(?:glish)?)$/.test(each.name.getText());
  return false;
}

const TELLS = /^(?:refuse\w*|tell|problem|fillSentence|teller\.\w+)$/;

/** A word of a table goes into a refusal whole (`{ state: ITEM_STATES[state] }`), or its English stands beside it. */
export const fillsBothLanguages: FileRule = ({ name }, source) => {
  if (!name.startsWith('src/modules/')) return [];
  return [...walk(source)]
    .filter(isChineseFact)
    .map((node) => `${placeOf(source, node)}: a fact in Chinese alone`);
};

function isChineseFact(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || !/\.zh\b/.test(node.initializer.getText())) return false;
  const { parent: facts } = node;
  const holder = facts.parent;
  const isTold =
    (ts.isCallExpression(holder) && TELLS.test(holder.expression.getText())) ||
    (ts.isPropertyAssignment(holder) && holder.name.getText() === 'facts') ||
    (ts.isVariableDeclaration(holder) && holder.name.getText() === 'facts');
  const beside = /\.en\b|English|\w+En\b/;
  return (
    isTold && !beside.test(facts.getText()) && !(ts.isCallExpression(holder) && beside.test(holder.getText()))
  );
}

function isTemplatePart(node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

export const FILE_RULES: Readonly<Record<string, FileRule>> = {
  'has no banned words': noBannedWords,
  'says why lint is off': saysWhyLintIsOff,
  'is not too long': isNotTooLong,
  'has a telling name': hasTellingName,
  'has short functions': hasShortFunctions,
  'has no any': hasNoAny,
  'leaves the environment to src/config.ts': leavesEnvironmentToConfig,
  'keeps SQL in *.sql.ts and platform': keepsSqlInItsPlace,
  'says why it mocks': saysWhyItMocks,
  'takes its texts from the locales': takesTextsFromLocales,
  'says English in English': saysEnglishInEnglish,
  'fills refusals in both languages': fillsBothLanguages,
};

/** Breaches of one rule in one file. */
export function breachesOf(rule: string, file: ProjectFile, source: ts.SourceFile = parse(file)): string[] {
  return FILE_RULES[rule]?.(file, source) ?? [`no rule “${rule}”`];
}
