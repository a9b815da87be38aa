import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

// why: the decoder must be the very build that barcode-detector was made for, not another one that is installed too.
const decoder = createRequire(createRequire(import.meta.url).resolve('barcode-detector/ponyfill')).resolve(
  'zxing-wasm/reader/zxing_reader.wasm',
);

/** What is loaded together is one file, from the first that takes a module; a page brings the rest in files of its own. */
const LOADED_TOGETHER = [
  { name: 'start', by: ['main.tsx'] },
  { name: 'sign-in', by: ['pages/accounts/sign-in.tsx'] },
  { name: 'shell', by: ['shell-route.tsx', 'layout/shell.tsx'] },
];
/** So many pages share it that the few others may load it as well. */
const MOST_PAGES = 40;

/** Tells which modules the `roots`, paths below this folder, import without a choice; known once all have been read. */
function importsOf(roots: readonly string[]) {
  const rootIds = roots.map((root) => here + root);
  const found = new Set<string>();
  const plugin: Plugin = {
    name: 'imports-of-roots',
    buildEnd() {
      const waiting = [...rootIds];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) {
          if (found.has(imported)) continue;
          found.add(imported);
          waiting.push(imported);
        }
      // why: what is an entry or loaded when it is asked for stays a file of that name.
      for (const id of rootIds) found.delete(id);
    },
  };
  return { plugin, has: (id: string) => found.has(id) };
}

const loadedTogether = LOADED_TOGETHER.map(({ name, by }) => ({ name, modules: importsOf(by) }));

export default defineConfig({
  root: here,
  plugins: [react(), ...loadedTogether.map(({ modules }) => modules.plugin)],
  resolve: { alias: [{ find: /^barcode-decoder\.wasm/, replacement: decoder }] },
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // why: not `assets`, which is a page's address.
    assetsDir: 'bundle',
    manifest: 'manifest.json',
    target: 'es2022',
    // why: the polyfill would be an inline script, which the content security policy forbids.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            ...loadedTogether.map(({ name, modules }, index) => ({
              name,
              test: modules.has,
              priority: 1 + loadedTogether.length - index,
            })),
            { name: 'most-pages', minShareCount: MOST_PAGES, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
