/**
 * The rows that the last check read, until the import takes them: what was checked is written without reading the file a
 * second time. One file at most, and none that is large; whoever finds nothing here reads the file.
 */
import type { ImportRun } from './import-run.sql.ts';
import type { ReadDrafts } from './read-drafts.ts';

/** Some 30 MB of rows. */
const ROWS_KEPT_MAX = 20_000;

type KeyFacts = Pick<ImportRun, 'courtId' | 'id' | 'sha256' | 'reading' | 'columns'>;

let kept: { readonly key: string; readonly drafts: ReadDrafts } | null = null;

/** Everything that decides what reading the file gives; member by member, because the database keeps no order of keys. */
function keyOf({ courtId, id, sha256, reading, columns }: KeyFacts): string {
  const { sheet, headerRow, encoding, delimiter } = reading;
  const fields = columns?.map(({ position, header, field, whenBlank }) => [
    position,
    header,
    field,
    whenBlank ?? null,
  ]);
  return JSON.stringify([courtId, id, sha256, sheet, headerRow, encoding, delimiter, fields]);
}

/** Replaces what was kept before. */
export function keepDrafts(run: KeyFacts, drafts: ReadDrafts): void {
  kept = drafts.rowCount > ROWS_KEPT_MAX ? null : { key: keyOf(run), drafts };
}

/** undefined where nothing is kept, or the file would be read otherwise by now. */
export function takeDrafts(run: KeyFacts): ReadDrafts | undefined {
  const found = kept?.key === keyOf(run) ? kept.drafts : undefined;
  if (found) kept = null;
  return found;
}
