import type { ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { ReceivedFile } from '../../../platform/received-file.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { keepItemFile } from '../keep-item-file.ts';
import { DEPOSIT_SUBJECT } from './deposit.sql.ts';
import { CONVERSION_SUBJECT } from './conversion.sql.ts';
import type { uploadConversionSlipEndpoint } from './conversions.contract.ts';
import type { uploadDepositSlipEndpoint } from './deposits.contract.ts';

async function keepSlip(command: CommandContext, file: ReceivedFile, subjectKind: string) {
  const subjectId = newId(command.now.getTime());
  const kept = await keepItemFile(command, { subjectKind, subjectId, purpose: 'attachment' }, file);
  const { id: fileId, fileName, sha256 } = kept;
  command.audit({ subjectKind, subjectId, subjectLabel: fileName, after: { fileId, sha256 } });
  return { subjectId, fileId, fileName };
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
