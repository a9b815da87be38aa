/** Where a scan leads: the thing's own page when all is well, the scan page's answer when there is something to say. */
import type { ItemCodeKind } from '../../modules/item-codes/item-code.ts';
import type { ScanAnswer, ScannedThing } from '../../modules/item-codes/scan.contract.ts';
import { thingAddress, type ThingKind } from './thing-address.ts';

const THING_KINDS: Partial<Record<ItemCodeKind, ThingKind>> = {
  A: 'fixed-asset',
  S: 'seized-item',
  B: 'container',
  L: 'place',
  P: 'person',
};

/** Undefined for kinds of things that have no page. */
export function addressOfThing(
  thing: Pick<ScannedThing, 'kind' | 'id'>,
  keepsAccounts: boolean,
): string | undefined {
  const kind = THING_KINDS[thing.kind];
  return kind === undefined ? undefined : thingAddress(kind, thing.id, keepsAccounts);
}

export function scanPageAddress(text: string): string {
  return `/scan?text=${encodeURIComponent(text)}`;
}

/** A replaced label or a code that gave way is said first; the thing is one tap further. */
export function addressOfAnswer(answer: ScanAnswer, text: string, keepsAccounts: boolean): string {
  if (answer.outcome !== 'thing') return scanPageAddress(text);
  const { state } = answer.label;
  const isDoubtful = answer.kind === 'S' && state === 'unknown_version';
  const isPlain = answer.gaveWay === null && state !== 'replaced' && !isDoubtful && answer.doubt === null;
  return (isPlain ? addressOfThing(answer, keepsAccounts) : undefined) ?? scanPageAddress(text);
}
