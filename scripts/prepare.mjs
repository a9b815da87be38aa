/** What every command of the product needs before it runs: a fitting Node, the packages, a fresh build. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];

/** Works in the project's folder from here on. Ends the process with exit code 1 and a sentence when it cannot go on. */
export async function prepare({ say = (line) => console.log(line), developmentTools = false } = {}) {
  refuseOldNode();
  process.chdir(ROOT);
  try {
    const { ensureDependencies } = await import('./install-dependencies.mjs');
    await ensureDependencies({ say, developmentTools });
    const { findStaleParts } = await import('./build.mjs');
    if (findStaleParts().length > 0) runBuild();
  } catch (error) {
    fail(error.message);
  }
  process.setSourceMapsEnabled(true);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  const wanted = OLDEST_NODE.join('.');
  fail(
    `本系统需要 Node.js ${wanted} 或更高版本，当前为 ${process.versions.node}，请升级后重新启动。 / ` +
      `This system needs Node.js ${wanted} or newer, and this is ${process.versions.node}. Update Node.js, then start again.`,
  );
}

/** In a process of its own, so that the build tools do not stay in the server's memory. */
function runBuild() {
  const result = spawnSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs')], { stdio: 'inherit' });
  if (result.status !== 0) process.exit(1);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
