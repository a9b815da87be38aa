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
create index seized_items_by_parent on seized_items (court_id, parent_item_id) where parent_item_id is not null;
select make_tenant_table('seized_items', 'select, insert, update');
