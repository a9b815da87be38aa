import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { findCase } from '../cases/find-case.ts';
import { describePaper } from './describe-paper.ts';
import { findReachablePaper, mayWithPaper, seesNames } from './paper-access.ts';
import { hashContent, paperContent, type PaperContent } from './paper-content.ts';
import { listPrints, listScans, type PrintRow } from './paper-copy.sql.ts';
import { findPaper, findPaperContent, findReplacement, type PaperRow } from './paper.sql.ts';
import { PRINT_OPEN_MINUTES, type readPaperEndpoint } from './papers.contract.ts';

type Answer = ResponseOf<typeof readPaperEndpoint>;

/** What the paper says, if that is still what was issued; null when it was tampered with. */
export async function readIntactContent(
  { reader }: Pick<QueryContext, 'reader'>,
  row: PaperRow,
): Promise<PaperContent | null> {
  const read = paperContent.safeParse(await findPaperContent(reader, row));
  return read.success && hashContent(read.data) === row.contentSha256 ? read.data : null;
}

/** A copy is opened by whoever recorded it, soon: later openings are further copies. */
export function isPrintOpen(print: PrintRow, { actor, now }: Pick<QueryContext, 'actor' | 'now'>): boolean {
  const age = now.getTime() - print.printedAt.getTime();
  return print.printedBy === actor.personId && age <= PRINT_OPEN_MINUTES * 60_000;
}

async function actionsOf(
  { reader, actor }: QueryContext,
  row: PaperRow,
): Promise<Answer['availableActions']> {
  if (row.voidedAt !== null || row.courtId !== actor.courtId) return [];
  const head =
    row.caseId === null ? undefined : await findCase(reader, { courtId: row.courtId, id: row.caseId });
  const mayPrint = mayWithPaper(actor, 'paper.print', row, 'write') && (!head || seesNames(actor, head));
  const mayIssue = mayWithPaper(actor, 'paper.issue', row, 'write');
  return [...(mayPrint ? (['print'] as const) : []), ...(mayIssue ? (['scan', 'void'] as const) : [])];
}

/** Refusal: PAPER_NOT_FOUND. */
export async function readPaper(
  query: QueryContext,
  { params }: InputOf<typeof readPaperEndpoint>,
): Promise<Answer> {
  const { reader } = query;
  const wanted = { paperId: params.paperId, permission: 'paper.read', access: 'read' } as const;
  const row = await findReachablePaper(query, wanted);
  const { replacesId, contentSha256 } = row;
  const replaced = replacesId === null ? undefined : await findPaper(reader, [row.courtId], replacesId);
  const prints = await listPrints(reader, row);
  const scans = await listScans(reader, row);
  return {
    ...describePaper(row),
    contentSha256,
    isIntact: (await readIntactContent(query, row)) !== null,
    replaces: replaced === undefined ? null : { id: replaced.id, number: replaced.number },
    replacedBy: (await findReplacement(reader, row)) ?? null,
    prints: prints.map((print) => ({
      id: print.id,
      copyNumber: print.copyNumber,
      printedAt: shanghaiInstant(print.printedAt),
      printedByName: print.printedByName,
      reason: print.reason,
      isOpen: isPrintOpen(print, query),
    })),
    scans: scans.map((scan) => ({ ...scan, uploadedAt: shanghaiInstant(scan.uploadedAt) })),
    availableActions: await actionsOf(query, row),
  };
}
