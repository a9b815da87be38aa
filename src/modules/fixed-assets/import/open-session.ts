import { shanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { SettleInput } from '../../imports/import-target.ts';
import { listClassYears } from '../class-years.sql.ts';
import { firstDayOf, monthNumber } from '../depreciation.ts';
import type { DecisionContext } from './decide-rows.ts';
import { NameRegister } from './name-register.ts';
import {
  findDivisionNumber,
  listCourtPeople,
  listOpenDepartments,
  listOpenPlaces,
  totalRegister,
  type RegisterTotal,
} from './register.sql.ts';
import { FindingTeller } from './row-findings.ts';

export interface ImportSession {
  readonly court: { readonly id: number; readonly divisionNumber: string };
  readonly context: DecisionContext;
  readonly registerBefore: RegisterTotal;
}

/** What the court is before the rows: its names, its classes, the sum of its register. */
export async function openSession(command: CommandContext, input: SettleInput): Promise<ImportSession> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const today = shanghaiDay(now);
  const { openingMonth } = input.settings;
  const register = new NameRegister({
    departments: await listOpenDepartments(trx, courtId),
    people: await listCourtPeople(trx, courtId, today),
    places: await listOpenPlaces(trx, courtId),
    classes: await listClassYears(trx),
  });
  return {
    court: { id: courtId, divisionNumber: await findDivisionNumber(trx, courtId) },
    registerBefore: await totalRegister(trx, courtId),
    context: {
      register,
      today,
      settings: input.settings,
      openingMonth: firstDayOf(openingMonth === null ? monthNumber(today) - 1 : monthNumber(openingMonth)),
      teller: new FindingTeller(input.columns),
      mapped: new Set(input.columns.flatMap(({ field }) => field ?? [])),
    },
  };
}
