-- 冲正 of a disposition that was carried out by mistake: the record of it stays, the ledger gets a contrary entry.
create table disposition_reversals (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  disposition_id uuid not null,
  document text not null,
  reason text not null,
  request_id uuid not null,
  approval_number text not null,
  -- In the case's book: the contrary entry, and the entry that it takes back.
  entry_sequence integer not null,
  corrects_sequence integer not null check (corrects_sequence < entry_sequence),
  reversed_at timestamptz(3) not null,
  reversed_by uuid not null references people (id),
  reversed_by_name text not null,
  second_person_name text not null,
  primary key (court_id, id),
  unique (court_id, disposition_id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, disposition_id) references dispositions (court_id, id)
);
create index disposition_reversals_by_item on disposition_reversals (court_id, item_id, reversed_at, id);
select make_tenant_table('disposition_reversals', 'select, insert');
select make_append_only('disposition_reversals');
