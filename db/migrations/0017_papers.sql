-- Papers of seized property (文书): what was issued under which number, what it said, every copy printed of it.

-- Numbers by year and form, without gaps: the row is held until the paper that takes the number is kept.
create table paper_counters (
  court_id integer not null references courts (id),
  year integer not null,
  form text not null,
  last_serial integer not null check (last_serial >= 1),
  primary key (court_id, year, form)
);
select make_tenant_table('paper_counters', 'select, insert, update');

create table papers (
  court_id integer not null references courts (id),
  id uuid not null,
  form text not null,
  year integer not null,
  serial integer not null check (serial >= 1),
  number text not null,
  -- null: a paper of a room.
  case_id uuid,
  -- What it was made from, where that is made into one paper only: an event of a book, a request, a handover.
  subject_key text,
  -- When that happened.
  occurred_at timestamptz(3) not null,
  item_count integer not null check (item_count >= 0),
  -- Bears names that labels and lists mask.
  is_sensitive boolean not null,
  -- What it says, word by word (paper-content.ts), and the SHA-256 of its RFC 8785 form.
  content jsonb not null,
  content_sha256 char(64) not null,
  issued_at timestamptz(3) not null,
  issued_by uuid not null references people (id),
  issued_by_name text not null,
  -- The paper that this one was made in place of.
  replaces_id uuid,
  voided_at timestamptz(3),
  voided_by_name text,
  void_reason text,
  primary key (court_id, id),
  unique (court_id, year, form, serial),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, replaces_id) references papers (court_id, id),
  check ((voided_at is null) = (void_reason is null))
);
create unique index papers_one_valid on papers (court_id, form, subject_key)
  where subject_key is not null and voided_at is null;
create index papers_by_case on papers (court_id, case_id, issued_at desc, id desc);
create index papers_by_time on papers (court_id, year, issued_at desc, id desc);
select make_tenant_table('papers', 'select, insert, update');

-- A paper is never changed: it can be voided once, and another one is made.
create function refuse_paper_change() returns trigger
language plpgsql as $$
begin
  if old.voided_at is not null
    or (to_jsonb(new) - '{voided_at,voided_by_name,void_reason}'::text[])
      is distinct from (to_jsonb(old) - '{voided_at,voided_by_name,void_reason}'::text[])
  then
    raise exception 'a paper that was issued is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger refuse_change before update on papers for each row execute function refuse_paper_change();
create trigger refuse_delete before delete on papers for each row execute function refuse_change();
create trigger refuse_truncate before truncate on papers for each statement execute function refuse_change();

create table paper_items (
  court_id integer not null,
  paper_id uuid not null,
  item_id uuid not null,
  primary key (court_id, paper_id, item_id),
  foreign key (court_id, paper_id) references papers (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index paper_items_by_item on paper_items (court_id, item_id, paper_id);
select make_tenant_table('paper_items', 'select, insert');
select make_append_only('paper_items');

-- Every copy that was printed: who, when, why. The first is the original.
create table paper_prints (
  court_id integer not null,
  paper_id uuid not null,
  copy_number integer not null check (copy_number >= 1),
  id uuid not null,
  printed_at timestamptz(3) not null,
  printed_by uuid not null references people (id),
  printed_by_name text not null,
  reason text not null,
  primary key (court_id, paper_id, copy_number),
  unique (court_id, id),
  foreign key (court_id, paper_id) references papers (court_id, id)
);
select make_tenant_table('paper_prints', 'select, insert');
select make_append_only('paper_prints');
