import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Runs a program to its end and keeps what it says. `onLine` sees each line as it comes; `signal` ends the program and
 * what it started. Never throws: a program that cannot be started has failed.
 * @param {{ command: string, args: string[], env?: NodeJS.ProcessEnv, onLine?: (line: string) => void,
 *   signal?: AbortSignal }} step
 * @returns {Promise<{ passed: boolean, output: string, seconds: number }>}
 */
export function runStep({ command, args, env = process.env, onLine, signal }) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    let output = '';
    let rest = '';
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (onLine) lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    signal?.addEventListener('abort', () => stop(child, 'SIGKILL'));
    const end = (passed) => {
      running.delete(child);
      resolve({ passed, output, seconds: (performance.now() - startedAt) / 1000 });
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Each program leads a process group, so that what it started ends with it. */
function stop(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    for (const child of running) stop(child, signal);
    process.exit(130);
  });
