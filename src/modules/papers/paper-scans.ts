/** Scans of papers that were signed by hand. */
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { openStoredFile } from '../../platform/files/open-stored-file.ts';
import { keepFile } from '../../platform/files/keep-file.ts';
import { sniffFile } from '../../platform/files/sniff-file.ts';
import { findStoredFile } from '../../platform/files/stored-file.sql.ts';
import type { ReceivedFile } from '../../platform/received-file.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { findReachablePaper, requireNames } from './paper-access.ts';
import { refusePaper } from './paper-refusals.ts';
import { lockPaper } from './paper.sql.ts';
import type { downloadScanEndpoint, uploadScanEndpoint } from './papers.contract.ts';

/** Refusals: PAPER_NOT_FOUND, PAPER_VOIDED, PAPER_SCAN_REFUSED. */
export async function uploadScan(
  command: CommandContext,
  { params }: InputOf<typeof uploadScanEndpoint>,
  file: ReceivedFile,
): Promise<ResponseOf<typeof uploadScanEndpoint>> {
  const { trx, actor } = command;
  await lockPaper(trx, actor.courtId, params.paperId);
  const wanted = { paperId: params.paperId, permission: 'paper.issue', access: 'write' } as const;
  const row = await findReachablePaper({ reader: trx, actor }, wanted);
  if (row.voidedAt !== null) throw refusePaper('PAPER_VOIDED');
  const kind = await sniffFile(file.temporaryPath);
  if (kind === null || !(kind.isPicture || kind.key === 'pdf')) throw refusePaper('PAPER_SCAN_REFUSED');
  const { id, fileName, sha256 } = await keepFile(command, {
    subjectKind: 'paper',
    subjectId: row.id,
    purpose: 'attachment',
    ...{ kind, received: file },
  });
  command.audit({
    subjectKind: 'paper',
    subjectId: row.id,
    subjectLabel: row.number,
    after: { fileId: id, fileName, sha256 },
  });
  return { id, sha256 };
}

/** Refusals: PAPER_NOT_FOUND, PAPER_NAMES_HIDDEN, PAPER_SCAN_NOT_FOUND. */
export async function downloadScan(
  query: QueryContext,
  { params }: InputOf<typeof downloadScanEndpoint>,
): Promise<Download> {
  const wanted = { paperId: params.paperId, permission: 'paper.print', access: 'read' } as const;
  const row = await findReachablePaper(query, wanted);
  await requireNames(query, row);
  const subject = { courtId: row.courtId, kind: 'paper', id: row.id };
  const file = await findStoredFile(query.reader, subject, params.fileId);
  const opened = await openStoredFile(query.filesFolder, file);
  if (typeof opened === 'string') throw refusePaper('PAPER_SCAN_NOT_FOUND');
  return opened;
}
