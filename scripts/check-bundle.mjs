/**
 * Measures the compressed script of every page from the Vite manifest and fails above the budget: sign-in 300 kB, any
 * other page 550 kB, and no page in more than 100 files, each of which is a request. A page costs the entry, the shell
 * with the list of pages (when it stands inside it), its own chunk and everything these import statically.
 * Use: node scripts/check-bundle.mjs [--json] [dist/web]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const SIGN_IN_BUDGET_BYTES = 300_000;
const PAGE_BUDGET_BYTES = 550_000;
const BUDGET_FILES = 100;
const OUTSIDE_SHELL = new Set([
  'pages/accounts/sign-in.tsx',
  'pages/accounts/set-up.tsx',
  'pages/accounts/first-password.tsx',
]);

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'dist/web';
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const sizes = new Map();

function gzipBytes(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return sizes.get(file);
}

/** Adds the files of a chunk and of what it imports statically. */
function collect(key, files) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`${key} is not in the manifest`);
  if (files.has(chunk.file)) return files;
  if (chunk.file.endsWith('.js')) files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, files);
  return files;
}

function measure(page) {
  const files = collect('index.html', new Set());
  collect('locales/zh/common.json', files);
  if (!OUTSIDE_SHELL.has(page)) {
    collect('shell-route.tsx', files);
    collect('layout/shell.tsx', files);
  }
  collect(page, files);
  return { gzipBytes: [...files].reduce((sum, file) => sum + gzipBytes(file), 0), files: files.size };
}

const pages = Object.keys(manifest).filter(
  (key) => /^pages\/.+\.tsx$/.test(key) && manifest[key].isDynamicEntry,
);
function isOver({ gzipBytes, budgetBytes, files }) {
  return gzipBytes > budgetBytes || files > BUDGET_FILES;
}

const rows = pages
  .map((page) => ({
    page,
    ...measure(page),
    budgetBytes: page === 'pages/accounts/sign-in.tsx' ? SIGN_IN_BUDGET_BYTES : PAGE_BUDGET_BYTES,
  }))
  .sort((a, b) => b.gzipBytes - a.gzipBytes);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  for (const row of rows) {
    const verdict = isOver(row) ? 'OVER' : 'ok';
    console.log(
      `${verdict.padEnd(5)}${(row.gzipBytes / 1000).toFixed(1).padStart(7)} kB of ${row.budgetBytes / 1000} kB in ${String(row.files).padStart(3)} files  ${row.page}`,
    );
  }
}
if (pages.length === 0) {
  console.error(
    'no page found in the manifest: build the web first (npx vite build -c src/web/vite.config.ts)',
  );
  process.exit(1);
}
process.exit(rows.some(isOver) ? 1 : 0);
