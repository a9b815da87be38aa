/** When what was put into a locker at night has to be taken in. Pure. */
import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';

const DAY_MS = 86_400_000;
const OFFICE_CLOSES_HOURS = 18;

/** The close of the next working day, Monday to Friday: the court's own rule for what is delivered at night. */
export function nextFormalIntake(arrivedAt: Date): Date {
  let day = startOfShanghaiDay(shanghaiDay(arrivedAt)).getTime();
  do day += DAY_MS;
  while ([0, 6].includes(new Date(day + DAY_MS / 3).getUTCDay()));
  return new Date(day + OFFICE_CLOSES_HOURS * 3_600_000);
}
