/**
 * Builds `dist/` from the sources: the server and the command-line programs with esbuild (packages stay outside), the
 * web with Vite. What was read last time is kept with its hash in `dist/built.json`, so that nothing is built twice.
 * Use: node scripts/build.mjs [--force]
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const RECORD = path.join(ROOT, 'dist', 'built.json');
/** Changes of these change every part. */
const COMMON_INPUTS = ['package-lock.json', 'scripts/build.mjs', 'tsconfig.json'];

/** Programs of threads of their own, by where the build puts them. */
const WORKERS = { 'src/modules/imports/reading/read-table-worker.ts': 'workers/read-table' };

const PARTS = {
  server: {
    zh: '服务端',
    en: 'the server',
    exists: () => existsSync(path.join(ROOT, 'src/main.ts')),
    output: 'dist/main.js',
    /** New files count at once, though the last build has not read them. */
    watched: () => serverEntries(),
    build: buildServer,
  },
  web: {
    zh: '网页',
    en: 'the web',
    exists: () => existsSync(path.join(ROOT, 'src/web/index.html')),
    output: 'dist/web/index.html',
    watched: () => listFiles('src/web'),
    build: buildWeb,
  },
};

/** The parts whose output is absent or older than its inputs: `server`, `web`. A few milliseconds. */
export function findStaleParts() {
  const record = readRecord();
  return Object.keys(PARTS).filter((name) => {
    const part = PARTS[name];
    if (!part.exists()) return false;
    const built = record[name];
    return (
      built === undefined ||
      !existsSync(path.join(ROOT, part.output)) ||
      built.hash !== hashOf([...built.inputs, ...part.watched()])
    );
  });
}

/** Builds the parts and records what each read. Throws with the tool's own message when one cannot be built. */
export async function buildParts(names, say) {
  for (const name of names) {
    const part = PARTS[name];
    const startedAt = Date.now();
    say(`正在构建${part.zh}… / Building ${part.en} …`);
    writeRecord({ ...readRecord(), [name]: undefined });
    const inputs = await part.build();
    writeRecord({ ...readRecord(), [name]: { inputs, hash: hashOf([...inputs, ...part.watched()]) } });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    say(`已构建${part.zh}，用时 ${seconds} 秒 / Built ${part.en} in ${seconds} s`);
  }
}

function listFiles(folder) {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name)));
}

function serverEntries() {
  const programs = readdirSync(path.join(ROOT, 'scripts')).filter((name) => name.endsWith('.ts'));
  return ['src/main.ts', ...programs.map((name) => `scripts/${name}`), ...Object.keys(WORKERS)];
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...new Set([...COMMON_INPUTS, ...files])].sort()) {
    const absolute = path.join(ROOT, file);
    hash.update(`${file}\0`).update(existsSync(absolute) ? readFileSync(absolute) : 'absent');
  }
  return hash.digest('hex');
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'));
  } catch {
    return {};
  }
}

function writeRecord(record) {
  mkdirSync(path.dirname(RECORD), { recursive: true });
  writeFileSync(`${RECORD}.new`, JSON.stringify(record));
  renameSync(`${RECORD}.new`, RECORD);
}

async function buildServer() {
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: serverEntries().map((file) => ({
      in: file,
      out: WORKERS[file] ?? file.replace(/^src\//, '').replace(/\.ts$/, ''),
    })),
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(result.metafile.inputs);
}

async function buildWeb() {
  // Whoever asks for the build, a test among them, gets the web that people get.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const inputs = [];
  const recordInputs = {
    name: 'record-inputs',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const file = path.relative(ROOT, id.split('?')[0]);
        if (path.isAbsolute(id) && !file.startsWith('..') && !file.startsWith('node_modules'))
          inputs.push(file);
      }
    },
  };
  await build({
    configFile: path.join(ROOT, 'src/web/vite.config.ts'),
    plugins: [recordInputs],
    logLevel: 'error',
  });
  return inputs;
}

async function main() {
  const names = process.argv.includes('--force')
    ? Object.keys(PARTS).filter((name) => PARTS[name].exists())
    : findStaleParts();
  await buildParts(names, (line) => console.log(line));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(
      `构建失败，请检查源代码是否完整。 / The build failed; check that the sources are complete.\n${error.message}`,
    );
    process.exit(1);
  });
}
