/** What the books of the sample court say about items in cases with a judgment. */
import { sql } from 'kysely';
import type { TenantReader } from '../platform/database.ts';
import { normaliseQuantity } from '../modules/ledger/entry.ts';
import type { ItemState } from '../modules/seized-items/item-states.ts';

export interface JudgedItem {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly effectiveOn: string;
  readonly handlerId: string;
  readonly handler: string;
  readonly name: string;
  readonly unit: string;
  readonly state: ItemState;
  readonly onHand: string;
  /** The entry by which it left or waits, when there is one. */
  readonly kind: string | null;
  readonly quantity: string | null;
  readonly occurredAt: Date | null;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly secondPersonId: string | null;
  readonly secondPersonName: string | null;
}

/** Items of cases whose judgment took effect, by case and number. */
export async function listJudgedItems(
  reader: TenantReader,
  courtId: number,
  today: string,
): Promise<JudgedItem[]> {
  const { rows } = await sql<JudgedItem>`
    select item.id, item.case_id as "caseId", c.number as "caseNumber", c.effective_on as "effectiveOn",
      c.handler_id as "handlerId", handler.full_name as handler, item.name, item.unit, item.state,
      item.on_hand as "onHand", entry.kind, entry.quantity, entry.occurred_at as "occurredAt",
      entry.actor_id as "actorId", entry.actor_name as "actorName", entry.second_person_id as "secondPersonId",
      entry.second_person_name as "secondPersonName"
    from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id and c.effective_on <= ${today}::date
    join people handler on handler.id = c.handler_id
    left join ledger_entries entry on entry.court_id = item.court_id and entry.book_id = item.book_id
      and entry.book_kind = 'case' and entry.sequence = item.last_sequence
    where item.court_id = ${courtId}
    order by c.number, item.number`.execute(reader);
  return rows.map((row) => ({
    ...row,
    onHand: normaliseQuantity(row.onHand),
    quantity: row.quantity === null ? null : normaliseQuantity(row.quantity),
  }));
}
