-- Asset classes of GB/T 14885, asset cards with their projection, receipts to be signed, files, saved views.

-- Common to all courts: the national table and its depreciation years.
create table asset_classes (
  code char(9) primary key check (code ~ '^A[0-9]{8}$'),
  name text not null,
  -- The edition of the standard that the row was taken from.
  edition text not null,
  -- false: not yet checked against the official text, shown as 待核.
  sourced boolean not null,
  -- null: not depreciated, or decided by the class above.
  depreciation_years integer check (depreciation_years between 1 and 100),
  -- true: an administrator imported the row; the shipped table no longer changes it.
  imported boolean not null default false,
  updated_at timestamptz(3) not null
);
select grant_to_app('select, insert, update', 'asset_classes');

create table assets (
  court_id integer not null references courts (id),
  id uuid not null,
  code char(16) collate "C" not null references item_codes (code),
  book_id uuid not null,

  -- The card (资产卡片): changed by a correction only, which the book records with the old and the new value.
  name text collate "C" not null,
  class_code char(9) collate "C" not null references asset_classes (code),
  specification text,
  brand text,
  model text,
  manufacturer text,
  serial_number text,
  old_number1 text,
  old_number2 text,
  unit text not null,
  quantity numeric(16, 4) not null check (quantity > 0),
  acquisition_method text not null check (acquisition_method in
    ('purchase', 'transfer_in', 'donation', 'exchange', 'self_built', 'surplus', 'other')),
  acquired_on date not null,
  in_use_on date,
  booked_on date,
  value_kind text not null check (value_kind in ('original', 'provisional', 'nominal', 'appraised')),
  original_value_fen bigint not null check (original_value_fen >= 0),
  fiscal_funds_fen bigint check (fiscal_funds_fen >= 0),
  non_fiscal_funds_fen bigint check (non_fiscal_funds_fen >= 0),
  -- Depreciation accumulated before this register took the card over.
  opening_depreciation_fen bigint not null default 0 check (opening_depreciation_fen >= 0),
  -- The last month that the opening depreciation includes, as its first day.
  opening_depreciation_month date,
  -- null: the class decides.
  useful_life_months integer check (useful_life_months between 1 and 1200),
  voucher_number text,
  procurement_form text,
  supplier text,
  contract_number text,
  invoice_number text,
  warranty_until date,
  managing_department_id uuid,
  parent_asset_id uuid,
  notes text,

  -- The projection: what the book's entries say, rewritten in the transaction of each entry.
  status text not null check (status in ('in_stock', 'in_use', 'on_loan', 'in_repair', 'idle', 'disposed')),
  status_before_repair text,
  department_id uuid,
  holder_id uuid references people (id),
  place_id uuid,
  state_since timestamptz(3) not null,
  loan_due_on date,
  disposed_on date,
  -- Posted by the monthly runs, opening included.
  accumulated_depreciation_fen bigint not null default 0,

  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  -- With the order by update, so that hits of a search are put into it without their cards.
  primary key (court_id, id) include (updated_at),
  -- The order by code as well. Within a court: a thing that went to another court keeps its code there.
  unique (court_id, code),
  foreign key (court_id, book_id) references ledger_books (court_id, id),
  foreign key (court_id, department_id) references departments (court_id, id),
  foreign key (court_id, managing_department_id) references departments (court_id, id),
  foreign key (court_id, place_id) references places (court_id, id),
  foreign key (court_id, parent_asset_id) references assets (court_id, id)
);
-- One index for each order in which the list can be read, each ending in the id that makes the order total.
create index assets_by_name on assets (court_id, name, id);
create index assets_by_acquired on assets (court_id, acquired_on, id);
create index assets_by_value on assets (court_id, original_value_fen, id);
create index assets_by_update on assets (court_id, updated_at, id);
-- The filters that people use all day.
create index assets_by_department on assets (court_id, department_id, code);
create index assets_by_holder on assets (court_id, holder_id, code) where holder_id is not null;
create index assets_by_place on assets (court_id, place_id, code);
create index assets_by_class on assets (court_id, class_code, code);
create index assets_by_status on assets (court_id, status, code);
create index assets_loans_due on assets (court_id, loan_due_on, code) where status = 'on_loan';
create index assets_warranty_ends on assets (court_id, warranty_until, code) where warranty_until is not null;
create index assets_by_parent on assets (court_id, parent_asset_id) where parent_asset_id is not null;
select make_tenant_table('assets', 'select, insert, update');

