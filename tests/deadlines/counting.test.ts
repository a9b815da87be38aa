/** Counting by 刑诉法 105 and 解释 202 against the calendars of 2025 and 2026, the table of rules, and the levels. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addMonths,
  addWorkdays,
  countPeriod,
  isWorkday,
  rollForward,
  type Period,
} from '../../src/modules/deadlines/counting.rules.ts';
import {
  DEADLINE_RULE_IDS,
  deadlineRule,
  editionOn,
  type DeadlineRuleId,
} from '../../src/modules/deadlines/deadline-rules.ts';
import { isSeen, levelStarts, standingAt } from '../../src/modules/deadlines/levels.rules.ts';
import { mergeCalendar } from '../../src/modules/deadlines/read-calendar.ts';
import { SHIPPED_DAYS } from '../../src/modules/deadlines/shipped-calendar.ts';
import { addDays } from '../../src/platform/days.ts';

const CALENDAR = mergeCalendar([]);

describe('the calendars of 2025 and 2026', () => {
  it.each([
    ['2025-01-26', true, 'a Sunday that was worked'],
    ['2025-01-27', true, 'the Monday before'],
    ['2025-01-28', false, 'New Year’s Eve'],
    ['2025-02-04', false, 'the last day of the holiday'],
    ['2025-02-08', true, 'a Saturday that was worked'],
    ['2025-04-27', true, 'a Sunday that was worked'],
    ['2025-05-05', false, 'a Monday of the holiday'],
    ['2025-10-08', false, 'the last day of the holiday'],
    ['2025-10-11', true, 'a Saturday that was worked'],
    ['2025-11-22', false, 'a plain Saturday'],
    ['2026-01-02', false, 'a Friday of the holiday'],
    ['2026-01-04', true, 'a Sunday that was worked'],
    ['2026-02-14', true, 'a Saturday that was worked'],
    ['2026-02-16', false, 'New Year’s Eve'],
    ['2026-02-24', true, 'the first day after'],
    ['2026-05-09', true, 'a Saturday that was worked'],
    ['2026-09-20', true, 'a Sunday that was worked'],
    ['2026-10-07', false, 'the last day of the holiday'],
    ['2026-11-23', true, 'a plain Monday'],
  ])('%s is worked: %s (%s)', (day, expected) => {
    expect(isWorkday(day, CALENDAR)).toBe(expected);
  });

  it('no day stands twice, and what is worked falls on a weekend', () => {
    expect(new Set(SHIPPED_DAYS.map(({ day }) => day)).size).toBe(SHIPPED_DAYS.length);
    for (const { day, kind } of SHIPPED_DAYS.filter((one) => one.kind === 'workday'))
      expect([day, kind, [0, 6].includes(new Date(day).getUTCDay())]).toEqual([day, kind, true]);
  });

  it('a court changes what ships', () => {
    const own = mergeCalendar([
      { day: '2026-08-01', kind: 'holiday', name: '建区纪念' },
      { day: '2026-02-14', kind: 'ordinary', name: '春节调休' },
      { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    ]);
    expect(['2026-08-01', '2026-02-14', '2027-01-01'].map((day) => isWorkday(day, own))).toEqual([
      false,
      false,
      false,
    ]);
    expect([own.years.has(2027), own.years.has(2028)]).toEqual([true, false]);
  });
});

describe('months as 解释 202 counts them', () => {
  it.each([
    ['2025-03-05', 1, '2025-04-05'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-01-30', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-31'],
    ['2024-02-28', 1, '2024-03-28'],
    ['2024-02-29', 1, '2024-03-31'],
    ['2025-04-30', 1, '2025-05-31'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-11-15', 12, '2026-11-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s and %i month(s): %s', (start, count, end) => {
    expect(addMonths(start, count)).toBe(end);
  });
});

describe('periods', () => {
  const day = (amount: number, rolls = true): Period => ({ amount, unit: 'day', rolls });
  it.each<readonly [Period, string, string, string]>([
    [day(3), '2025-03-03', '2025-03-06', 'the day of the start does not count'],
    [day(3), '2025-03-05', '2025-03-10', 'a Saturday moves to Monday'],
    [day(7), '2025-09-26', '2025-10-09', 'into the October holiday, to the first day after it'],
    [day(10), '2025-01-25', '2025-02-05', 'through New Year'],
    [day(2), '2025-02-06', '2025-02-08', 'a Saturday that is worked ends the period'],
    [day(10), '2026-02-05', '2026-02-24', 'through New Year of 2026'],
    [day(15, false), '2026-02-01', '2026-02-16', 'one that does not roll'],
    [{ amount: 1, unit: 'month', rolls: true }, '2025-09-01', '2025-10-09', 'a month into a holiday'],
    [
      { amount: 6, unit: 'month', rolls: true },
      '2025-11-04',
      '2026-05-06',
      'half a year into the May holiday',
    ],
    [
      { amount: 2, unit: 'workday', rolls: true },
      '2025-09-29',
      '2025-10-09',
      'two working days over a holiday',
    ],
    [
      { amount: 5, unit: 'workday', rolls: true },
      '2026-02-12',
      '2026-02-26',
      'five working days with a worked Saturday',
    ],
  ])('%j from %s ends on %s: %s', (period, on, dueOn, _why) => {
    const end = countPeriod(period, { on, at: null }, CALENDAR);
    expect([end.dueOn, end.isProvisional]).toEqual([dueOn, false]);
    expect(end.dueAt.toISOString()).toBe(new Date(`${addDays(dueOn, 1)}T00:00:00.000+08:00`).toISOString());
  });

  it('hours run on through nights and holidays', () => {
    const at = new Date('2026-09-30T20:30:00.000+08:00');
    const end = countPeriod({ amount: 24, unit: 'hour', rolls: false }, { on: '2026-09-30', at }, CALENDAR);
    expect([end.dueOn, end.dueAt.toISOString()]).toEqual(['2026-10-01', '2026-10-01T12:30:00.000Z']);
  });

  it('what ends in a year without a calendar is provisional', () => {
    const end = countPeriod(
      { amount: 6, unit: 'month', rolls: true },
      { on: '2026-11-02', at: null },
      CALENDAR,
    );
    expect([end.dueOn, end.isProvisional]).toEqual(['2027-05-03', true]);
  });

  const days = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2026-10-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  it('a longer period never ends earlier, and one that rolls ends on a working day', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('day', 'workday', 'month'),
        (on, amount, unit) => {
          const end = (count: number) =>
            countPeriod({ amount: count, unit, rolls: true }, { on, at: null }, CALENDAR).dueOn;
          const dueOn = end(amount);
          return dueOn > on && isWorkday(dueOn, CALENDAR) && end(amount + 1) >= dueOn;
        },
      ),
    );
  });

  it('working days are as many as were asked for', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (on, count) => {
        const end = addWorkdays(on, count, CALENDAR);
        let worked = 0;
        for (let at = addDays(on, 1); at <= end; at = addDays(at, 1))
          if (isWorkday(at, CALENDAR)) worked += 1;
        return worked === count && rollForward(end, CALENDAR) === end;
      }),
    );
  });
});

describe('the table of rules', () => {
  it('holds the thirty deadlines, each with its article, edition and day', () => {
    expect(DEADLINE_RULE_IDS).toEqual(
      Array.from({ length: 30 }, (_, at) => `D${String(at + 1).padStart(2, '0')}`),
    );
    const versions = DEADLINE_RULE_IDS.flatMap((id) =>
      deadlineRule(id).editions.map(({ version }) => `${id} ${version}`),
    );
    expect(new Set(versions).size).toBe(versions.length);
    for (const id of DEADLINE_RULE_IDS) {
      const { editions, remindDaysBefore } = deadlineRule(id);
      expect([id, [...remindDaysBefore].toSorted((one, other) => other - one)]).toEqual([
        id,
        [...remindDaysBefore],
      ]);
      const starts = editions.map(({ effectiveFrom }) => effectiveFrom);
      expect([id, starts.toSorted()]).toEqual([id, starts]);
      for (const { amount, basis } of editions)
        expect([id, amount > 0, basis.length > 3]).toEqual([id, true, true]);
    }
  });

  it.each<readonly [DeadlineRuleId, number, string, boolean]>([
    ['D01', 3, 'day', true],
    ['D02', 7, 'day', true],
    ['D12', 10, 'day', true],
    ['D13', 1, 'month', true],
    ['D16', 6, 'month', true],
    ['D17', 12, 'month', true],
    ['D18', 24, 'month', false],
    ['D30', 180, 'day', true],
  ])('%s runs %i %s', (id, amount, unit, rolls) => {
    expect(editionOn(id, '2026-11-23')).toMatchObject({ amount, unit, rolls });
  });

  it('before the first edition the first one counts', () => {
    expect(editionOn('D12', '2010-01-01')).toBe(editionOn('D12', '2026-01-01'));
  });
});

describe('levels', () => {
  const dueAt = new Date('2026-11-24T00:00:00.000+08:00');
  /** While it is due soon: the next reminder, then the end. */
  const NEXT_OF_SOON: Readonly<Record<string, Date>> = {
    '2026-11-21T00:00:00.000+08:00': new Date('2026-11-23T00:00:00.000+08:00'),
    '2026-11-23T23:59:59.000+08:00': dueAt,
  };
  it.each([
    ['2026-11-20T23:59:59.000+08:00', 0],
    ['2026-11-21T00:00:00.000+08:00', 1],
    ['2026-11-23T23:59:59.000+08:00', 1],
    ['2026-11-24T00:00:00.000+08:00', 2],
    ['2026-11-25T00:00:00.000+08:00', 3],
    ['2026-11-27T00:00:00.000+08:00', 4],
    ['2027-11-27T00:00:00.000+08:00', 4],
  ])('at %s level %i', (now, level) => {
    const standing = standingAt(dueAt, [3, 1], new Date(now));
    expect(standing.level).toBe(level);
    expect(standing.nextAt).toEqual(
      level === 1 ? NEXT_OF_SOON[now] : (levelStarts(dueAt, [3, 1])[level] ?? null),
    );
  });

  it.each([
    ['seen on the first reminder, before the second', '2026-11-21T09:00', '2026-11-22T23:59', true],
    ['reminded again a day before the end', '2026-11-21T09:00', '2026-11-23T00:00', false],
    ['seen on the second', '2026-11-23T08:00', '2026-11-23T20:00', true],
    ['overdue since', '2026-11-23T08:00', '2026-11-24T00:00', false],
  ])('%s', (_name, at, now, seen) => {
    const time = (text: string) => new Date(`${text}:00.000+08:00`);
    const clock = { dueAt, remindDaysBefore: [3, 1], now: time(now) };
    expect(isSeen({ level: 1, at: time(at) }, clock)).toBe(seen);
  });

  it('a rule without reminders is quiet until its end', () => {
    expect(standingAt(dueAt, [], new Date('2026-11-23T23:00:00.000+08:00')).level).toBe(0);
    expect(standingAt(dueAt, [], dueAt).level).toBe(2);
  });
});
