/** What has left for good by the entries of a case's book. */
import { sql, type RawBuilder } from 'kysely';

/** Entries by which a quantity of an item leaves for good. */
export const DISPOSING = [
  'return_to_owner',
  'forfeit_unclaimed',
  'pay_into_treasury',
  'destroy',
  'sell',
  'send_back',
  'confirm_handover',
  'reject_difference',
] as const;

/**
 * Of the row `item` of seized_items, less what was reversed of it. A reversal of anything else, such as a loss, gives
 * nothing back that a disposition had taken.
 */
export const DISPOSED_OF_ITEM: RawBuilder<string> = sql<string>`coalesce((
  select sum(case when entry.kind = 'reverse_end' then -entry.quantity else entry.quantity end)
  from readable_ledger_entries entry
  left join readable_ledger_entries taken on taken.court_id = entry.court_id and taken.book_id = entry.book_id
    and taken.sequence = entry.corrects_sequence
  where entry.court_id = item.court_id and entry.book_id = item.book_id and entry.book_kind = 'case'
    and entry.details ->> 'itemId' = item.id::text
    and (entry.kind = any(${[...DISPOSING]}::text[])
      or (entry.kind = 'reverse_end' and taken.kind = any(${[...DISPOSING]}::text[])))), 0)`;
