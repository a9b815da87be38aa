import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { reachesCase } from './case-access.ts';
import { readNumberGrounds } from './case-number-grounds.ts';
import { readCaseNumber } from './case-number.ts';
import { listCasesOfNumbers } from './case-number.sql.ts';
import { listCaseRowsById } from './case.sql.ts';
import { isOfCourtFamily } from './court-code.ts';
import { nameShapeFor } from './describe-case.ts';
import { maskCause } from './mask-names.ts';
import type { checkCaseNumberEndpoint } from './numbers.contract.ts';
import { findOwnCourtCode } from './own-court-code.sql.ts';

type Answer = ResponseOf<typeof checkCaseNumberEndpoint>;

/** What a typed number is, what is wrong with it, whose it is already. Nothing is refused. */
export async function checkCaseNumber(
  { reader, actor, now }: QueryContext,
  { number }: { readonly number: string },
): Promise<Answer> {
  const { courtId } = actor;
  const read = readCaseNumber(number, await readNumberGrounds(reader, courtId, now));
  if (!read.ok)
    return { canonical: null, problem: read.problem, isOfOtherCourt: false, cases: [], isTaken: false };
  const owners = await listCasesOfNumbers(reader, courtId, [read.canonical]);
  const rows = await listCaseRowsById(
    reader,
    courtId,
    owners.map(({ caseId }) => caseId),
  );
  const ownCode = await findOwnCourtCode(reader, courtId);
  const { form, courtCode } = read.number;
  return {
    canonical: read.canonical,
    problem: null,
    isOfOtherCourt: form === 'current' && ownCode !== null && !isOfCourtFamily(courtCode, ownCode),
    cases: owners.flatMap(({ caseId, isWrong }) => {
      const row = rows.find(({ id }) => id === caseId);
      if (!row || !reachesCase(actor, 'case.read', row, 'read')) return [];
      const cause = maskCause(row.cause, nameShapeFor(actor, row));
      return [{ id: row.id, number: row.number, cause, handler: row.handler, isFormerlyWrong: isWrong }];
    }),
    isTaken: owners.some(({ isWrong }) => !isWrong),
  };
}
