/** Cases for the modules that build on them: the head of one case, found or held, by id or by any of its numbers. */
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { CaseRow } from './case-row.sql.ts';
import { readNumberGrounds } from './case-number-grounds.ts';
import { readCaseNumber } from './case-number.ts';
import { listCasesOfNumbers } from './case-number.sql.ts';
import { findCaseRow, lockCaseRow } from './case.sql.ts';

export interface CaseHead {
  readonly courtId: number;
  readonly id: string;
  /** The canonical primary number. */
  readonly number: string;
  readonly cause: string;
  readonly handlerId: string;
  readonly clerkId: string | null;
  readonly departmentId: string;
  readonly secrecy: CaseRow['secrecy'];
  readonly involvesMinors: boolean;
  readonly closedOn: string | null;
  readonly version: number;
}

export async function findCase(
  reader: TenantReader,
  { courtId, id }: { readonly courtId: number; readonly id: string },
): Promise<CaseHead | undefined> {
  return findCaseRow(reader, [courtId], id);
}

/** Held until the end of the transaction: nobody else changes the case meanwhile. */
export async function lockCase(
  trx: TenantTransaction,
  { courtId, id }: { readonly courtId: number; readonly id: string },
): Promise<CaseHead | undefined> {
  return lockCaseRow(trx, courtId, id);
}

/**
 * The case that has this number in any writing; the rightful one before one that had it by mistake. undefined: the text is
 * no number, or no case of the court has it.
 */
export async function findCaseByNumber(
  { reader, now }: { readonly reader: TenantReader; readonly now: Date },
  { courtId, number }: { readonly courtId: number; readonly number: string },
): Promise<CaseHead | undefined> {
  const read = readCaseNumber(number, await readNumberGrounds(reader, courtId, now));
  if (!read.ok) return undefined;
  const [found] = await listCasesOfNumbers(reader, courtId, [read.canonical]);
  return found && findCase(reader, { courtId, id: found.caseId });
}
