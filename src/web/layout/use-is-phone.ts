import { useSyncExternalStore } from 'react';
import { PHONE_MAX_WIDTH_PX } from '../theme/tokens.ts';

const phone = window.matchMedia(`(max-width: ${PHONE_MAX_WIDTH_PX}px)`);

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

/** True below the width at which lists become cards and command forms pages. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches);
}
