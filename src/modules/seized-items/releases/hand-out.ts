/** What handing things out of the room has in common, whoever takes them. */
import type { CommandContext } from '../../../platform/run-command.ts';
import { maskDocument } from '../../rooms/mask-document.ts';
import { keepSignature } from '../keep-signature.ts';
import type { LockedItem } from '../item.sql.ts';
import { recallApproval, type TakenApproval } from '../take-approval.ts';
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

/** What left, as the line keeps it for the comparison. The odometer of a vehicle is that of its card unless it was read. */
export function whatLeft(item: LockedItem, handed: HandedLine) {
  const odometer = item.category === 'vehicles' ? (handed.odometer ?? item.facts.odometerKm ?? null) : null;
  return { conditionOut: handed.condition, sealOut: item.standing.sealNumber, odometerOut: odometer };
}
