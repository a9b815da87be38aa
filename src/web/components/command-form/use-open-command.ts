import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

export interface OpenCommand {
  /** Name of the open command, from `?do=issue`. */
  readonly current: string | undefined;
  readonly open: (name: string) => void;
  readonly close: () => void;
}

/** Which command form is open, in the address: a link can open it, and a phone's back button closes it. */
export function useOpenCommand(): OpenCommand {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const state: unknown = location.state;
  const isPushed = typeof state === 'object' && state !== null && 'openedHere' in state;
  const open = useCallback(
    (name: string) => {
      const next = new URLSearchParams(search);
      next.set('do', name);
      void navigate({ search: next.toString() }, { state: { openedHere: true }, preventScrollReset: true });
    },
    [navigate, search],
  );
  const close = useCallback(() => {
    if (isPushed) {
      void navigate(-1);
      return;
    }
    const next = new URLSearchParams(search);
    next.delete('do');
    void navigate({ search: next.toString() }, { replace: true, preventScrollReset: true });
  }, [isPushed, navigate, search]);
  return { current: search.get('do') ?? undefined, open, close };
}