-- What lists read. Row-level security lets a condition that is not leakproof (row comparison, pattern, array) reach no
-- index; a view of the owner with the same court filter is as strict and does. It raises without a tenant, too.
create view readable_assets as
  select * from assets where court_id = any ((select app_readable_courts())::integer[]);
select grant_to_app('select', 'readable_assets');

-- The words of the cards, apart from them: a move rewrites its asset's row and must not touch the search index.
-- Beside the words what lists are ordered by, so that ten thousand hits are ordered without ten thousand cards.
create table asset_search (
  court_id integer not null,
  asset_id uuid not null,
  code char(16) collate "C" not null,
  name text collate "C" not null,
  acquired_on date not null,
  original_value_fen bigint not null,
  -- Pieces of words as numbers: see search-grams.ts.
  grams integer[] not null,
  primary key (court_id, asset_id)
);
-- New pieces wait in a short list that a search reads along, and are sorted in together: an import is ten times faster.
create index asset_search_by_grams on asset_search using gin (grams)
  with (fastupdate = on, gin_pending_list_limit = 512);
select make_tenant_table('asset_search', 'select, insert, update');
create view readable_asset_search as
  select * from asset_search where court_id = any ((select app_readable_courts())::integer[]);
select grant_to_app('select', 'readable_asset_search');

-- Numbers by which people and scanners call an asset, folded to upper case without spaces or hyphens.
create table asset_aliases (
  court_id integer not null,
  alias text collate "C" not null,
  asset_id uuid not null,
  kind text not null check (kind in ('code', 'serial', 'serial_number', 'old_number')),
  -- Read backwards: people type the last digits of a tag.
  reversed text collate "C" not null,
  primary key (court_id, alias, asset_id, kind),
  foreign key (court_id, asset_id) references assets (court_id, id)
);
create index asset_aliases_by_suffix on asset_aliases (court_id, reversed);
create index asset_aliases_by_asset on asset_aliases (court_id, asset_id);
select make_tenant_table('asset_aliases', 'select, insert, delete');

-- What was handed to a person and waits for their signature (待签收), and what was signed.
create table asset_receipts (
  court_id integer not null,
  id uuid not null,
  asset_id uuid not null,
  book_id uuid not null,
  entry_sequence integer not null,
  kind text not null check (kind in ('issue', 'loan', 'transfer')),
  receiver_id uuid not null references people (id),
  state text not null check (state in ('pending', 'signed', 'refused', 'void')),
  created_at timestamptz(3) not null,
  settled_at timestamptz(3),
  method text check (method in ('pin', 'drawn', 'own_list')),
  signature_sha256 char(64),
  note text,
  primary key (court_id, id),
  foreign key (court_id, asset_id) references assets (court_id, id)
);
create index asset_receipts_pending on asset_receipts (court_id, receiver_id, created_at, id) where state = 'pending';
create unique index asset_receipts_one_pending on asset_receipts (court_id, asset_id) where state = 'pending';
create index asset_receipts_by_asset on asset_receipts (court_id, asset_id, created_at);
select make_tenant_table('asset_receipts', 'select, insert, update');

-- Photos and papers: content-addressed on disk, one row a use.
create table stored_files (
  court_id integer not null references courts (id),
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null check (purpose in ('photo', 'attachment', 'signature')),
  file_name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  uploaded_by uuid not null references people (id),
  uploaded_at timestamptz(3) not null,
  removed_at timestamptz(3),
  removed_by uuid references people (id),
  removal_reason text,
  primary key (court_id, id)
);
create index stored_files_by_subject on stored_files (court_id, subject_kind, subject_id, uploaded_at);
create index stored_files_by_content on stored_files (court_id, sha256);
select make_tenant_table('stored_files', 'select, insert, update');

create table saved_views (
  court_id integer not null,
  id uuid not null,
  person_id uuid not null references people (id),
  list text not null,
  name text not null,
  -- The address bar's query string: a view is a link.
  query text not null,
  columns text[] not null,
  shared boolean not null,
  created_at timestamptz(3) not null,
  primary key (court_id, id)
);
create unique index saved_views_by_person on saved_views (court_id, list, person_id, name);
select make_tenant_table('saved_views', 'select, insert, update, delete');
