import { listTexts } from '../../platform/errors.ts';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { normaliseHeader } from '../imports/header-names.ts';
import { readTable } from '../imports/reading/read-table.ts';
import { isTopCourt, upsertImportedClasses, type AssetClassRow } from './asset-class.sql.ts';
import type { importAssetClassesEndpoint } from './asset-classes.contract.ts';
import { refuseAsset } from './asset-refusals.ts';
import { findClassTable } from './find-class-table.ts';
import { CLASS_COLUMNS, findClassColumns, readClassTable, type ReadClass } from './read-class-table.ts';

const ROWS_MAX = 20_000;
const UNPACKED_BYTES_MAX = 60 * 1024 * 1024;

type Answer = z.output<(typeof importAssetClassesEndpoint)['response']>;

interface Change {
  readonly kind: 'added' | 'changed' | 'unchanged';
  readonly code: string;
  readonly name: string;
  readonly depreciationYears: number | null;
  readonly before: AssetClassRow | undefined;
}

function changeOf(read: ReadClass, before: AssetClassRow | undefined, edition: string): Change {
  const depreciationYears = read.years ?? before?.depreciationYears ?? null;
  const after = { code: read.code, name: read.name, depreciationYears };
  if (!before) return { kind: 'added', ...after, before };
  const isSame =
    before.name === after.name &&
    before.depreciationYears === after.depreciationYears &&
    before.edition === edition &&
    before.sourced &&
    before.imported;
  return { kind: isSame ? 'unchanged' : 'changed', ...after, before };
}

/**
 * Takes the official table of classes from xlsx or csv: all rows or none. Blank years leave what is there; classes that
 * the file does not name stay as they are. A dry run answers every problem instead of refusing.
 * Refusals: CLASS_TABLE_NOT_YOURS, CLASS_COLUMNS_MISSING, CLASS_TABLE_REFUSED, those of `readTable`.
 */
export async function importAssetClasses(
  command: CommandContext,
  input: { readonly edition: string; readonly file: ReceivedFile },
): Promise<Answer> {
  const { trx, actor, now, dryRun } = command;
  if (!(await isTopCourt(trx, actor.courtId))) throw refuseAsset('CLASS_TABLE_NOT_YOURS');
  const table = readTable(await readFile(input.file.temporaryPath), input.file.fileName, {
    knownHeaders: Object.values(CLASS_COLUMNS).flat().map(normaliseHeader),
    limits: { rows: ROWS_MAX, unpackedBytes: UNPACKED_BYTES_MAX },
  });
  const positions = findClassColumns(table.headers);
  if (positions === null) throw refuseAsset('CLASS_COLUMNS_MISSING', { headers: listTexts(table.headers) });
  const { classes, problems } = readClassTable(table, positions);
  if (problems.length > 0 && !dryRun) {
    throw refuseAsset(
      'CLASS_TABLE_REFUSED',
      { count: problems.length },
      problems.map(({ rowNumber, column, code, zh, en }) => ({
        path: `row.${rowNumber}.${column}`,
        code,
        zh,
        en,
      })),
    );
  }
  const kept = await findClassTable(trx);
  const changes = classes.map((read) => changeOf(read, kept.get(read.code), input.edition));
  const written = changes.filter(({ kind }) => kind !== 'unchanged');
  if (!dryRun && written.length > 0) await upsertImportedClasses(trx, input.edition, now, written);
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  const counts = {
    addedCount: count('added'),
    changedCount: count('changed'),
    unchangedCount: count('unchanged'),
  };
  auditImport(command, input, changes, counts);
  return {
    written: !dryRun && written.length > 0,
    rowCount: table.rows.length,
    ...counts,
    problems: [...problems],
  };
}

/** Years decide what is depreciated, so each change of them is kept by name; the rest as counts. */
function auditImport(
  command: CommandContext,
  { edition, file }: { readonly edition: string; readonly file: ReceivedFile },
  changes: readonly Change[],
  counts: Record<string, number>,
): void {
  const ofYears = changes.filter(
    ({ before, depreciationYears }) => before && before.depreciationYears !== depreciationYears,
  );
  const years = (yearsOf: (change: Change) => number | null) =>
    Object.fromEntries(ofYears.map((change) => [change.code, yearsOf(change)]));
  command.audit({
    subjectKind: 'asset_classes',
    subjectId: null,
    subjectLabel: edition,
    before: { depreciationYears: years(({ before }) => before?.depreciationYears ?? null) },
    after: { depreciationYears: years(({ depreciationYears }) => depreciationYears) },
    detail: { edition, fileName: file.fileName, sha256: file.sha256, ...counts },
  });
}
