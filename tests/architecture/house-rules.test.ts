import { describe, expect, it } from 'vitest';
import { CONFIGURATION_KEYS } from '../../src/config.ts';
import { PARTLY_TESTED, SITUATION_COUNT, WITHOUT_TEST } from '../situations.ts';
import { breachesOf, FILE_RULES } from './house-rules.ts';
import { chineseInEnglish, differences, missingTexts, textsOf, weakTexts } from './locale-texts.ts';
import {
  downloadAddresses,
  lockfileProblems,
  migrationProblems,
  strangersAtTheTop,
} from './project-rules.ts';
import { classesDefinedTwice, stylesheetsMissing } from './stylesheets.ts';
import {
  isHandWrittenCode,
  listProjectFiles,
  parse,
  type ProjectFile,
  readProjectFile,
} from './source-tree.ts';

const files = listProjectFiles()
  .map(readProjectFile)
  .filter((file): file is ProjectFile => file !== null);
const code = files
  .filter(({ name }) => isHandWrittenCode(name))
  .map((file) => ({ file, source: parse(file) }));
const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? '';
const below = (folder: string, ending: string) =>
  files.filter(({ name }) => name.startsWith(folder) && name.endsWith(ending));

describe('hand-written code', () => {
  it('is found', () => expect(code.length).toBeGreaterThan(10));

  it.each(Object.keys(FILE_RULES))('%s', (rule) =>
    expect(code.flatMap(({ file, source }) => breachesOf(rule, file, source))).toEqual([]),
  );
});

describe('stylesheets', () => {
  const web = files.filter(({ name }) => name.startsWith('src/web/'));

  it('are found with the pages that need them', () => {
    const torn = web.map((file) => ({ ...file, text: file.text.replace("import './rooms.css';", '') }));
    expect(stylesheetsMissing(torn)).not.toEqual([]);
  });

  it('come with every page whose components wear their classes', () =>
    expect(stylesheetsMissing(web)).toEqual([]));

  it('share no class', () => expect(classesDefinedTwice(below('src/web/', '.css'))).toEqual([]));
});

