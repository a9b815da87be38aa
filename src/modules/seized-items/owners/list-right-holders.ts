/** Who the right holders of items are, for the commands that give things back. */
import type { TenantReader } from '../../../platform/database.ts';
import type { PartyKind, PartyRole } from '../../cases/rules.ts';
import type { Ownership } from '../item-fields.ts';
import { unassignedShare } from './owner-shares.ts';
import { listCountingActs, listOwnerShares, type OwnerShareRow } from './owner.sql.ts';

export interface RightHolder {
  readonly partyId: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  /** As it is written, for papers; what is answered to a reader goes through cases/mask-names.ts. */
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  /** No party of the case any more. */
  readonly hasLeft: boolean;
}

export interface RightHolders {
  readonly actId: string;
  readonly ownership: Ownership;
  /** Nobody is given anything before the dispute is settled; the holders are those who claim. */
  readonly isDisputed: boolean;
  readonly holders: readonly RightHolder[];
  /** What no holder is known of, `1/6`; null: the holders have the whole. */
  readonly unassigned: string | null;
  readonly document: string;
  readonly decidedAt: Date;
}

function holderOf(row: OwnerShareRow): RightHolder {
  const { partyId, role, kind, name, numerator, denominator, leftOn } = row;
  return { partyId, role, kind, name, numerator, denominator, hasLeft: leftOn !== null };
}

/**
 * The right holders with their shares by item, as last recorded; of a part that was split off and of which nothing is
 * recorded, those of the item it came from. Items of which nothing was ever recorded are absent: their owner is what
 * the receipt says (`ownership` of the item), by nobody's name.
 */
export async function listRightHolders(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, RightHolders>> {
  const acts = await listCountingActs(reader, courtId, itemIds);
  const actIds = [...new Set([...acts.values()].map(({ id }) => id))];
  const shares = await listOwnerShares(reader, courtId, actIds);
  const answered = new Map<string, RightHolders>();
  for (const [itemId, { id, ownership, document, decidedAt }] of acts) {
    const holders = shares.filter(({ actId }) => actId === id).map(holderOf);
    answered.set(itemId, {
      ...{ actId: id, ownership, document, decidedAt, holders },
      isDisputed: ownership === 'disputed',
      unassigned: unassignedShare(holders),
    });
  }
  return answered;
}
