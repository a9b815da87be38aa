/** Which stylesheets a page brings, and what its components wear without one. */
import path from 'node:path';

export interface SourceText {
  readonly name: string;
  readonly text: string;
}

const IMPORT = /(?:import|export)[^'";]*?'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g;
const CLASS = /cc-[a-z0-9-]+/g;
const SHELL = [
  'src/web/application.tsx',
  'src/web/main.tsx',
  'src/web/router.tsx',
  'src/web/shell-route.tsx',
];
const ROUTES = ['src/web/router.tsx', 'src/web/routes.tsx', 'src/web/shell-route.tsx'];

function importsOf({ name, text }: SourceText): string[] {
  return [...text.matchAll(IMPORT)].map(([, fixed, lazy]) =>
    path.posix.normalize(path.posix.join(path.posix.dirname(name), fixed ?? lazy ?? '')),
  );
}

/** Classes that a selector names, by stylesheet. */
function classesByStylesheet(files: readonly SourceText[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, text } of files)
    for (const [, one = ''] of text.matchAll(/\.(cc-[a-z0-9-]+)/g))
      found.set(one, (found.get(one) ?? new Set()).add(name));
  return found;
}

/** Classes that two stylesheets give a whole rule: which of them wins depends on the pages seen before. */
export function classesDefinedTwice(styles: readonly SourceText[]): string[] {
  const rules = new Map<string, Set<string>>();
  for (const { name, text } of styles)
    for (const [, one = ''] of text.matchAll(/^(\.cc-[a-z0-9-]+) \{/gm))
      rules.set(one, (rules.get(one) ?? new Set()).add(name));
  return [...rules]
    .filter(([, names]) => names.size > 1)
    .map(([one, names]) => `${one}: ${[...names].join(', ')}`);
}

/** `page: component wears .class` for each class whose stylesheet comes only with another page. */
export function stylesheetsMissing(files: readonly SourceText[]): string[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const below = new Map(files.map((file) => [file.name, importsOf(file)]));
  const pages = new Set(
    ROUTES.flatMap((name) => below.get(name) ?? []).filter((name) => name.startsWith('src/web/pages/')),
  );
  const reach = (from: readonly string[], isOwn: (name: string) => boolean): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next) || !byName.has(next)) continue;
      seen.add(next);
      waiting.push(...(below.get(next) ?? []).filter((name) => !pages.has(name) || isOwn(name)));
    }
    return seen;
  };
  const shell = reach(SHELL, () => false);
  const defined = classesByStylesheet(files.filter(({ name }) => name.endsWith('.css')));
  const problems = new Set<string>();
  for (const page of pages) {
    const own = reach([page], (name) => name === page);
    const isThere = (sheet: string) => own.has(sheet) || shell.has(sheet);
    for (const name of own) {
      if (!name.endsWith('.tsx') || shell.has(name)) continue;
      for (const [one] of (byName.get(name)?.text ?? '').matchAll(CLASS)) {
        const sheets = [...(defined.get(one) ?? [])];
        if (sheets.length > 0 && !sheets.some(isThere)) problems.add(`${page}: ${name} wears .${one}`);
      }
    }
  }
  return [...problems];
}