describe('the situations of seized property', () => {
  const titles = below('tests/', '.test.ts').flatMap(({ text }) => [
    ...text.matchAll(/['`]situations? (\d\d)(?: and (\d\d))?:/g),
  ]);
  const tested = new Set(
    titles.flatMap(([, ...numbers]) => numbers.filter((number) => number !== undefined).map(Number)),
  );

  it('each has a test whose title begins with its number, or a reason why not', () => {
    const all = Array.from({ length: SITUATION_COUNT }, (_, index) => index + 1);
    expect(all.filter((number) => !tested.has(number) && WITHOUT_TEST[number] === undefined)).toEqual([]);
    expect(all.filter((number) => tested.has(number) && WITHOUT_TEST[number] !== undefined)).toEqual([]);
    expect(Object.keys(PARTLY_TESTED).filter((number) => !tested.has(Number(number)))).toEqual([]);
  });
});

describe('the project', () => {
  it('has at its top only what the plan of the tree names', () =>
    expect(strangersAtTheTop(files.map(({ name }) => name))).toEqual([]));

  it('explains in the README every variable of its configuration', () =>
    expect(CONFIGURATION_KEYS.filter((key) => !textOf('README.md').includes(`\`${key}\``))).toEqual([]));

  it('names no package registry and no download address', () =>
    expect(files.flatMap(downloadAddresses)).toEqual([]));

  it('has a lockfile that every machine can install from', () =>
    expect(lockfileProblems(textOf('package-lock.json'))).toEqual([]));

  it('never changes a migration', () =>
    expect(
      migrationProblems(below('db/migrations/', '.sql'), textOf('db/migrations/checksums.json') || '{}'),
    ).toEqual([]));
});

describe('the texts of the web', () => {
  const [zh, en] = [textsOf('zh', files), textsOf('en', files)];

  it('are there in both languages', () => expect(differences(zh, en)).toEqual([]));

  it('are written as an office writes', () => expect(weakTexts(zh, en)).toEqual([]));

  it('are English in English', () => expect(chineseInEnglish(en)).toEqual([]));

  it('are there for every key that a page asks for', () =>
    expect(
      files.filter(({ name }) => /^src\/web\/.*\.tsx?$/.test(name)).flatMap((file) => missingTexts(file, zh)),
    ).toEqual([]));
});

const lines = (count: number) => 'a();\n'.repeat(count);

/** Rule, file name, text, whether the rule is broken. */
const SAMPLES: [rule: string, name: string, text: string, broken: boolean][] = [
  ['has no banned words', 'src/a.ts', `// ${'TO' + 'DO'} later\n`, true],
  ['has no banned words', 'src/a.ts', `it${'.skip'}('x')\n`, true],
  ['has no banned words', 'src/a.ts', `it${'.only'}.each(rows)\n`, true],
  ['has no banned words', 'src/a.ts', `// Simplified Chinese, an only child\n`, false],
  ['says why lint is off', 'src/a.ts', `${'//'} oxlint-disable-next-line no-console\n`, true],
  ['says why lint is off', 'src/a.ts', '// oxlint-disable-next-line no-console -- the reason\n', false],
  ['is not too long', 'src/a.ts', lines(301), true],
  ['is not too long', 'src/a.ts', lines(300), false],
  ['is not too long', 'tests/a.test.ts', lines(501), true],
  ['has a telling name', 'src/modules/ledger/utils.ts', '', true],
  ['has a telling name', 'src/modules/ledger/entry-helper.ts', '', true],
  ['has a telling name', 'src/common/entry.ts', '', true],
  ['has a telling name', 'src/web/service-worker.ts', '', false],
  ['has short functions', 'src/a.ts', `function a() {\n${lines(59)}}\n`, true],
  ['has short functions', 'src/a.ts', `const a = () => {\n${lines(58)}};\n`, false],
  ['has short functions', 'src/a.tsx', `const Page = memo(() => {\n${lines(118)}});\n`, false],
  ['has short functions', 'src/a.tsx', `function Page() {\n${lines(119)}}\n`, true],
  ['has short functions', 'tests/a.test.ts', `describe('x', () => {\n${lines(100)}});\n`, false],
  ['has short functions', 'tests/a.test.ts', `it('x', () => {\n${lines(60)}});\n`, true],
  ['has no any', 'src/a.ts', 'const a = b as any;\n', true],
  ['has no any', 'src/a.ts', '// any: any\n', false],
  ['leaves the environment to src/config.ts', 'src/app.ts', 'process.env.PORT;\n', true],
  ['leaves the environment to src/config.ts', 'src/app.ts', 'const { env } = process;\n', true],
  ['leaves the environment to src/config.ts', 'src/config.ts', 'process.env.PORT;\n', false],
  ['keeps SQL in *.sql.ts and platform', 'src/modules/a/b.ts', 'sql`select 1`;\n', true],
  ['keeps SQL in *.sql.ts and platform', 'src/modules/a/b.ts', "reader.selectFrom('a');\n", true],
  ['keeps SQL in *.sql.ts and platform', 'src/modules/a/b.sql.ts', 'sql`select 1`;\n', false],
  ['says why it mocks', 'tests/a.test.ts', 'vi.fn();\n', true],
  [
    'says why it mocks',
    'tests/a.test.ts',
    '// why: the printer is not ours\n// to switch on\nvi.fn();\n',
    false,
  ],
  ['takes its texts from the locales', 'src/web/a.tsx', '<p>入库</p>;\n', true],
  ['takes its texts from the locales', 'src/web/a.tsx', 'const a = `${b}件`;\n', true],
  ['takes its texts from the locales', 'src/web/a.ts', "const a = { zh: '入库', en: 'in' };\n", false],
  ['takes its texts from the locales', 'src/web/a.ts', "const a = { zh: '入库' };\n", true],
  ['takes its texts from the locales', 'src/web/a.tsx', "/** 入库 */ t('in');\n", false],
  ['says English in English', 'src/modules/a/b.ts', "const a = { zh: '入库', en: '入库 is over' };\n", true],
  ['says English in English', 'src/modules/a/b.ts', 'const a = { zh, en: `${n} 件 left` };\n', true],
  [
    'says English in English',
    'src/modules/a/b.ts',
    "const a = { kind: '入库', kindEnglish: '入库' };\n",
    true,
  ],
  ['says English in English', 'src/modules/a/b.ts', "const a = { zh: '入库', en: `In ${n}` };\n", false],
  ['fills refusals in both languages', 'src/modules/a/b.ts', 'refuse(R, { state: S[s].zh });\n', true],
  ['fills refusals in both languages', 'src/modules/a/b.ts', 'const v = { facts: { state: s.zh } };\n', true],
  ['fills refusals in both languages', 'src/modules/a/b.ts', 'refuse(R, { state: S[s] });\n', false],
  [
    'fills refusals in both languages',
    'src/modules/a/b.ts',
    'refuse(R, { state: s.zh, stateEnglish: s.en });\n',
    false,
  ],
];

describe('each rule', () => {
  it.each(SAMPLES)('“%s” judges a sample %s', (rule, name, text, broken) =>
    expect(breachesOf(rule, { name, text }).length > 0).toBe(broken),
  );

  it('about the project finds what it is there to find', () => {
    expect(strangersAtTheTop(['src/a.ts', 'build/a.js', '.ci/run', 'notes.txt'])).toEqual([
      'build/',
      'notes.txt',
    ]);
    const address = (text: string) => downloadAddresses({ name: 'a', text }).length;
    expect(address(`https://${'registry'}.npmjs.org/`)).toBe(1);
    expect(address(`https://example.org/a.${'tgz'}`)).toBe(1);
    expect(address('https://example.org/a.html')).toBe(0);
    expect(
      lockfileProblems(
        JSON.stringify({ packages: { 'node_modules/a': { optionalDependencies: { b: '1' } } } }),
      ),
    ).toEqual(['node_modules/a: its optional package b is missing']);
    expect(
      lockfileProblems(JSON.stringify({ packages: { 'node_modules/a': { resolved: 'x' } } })),
    ).toHaveLength(1);
  });

  it('about migrations finds changed, new, lost and misnumbered ones', () => {
    const sql = (name: string, text: string) => ({ name: `db/migrations/${name}`, text });
    const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const frozen = JSON.stringify({ '0001_a.sql': emptyHash, '0002_b.sql': emptyHash });
    expect(migrationProblems([sql('0001_a.sql', ''), sql('0002_b.sql', '')], frozen)).toEqual([]);
    expect(migrationProblems([sql('0001_a.sql', 'x'), sql('0003_c.sql', '')], frozen)).toHaveLength(4);
  });

  it('about texts finds missing, blank, shouting and differing ones', () => {
    const locale = (language: string, text: string) => ({
      name: `src/web/locales/${language}/common.json`,
      text,
    });
    const zh = textsOf('zh', [
      locale('zh', '{"in":"入库","n":"{{n}} 件","only":"单","state":{"idle":"！"}}'),
    ]);
    const en = textsOf('en', [locale('en', '{"in":" ","n":"{{m}} pieces","state":{"idle":"idle"}}')]);
    expect(differences(zh, en)).toEqual(['common:only: no English text']);
    expect(weakTexts(zh, en)).toHaveLength(3);
    expect(chineseInEnglish(zh)).toHaveLength(4);
    expect(chineseInEnglish(en)).toEqual([]);
    const asked = (text: string) => missingTexts({ name: 'src/web/a.tsx', text }, zh);
    expect(asked("t('in'); t('common:in'); t(`state.${s}`); t(a ? 'in' : 'only');")).toEqual([]);
    expect(asked("t('out');")).toEqual(['src/web/a.tsx:1: no text for out']);
    expect(asked("useTranslation('assets'); t('in');")).toHaveLength(1);
    expect(asked("useTranslation('common'); t('assets:in');")).toHaveLength(1);
    expect(asked('t(`place.${s}`); t(a ? "in" : "gone"); <Trans i18nKey="lost" />;')).toHaveLength(3);
  });
});
