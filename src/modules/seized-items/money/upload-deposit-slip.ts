import type { ResponseOf } from '../../../platform/endpoint.ts';
import { keepFile } from '../../../platform/files/keep-file.ts';
import { sniffFile } from '../../../platform/files/sniff-file.ts';
import { newId } from '../../../platform/ids.ts';
import type { ReceivedFile } from '../../../platform/received-file.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { refuseItem } from '../item-refusals.ts';
import { DEPOSIT_SUBJECT } from './deposit.sql.ts';
import { CONVERSION_SUBJECT } from './conversion.sql.ts';
import type { uploadConversionSlipEndpoint } from './conversions.contract.ts';
import type { uploadDepositSlipEndpoint } from './deposits.contract.ts';

async function keepSlip(command: CommandContext, file: ReceivedFile, subjectKind: string) {
  const kind = await sniffFile(file.temporaryPath);
  if (kind === null) throw refuseItem('ITEM_FILE_REFUSED');
  const subjectId = newId(command.now.getTime());
  const { sizeBytes, sha256, temporaryPath } = file;
  const kept = await keepFile(command, {
    ...{ subjectKind, subjectId, purpose: 'attachment', kind },
    ...{ sentName: file.fileName, sizeBytes, sha256, temporaryPath },
  });
  const after = { fileId: kept.id, sha256 };
  command.audit({ subjectKind, subjectId, subjectLabel: kept.fileName, after });
  return { subjectId, fileId: kept.id, fileName: kept.fileName };
}

/** Keeps the bank's slip under the id that its deposit gets. Refusal: ITEM_FILE_REFUSED. */
export async function uploadDepositSlip(
  command: CommandContext,
  file: ReceivedFile,
): Promise<ResponseOf<typeof uploadDepositSlipEndpoint>> {
  const { subjectId: depositId, ...kept } = await keepSlip(command, file, DEPOSIT_SUBJECT);
  return { depositId, ...kept };
}

/** The same under the id that the conversion gets. Refusal: ITEM_FILE_REFUSED. */
export async function uploadConversionSlip(
  command: CommandContext,
  file: ReceivedFile,
): Promise<ResponseOf<typeof uploadConversionSlipEndpoint>> {
  const { subjectId: conversionId, ...kept } = await keepSlip(command, file, CONVERSION_SUBJECT);
  return { conversionId, ...kept };
}
