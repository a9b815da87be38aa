import type { TenantReader } from '../../platform/database.ts';
import { isLedgerClosed, refuseLedger } from './ledger-closing.rules.ts';
import { findLastLedgerEvent } from './ledger-closing.sql.ts';

/** The ledger of the case takes entries. Refusal: LEDGER_CLOSED. */
export async function requireOpenLedger(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<void> {
  if (isLedgerClosed(await findLastLedgerEvent(reader, courtId, caseId))) throw refuseLedger('LEDGER_CLOSED');
}
