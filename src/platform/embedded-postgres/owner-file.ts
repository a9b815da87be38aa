/** Which process of ours runs the cluster: a note of its pid, its start and the boot it belongs to. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readBootId, readProcess } from './process-table.ts';

function describe(pid: number): string | null {
  const facts = readProcess(pid);
  return facts === null || facts.isZombie ? null : `${pid} ${facts.startTicks} ${readBootId()}`;
}

/** The pid of the living process that runs the cluster, or null: a pid that was given to another does not count. */
export function readLivingOwner(file: string): number | null {
  let note: string;
  try {
    note = readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
  const pid = Number.parseInt(note, 10);
  return Number.isInteger(pid) && describe(pid) === note ? pid : null;
}

export function writeOwner(file: string): void {
  writeFileSync(file, `${describe(process.pid) ?? process.pid}\n`, { mode: 0o644 });
}

/** Leaves the note of another owner alone. */
export function removeOwner(file: string): void {
  if (readLivingOwner(file) === process.pid) rmSync(file, { force: true });
}
