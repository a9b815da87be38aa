import { DAY_MS, daysLater, SHANGHAI_OFFSET_MS } from './days.ts';

/** Where time comes from. Tests hand in their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in Asia/Shanghai (no daylight saving since 1991), `2026-11-23`. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether an instant lies on an earlier calendar day in Asia/Shanghai than another. */
export function isOnEarlierShanghaiDay(at: Date, other: Date): boolean {
  return shanghaiDayNumber(at) < shanghaiDayNumber(other);
}

function shanghaiDayNumber(at: Date): number {
  return Math.floor((at.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS);
}

/** The instant in Asia/Shanghai with offset, `2026-11-23T09:30:00.000+08:00`. */
export function shanghaiInstant(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/** 00:00 of a calendar day in Asia/Shanghai. */
export function startOfShanghaiDay(day: string): Date {
  return new Date(`${day}T00:00:00.000+08:00`);
}

/** The end of a calendar day in Asia/Shanghai: 00:00 of the next. */
export function endOfShanghaiDay(day: string): Date {
  return daysLater(startOfShanghaiDay(day), 1);
}
