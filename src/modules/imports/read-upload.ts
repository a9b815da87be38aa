import { shanghaiDay } from '../../platform/clock.ts';
import type { LaterSteps } from '../../platform/run-command.ts';
import { checkRows } from './check-rows.ts';
import type { ImportHead } from './answers.contract.ts';
import { updateImportRun } from './import-run.sql.ts';
import { isImportTargetId } from './import-fields.ts';
import type { ImportSettings } from './import-settings.ts';
import { findKeptMapping } from './kept-mapping.ts';
import { recogniseLayout } from './layouts/recognise-layout.ts';
import type { MappedColumn } from './mapping.ts';
import { readDrafts, type ReadDrafts } from './read-drafts.ts';
import { runStep, type RunAddress, type Step } from './run-step.ts';

interface Recognised {
  readonly columns: readonly MappedColumn[];
  readonly settings: ImportSettings;
  readonly layout: ImportHead['layout'];
  readonly isMappingKept: boolean;
  /** Otherwise the columns are suggestions for a person to look at. */
  readonly isSure: boolean;
}

/**
 * Reads an uploaded file: what it is, which layout it has, which mapping was kept for its headers. Where the columns
 * are known it goes on to the check with the rows in hand; otherwise a person maps them first.
 */
export function readUpload(steps: LaterSteps, address: RunAddress): Promise<void> {
  return runStep(steps, address, async (step) => {
    const { run } = step;
    let recognised: Recognised | undefined;
    const drafts = await readRows(step, async (headers) => {
      recognised = await recognise(step, headers);
      return recognised.isSure ? recognised.columns : null;
    });
    const known = recognised;
    if (!known) throw new Error('a table that was read has a head');
    await step.progress.settle();
    const { columns, settings } = known;
    const head = headOf(drafts, known);
    const state = known.isSure ? 'checking' : 'ready';
    await step.steps.command({ name: 'recordImport', input: null, isAudited: false }, ({ trx, now }) =>
      updateImportRun(trx, run.courtId, run.id, now, { state, head, columns, settings, refusal: null }),
    );
    if (known.isSure) await checkRows({ ...step, run: { ...run, head, columns, settings } }, drafts);
  });
}

/** The rows of a step's file, with its progress. */
export function readRows(
  { steps, run, signal, progress }: Step,
  columnsOf: (headers: readonly string[]) => Promise<readonly MappedColumn[] | null>,
): Promise<ReadDrafts> {
  return readDrafts(steps.filesFolder, run, {
    reading: run.reading,
    today: shanghaiDay(run.createdAt),
    signal,
    columnsOf,
    onProgress: ({ rowsRead, fraction }) =>
      progress.report({ phase: 'reading', done: rowsRead, total: run.head?.rowCount ?? null, fraction }),
  });
}

async function recognise({ steps, run }: Step, headers: readonly string[]): Promise<Recognised> {
  const target = isImportTargetId(run.target) ? run.target : 'fixed_assets';
  const { layout, columns, confidence } = recogniseLayout(headers, target);
  const named = layout && { id: layout.id, title: layout.title };
  const kept = await steps.query(({ reader }) => findKeptMapping(reader, run, headers));
  return kept
    ? { ...kept, layout: named, isMappingKept: true, isSure: true }
    : {
        columns,
        settings: run.settings,
        layout: named,
        isMappingKept: false,
        isSure: layout !== null || confidence === 1,
      };
}

function headOf({ head, rowCount, samples }: ReadDrafts, recognised: Recognised): ImportHead {
  const { format } = head;
  return {
    format: format.kind,
    sheets: [...(head.sheets ?? [])],
    sheet: format.kind === 'xlsx' ? format.sheet : null,
    encoding: format.kind === 'csv' ? format.encoding : null,
    delimiter: format.kind === 'csv' ? format.delimiter : null,
    headerRow: head.headerRow,
    rowCount,
    headers: [...head.headers],
    samples: samples.map((texts) => [...texts]),
    layout: recognised.layout,
    isMappingKept: recognised.isMappingKept,
  };
}
