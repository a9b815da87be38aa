-- What happens to items in store beside moving: examinations, boxes and bags, lots, other cases, things of no case.

-- Sent to an institution by two people. What it found follows in a row of its own; none replaces another.
create table item_examinations (
  court_id integer not null references courts (id),
  id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('appraisal', 'valuation', 'test')),
  mandate_number text not null,
  institution text not null,
  qualification text not null,
  examiners text,
  question text not null,
  sent_on date not null,
  sent_by uuid not null references people (id),
  sent_by_name text not null,
  second_person_name text not null,
  -- In the unit of the item; null: nothing is taken of it.
  sample_quantity numeric check (sample_quantity > 0),
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index item_examinations_by_item on item_examinations (court_id, item_id, sent_on desc, id desc);
select make_tenant_table('item_examinations', 'select, insert');
select make_append_only('item_examinations');

create table item_opinions (
  court_id integer not null,
  examination_id uuid not null,
  item_id uuid not null,
  opinion_number text not null,
  concluded_on date not null,
  conclusion text not null,
  examiners text not null,
  returned_quantity numeric check (returned_quantity >= 0),
  consumed_quantity numeric check (consumed_quantity >= 0),
  value_fen bigint check (value_fen >= 0),
  base_date date,
  valid_until date,
  -- The entry of the case's book that carries what the opinion changes of the item; null: it changes nothing.
  entry_sequence integer,
  recorded_by uuid not null references people (id),
  recorded_by_name text not null,
  second_person_name text,
  recorded_at timestamptz(3) not null,
  primary key (court_id, examination_id),
  foreign key (court_id, examination_id) references item_examinations (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check ((value_fen is null) = (base_date is null) and (value_fen is null) = (valid_until is null)),
  check (valid_until >= base_date)
);
create index item_opinions_with_value on item_opinions (court_id, item_id, valid_until)
  where value_fen is not null;
select make_tenant_table('item_opinions', 'select, insert');
select make_append_only('item_opinions');

-- Boxes and bags with a code of their own. What is inside says so itself; its place is the place of its box.
create table item_containers (
  court_id integer not null references courts (id),
  id uuid not null,
  code char(16) collate "C" not null references item_codes (code),
  kind text not null check (kind in ('box', 'bag')),
  name text not null,
  place_id uuid,
  holder_id uuid references people (id),
  holder text,
  parent_id uuid,
  seal_number text,
  -- A counted box of one lot: that many of the lot lie in it.
  lot_item_id uuid,
  lot_quantity numeric check (lot_quantity > 0),
  closed_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, code),
  foreign key (court_id, place_id) references places (court_id, id),
  foreign key (court_id, parent_id) references item_containers (court_id, id),
  foreign key (court_id, lot_item_id) references seized_items (court_id, id),
  check ((lot_item_id is null) = (lot_quantity is null)),
  check (parent_id <> id)
);
create index item_containers_by_update on item_containers (court_id, updated_at desc, id desc);
create index item_containers_by_place on item_containers (court_id, place_id) where place_id is not null;
create index item_containers_by_parent on item_containers (court_id, parent_id) where parent_id is not null;
create index item_containers_by_lot on item_containers (court_id, lot_item_id) where lot_item_id is not null;
create index item_containers_by_seal on item_containers (court_id, seal_number) where seal_number is not null;
select make_tenant_table('item_containers', 'select, insert, update');

-- What happened to a box itself; what happened to the things in it stands in the books of their cases.
create table item_container_events (
  court_id integer not null,
  id uuid not null,
  container_id uuid not null,
  kind text not null,
  occurred_at timestamptz(3) not null,
  actor_id uuid not null references people (id),
  actor_name text not null,
  second_person_name text,
  details jsonb not null default '{}',
  primary key (court_id, id),
  foreign key (court_id, container_id) references item_containers (court_id, id)
);
create index item_container_events_by_container on item_container_events (court_id, container_id, occurred_at, id);
select make_tenant_table('item_container_events', 'select, insert');
select make_append_only('item_container_events');

alter table seized_items add column container_id uuid;
alter table seized_items add foreign key (court_id, container_id) references item_containers (court_id, id);
create index seized_items_by_container on seized_items (court_id, container_id, id) where container_id is not null;

-- A seal is on an item or on a box; its number is used once, wherever it was.
alter table item_seals alter column item_id drop not null;
alter table item_seals add column container_id uuid;
alter table item_seals add foreign key (court_id, container_id) references item_containers (court_id, id);
alter table item_seals add check (num_nonnulls(item_id, container_id) = 1);
create index item_seals_by_container on item_seals (court_id, container_id, sealed_at) where container_id is not null;

-- An item that stands in the books of the wrong case: proposed, confirmed by the judges of both, carried out.
create table item_reattributions (
  court_id integer not null references courts (id),
  id uuid not null,
  item_id uuid not null,
  from_case_id uuid not null,
  to_case_id uuid not null,
  from_book_id uuid not null,
  reason text not null,
  state text not null check (state in ('proposed', 'done', 'withdrawn')),
  proposed_by_name text not null,
  proposed_at timestamptz(3) not null,
  from_judge_name text,
  from_confirmed_at timestamptz(3),
  to_judge_name text,
  to_confirmed_at timestamptz(3),
  done_by_name text,
  done_at timestamptz(3),
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, from_case_id) references cases (court_id, id),
  foreign key (court_id, to_case_id) references cases (court_id, id),
  check (from_case_id <> to_case_id)
);
create unique index item_reattributions_open on item_reattributions (court_id, item_id) where state = 'proposed';
create index item_reattributions_by_item on item_reattributions (court_id, item_id, proposed_at desc);
select make_tenant_table('item_reattributions', 'select, insert, update');

-- Things that belong to no case: found without a label, or somebody's belongings that were delivered by mistake.
create table uncased_things (
  court_id integer not null references courts (id),
  id uuid not null,
  kind text not null check (kind in ('found', 'belongings')),
  name text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  features text not null,
  -- Where it was found, or where it lies until it is given back.
  place_id uuid not null,
  -- The finder, or who delivered it.
  from_whom text not null,
  -- To whom it belongs; of a found thing nobody knows.
  owner text,
  case_id uuid,
  came_at timestamptz(3) not null,
  due_on date,
  state text not null check (state in ('open', 'identified', 'given_back')),
  item_id uuid,
  settled_at timestamptz(3),
  settled_by_name text,
  settled_with text,
  settled_to text,
  note text,
  recorded_by uuid not null references people (id),
  recorded_by_name text not null,
  second_person_name text not null,
  version integer not null default 1,
  primary key (court_id, id),
  foreign key (court_id, place_id) references places (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check ((state = 'identified') = (item_id is not null))
);
create index uncased_things_by_state on uncased_things (court_id, state, came_at desc, id desc);
select make_tenant_table('uncased_things', 'select, insert, update');

-- Boxes of a lot that were drawn by lot and counted instead of all of them.
create table item_lot_checks (
  court_id integer not null references courts (id),
  id uuid not null,
  item_id uuid not null,
  checked_at timestamptz(3) not null,
  seed text not null,
  box_count integer not null check (box_count > 0),
  -- [{"containerId": "…", "code": "B…", "expected": "24", "counted": "24", "isSealIntact": true}]
  lines jsonb not null,
  holds boolean not null,
  checked_by_name text not null,
  second_person_name text not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index item_lot_checks_by_item on item_lot_checks (court_id, item_id, checked_at desc);
select make_tenant_table('item_lot_checks', 'select, insert');
select make_append_only('item_lot_checks');
