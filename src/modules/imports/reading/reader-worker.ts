import { existsSync } from 'node:fs';

/** Beside the bundle of the server, of a command-line program, or where the source lies. */
const PLACES = [
  './workers/read-table.js',
  '../workers/read-table.js',
  '../../../../dist/workers/read-table.js',
];

/** The built program of the reading thread. Throws when the system was not built. */
export function readerWorkerUrl(): URL {
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) throw new Error('dist/workers/read-table.js is missing: run “npm run build”');
  return found;
}
