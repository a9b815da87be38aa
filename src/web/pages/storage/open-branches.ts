import { useState } from 'react';

const STORAGE_KEY = 'court-custody.open-places';

export interface OpenBranches {
  readonly isOpen: (placeId: string) => boolean;
  readonly toggle: (placeId: string) => void;
}

function remembered(): ReadonlySet<string> {
  const stored = sessionStorage.getItem(STORAGE_KEY);
  return new Set(stored === null || stored === '' ? [] : stored.split(' '));
}

/** Which branches of the tree are open, over pages and reloads of this tab. */
export function useOpenBranches(): OpenBranches {
  const [open, setOpen] = useState(remembered);
  return {
    isOpen: (placeId) => open.has(placeId),
    toggle: (placeId) => {
      const next = new Set(open);
      if (!next.delete(placeId)) next.add(placeId);
      sessionStorage.setItem(STORAGE_KEY, [...next].join(' '));
      setOpen(next);
    },
  };
}
