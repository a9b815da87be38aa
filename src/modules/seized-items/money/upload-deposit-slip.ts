import type { ResponseOf } from '../../../platform/endpoint.ts';
import { keepFile } from '../../../platform/files/keep-file.ts';
import { sniffFile } from '../../../platform/files/sniff-file.ts';
import { newId } from '../../../platform/ids.ts';
import type { ReceivedFile } from '../../../platform/received-file.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { refuseItem } from '../item-refusals.ts';
import { DEPOSIT_SUBJECT } from './deposit.sql.ts';
import type { uploadDepositSlipEndpoint } from './deposits.contract.ts';

/** Keeps the bank's slip under the id that its deposit gets. Refusal: ITEM_FILE_REFUSED. */
export async function uploadDepositSlip(
  command: CommandContext,
  file: ReceivedFile,
): Promise<ResponseOf<typeof uploadDepositSlipEndpoint>> {
  const kind = await sniffFile(file.temporaryPath);
  if (kind === null) throw refuseItem('ITEM_FILE_REFUSED');
  const depositId = newId(command.now.getTime());
  const { sizeBytes, sha256, temporaryPath } = file;
  const kept = await keepFile(command, {
    ...{ subjectKind: DEPOSIT_SUBJECT, subjectId: depositId, purpose: 'attachment', kind },
    ...{ sentName: file.fileName, sizeBytes, sha256, temporaryPath },
  });
  command.audit({
    subjectKind: DEPOSIT_SUBJECT,
    subjectId: depositId,
    subjectLabel: kept.fileName,
    after: { fileId: kept.id, sha256 },
  });
  return { depositId, fileId: kept.id, fileName: kept.fileName };
}
