import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The one without windows first: it does the same with a fifth less of the processor. */
const NAMES = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome-stable', 'google-chrome', 'chrome'],
];
/** Installed in this order until there is one. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const FONTS = 'fonts-noto-cjk';

/** The path of a Chromium: `CHROMIUM_PATH`, else the first on `PATH`; `null` where there is none. */
export function findChromium(environment = process.env) {
  const given = environment.CHROMIUM_PATH;
  if (given) return isProgram(given) ? given : null;
  return findOnPath(NAMES, environment);
}

/**
 * Finds a Chromium or installs Debian's, which needs root and apt-get. `say` gets one line before it installs.
 * Throws an `Error` that names the package where there is none and none can be installed.
 * @param {{ say: (line: string) => void }} options
 * @returns {string}
 */
export function ensureChromium({ say }) {
  const found = findChromium();
  if (found !== null) return found;
  const mayInstall = !process.env.CHROMIUM_PATH && process.getuid?.() === 0;
  if (!mayInstall || findOnPath(['apt-get']) === null) throw new Error(missing());
  say(
    `未找到 Chromium，正在安装 Debian 的软件包… / No Chromium found, installing ${PACKAGES[0]} and ${FONTS} …`,
  );
  const said = [aptGet('update')];
  for (const name of PACKAGES) {
    said.push(aptGet('install', '--yes', '--no-install-recommends', name, FONTS));
    const installed = findChromium();
    if (installed !== null) return installed;
  }
  throw new Error(`${missing()}\n${said.join('\n')}`);
}

function missing() {
  const wrong = process.env.CHROMIUM_PATH ? `CHROMIUM_PATH=${process.env.CHROMIUM_PATH}; ` : '';
  return `${wrong}网页测试需要 Chromium：请安装 Debian 软件包 chromium-headless-shell 或 chromium，或用 CHROMIUM_PATH 指明其位置，再运行 npm test。 / The web tests need Chromium: install the Debian package chromium-headless-shell or chromium, or name its place in CHROMIUM_PATH, then run npm test again.`;
}

function aptGet(...aptArguments) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { stdout, stderr } = spawnSync('apt-get', ['--quiet', ...aptArguments], { env, encoding: 'utf8' });
  return `${stdout}\n${stderr}`;
}

function findOnPath(names, environment = process.env) {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isProgram) ?? null;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
