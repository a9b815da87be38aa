import { shanghaiDay } from '../../platform/clock.ts';
import type { Problem } from '../../platform/errors.ts';
import { fillSentence } from '../../platform/errors.ts';
import { sayQuantity, sayUnit } from '../../platform/quantity.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseApproval } from '../approvals/approval-refusals.ts';
import { doesAmountDecide } from '../approvals/does-amount-decide.ts';
import type { Weighed, WeighedLine } from '../approvals/request-kinds.ts';
import { weighOf } from './describe-request-line.ts';
import { listItemRowsById, type ItemRow } from './item-page.sql.ts';
import { refuseItemRequest } from './item-request-refusals.ts';
import { MONEY_REFUSALS } from './money/money-refusals.ts';
import { RATE_AGE } from './rates/exchange.rules.ts';
import { loadRates, outdatedRateOf, type RateBook } from './rates/worth.ts';

/** What a bank changed meanwhile is another thing than was asked for. Refusal: APPROVAL_UNIT_CHANGED. */
function requireSameUnits(rows: readonly ItemRow[], lines: readonly WeighedLine[]): void {
  for (const { subjectId, label, quantity, unit } of lines) {
    const row = rows.find(({ id }) => id === subjectId);
    if (row !== undefined && row.unit !== unit)
      throw refuseApproval('APPROVAL_UNIT_CHANGED', {
        what: label,
        approved: sayQuantity(quantity, unit),
        asked: sayQuantity(row.onHand, row.unit),
      });
  }
}

/** One problem a line whose rate is too old to decide who approves. */
function problemsOf(rows: readonly ItemRow[], rates: RateBook, day: string): Problem[] {
  return rows.flatMap((row) => {
    const outdated = outdatedRateOf(row.unit, rates, day);
    if (outdated === null) return [];
    const code = outdated.quotedOn === null ? 'RATE_UNKNOWN' : 'RATE_TOO_OLD';
    const facts = {
      currency: sayUnit(outdated.currency),
      quotedOn: outdated.quotedOn ?? '',
      days: RATE_AGE.days,
    };
    return [{ path: 'body.lines', code, ...fillSentence(MONEY_REFUSALS[code], facts) }];
  });
}

/**
 * What a request that is handed in again is worth today: neither the rate of the day on which it was written nor one of
 * long ago decides in silence who approves. Refusals: APPROVAL_UNIT_CHANGED, REQUEST_REFUSED.
 */
export async function weighAnew(
  { trx, actor, now }: CommandContext,
  {
    kind,
    lines,
    isEnded,
  }: { readonly kind: string; readonly lines: readonly WeighedLine[]; readonly isEnded: boolean },
): Promise<Weighed> {
  const { courtId } = actor;
  const day = shanghaiDay(now);
  const found = await listItemRowsById(
    trx,
    [courtId],
    lines.map(({ subjectId }) => subjectId),
  );
  requireSameUnits(found, lines);
  const quantityOf = new Map(lines.map(({ subjectId, quantity }) => [subjectId, quantity]));
  const rows = isEnded
    ? found.map((row) => ({ ...row, onHand: quantityOf.get(row.id) ?? row.onHand }))
    : found;
  const rates = await loadRates(trx, courtId, { units: rows.map(({ unit }) => unit), day });
  const weighed = weighOf(rows, rates);
  const problems = problemsOf(rows, rates, day);
  const asked = { grade: weighed.grade, applicantRoles: actor.roles };
  if (problems.length > 0 && (await doesAmountDecide(trx, { courtId, kind }, asked)))
    throw refuseItemRequest('REQUEST_REFUSED', { count: problems.length }, problems);
  return weighed;
}
