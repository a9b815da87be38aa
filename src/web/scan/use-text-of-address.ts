import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** A link may bring a scan along (`/scan?text=…`); it is asked about once and leaves the address. */
export function useTextOfAddress(scan: (text: string) => void): void {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const text = search.get('text');
  const latest = useRef(scan);
  useEffect(() => {
    latest.current = scan;
  });
  useEffect(() => {
    if (text === null) return;
    latest.current(text);
    void navigate(pathname, { replace: true, state: { keepFocus: true } });
  }, [text, pathname, navigate]);
}
