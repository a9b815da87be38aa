/** Acts on the ownership of items with the shares of the parties. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import type { PartyKind, PartyRole } from '../../cases/rules.ts';
import type { Ownership } from '../item-fields.ts';
import type { Share } from './owner-shares.ts';

export interface OwnerShareRow extends Share {
  readonly actId: string;
  readonly partyId: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  /** As it is written: whoever answers it masks it. */
  readonly name: string;
  /** No party of the case any more. */
  readonly leftOn: string | null;
}

export interface OwnerActRow {
  readonly id: string;
  readonly itemId: string;
  readonly ownership: Ownership;
  readonly reason: string;
  readonly document: string;
  readonly decidedAt: Date;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

const ACT_COLUMNS =
  sql.raw(`act.id, act.item_id as "itemId", act.ownership, act.reason, act.document, act.decided_at as "decidedAt",
  act.recorded_by_name as "recordedByName", act.recorded_at as "recordedAt"`);

/** Every act on one item, the newest first. */
export async function listOwnerActs(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<OwnerActRow[]> {
  const { rows } = await sql<OwnerActRow>`select ${ACT_COLUMNS} from item_owner_acts act
    where act.court_id = ${courtId} and act.item_id = ${itemId} order by act.entry_sequence desc`.execute(
    reader,
  );
  return rows;
}

/**
 * The act that counts for each item: its own newest, or that of the item that it was split from. Items without any are
 * absent.
 */
export async function listCountingActs(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, OwnerActRow>> {
  const { rows } = await sql<OwnerActRow & { forItemId: string }>`
    with recursive line (for_item_id, item_id, depth) as (
      select id, id, 0 from unnest(${itemIds}::uuid[]) as wanted(id)
      union all
      select line.for_item_id, item.parent_item_id, line.depth + 1
      from line join seized_items item on item.court_id = ${courtId} and item.id = line.item_id
      where item.parent_item_id is not null and line.depth < 20)
    select distinct on (line.for_item_id) line.for_item_id as "forItemId", ${ACT_COLUMNS}
    from line join item_owner_acts act on act.court_id = ${courtId} and act.item_id = line.item_id
    order by line.for_item_id, line.depth, act.entry_sequence desc`.execute(reader);
  return new Map(rows.map(({ forItemId, ...act }) => [forItemId, act]));
}

/** The shares of acts, in the order in which they were written. */
export async function listOwnerShares(
  reader: TenantReader,
  courtId: number,
  actIds: readonly string[],
): Promise<OwnerShareRow[]> {
  const { rows } = await sql<OwnerShareRow>`
    select share.act_id as "actId", share.party_id as "partyId", share.numerator, share.denominator, party.role,
      party.kind, party.name, party.left_on as "leftOn"
    from item_owner_shares share
    join case_parties party on party.court_id = share.court_id and party.id = share.party_id
    where share.court_id = ${courtId} and share.act_id = any(${actIds}::uuid[])
    order by share.act_id, share.position`.execute(reader);
  return rows;
}

export interface NewOwnerAct {
  readonly id: string;
  readonly itemId: string;
  readonly entrySequence: number;
  readonly ownership: Ownership;
  readonly reason: string;
  readonly document: string;
  readonly decidedAt: Date;
}

export async function insertOwnerActs(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  acts: readonly NewOwnerAct[],
  owners: readonly (Share & { readonly partyId: string })[],
): Promise<void> {
  const rows = acts.map((act) => ({
    id: act.id,
    item_id: act.itemId,
    entry_sequence: act.entrySequence,
    ownership: act.ownership,
    reason: act.reason,
    document: act.document,
    decided_at: act.decidedAt,
  }));
  await sql`
    insert into item_owner_acts (court_id, id, item_id, entry_sequence, ownership, reason, document, decided_at,
      recorded_by, recorded_by_name, recorded_at)
    select ${courtId}::integer, id, item_id, entry_sequence, ownership, reason, document, decided_at,
      ${by.personId}::uuid, ${by.personName}, ${by.now}::timestamptz
    from json_to_recordset(${rowSetJson(rows)}::json) as act(id uuid, item_id uuid, entry_sequence integer,
      ownership text, reason text, document text, decided_at timestamptz)`.execute(trx);
  const shares = acts.flatMap(({ id }) =>
    owners.map(({ partyId, numerator, denominator }, position) => ({
      ...{ act_id: id, party_id: partyId, position, numerator, denominator },
    })),
  );
  await sql`
    insert into item_owner_shares (court_id, act_id, party_id, position, numerator, denominator)
    select ${courtId}::integer, act_id, party_id, position, numerator, denominator
    from json_to_recordset(${rowSetJson(shares)}::json) as share(act_id uuid, party_id uuid, position integer,
      numerator integer, denominator integer)`.execute(trx);
}
