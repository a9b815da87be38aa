-- The first count of what came from an older register, where it differs from the register: both figures, and how it ended.
create table item_count_differences (
  court_id integer not null references courts (id),
  id uuid not null,
  item_id uuid not null,
  unit text not null,
  booked numeric not null,
  counted numeric not null check (counted > 0 and counted <> booked),
  reason text not null,
  -- The paper that speaks for the count: the old list, a statement.
  document text,
  -- The entry of the case's book that states the difference.
  entry_sequence integer not null,
  counted_at timestamptz(3) not null,
  counted_by uuid not null references people (id),
  counted_by_name text not null,
  second_person_name text not null,
  state text not null check (state in ('open', 'settled', 'recounted')),
  -- Who asked for the settlement last.
  request_id uuid,
  request_number text,
  ended_at timestamptz(3),
  ended_by_name text,
  ended_with text,
  -- The entry that settled it.
  settled_sequence integer,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'settled') = (settled_sequence is not null))
);
create unique index item_count_differences_open on item_count_differences (court_id, item_id) where state = 'open';
create index item_count_differences_by_state on item_count_differences (court_id, state, counted_at desc, id desc);
create index item_count_differences_by_item on item_count_differences (court_id, item_id, counted_at desc, id desc);
create index item_count_differences_by_request on item_count_differences (court_id, request_id) where request_id is not null;
select make_tenant_table('item_count_differences', 'select, insert, update');

-- Things of no case are photographed when they are recorded; pictures that must not be seen by everybody are for those who must.
alter table uncased_things add column is_hidden boolean not null default false;
create index uncased_things_by_item on uncased_things (court_id, item_id) where item_id is not null;

-- What foreign money is worth, as finance entered it with its day and source: never instead of the amounts themselves.
create table exchange_rates (
  court_id integer not null references courts (id),
  id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'CNY'),
  quoted_on date not null,
  -- direct: so many yuan for `units` of the currency. inverse: so much of the currency for `units` yuan.
  direction text not null check (direction in ('direct', 'inverse')),
  units integer not null check (units in (1, 100)),
  rate numeric not null check (rate > 0),
  source text not null check (source in ('cfets', 'safe', 'bank')),
  reference text,
  entered_by uuid not null references people (id),
  entered_by_name text not null,
  entered_at timestamptz(3) not null,
  primary key (court_id, id)
);
-- A mistake is corrected by another row of the same day: the one that was entered last counts.
create index exchange_rates_by_currency on exchange_rates (court_id, currency, quoted_on desc, entered_at desc, id desc);
create index exchange_rates_by_day on exchange_rates (court_id, quoted_on desc, entered_at desc, id desc);
select make_tenant_table('exchange_rates', 'select, insert');
select make_append_only('exchange_rates');

-- Of a deposit of foreign money: what it was worth by the middle rate, and what the bank credited where it changed it.
alter table money_deposits
  add column rate_id uuid,
  add column worth_fen bigint check (worth_fen >= 0),
  add column bank_rate numeric check (bank_rate > 0),
  add column credited_fen bigint check (credited_fen > 0),
  add foreign key (court_id, rate_id) references exchange_rates (court_id, id),
  add check ((rate_id is null) = (worth_fen is null)),
  add check ((bank_rate is null) = (credited_fen is null)),
  add check (credited_fen is null or (rate_id is not null and currency <> 'CNY'));

-- A label of an item was scanned where, by the books and the visit log, it cannot be: there may be two of it.
create table item_label_sightings (
  court_id integer not null references courts (id),
  id uuid not null,
  item_id uuid not null,
  label_version char(1) not null,
  doubt text not null check (doubt in ('gone', 'in_sealed_box', 'lies_elsewhere', 'seen_elsewhere', 'is_out')),
  -- The storage room in which the person was, by the visit log.
  room_id uuid,
  room_name text,
  -- The item's last entry at that moment: a later one says what became of it.
  item_sequence integer not null,
  seen_at timestamptz(3) not null,
  seen_by uuid not null references people (id),
  seen_by_name text not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check ((room_id is null) = (room_name is null))
);
create index item_label_sightings_by_item on item_label_sightings (court_id, item_id, seen_at desc, id desc);
select make_tenant_table('item_label_sightings', 'select, insert');
select make_append_only('item_label_sightings');
