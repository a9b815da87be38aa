-- Seized items: what they are, where they stand, how they came, seals, weights, money, owners, releases, incidents.

-- Quantities of the ledger to any number of places: virtual currency counts in eighteen. Rows stay as they are.
drop view readable_ledger_entries;
alter table ledger_entries alter column quantity type numeric;
create view readable_ledger_entries as
  select * from ledger_entries where court_id = any ((select app_readable_courts())::integer[]);
select grant_to_app('select', 'readable_ledger_entries');
-- The entries of one item within its case's book.
create index ledger_entries_by_item on ledger_entries (court_id, book_id, (details ->> 'itemId'), sequence)
  where book_kind = 'case';

create table seized_items (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  book_id uuid not null,
  code char(16) collate "C" not null references item_codes (code),
  -- 第 n 件 of the case: given once and never again.
  number integer not null check (number >= 1),

  -- What it is: stated at receipt, and corrected by an entry that keeps the old value.
  name text not null,
  category text not null,
  grade text not null check (grade in ('ordinary', 'valuable', 'special')),
  unit text not null,
  -- Facts by category (刑诉法解释 437), by the ids of item-categories.ts; 不详 is a statement.
  facts jsonb not null default '{}',
  hazards text[] not null default '{}',
  keeping text[] not null default '{}',
  ownership text not null check (ownership in ('defendant', 'victim', 'outsider', 'unknown', 'disputed')),
  nature text not null check (nature in
    ('proceeds', 'instrument', 'contraband', 'victims_property', 'evidence', 'preserved', 'other', 'undecided')),
  is_evidence boolean not null default true,
  -- The list by which it was seized or handed over, and its line there.
  list_number text,
  list_line text,
  listed_quantity numeric,
  listed_unit text,
  -- One listed unit holds that many counted ones, fixed at receipt.
  unit_factor numeric check (unit_factor > 0),
  seizure_document text,
  seizure_expires_on date,
  expires_on date,
  estimated_value_fen bigint check (estimated_value_fen >= 0),
  parent_item_id uuid,
  -- The same thing, returned before and seized again.
  prior_item_id uuid,
  -- 存量待核: taken over from an older register and not yet counted.
  is_unverified boolean not null default false,
  review_on date,
  notes text,
  -- Numbers by which a thing is known, for scans.
  serial_number text generated always as (facts ->> 'serialNumber') stored,
  plate_number text generated always as (facts ->> 'plateNumber') stored,
  vin text generated always as (facts ->> 'vin') stored,

  -- The projection: what the entries of the case's book say.
  state text not null,
  state_before text,
  on_hand numeric not null check (on_hand >= 0),
  place_id uuid,
  holder_id uuid references people (id),
  -- The holder by name: a person of the court, or an organ outside it.
  holder text,
  keeper text,
  seal_number text,
  due_at timestamptz(3),
  state_since timestamptz(3) not null,
  last_sequence integer not null,
  last_occurred_at timestamptz(3) not null,

  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, code),
  unique (court_id, case_id, number),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, book_id) references ledger_books (court_id, id),
  foreign key (court_id, place_id) references places (court_id, id),
  foreign key (court_id, parent_item_id) references seized_items (court_id, id),
  foreign key (court_id, prior_item_id) references seized_items (court_id, id)
);
create index seized_items_by_place on seized_items (court_id, place_id, id) where place_id is not null;
create index seized_items_by_state on seized_items (court_id, state, state_since, id);
create index seized_items_by_holder on seized_items (court_id, holder_id, id) where holder_id is not null;
create index seized_items_due on seized_items (court_id, due_at, id) where due_at is not null;
create index seized_items_by_update on seized_items (court_id, updated_at desc, id desc);
create index seized_items_by_seal on seized_items (court_id, seal_number) where seal_number is not null;
create index seized_items_by_serial_number on seized_items (court_id, serial_number) where serial_number is not null;
create index seized_items_by_plate_number on seized_items (court_id, plate_number) where plate_number is not null;
create index seized_items_by_vin on seized_items (court_id, vin) where vin is not null;
create index seized_items_by_parent on seized_items (court_id, parent_item_id) where parent_item_id is not null;
select make_tenant_table('seized_items', 'select, insert, update');

