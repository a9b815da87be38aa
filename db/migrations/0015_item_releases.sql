-- Items leave their room for a while: what was asked for, who took them, until when, and how they came back.

-- What an approver sees of the request as a whole: [{"zh", "en", "value"}].
alter table approval_requests add column facts jsonb not null default '[]';

-- What was asked for beyond the things themselves: purpose, term, receiver, by the kind of request. Kept as it was said.
create table item_requests (
  court_id integer not null,
  request_id uuid not null,
  kind text not null,
  terms jsonb not null,
  created_at timestamptz(3) not null,
  primary key (court_id, request_id),
  foreign key (court_id, request_id) references approval_requests (court_id, id)
);
select make_tenant_table('item_requests', 'select, insert');
select make_append_only('item_requests');

-- 出库单: what one approval let out of the room, from preparing to the last thing that is back or gone.
create table item_releases (
  court_id integer not null references courts (id),
  id uuid not null,
  -- An approval is used once, so it makes one release.
  request_id uuid not null,
  request_number text not null,
  kind text not null check (kind in ('loan', 'examination', 'transfer_up', 'outside_keeping')),
  state text not null check (state in ('prepared', 'out', 'in_transit', 'with_keeper', 'closed')),
  -- When it wants somebody: since when it is ready, by when it is due, when it was closed.
  attention_at timestamptz(3) not null,
  applicant_id uuid not null references people (id),
  applicant_name text not null,
  purpose text,
  -- The court, the institution or the keeper that has it.
  receiver text,
  prepared_at timestamptz(3) not null,
  prepared_by_name text not null,
  left_at timestamptz(3),
  left_by_name text,
  second_person_name text,
  taker_name text,
  taker_unit text,
  -- Masked before it is stored.
  taker_document text,
  taker_person_id uuid references people (id),
  taker_signature_sha256 char(64),
  custodian_signature_sha256 char(64),
  carrier text,
  tracking_number text,
  list_number text,
  receipt_number text,
  receipt_on date,
  receipt_by text,
  contract_number text,
  contract_ends_on date,
  fee_fen bigint check (fee_fen >= 0),
  fee_period text check (fee_period in ('day', 'month', 'once')),
  closed_at timestamptz(3),
  version integer not null default 1,
  primary key (court_id, id),
  unique (court_id, request_id),
  foreign key (court_id, request_id) references approval_requests (court_id, id)
);
create index item_releases_by_state on item_releases (court_id, state, attention_at, id);
select make_tenant_table('item_releases', 'select, insert, update');

create table item_release_lines (
  court_id integer not null,
  release_id uuid not null,
  item_id uuid not null,
  position integer not null,
  state text not null check (state in
    ('prepared', 'out', 'in_transit', 'with_keeper', 'back', 'cancelled', 'handed_over', 'consumed', 'ended')),
  quantity numeric not null check (quantity > 0),
  unit text not null,
  due_at timestamptz(3),
  -- What left, for the comparison with what comes back.
  condition_out text,
  seal_out text,
  odometer_out text,
  -- It came back otherwise than it left: under investigation, and still to be given back.
  incident text,
  back_at timestamptz(3),
  condition_back text,
  seal_back text,
  received_by_name text,
  note text,
  primary key (court_id, release_id, item_id),
  foreign key (court_id, release_id) references item_releases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
-- A thing is out once.
create unique index item_release_lines_open on item_release_lines (court_id, item_id)
  where state in ('prepared', 'out', 'in_transit', 'with_keeper');
create index item_release_lines_by_item on item_release_lines (court_id, item_id, release_id);
select make_tenant_table('item_release_lines', 'select, insert, update');

-- Visits to what an outside keeper has, with what was found and what it cost.
create table item_inspections (
  court_id integer not null,
  id uuid not null,
  release_id uuid not null,
  item_id uuid not null,
  inspected_at timestamptz(3) not null,
  inspected_by_name text not null,
  second_person_name text,
  condition text not null,
  is_in_order boolean not null,
  odometer text,
  fee_fen bigint check (fee_fen >= 0),
  note text,
  primary key (court_id, id),
  foreign key (court_id, release_id, item_id) references item_release_lines (court_id, release_id, item_id)
);
create index item_inspections_by_release on item_inspections (court_id, release_id, inspected_at desc);
select make_tenant_table('item_inspections', 'select, insert');
select make_append_only('item_inspections');
