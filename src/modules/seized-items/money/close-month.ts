import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { listRolesToday } from '../../accounts/list-roles-today.ts';
import { describeMonth, type LoadedMonth } from './describe-month.ts';
import { lockOpenMonth } from './enter-statement.ts';
import { refuseMoney } from './money-refusals.ts';
import { passOnMonthDeadline } from './month-deadline.ts';
import {
  insertDifferences,
  updateDifferenceSettled,
  updateMonthClosed,
  type KeptDifference,
} from './month.sql.ts';
import type {
  closeMoneyMonthEndpoint,
  MoneyMonthAnswer,
  settleDifferenceEndpoint,
} from './months.contract.ts';
import { areCustodianAndFinance } from './person-roles.ts';

type Explanations = InputOf<typeof closeMoneyMonthEndpoint>['body']['explanations'];

/** Months are closed in their order. Refusal: MONTH_BEFORE_OPEN. */
function requireOrder({ all }: LoadedMonth, month: string): void {
  const closed = new Set(all.rows.filter(({ state }) => state === 'closed').map((row) => row.month));
  const before = all.months.find((one) => one < month && !closed.has(one));
  if (before !== undefined) throw refuseMoney('MONTH_BEFORE_OPEN', { month: before });
}

function explain({ differences }: LoadedMonth, explanations: Explanations, now: Date): KeptDifference[] {
  const explained = differences.flatMap((difference): KeptDifference[] => {
    const said = explanations.find(
      ({ kind, label }) => kind === difference.kind && label === difference.label,
    );
    return said ? [{ ...difference, id: newId(now.getTime()), explanation: said.explanation }] : [];
  });
  const missing = differences.length - explained.length;
  if (missing > 0) throw refuseMoney('MONTH_DIFFERENCES_UNEXPLAINED', { count: missing });
  return explained;
}

/** Finance with a custodian, or the other way round. Refusals: RECONCILIATION_NEEDS_BOTH, those of the PIN. */
async function confirmByOther(
  command: CommandContext,
  given: InputOf<typeof closeMoneyMonthEndpoint>['body']['secondPerson'],
) {
  const secondRoles = await listRolesToday(command, given.personId);
  if (!areCustodianAndFinance(new Set(command.actor.roles), secondRoles))
    throw refuseMoney('RECONCILIATION_NEEDS_BOTH');
  const { name } = await confirmBySecondPerson(command, given);
  return { id: given.personId, name };
}

/**
 * Finance and custodian close a month together: its entries, its figures and what differed are kept as they stand, and
 * what is recorded later belongs to the next one. Refusals: those of `lockOpenMonth` and of the PIN, MONTH_NOT_ENTERED,
 * MONTH_BEFORE_OPEN, MONTH_BOOKS_BROKEN, MONTH_DIFFERENCES_UNEXPLAINED, RECONCILIATION_NEEDS_BOTH.
 */
export async function closeMonth(
  command: CommandContext,
  { params, body }: InputOf<typeof closeMoneyMonthEndpoint>,
): Promise<MoneyMonthAnswer> {
  const { trx, actor, now } = command;
  const { month } = params;
  const key = { courtId: actor.courtId, ...params };
  const loaded = await lockOpenMonth(command, key);
  const { row, money, all } = loaded;
  if (row === undefined) throw refuseMoney('MONTH_NOT_ENTERED');
  requireOrder(loaded, month);
  if (!money.figures.holds) throw refuseMoney('MONTH_BOOKS_BROKEN');
  const differences = explain(loaded, body.explanations, now);
  const secondPerson = await confirmByOther(command, body.secondPerson);
  const counted = all.entries.filter(
    ({ id, closedMonth }) => closedMonth === null && all.monthOf.get(id) === month,
  );
  await updateMonthClosed(trx, actor.courtId, row.id, {
    ...{ now, figures: money.figures },
    by: { id: actor.personId, name: actor.personName },
    secondPerson,
    entryIds: counted.map(({ id }) => id),
  });
  await insertDifferences(trx, actor.courtId, row.id, differences);
  await passOnMonthDeadline(command, month);
  command.audit({
    subjectKind: 'money_month',
    subjectId: row.id,
    subjectLabel: `${month} ${params.currency}`,
    after: { figures: money.figures, differences, secondPerson: secondPerson.name },
  });
  return describeMonth(trx, actor, key, now);
}

/**
 * Says how a difference of a closed month was settled, as it was closed: finance and custodian together, for neither book
 * is put right by its own keeper alone. The month stays as it is. Refusals: DIFFERENCE_NOT_FOUND,
 * RECONCILIATION_NEEDS_BOTH, those of the PIN.
 */
export async function settleDifference(
  command: CommandContext,
  { params, body }: InputOf<typeof settleDifferenceEndpoint>,
): Promise<ResponseOf<typeof settleDifferenceEndpoint>> {
  const { trx, actor, now } = command;
  const settledOn = shanghaiDay(now);
  const by = { id: actor.personId, name: actor.personName };
  const { differenceId } = params;
  const secondPerson = await confirmByOther(command, body.secondPerson);
  const settled = { on: settledOn, settlement: body.settlement, by, secondPerson };
  if (!(await updateDifferenceSettled(trx, actor.courtId, differenceId, settled)))
    throw refuseMoney('DIFFERENCE_NOT_FOUND');
  command.audit({
    subjectKind: 'money_difference',
    subjectId: differenceId,
    subjectLabel: settledOn,
    after: { settlement: body.settlement, secondPerson: secondPerson.name },
  });
  return { settledOn };
}
