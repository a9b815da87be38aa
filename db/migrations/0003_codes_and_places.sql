-- One code per thing, and the one tree of places.

create table item_code_counters (
  court_id integer not null references courts (id),
  kind char(1) not null check (kind in ('A', 'S', 'B', 'L', 'V', 'D', 'P')),
  last_serial integer not null check (last_serial between 0 and 9999999),
  primary key (court_id, kind)
);
select make_tenant_table('item_code_counters', 'select, insert, update');

-- Which court holds the thing of a code now; common to all courts, because a code stays when the thing moves.
create table item_codes (
  code char(16) primary key check (code ~ '^[ASBLVDP][0-9]{15}$'),
  court_id integer not null references courts (id),
  subject_id uuid not null,
  issued_at timestamptz(3) not null,
  voided_at timestamptz(3)
);
create index item_codes_by_subject on item_codes (court_id, subject_id);
select make_tenant_table('item_codes', 'select, insert, update');

create table places (
  court_id integer not null references courts (id),
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in
    ('site', 'building', 'floor', 'room', 'rack', 'shelf', 'cell', 'yard', 'external_keeper')),
  name text not null,
  -- Names from the root, joined by ' / ': what papers and lists show.
  path text not null,
  -- Ids from the root to this place itself, so that "here" includes everything below.
  ancestor_ids uuid[] not null,
  code char(16) unique,
  -- The path with its numbers padded, so that 302 stands before 1101: the order of trees and lists.
  sort_key text collate "C" not null,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  closed_on date,
  primary key (court_id, id),
  foreign key (court_id, parent_id) references places (court_id, id)
);
create unique index places_by_path on places (court_id, path) where closed_on is null;
create index places_by_order on places (court_id, sort_key, id);
create index places_by_parent on places (court_id, parent_id, sort_key);
select make_tenant_table('places', 'select, insert, update');
