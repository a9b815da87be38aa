/** The bank's slips as they were sent. */
import type { InputOf } from '../../../platform/endpoint.ts';
import { openStoredFile } from '../../../platform/files/open-stored-file.ts';
import { findStoredFile } from '../../../platform/files/stored-file.sql.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { Download } from '../../../platform/served-endpoint.ts';
import { CONVERSION_SUBJECT, findConversionSlip } from './conversion.sql.ts';
import type { downloadConversionSlipEndpoint } from './conversions.contract.ts';
import { DEPOSIT_SUBJECT, findDepositRow } from './deposit.sql.ts';
import type { downloadDepositSlipEndpoint } from './deposits.contract.ts';
import { refuseMoney } from './money-refusals.ts';

async function openSlip(
  { reader, filesFolder }: QueryContext,
  subject: { readonly courtId: number; readonly kind: string; readonly id: string },
  fileId: string,
): Promise<Download | undefined> {
  const opened = await openStoredFile(filesFolder, await findStoredFile(reader, subject, fileId));
  return typeof opened === 'string' ? undefined : opened;
}

/** Refusal: DEPOSIT_NOT_FOUND, also when the content is damaged. */
export async function downloadDepositSlip(
  context: QueryContext,
  { params }: InputOf<typeof downloadDepositSlipEndpoint>,
): Promise<Download> {
  const deposit = await findDepositRow(context.reader, context.actor.readableCourtIds, params.depositId);
  if (!deposit) throw refuseMoney('DEPOSIT_NOT_FOUND');
  const { courtId, id, slipFileId } = deposit;
  const slip = await openSlip(context, { courtId, kind: DEPOSIT_SUBJECT, id }, slipFileId);
  if (!slip) throw refuseMoney('DEPOSIT_NOT_FOUND');
  return slip;
}

/** Refusal: CONVERSION_NOT_FOUND, also when the content is damaged. */
export async function downloadConversionSlip(
  context: QueryContext,
  { params }: InputOf<typeof downloadConversionSlipEndpoint>,
): Promise<Download> {
  const { conversionId: id } = params;
  const found = await findConversionSlip(context.reader, context.actor.readableCourtIds, id);
  const slip =
    found &&
    (await openSlip(context, { courtId: found.courtId, kind: CONVERSION_SUBJECT, id }, found.fileId));
  if (!slip) throw refuseMoney('CONVERSION_NOT_FOUND');
  return slip;
}
