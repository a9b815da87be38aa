/**
 * D11: every month of money is reconciled in the month after. One clock a court and month, whatever the currencies; it is
 * the finance officer's of today (`hand-on-office-deadlines.ts`).
 */
import { createHash } from 'node:crypto';
import { shanghaiDay } from '../../../platform/clock.ts';
import { addDays } from '../../../platform/days.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { findOfficeOwner } from '../../deadlines/hand-on-office-deadlines.ts';
import { setDeadlines } from '../../deadlines/set-deadline.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import { nextMonth } from './money-figures.ts';
import { countOpenCurrencies } from './month.sql.ts';

const SUBJECT_KIND = 'money_month';

/** Months have no row before somebody enters them; the clock needs a name that is the same every time. */
function subjectIdOf(courtId: number, month: string): string {
  const hex = createHash('sha256').update(`money month ${courtId} ${month}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function lastDayOf(month: string): string {
  return addDays(`${nextMonth(month)}-01`, -1);
}

async function setMonthDeadline(command: CommandContext, month: string): Promise<void> {
  const { actor } = command;
  const { courtId } = actor;
  const officer = await findOfficeOwner(command, 'D11');
  await setDeadlines(command, [
    {
      rule: 'D11',
      subject: { kind: SUBJECT_KIND, id: subjectIdOf(courtId, month), label: month, caseId: null },
      ownerId: officer?.personId ?? actor.personId,
      departmentId: officer === undefined ? actor.departmentId : officer.departmentId,
      startOn: lastDayOf(month),
      keepsRunning: true,
    },
  ]);
}

/** Money came in: its month will have to be reconciled. */
export async function startMonthDeadline(command: CommandContext): Promise<void> {
  await setMonthDeadline(command, shanghaiDay(command.now).slice(0, 7));
}

/** A currency of the month is closed: with the last one its clock ends, and that of the next month begins. */
export async function passOnMonthDeadline(command: CommandContext, month: string): Promise<void> {
  const { trx, actor, now } = command;
  if ((await countOpenCurrencies(trx, actor.courtId, month)) > 0) return;
  const subjectId = subjectIdOf(actor.courtId, month);
  await settleDeadline(command, { ruleId: 'D11', subjectKind: SUBJECT_KIND, subjectId });
  const next = nextMonth(month);
  if (next <= shanghaiDay(now).slice(0, 7)) await setMonthDeadline(command, next);
}
