/** Papers as answers show them: never what they say, which is printed and recorded. Pure. */
import { shanghaiInstant } from '../../platform/clock.ts';
import type { PaperRow } from './paper.sql.ts';
import type { PaperSummary } from './papers.contract.ts';

export function describePaper(row: PaperRow): PaperSummary {
  const { id, courtId, form, number, caseId, caseNumber, itemCount, isSensitive, reversedCount } = row;
  const { issuedByName, printCount, scanCount, voidedByName, voidReason } = row;
  return {
    ...{ id, courtId, form, number, caseId, caseNumber, itemCount, isSensitive, reversedCount },
    ...{ issuedByName, printCount, scanCount, voidedByName, voidReason },
    occurredAt: shanghaiInstant(row.occurredAt),
    issuedAt: shanghaiInstant(row.issuedAt),
    voidedAt: row.voidedAt && shanghaiInstant(row.voidedAt),
  };
}
