/**
 * How many CSS pixels make a millimetre on this screen. Browsers assume 96 pixels an inch; a person who has measured
 * keeps the measure on this device.
 */
import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'court-custody.screen-px-per-mm';
const MILLIMETRES_PER_INCH = 25.4;
export const ASSUMED_PX_PER_MM = 96 / MILLIMETRES_PER_INCH;
/** Screens of phones to walls; a stored number outside is not a measure. */
export const PX_PER_MM_RANGE = { min: 2, max: 8 } as const;

const listeners = new Set<() => void>();

function readScale(): number {
  const stored = Number(localStorage.getItem(STORAGE_KEY));
  return stored >= PX_PER_MM_RANGE.min && stored <= PX_PER_MM_RANGE.max ? stored : ASSUMED_PX_PER_MM;
}

/** Keeps the measure; the assumed one removes it. */
export function keepScreenScale(pxPerMm: number): void {
  if (pxPerMm === ASSUMED_PX_PER_MM) localStorage.removeItem(STORAGE_KEY);
  else localStorage.setItem(STORAGE_KEY, String(pxPerMm));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** CSS pixels a millimetre, as this screen was measured or as browsers assume. */
export function useScreenScale(): number {
  return useSyncExternalStore(subscribe, readScale);
}
