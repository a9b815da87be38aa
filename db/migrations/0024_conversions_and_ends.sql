-- A public notice also ends when the thing is lost or used up while it runs.
alter table public_notices drop constraint public_notices_outcome_check;
alter table public_notices add constraint public_notices_outcome_check
  check (outcome in ('claimed', 'forfeited', 'called_off', 'lost'));

-- Foreign money that a bank changed: two entries of the case's book, out of one currency and into the other.
create table item_conversions (
  court_id integer not null references courts (id),
  item_id uuid not null,
  deposit_id uuid not null,
  from_unit text not null,
  from_quantity numeric not null check (from_quantity > 0),
  to_unit text not null,
  to_quantity numeric not null check (to_quantity > 0),
  -- The entry by which it came in.
  entry_sequence integer not null,
  converted_on date not null,
  primary key (court_id, item_id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, deposit_id) references money_deposits (court_id, id),
  check (from_unit <> to_unit)
);
create index item_conversions_by_deposit on item_conversions (court_id, deposit_id);
select make_tenant_table('item_conversions', 'select, insert');
select make_append_only('item_conversions');
