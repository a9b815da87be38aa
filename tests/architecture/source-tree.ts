import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A file of the project; `name` is its path from the root with forward slashes. */
export interface ProjectFile {
  readonly name: string;
  readonly text: string;
}

const NEVER_OURS = new Set(['.git', 'node_modules', 'dist', 'var']);

/** Names of all files that belong to the project: what git tracks or would track; without git, what lies there. */
export function listProjectFiles(): string[] {
  try {
    const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    const listing = execFileSync('git', ['ls-files', '-z', '-c', '-o', '--exclude-standard'], options);
    return listing.split('\0').filter((name) => name !== '' && isFile(name));
  } catch {
    return readdirSync(ROOT)
      .filter((name) => !NEVER_OURS.has(name))
      .flatMap((name) => listBelow(name))
      .filter((name) => !name.endsWith('.log'));
  }
}

function listBelow(name: string): string[] {
  if (isFile(name)) return [name];
  return readdirSync(path.join(ROOT, name)).flatMap((entry) => listBelow(`${name}/${entry}`));
}

function isFile(name: string): boolean {
  return statSync(path.join(ROOT, name), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The text of a file, or `null` where it is not text. */
export function readProjectFile(name: string): ProjectFile | null {
  const bytes = readFileSync(path.join(ROOT, name));
  return bytes.subarray(0, 8000).includes(0) ? null : { name, text: bytes.toString('utf8') };
}

const GENERATED = new Set(['src/platform/database-types.ts']);

/** Hand-written program text: TypeScript and JavaScript under src, scripts and tests. */
export function isHandWrittenCode(name: string): boolean {
  return /^(?:src|scripts|tests)\/.*\.(?:ts|tsx|mjs|cjs|js)$/.test(name) && !GENERATED.has(name);
}

export function parse(file: ProjectFile): ts.SourceFile {
  return ts.createSourceFile(file.name, file.text, ts.ScriptTarget.Latest, true);
}

/** Every node of the tree, parents first. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** `path:line`, as an editor opens it. */
export function placeOf(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}
