import type { KeyboardEvent } from 'react';

/** A scanner ends a serial number with Enter; in a long form that must not send it. */
export function keepScansFromSending(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
