import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const INSTALL_ARGUMENTS = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
/** npm follows its error with a page of usage. */
const FAILURE_LINES = 30;

/**
 * Makes `node_modules` what `package-lock.json` says, with install scripts switched off; does nothing when it is so
 * already (a few milliseconds). `say` gets one line before an installation begins. `developmentTools: false` asks only
 * for what running the system needs. Answers whether something was installed.
 * Throws an `Error` with a sentence for a person and npm's own output when npm fails.
 * @param {{ say: (line: string) => void, developmentTools?: boolean, root?: string }} options
 * @returns {Promise<boolean>}
 */
export async function ensureDependencies({ say, developmentTools = true, root = ROOT }) {
  const reason = whatIsMissing(root, developmentTools);
  if (reason === null) return false;
  say(`正在按锁文件安装依赖（${reason.zh}）… / Installing dependencies from the lockfile (${reason.en}) …`);
  await runNpm(root, [...INSTALL_ARGUMENTS, developmentTools ? '--include=dev' : '--omit=dev']);
  return true;
}

/** What keeps `node_modules` from being what the lockfile says, as a short phrase, or `null`. */
function whatIsMissing(root, developmentTools) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  if (wanted === null)
    throw new Error(
      'package-lock.json 缺失或无法读取，请重新获取完整代码。 / package-lock.json is missing or unreadable: get a complete copy of the code.',
    );
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return { zh: '尚未安装', en: 'not installed yet' };
  for (const [location, entry] of Object.entries(wanted)) {
    if (location === '' || entry.link || (entry.dev && !developmentTools)) continue;
    // npm leaves out the optional packages of other machines, so their absence says nothing.
    if (!(location in installed) && (entry.optional || entry.peer)) continue;
    if (installed[location]?.version !== entry.version || !existsSync(path.join(root, location)))
      return {
        zh: `${location.slice(13)} 不是所需版本`,
        en: `${location.slice(13)} is not as the lockfile says`,
      };
  }
  return null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

function runNpm(root, npmArguments) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', npmArguments, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(failure(`${error.message}\n${output}`)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(failure(output))));
  });
}

function failure(output) {
  const lines = output.trim().split('\n').slice(0, FAILURE_LINES).join('\n');
  return new Error(
    `依赖安装失败。请检查网络或 npm 源设置后重试同一命令。 / Installing dependencies failed. Check the network or npm's settings, then run the same command again.\n${lines}`,
  );
}
