/** Everything on record about one item on its way to the end. */
import type { QueryContext } from '../../platform/run-query.ts';
import { listOpenRequestsAbout, type OpenLine } from '../approvals/list-open-requests.ts';
import { listAuctions, type AuctionRow } from './auction.sql.ts';
import { listClaims, listRecoveries, type ClaimRow, type RecoveryRow } from './claim.sql.ts';
import { listDispositions, type KeptDisposition } from './disposition.sql.ts';
import { listReversals, type ReversalRow } from './reversal.sql.ts';
import { listHolds, type HoldRow } from './hold.sql.ts';
import { listContacts, listPublicNotices, type ContactRow, type PublicNoticeRow } from './notice.sql.ts';

export interface ItemRecords {
  readonly holds: readonly HoldRow[];
  readonly notices: readonly PublicNoticeRow[];
  readonly contacts: readonly ContactRow[];
  readonly auctions: readonly AuctionRow[];
  readonly dispositions: readonly KeptDisposition[];
  readonly reversals: readonly ReversalRow[];
  readonly claims: readonly ClaimRow[];
  readonly recoveries: readonly RecoveryRow[];
  readonly requests: readonly OpenLine[];
}

export async function loadRecords(
  { reader, now }: QueryContext,
  courtId: number,
  { id: itemId, unit }: { readonly id: string; readonly unit: string },
): Promise<ItemRecords> {
  const claims = await listClaims(reader, courtId, itemId);
  const claimIds = claims.map(({ id }) => id);
  const open = await listOpenRequestsAbout(reader, { courtId, subjectIds: [itemId], now });
  return {
    holds: await listHolds(reader, courtId, itemId),
    notices: await listPublicNotices(reader, courtId, itemId),
    contacts: await listContacts(reader, courtId, itemId),
    auctions: await listAuctions(reader, courtId, itemId),
    dispositions: await listDispositions(reader, courtId, itemId),
    reversals: await listReversals(reader, courtId, itemId),
    claims,
    recoveries: claims.length === 0 ? [] : await listRecoveries(reader, courtId, claimIds),
    // What a bank changed meanwhile is asked for anew.
    requests: open.filter((line) => line.unit === unit),
  };
}
