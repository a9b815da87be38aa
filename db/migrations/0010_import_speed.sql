-- Writing thousands of cards: what one constraint asks of every row is not asked a second time by another, and their
-- words are put in order after they are written.

-- The book of a card is a book of the card's court, and every book's court is one of the courts.
alter table assets drop constraint assets_court_id_fkey;

-- The numbers of a card are, as its words in asset_search are, made of the card alone: never written without it, and
-- nobody may delete a card. verify-ledger compares both with the cards.
alter table asset_aliases drop constraint asset_aliases_court_id_asset_id_fkey;

-- How many new pieces may wait unsorted is now said by who writes (gin_pending_list_limit): few, because every search
-- reads along all that wait; while an import writes, all of its own.
alter index asset_search_by_grams reset (gin_pending_list_limit);

-- Sorts in what waits, which only the owner of the index may ask for. Answers the number of pages that waited.
create function sort_in_search_pieces() returns bigint
language sql volatile security definer set search_path = public, pg_temp as $$
  select gin_clean_pending_list('asset_search_by_grams'::regclass)
$$;
do $$
begin
  revoke all on function sort_in_search_pieces() from public;
  execute format('grant execute on function sort_in_search_pieces() to %I', (select app_role from installation));
end $$;
