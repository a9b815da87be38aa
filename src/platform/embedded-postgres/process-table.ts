/** What Linux says about processes: who holds a pid now, and which processes work in a folder. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

export interface ProcessFacts {
  readonly pid: number;
  /** Clock ticks since boot; with the pid it names one process even when the pid is used again. */
  readonly startTicks: string;
  /** Dead and not yet reaped: it does nothing any more, though `kill(pid, 0)` still succeeds. */
  readonly isZombie: boolean;
  /** Null where we may not look: another user's process. */
  readonly workingFolder: string | null;
  readonly executable: string | null;
}

function readLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** The process that holds the pid now, or null. */
export function readProcess(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0] ?? 'X';
    return {
      pid,
      startTicks: fields[19] ?? '',
      isZombie: state === 'Z' || state === 'X',
      workingFolder: readLink(`/proc/${pid}/cwd`),
      executable: readLink(`/proc/${pid}/exe`),
    };
  } catch {
    return null;
  }
}

/** Is it a running `postgres` whose working folder is this cluster? A server keeps its data folder as working folder. */
export function isPostgresIn(facts: ProcessFacts | null, clusterFolder: string): boolean {
  if (facts === null || facts.isZombie || facts.workingFolder !== clusterFolder) return false;
  // " (deleted)" follows the name when the binaries were replaced under a running server.
  return /\/postgres( \(deleted\))?$/.test(facts.executable ?? '');
}

/** Pids of every postgres process, postmaster or backend, that works in the cluster. */
export function listPostgresIn(clusterFolder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(
      (pid) =>
        readLink(`/proc/${pid}/cwd`) === clusterFolder && isPostgresIn(readProcess(pid), clusterFolder),
    );
}

/** Changes with every boot of the machine. */
export function readBootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
}

/** Sends a signal; false when there is no such process any more or it is not ours to signal. */
export function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
