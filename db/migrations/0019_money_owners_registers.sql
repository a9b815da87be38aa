-- Owners of seized items with shares, deposits of money and its monthly reconciliation, registers taken over, and the
-- periods of deadlines that a court sets itself.

-- Who owns an item was found out or decided anew: every act stays, the newest one counts.
create table item_owner_acts (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  -- The entry of the case's book that says so.
  entry_sequence integer not null,
  ownership text not null check (ownership in ('defendant', 'victim', 'outsider', 'unknown', 'disputed')),
  reason text not null,
  document text not null,
  decided_at timestamptz(3) not null,
  recorded_by uuid not null references people (id),
  recorded_by_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, item_id, entry_sequence),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
select make_tenant_table('item_owner_acts', 'select, insert');
select make_append_only('item_owner_acts');

-- The parties of an act, each with its share as an exact fraction; of a disputed item, what each of them claims.
create table item_owner_shares (
  court_id integer not null,
  act_id uuid not null,
  party_id uuid not null,
  position integer not null,
  numerator integer not null check (numerator >= 1),
  denominator integer not null check (denominator >= numerator),
  primary key (court_id, act_id, party_id),
  foreign key (court_id, act_id) references item_owner_acts (court_id, id),
  foreign key (court_id, party_id) references case_parties (court_id, id)
);
create index item_owner_shares_by_party on item_owner_shares (court_id, party_id);
select make_tenant_table('item_owner_shares', 'select, insert');
select make_append_only('item_owner_shares');
