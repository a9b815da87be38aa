import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

// why: the decoder must be the very build that barcode-detector was made for, not another one that is installed too.
const decoder = createRequire(createRequire(import.meta.url).resolve('barcode-detector/ponyfill')).resolve(
  'zxing-wasm/reader/zxing_reader.wasm',
);

export default defineConfig({
  root: here,
  plugins: [react()],
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
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
