import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { normaliseCaseNumberText } from '../../cases/case-number-text.ts';
import { describeMonth, loadMonth, type LoadedMonth, type MonthKey } from './describe-month.ts';
import { refuseMoney } from './money-refusals.ts';
import { lockMonths, upsertStatement } from './month.sql.ts';
import type { enterStatementEndpoint, MoneyMonthAnswer } from './months.contract.ts';

/** A month that is over and not closed, held. Refusals: MONTH_NOT_OVER, MONTH_CLOSED, MONTH_NOTHING_THERE. */
export async function lockOpenMonth(command: CommandContext, key: MonthKey): Promise<LoadedMonth> {
  const { month, currency, courtId } = key;
  await lockMonths(command.trx, courtId, currency);
  if (month >= shanghaiDay(command.now).slice(0, 7)) throw refuseMoney('MONTH_NOT_OVER', { month });
  const loaded = await loadMonth(command.trx, key, command.now);
  if (loaded.row?.state === 'closed') throw refuseMoney('MONTH_CLOSED', { month });
  return loaded;
}

/** What finance reads off the statement of the bank and off its own book. Refusals: those of `lockOpenMonth`. */
export async function enterStatement(
  command: CommandContext,
  { params, body }: InputOf<typeof enterStatementEndpoint>,
): Promise<MoneyMonthAnswer> {
  const { trx, actor, now } = command;
  const key = { courtId: actor.courtId, ...params };
  const { row } = await lockOpenMonth(command, key);
  const cases = body.cases.map(({ caseNumber, minor }) => ({
    caseNumber: normaliseCaseNumberText(caseNumber),
    minor,
  }));
  const by = { personId: actor.personId, personName: actor.personName, now };
  const id = row?.id ?? newId(now.getTime());
  await upsertStatement(trx, actor.courtId, by, { ...params, id, statement: { ...body, cases } });
  command.audit({
    subjectKind: 'money_month',
    subjectId: id,
    subjectLabel: `${params.month} ${params.currency}`,
    after: { bankMinor: body.bankMinor, bookMinor: body.bookMinor },
  });
  return describeMonth(trx, actor, key, now);
}
