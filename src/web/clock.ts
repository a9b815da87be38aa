/** The time as pages tell it: read outside of rendering, and moved on while a page stays open past midnight. */
import { useSyncExternalStore } from 'react';
import { shanghaiToday } from './court-day.ts';

const TICK_MS = 30_000;
let now = new Date();

/** The same moment for a whole tick: what is rendered twice must find the same. */
function currentTick(): Date {
  const instant = new Date();
  if (Math.abs(instant.getTime() - now.getTime()) >= TICK_MS) now = instant;
  return now;
}

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

/** Now, at most half a minute old. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, currentTick);
}

const readToday = () => shanghaiToday(currentTick());

/** `2026-11-23`, today in Asia/Shanghai; renders again when the day changes only. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, readToday);
}
