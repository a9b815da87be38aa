import { listTexts } from '../../platform/errors.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { checkRows } from './check-rows.ts';
import type { ImportHead, ImportRunAnswer } from './answers.contract.ts';
import type { checkImportEndpoint } from './contract.ts';
import { describeImport } from './describe-import.ts';
import { refuseImport } from './import-refusals.ts';
import { updateImportRun, type ImportRun } from './import-run.sql.ts';
import { keepMapping } from './kept-mapping.ts';
import { lockIdleRun, lockRun } from './lock-run.ts';
import { applyMapping, type MappedColumn, type Mapping } from './mapping.ts';
import { readRows } from './read-upload.ts';
import { runStep } from './run-step.ts';

/**
 * Starts a check with the columns and settings given, or those chosen before; what was given is kept for the next file
 * with the same headers. Refusals: those of `lockIdleRun`, IMPORT_NOT_READ, IMPORT_COLUMNS_MISSING,
 * IMPORT_COLUMNS_DIFFER.
 */
export async function checkImport(
  command: CommandContext,
  { params, body }: InputOf<typeof checkImportEndpoint>,
): Promise<ImportRunAnswer> {
  const { trx, actor, now } = command;
  const run = await lockIdleRun(command, params.importId);
  if (run.head === null) throw refuseImport('IMPORT_NOT_READ');
  const columns = chosenColumns(run, run.head, body.columns);
  const settings = body.settings ?? run.settings;
  if (body.columns !== undefined || body.settings !== undefined) {
    const { headers } = run.head;
    await keepMapping(trx, run, { columns, settings, headers }, { personId: actor.personId, now });
  }
  await updateImportRun(trx, run.courtId, run.id, now, {
    state: 'checking',
    columns,
    settings,
    result: null,
    refusal: null,
  });
  command.audit({ subjectKind: 'import', subjectId: run.id, subjectLabel: run.fileName });
  command.later((steps) =>
    runStep(steps, run, async (step) => {
      await checkRows(step, await readRows(step, () => Promise.resolve(columns)));
    }),
  );
  return describeImport(trx, await lockRun(command, run.id), now);
}

function chosenColumns(
  run: ImportRun,
  head: ImportHead,
  chosen: Mapping['columns'] | undefined,
): readonly MappedColumn[] {
  const columns = chosen === undefined ? run.columns : mappedColumns(head, chosen);
  if (columns === null || !columns.some(({ field }) => field !== null))
    throw refuseImport('IMPORT_COLUMNS_MISSING');
  return columns;
}

function mappedColumns(head: ImportHead, columns: Mapping['columns']): readonly MappedColumn[] {
  const applied = applyMapping(head, { columns });
  if (applied.ok) return applied.columns;
  const missing = applied.missing.map(({ header }) => header.slice(0, 50)).slice(0, 5);
  throw refuseImport('IMPORT_COLUMNS_DIFFER', { missing: listTexts(missing) });
}
