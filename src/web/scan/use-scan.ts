/** Scans that arrive while no field has the focus: the page on top may claim them, otherwise they open the thing. */
import { useEffect, useRef } from 'react';
import { createWedgeDetector } from './wedge-detector.ts';

type ScanHandler = (text: string) => void;

const claims: ScanHandler[] = [];

/** While the component is mounted (and `enabled`), scans made outside fields come to it instead of the search box. */
export function useScanTarget(handler: ScanHandler, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const claim: ScanHandler = (text) => latest.current(text);
    claims.push(claim);
    return () => {
      claims.splice(claims.indexOf(claim), 1);
    };
  }, [enabled]);
}

export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** With a Chinese input method on, `key` is only "Process"; the physical key still tells letter and digit. */
function keyText(event: KeyboardEvent): string {
  if (event.key !== 'Process') return event.key;
  const match = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(event.code);
  return match?.[1] ?? match?.[2] ?? '';
}

/** Listens on the whole window for scans outside fields, and for `/` which asks for the search box. */
export function useWindowScans(onScan: ScanHandler, onSlash: () => void): void {
  const latest = useRef({ onScan, onSlash });
  useEffect(() => {
    latest.current = { onScan, onSlash };
  });
  useEffect(() => {
    const detector = createWedgeDetector();
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTypingPlace(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const scan = detector.push(keyText(event), event.timeStamp);
      if (scan !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        const claim = claims.at(-1);
        if (claim === undefined) latest.current.onScan(scan);
        else claim(scan);
      } else if (event.key === '/' && document.querySelector('[aria-modal="true"]') === null) {
        event.preventDefault();
        latest.current.onSlash();
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
