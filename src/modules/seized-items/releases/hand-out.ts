/** What handing things out of the room has in common, whoever takes them. */
import type { CommandContext } from '../../../platform/run-command.ts';
import { maskDocument } from '../../rooms/mask-document.ts';
import type { Occasion } from '../item-happening.ts';
import { keepSignature } from '../keep-signature.ts';
import { listUnlockedItems, type LockedItem } from '../item.sql.ts';
import { takeOdometers } from '../odometers/take-odometers.ts';
import type { PhotoStep } from '../photo-demands/photo-policy-rules.ts';
import { requirePhotos } from '../photo-demands/require-photos.ts';
import type { TransitionLine } from '../record-transitions.ts';
import { recallApproval, type TakenApproval } from '../take-approval.ts';
import type { HeldRelease } from './hold-release.ts';
import type { ReleaseLineRow } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import type { ReleaseRow } from './release.sql.ts';

export interface TakerInput {
  readonly takerName: string;
  readonly takerUnit: string;
  readonly takerDocument: string;
  readonly takerId: string | null;
  readonly takerSignature: string;
}

export interface HandedLine {
  readonly itemId: string;
  readonly condition: string;
  readonly odometer: string | null;
}

/** Who takes it, with the document masked and the signature kept. Refusal: SIGNATURE_INVALID. */
export async function readTaker(command: CommandContext, taker: TakerInput) {
  return {
    takerName: taker.takerName,
    takerUnit: taker.takerUnit,
    takerDocument: maskDocument(taker.takerDocument),
    takerPersonId: taker.takerId,
    takerSignature: await keepSignature(command, taker.takerSignature),
  };
}

/** The approval that was used up when the things were put ready. */
export async function recallGrant(
  command: CommandContext,
  release: ReleaseRow,
  lines: readonly ReleaseLineRow[],
): Promise<TakenApproval> {
  const items = lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
  const taken = await recallApproval(command, { requestId: release.requestId, items });
  if (!taken) throw refuseRelease('RELEASE_NOT_FOUND');
  return taken;
}

/**
 * What is handed out has its photos, and a vehicle its reading, which has not moved in store.
 * Refusals: PHOTOS_MISSING, ODOMETERS_REFUSED.
 */
export async function requireReadyToLeave(
  command: CommandContext,
  step: PhotoStep,
  lines: readonly HandedLine[],
  { occurredAt: at, secondPerson }: Pick<Occasion, 'occurredAt' | 'secondPerson'>,
): Promise<void> {
  const ids = lines.map(({ itemId }) => itemId);
  const found = await listUnlockedItems(command.trx, command.actor.courtId, ids);
  const taken = lines.flatMap(({ itemId, odometer: text }) => {
    const item = found.find(({ id }) => id === itemId);
    return item ? [{ item, text }] : [];
  });
  const pathOf = (index: number) => `body.lines.${index}`;
  await requirePhotos(command, { step, items: taken.map(({ item }) => item), at, leftAt: null, pathOf });
  const taking = {
    at,
    occasion: 'exit' as const,
    secondPersonName: secondPerson?.name ?? null,
    allowedKm: null,
  };
  await takeOdometers(command, taken, { ...taking, pathOf });
}

/** What left, as the line keeps it for the comparison. Of a vehicle that cannot be read, what was said. */
export function whatLeft(item: LockedItem, handed: HandedLine) {
  const odometer = item.category === 'vehicles' ? handed.odometer : null;
  return { conditionOut: handed.condition, sealOut: item.standing.sealNumber, odometerOut: odometer };
}

/** Those that nobody collects go back to store in the same step. */
export function leftBehind({ open, lines }: HeldRelease): TransitionLine[] {
  return open
    .filter((line) => !lines.includes(line))
    .map(({ itemId }) => ({ itemId, transition: 'cancel_release', evidence: ['reason'] }));
}
