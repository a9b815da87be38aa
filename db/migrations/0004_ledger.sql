-- Books and entries. A book belongs to one thing or one case; its entries form a hash chain and only grow.

create table ledger_books (
  court_id integer not null references courts (id),
  id uuid not null,
  kind text not null check (kind in ('fixed_asset', 'case', 'supply', 'vehicle')),
  subject_id uuid not null,
  hash_algorithm text not null check (hash_algorithm in ('sha256', 'sm3')),
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3),
  last_sequence integer not null check (last_sequence >= 0),
  last_hash bytea not null check (length(last_hash) = 32),
  primary key (court_id, id),
  unique (court_id, kind, subject_id)
);
select make_tenant_table('ledger_books', 'select, insert, update');

create table ledger_entries (
  court_id integer not null,
  book_id uuid not null,
  sequence integer not null check (sequence >= 1),
  id uuid not null,
  book_kind text not null,
  kind text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  -- 补录: recorded later than the day on which it happened.
  late boolean not null,
  actor_id uuid,
  actor_name text not null,
  actor_department text,
  second_person_id uuid,
  second_person_name text,
  counterparty text,
  basis text,
  note text,
  from_status text,
  to_status text,
  from_department_id uuid,
  from_department text,
  to_department_id uuid,
  to_department text,
  from_holder_id uuid,
  from_holder text,
  to_holder_id uuid,
  to_holder text,
  from_place_id uuid,
  from_place text,
  to_place_id uuid,
  to_place text,
  quantity numeric(16, 4) not null,
  unit text not null,
  amount_fen bigint not null,
  currency char(3) not null default 'CNY',
  details jsonb not null default '{}',
  corrects_sequence integer,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (court_id, book_id, sequence),
  foreign key (court_id, book_id) references ledger_books (court_id, id),
  check (corrects_sequence is null or corrects_sequence < sequence)
);
-- The in/out ledger of a period, newest or oldest first.
create index ledger_entries_by_time on ledger_entries (court_id, book_kind, occurred_at, id) include (kind);
create index ledger_entries_late on ledger_entries (court_id, book_kind, occurred_at, id) where late;
-- "As of" a department, a holder, a place: which books ever came there, in the order of the books.
create index ledger_entries_to_department on ledger_entries (court_id, to_department_id, book_id, occurred_at);
create index ledger_entries_to_holder on ledger_entries (court_id, to_holder_id, book_id, occurred_at)
  where to_holder_id is not null;
create index ledger_entries_to_place on ledger_entries (court_id, to_place_id, book_id, occurred_at)
  where to_place_id is not null;
create index ledger_entries_corrections on ledger_entries (court_id, book_id, corrects_sequence)
  where corrects_sequence is not null;
select make_tenant_table('ledger_entries', 'select, insert');
select make_append_only('ledger_entries');
-- What lists read: through the owner's view, with the same court filter, every condition can reach an index (0005).
create view readable_ledger_entries as
  select * from ledger_entries where court_id = any ((select app_readable_courts())::integer[]);
select grant_to_app('select', 'readable_ledger_entries');

-- A book is never deleted, and its head only moves forward by one entry at a time or more, never back.
create function refuse_book_rewind() returns trigger
language plpgsql as $$
begin
  if new.last_sequence < old.last_sequence or new.id <> old.id or new.subject_id <> old.subject_id then
    raise exception 'a ledger book only moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger refuse_rewind before update on ledger_books for each row execute function refuse_book_rewind();
create trigger refuse_delete before delete on ledger_books for each row execute function refuse_change();
create trigger refuse_truncate before truncate on ledger_books for each statement execute function refuse_change();
