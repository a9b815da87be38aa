/** The kept rows of assets, for comparing with their books: as the owner, every court. */
import { sql, type Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import type { AssetCard } from './asset-card.ts';
import { cardColumns } from './card.sql.ts';
import type { KeptProjection } from './replay-asset.ts';

export interface KeptAsset extends KeptProjection {
  readonly courtId: number;
  readonly id: string;
  readonly bookId: string;
}

type Row = AssetCard & Omit<KeptAsset, 'card' | 'stateSinceMs'> & { stateSince: Date };

/** The assets of the given books. */
export async function listKeptAssets(db: Kysely<DB>, bookIds: readonly string[]): Promise<KeptAsset[]> {
  const { rows } = await sql<Row>`
    select court_id as "courtId", id, book_id as "bookId", code, status, status_before_repair as "statusBeforeRepair",
      department_id as "departmentId", holder_id as "holderId", place_id as "placeId",
      loan_due_on as "loanDueOn", state_since as "stateSince", ${cardColumns()}
    from assets where book_id = any(${bookIds}::uuid[])`.execute(db);
  return rows.map((row) => {
    const {
      courtId,
      id,
      bookId,
      code,
      status,
      statusBeforeRepair,
      departmentId,
      holderId,
      placeId,
      loanDueOn,
      stateSince,
      ...card
    } = row;
    const position = { status, statusBeforeRepair, departmentId, holderId, placeId, loanDueOn };
    return { courtId, id, bookId, code, ...position, stateSinceMs: stateSince.getTime(), card };
  });
}
