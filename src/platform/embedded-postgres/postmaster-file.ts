/** `postmaster.pid`, which a server keeps in its cluster while it runs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** Folder of the Unix socket, empty when there is none. */
  readonly socketFolder: string;
  readonly isReady: boolean;
}

export function postmasterPath(clusterFolder: string): string {
  return path.join(clusterFolder, 'postmaster.pid');
}

/** Null when there is none, or when it is being written just now. */
export function readPostmasterFile(clusterFolder: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(postmasterPath(clusterFolder), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return {
    pid,
    port: Number.parseInt(lines[3] ?? '', 10),
    socketFolder: lines[4] ?? '',
    isReady: lines[7]?.trim() === 'ready',
  };
}
