/** The rules of the house about the project as a whole: its tree, its lockfile, its migrations, what it points to. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ProjectFile } from './source-tree.ts';

const TOP_FOLDERS = new Set(['src', 'db', 'scripts', 'label-templates', 'tests', 'docs', '.ci']);
const TOP_FILES = new Set([
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
  ...['docker-compose.yml', 'Dockerfile'],
  ...[
    'README.md',
    'README.zh-CN.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'LICENSE',
  ],
]);

/** Folders and files at the top that the plan of the tree does not know; dotfiles belong to tools. */
export function strangersAtTheTop(names: readonly string[]): string[] {
  const tops = new Set(names.map((name) => (name.includes('/') ? `${name.split('/')[0] ?? ''}/` : name)));
  return [...tops].filter((top) =>
    top.endsWith('/') ? !TOP_FOLDERS.has(top.slice(0, -1)) : !TOP_FILES.has(top) && !top.startsWith('.'),
  );
}

const dotted = (...parts: string[]) => parts.join('\\.');
/** Written in pieces, so that this file does not break the rule that it states. */
const FORBIDDEN_ADDRESSES: readonly RegExp[] = [
  new RegExp(dotted('registry', '(?:npmjs|npmmirror|yarnpkg|npm)', ''), 'i'),
  new RegExp(dotted('(?:npm|docker|maven)', 'pkg', 'github', 'com'), 'i'),
  new RegExp(
    dotted('(?:npmmirror|taobao|jsdelivr|unpkg|cdnjs|esm|skypack)', '(?:com|org|net|cloudflare|sh|dev)\\b'),
    'i',
  ),
  new RegExp(dotted('(?:pypi|pythonhosted|crates|rubygems|goproxy|golang)', '(?:org|io)\\b'), 'i'),
  new RegExp(dotted('(?:deb|security|ftp|archive|snapshot)', '(?:debian|ubuntu)', '(?:org|com)'), 'i'),
  new RegExp(dotted('(?:ghcr|quay|gcr|docker|k8s)', 'io\\b'), 'i'),
  new RegExp(dotted('cdn', 'sheetjs', 'com'), 'i'),
  new RegExp(dotted('storage', 'googleapis', 'com'), 'i'),
  new RegExp(`/releases/${'download'}/`, 'i'),
  new RegExp(`https?://[^\\s"'\`<>)]+\\.(?:tgz|tar\\.(?:gz|xz|bz2)|zip|deb|rpm|whl|exe|dmg)\\b`, 'i'),
];

/** Host names of package registries and addresses that something could be downloaded from. */
export function downloadAddresses({ name, text }: ProjectFile): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = FORBIDDEN_ADDRESSES.map((each) => each.exec(line)?.[0]).find(
      (match) => match !== undefined,
    );
    return found === undefined ? [] : [`${name}:${index + 1}: “${found}”`];
  });
}

const LOCKFILE = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/**
 * Packages that say where they were downloaded from, and optional packages of other machines that are missing:
 * `npm ci` refuses a lockfile without them, and a mirror that lacks them lets `npm install` drop them in silence.
 */
export function lockfileProblems(text: string): string[] {
  const { packages } = LOCKFILE.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([location, entry]) => [
    ...(entry.resolved !== undefined ? [`${location}: says where it was downloaded from`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !placesFor(location, name).some((place) => place in packages))
      .map((name) => `${location}: its optional package ${name} is missing`),
  ]);
}

/** Where Node looks for a package that the one at `location` imports, nearest first. */
function placesFor(location: string, name: string): string[] {
  const places = [`${location === '' ? '' : `${location}/`}node_modules/${name}`];
  const cut = location.lastIndexOf('node_modules/');
  if (cut >= 0) places.push(...placesFor(location.slice(0, cut).replace(/\/$/, ''), name));
  return places;
}

const CHECKSUMS = z.record(z.string(), z.string());

/** Migrations that changed after they were frozen, were never frozen, vanished, or are numbered with a gap. */
export function migrationProblems(migrations: readonly ProjectFile[], checksums: string): string[] {
  const frozen = CHECKSUMS.parse(JSON.parse(checksums));
  const present = new Map(migrations.map(({ name, text }) => [name.split('/').at(-1) ?? name, text]));
  const problems = [...present].flatMap(([name, text]) => {
    if (frozen[name] === undefined) return [`${name}: not frozen; run “npm run freeze-migrations”`];
    if (frozen[name] === createHash('sha256').update(text).digest('hex')) return [];
    return [`${name}: changed after it was frozen; write a new migration instead`];
  });
  const lost = Object.keys(frozen).filter((name) => !present.has(name));
  const misnumbered = [...present.keys()]
    .sort()
    .filter(
      (name, index) => !new RegExp(`^${String(index + 1).padStart(4, '0')}_[a-z0-9_]+\\.sql$`).test(name),
    );
  return [
    ...problems,
    ...lost.map((name) => `${name}: frozen, but gone`),
    ...misnumbered.map((name) => `${name}: out of the row 0001_name.sql, 0002_name.sql, …`),
  ];
}
