/**
 * `npm start`: installs what is missing, builds what is stale, and runs the server in this very process, so that
 * signals and exit codes need no passing on. Arguments go through to `src/main.ts`.
 */
import { readFileSync } from 'node:fs';
import { prepare } from './prepare.mjs';

const NPM_POLL_MS = 250;
const npm = findNpm();

/** The process that is `npm start`: our parent, or its parent where a shell stands between; null when not run by npm. */
function findNpm() {
  if (process.env.npm_lifecycle_event === undefined) return null;
  const parent = readProcess(process.ppid);
  if (parent === null) return null;
  return parent.name.startsWith('npm') ? parent : readProcess(parent.parentPid);
}

function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return { pid, name, parentPid: Number(fields[1]), isZombie: fields[0] === 'Z', startTicks: fields[19] };
  } catch {
    return null;
  }
}

/** A killed npm must not leave a server behind that keeps the port and the data folder. */
function stopWithNpm() {
  if (npm === null) return;
  setInterval(() => {
    const now = readProcess(npm.pid);
    if (now === null || now.isZombie || now.startTicks !== npm.startTicks)
      process.kill(process.pid, 'SIGTERM');
  }, NPM_POLL_MS).unref();
}

await prepare();
stopWithNpm();
await import('../dist/main.js');
