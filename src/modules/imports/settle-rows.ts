import type { CommandContext } from '../../platform/run-command.ts';
import type { ImportResult } from './answers.contract.ts';
import { importTargetOf, type NameFinding, type RowFinding, type Settled } from './import-target.ts';
import { inOrder, type ReadDrafts } from './read-drafts.ts';
import type { Step } from './run-step.ts';

/** A file that is wrong throughout, as by a mapping that is off by one column, has no end of problems. */
const FINDINGS_KEPT_MAX = 200_000;

export interface SettledRows {
  readonly result: ImportResult;
  /** What is kept to be listed. */
  readonly findings: readonly RowFinding[];
  readonly names: readonly NameFinding[];
}

/** The one way of the rows through the target, for a check as for the import. */
export async function settleRows(
  { run, signal, progress }: Step,
  command: CommandContext,
  drafts: ReadDrafts,
  mode: { readonly write: boolean; readonly goodRowsOnly: boolean },
): Promise<SettledRows> {
  const throwIfCancelled = () => {
    signal.throwIfAborted();
  };
  throwIfCancelled();
  const settled = await importTargetOf(run.target).settle(command, {
    runId: run.id,
    fileName: run.fileName,
    rows: drafts.rows,
    columns: run.columns ?? [],
    settings: run.settings,
    ...mode,
    throwIfCancelled,
    onProgress: ({ phase, done, total }) =>
      progress.report({ phase, done, total, fraction: total === 0 ? 1 : done / total }),
  });
  const all = inOrder([...drafts.findings, ...withoutConsequences(drafts.findings, settled.findings)]);
  return {
    result: resultOf(settled, all, mode.goodRowsOnly),
    findings: all.slice(0, FINDINGS_KEPT_MAX),
    names: settled.names,
  };
}

/** A cell that could not be read is missing to the target; that is not told a second time. */
function withoutConsequences(
  unread: readonly RowFinding[],
  found: readonly RowFinding[],
): readonly RowFinding[] {
  if (unread.length === 0) return found;
  const addressOf = ({ rowNumber, position }: RowFinding) => `${rowNumber} ${position}`;
  const cells = new Set(unread.filter(({ position }) => position !== null).map(addressOf));
  return found.filter((finding) => !cells.has(addressOf(finding)));
}

function resultOf(settled: Settled, findings: readonly RowFinding[], goodRowsOnly: boolean): ImportResult {
  const open = settled.names.filter(({ state }) => state === 'unknown' || state === 'ambiguous').length;
  return {
    isWritten: settled.isWritten,
    goodRowsOnly,
    counts: settled.counts,
    sums: settled.sums,
    register: settled.register,
    createdNames: settled.createdNames,
    codes: settled.codes,
    names: { open, shown: settled.names.length },
    problems: {
      count: findings.length,
      shown: Math.min(findings.length, FINDINGS_KEPT_MAX),
      byCode: groupsOf(findings),
    },
    changeSamples: settled.changeSamples.map((sample) => ({ ...sample, changes: [...sample.changes] })),
  };
}

type Group = ImportResult['problems']['byCode'][number];

/** With the first one's sentence as an example; what keeps rows out comes first, then by how often. */
function groupsOf(findings: readonly RowFinding[]): Group[] {
  const groups = new Map<string, Group & { lastRow: number }>();
  for (const { code, severity, zh, en, rowNumber } of findings) {
    const group = groups.get(code);
    if (!group) groups.set(code, { code, severity, zh, en, count: 1, rows: 1, lastRow: rowNumber });
    else {
      group.count += 1;
      if (group.lastRow !== rowNumber) group.rows += 1;
      group.lastRow = rowNumber;
    }
  }
  return [...groups.values()]
    .map(({ lastRow: _lastRow, ...group }) => group)
    .sort(
      (one, other) =>
        Number(one.severity === 'notice') - Number(other.severity === 'notice') || other.count - one.count,
    );
}
