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
