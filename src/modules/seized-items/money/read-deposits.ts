/** Deposits as a person may see them. */
import { z } from 'zod';
import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { checkContent, readContent } from '../../../platform/files/content-store.ts';
import { kindOfContentType } from '../../../platform/files/file-kinds.ts';
import { findStoredFile } from '../../../platform/files/stored-file.sql.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { Download } from '../../../platform/served-endpoint.ts';
import { caseReachOf } from '../../cases/case-access.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { CURRENCIES } from '../item-quantity.ts';
import {
  DEPOSIT_SUBJECT,
  findDepositRow,
  listDepositLines,
  listDepositRows,
  listMoneyInStoreRows,
} from './deposit.sql.ts';
import type {
  downloadDepositSlipEndpoint,
  listDepositsEndpoint,
  listMoneyInStoreEndpoint,
} from './deposits.contract.ts';
import { loadRates, worthOf } from '../rates/worth.ts';
import { refuseMoney } from './money-refusals.ts';

const cursor = z.tuple([z.iso.date(), z.uuid()]);

/** Deposits of the acting court, the newest first; with what each slip holds. */
export async function listDeposits(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof listDepositsEndpoint>,
): Promise<ResponseOf<typeof listDepositsEndpoint>> {
  const { courtId } = actor;
  const after = decodeCursor(query.after, cursor);
  const rows = await listDepositRows(reader, {
    courtId,
    itemId: query.itemId ?? null,
    after: after && { on: after[0], id: after[1] },
    limit: query.limit + 1,
  });
  const lines = await listDepositLines(
    reader,
    courtId,
    rows.map(({ id }) => id),
  );
  return pageOfRows(
    rows,
    query.limit,
    (row) => ({
      ...row,
      lines: lines
        .filter(({ depositId }) => depositId === row.id)
        .map(({ depositId: _deposit, ...line }) => line),
    }),
    ({ depositedOn, id }) => [depositedOn, id],
  );
}

/** Refusal: DEPOSIT_NOT_FOUND, also when the content is damaged. */
export async function downloadDepositSlip(
  { reader, actor, filesFolder }: QueryContext,
  { params }: InputOf<typeof downloadDepositSlipEndpoint>,
): Promise<Download> {
  const deposit = await findDepositRow(reader, actor.readableCourtIds, params.depositId);
  const file =
    deposit &&
    (await findStoredFile(
      reader,
      { courtId: deposit.courtId, kind: DEPOSIT_SUBJECT, id: deposit.id },
      deposit.slipFileId,
    ));
  const kind = file && kindOfContentType(file.contentType);
  if (!file || !kind || (await checkContent(filesFolder, file)) !== 'intact')
    throw refuseMoney('DEPOSIT_NOT_FOUND');
  const { fileName } = file;
  const { contentType, isShownInline: inline } = kind;
  return { fileName, contentType, inline, isDetached: true, body: readContent(filesFolder, file) };
}

/** Money of the acting court that lies in store, the longest there first. */
export async function listMoneyInStore({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof listMoneyInStoreEndpoint>> {
  const reach = caseReachOf(actor, 'money.read', actor.courtId);
  if (reach === null) return { items: [] };
  const rows = await listMoneyInStoreRows(reader, actor.courtId, reach, Object.keys(CURRENCIES));
  const units = rows.map(({ currency }) => currency);
  const rates = await loadRates(reader, actor.courtId, { units, day: shanghaiDay(now) });
  return {
    items: rows.map(({ stateSince, onHand, ...row }) => ({
      ...row,
      onHand: normaliseQuantity(onHand),
      worth: worthOf(normaliseQuantity(onHand), row.currency, rates),
      receivedOn: shanghaiDay(stateSince),
    })),
  };
}
