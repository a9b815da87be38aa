/** Copies of a paper: each is recorded before it can be opened, and set from what was kept when the paper was issued. */
import { formatWallClockMinute } from '../../platform/spreadsheets/wall-clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import { loadPictures } from '../../platform/pdf/load-pictures.ts';
import { writeOfficePaper } from '../../platform/pdf/office/write-office-paper.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { encodeQr } from '../labels/symbologies/qr-code.ts';
import { findReachablePaper, requireNames } from './paper-access.ts';
import { codeOfPaper, picturesOf, type PaperContent } from './paper-content.ts';
import { officePartOf } from './office-part.ts';
import { insertPrint, listPrints, type PrintRow } from './paper-copy.sql.ts';
import { refusePaper } from './paper-refusals.ts';
import { lockPaper, type PaperRow } from './paper.sql.ts';
import {
  PRINT_OPEN_MINUTES,
  type downloadPrintEndpoint,
  type printPaperEndpoint,
} from './papers.contract.ts';
import { isPrintOpen, readIntactContent } from './read-paper.ts';

/**
 * Records a copy: who, when, why, the how many-th. Refusals: PAPER_NOT_FOUND, PAPER_NAMES_HIDDEN, PAPER_VOIDED,
 * PAPER_CONTENT_DAMAGED.
 */
export async function printPaper(
  command: CommandContext,
  { params, body }: InputOf<typeof printPaperEndpoint>,
): Promise<ResponseOf<typeof printPaperEndpoint>> {
  const { trx, actor, now } = command;
  const asking = { reader: trx, actor };
  await lockPaper(trx, actor.courtId, params.paperId);
  const wanted = { paperId: params.paperId, permission: 'paper.print', access: 'write' } as const;
  const row = await findReachablePaper(asking, wanted);
  await requireNames(asking, row);
  if (row.voidedAt !== null) throw refusePaper('PAPER_VOIDED');
  if ((await readIntactContent(asking, row)) === null) throw refusePaper('PAPER_CONTENT_DAMAGED');
  const printId = newId(now.getTime());
  const copyNumber = await insertPrint(trx, row, {
    id: printId,
    printedAt: now,
    printedBy: actor.personId,
    printedByName: actor.personName,
    reason: body.reason,
  });
  command.audit({
    subjectKind: 'paper',
    subjectId: row.id,
    subjectLabel: row.number,
    detail: { copyNumber, reason: body.reason, bearsMaskedNames: row.isSensitive },
  });
  return { printId, copyNumber };
}

function marksOf(row: PaperRow, { copyNumber }: PrintRow): string[] {
  const copy = copyNumber === 1 ? '正本' : `副本　第 ${copyNumber} 份`;
  return [
    copy,
    ...(row.voidedAt === null ? [] : ['作废']),
    ...(row.reversedCount === 0 ? [] : [`所载 ${row.reversedCount} 件已冲正`]),
  ];
}

async function* setPaper(
  filesFolder: string,
  row: PaperRow,
  { content, print }: { content: PaperContent; print: PrintRow },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { court, title, number, orientation, parts } = content;
  yield* writeOfficePaper(
    {
      ...{ court, title, number, orientation, language: 'zh' },
      parts: parts.map(officePartOf),
      code: encodeQr(codeOfPaper(row), 'M'),
      marks: marksOf(row, print),
      footLeft: `${print.printedByName} ${formatWallClockMinute(print.printedAt)} 打印　用途：${print.reason}`,
      footRight: `内容校验 ${row.contentSha256.slice(0, 16)}`,
      createdAt: print.printedAt,
    },
    await loadPictures(filesFolder, row.courtId, picturesOf(content)),
  );
}

/**
 * The recorded copy as PDF, the same bytes each time. Refusals: PAPER_NOT_FOUND, PAPER_NAMES_HIDDEN,
 * PAPER_PRINT_NOT_YOURS, PAPER_CONTENT_DAMAGED.
 */
export async function downloadPrint(
  query: QueryContext,
  { params }: InputOf<typeof downloadPrintEndpoint>,
): Promise<Download> {
  const wanted = { paperId: params.paperId, permission: 'paper.print', access: 'read' } as const;
  const row = await findReachablePaper(query, wanted);
  await requireNames(query, row);
  const print = (await listPrints(query.reader, row)).find(({ id }) => id === params.printId);
  if (!print || !isPrintOpen(print, query))
    throw refusePaper('PAPER_PRINT_NOT_YOURS', { minutes: PRINT_OPEN_MINUTES });
  const content = await readIntactContent(query, row);
  if (content === null) throw refusePaper('PAPER_CONTENT_DAMAGED');
  return {
    fileName: `${content.title} ${row.number}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    isDetached: true,
    body: setPaper(query.filesFolder, row, { content, print }),
  };
}
