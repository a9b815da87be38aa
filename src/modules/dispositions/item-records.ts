/** Everything on record about one item on its way to the end. */
import type { QueryContext } from '../../platform/run-query.ts';
import { listOpenRequestsAbout, type OpenLine } from '../approvals/list-open-requests.ts';
import { listAuctions, type AuctionRow } from './auction.sql.ts';
import { listClaims, listDispositions, type ClaimRow, type KeptDisposition } from './disposition.sql.ts';
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
  readonly requests: readonly OpenLine[];
}

export async function loadRecords(
  { reader, now }: QueryContext,
  courtId: number,
  itemId: string,
): Promise<ItemRecords> {
  return {
    holds: await listHolds(reader, courtId, itemId),
    notices: await listPublicNotices(reader, courtId, itemId),
    contacts: await listContacts(reader, courtId, itemId),
    auctions: await listAuctions(reader, courtId, itemId),
    dispositions: await listDispositions(reader, courtId, itemId),
    reversals: await listReversals(reader, courtId, itemId),
    claims: await listClaims(reader, courtId, itemId),
    requests: await listOpenRequestsAbout(reader, { courtId, subjectIds: [itemId], now }),
  };
}