-- Who else keeps an item from being disposed of: all must let go.
create table item_holds (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  holder text not null,
  document text not null,
  placed_on date not null,
  placed_by uuid not null references people (id),
  placed_by_name text not null,
  released_on date,
  release_document text,
  released_by_name text,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index item_holds_by_item on item_holds (court_id, item_id);
select make_tenant_table('item_holds', 'select, insert, update');

-- A delivery: who brought what by which list, and how each line was counted.
create table item_intakes (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('counting', 'completed')),
  deliverer text not null,
  deliverer_unit text not null,
  -- Masked before it is stored.
  deliverer_document text,
  list_number text,
  arrived_at timestamptz(3) not null,
  -- Delivered when nobody is in the room: put into this locker, to be counted by that moment.
  locker_id uuid,
  formal_due_at timestamptz(3),
  received_by uuid not null references people (id),
  received_by_name text not null,
  second_person_id uuid references people (id),
  second_person_name text,
  completed_at timestamptz(3),
  completed_by_name text,
  reviewer_id uuid references people (id),
  reviewer_name text,
  deliverer_signature_sha256 char(64),
  version integer not null default 1,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, locker_id) references places (court_id, id)
);
create index item_intakes_by_state on item_intakes (court_id, state, arrived_at desc, id desc);
create index item_intakes_by_case on item_intakes (court_id, case_id, arrived_at desc, id desc);
select make_tenant_table('item_intakes', 'select, insert, update');

create table item_intake_lines (
  court_id integer not null,
  intake_id uuid not null,
  item_id uuid not null,
  position integer not null,
  outcome text not null check (outcome in ('pending', 'matches', 'differs', 'refused', 'kept_elsewhere')),
  counted_quantity numeric,
  -- What was found, as intake-count.ts reads it.
  count jsonb not null default '{}',
  counted_at timestamptz(3),
  primary key (court_id, intake_id, item_id),
  foreign key (court_id, intake_id) references item_intakes (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create unique index item_intake_lines_by_position on item_intake_lines (court_id, intake_id, position);
create index item_intake_lines_by_item on item_intake_lines (court_id, item_id);
select make_tenant_table('item_intake_lines', 'select, insert, update');

-- Every seal that an item ever carried. A number is used once in a court.
create table item_seals (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  number text not null,
  sealed_at timestamptz(3) not null,
  sealed_by_name text not null,
  second_person_name text,
  witness text,
  opened_at timestamptz(3),
  opened_by_name text,
  opened_with text,
  open_reason text,
  primary key (court_id, id),
  unique (court_id, number),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index item_seals_by_item on item_seals (court_id, item_id, sealed_at);
select make_tenant_table('item_seals', 'select, insert, update');

-- Every weighing, with the scale: none replaces another.
create table item_weighings (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  weighed_at timestamptz(3) not null,
  unit text not null,
  gross numeric not null check (gross > 0),
  tare numeric not null check (tare >= 0),
  net numeric not null check (net > 0),
  scale text not null,
  weighed_by_name text not null,
  second_person_name text not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check (net = gross - tare)
);
create index item_weighings_by_item on item_weighings (court_id, item_id, weighed_at);
select make_tenant_table('item_weighings', 'select, insert');
select make_append_only('item_weighings');

-- Every count of money, by denomination and by two people.
create table item_money_counts (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  counted_at timestamptz(3) not null,
  currency char(3) not null,
  -- [{"faceMinor": 10000, "pieces": 12}]
  denominations jsonb not null,
  total_minor bigint not null check (total_minor > 0),
  serials text,
  counted_by_name text not null,
  second_person_name text not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index item_money_counts_by_item on item_money_counts (court_id, item_id, counted_at);
select make_tenant_table('item_money_counts', 'select, insert');
select make_append_only('item_money_counts');
