/** Whether the device asks for less motion. */
import { useSyncExternalStore } from 'react';

const calmDevice = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(listener: () => void): () => void {
  calmDevice.addEventListener('change', listener);
  return () => calmDevice.removeEventListener('change', listener);
}

export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => calmDevice.matches);
}
