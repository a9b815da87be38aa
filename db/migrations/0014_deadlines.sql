-- Legal and internal deadlines with their reminders, and the days that a court's calendar sets otherwise than shipped.

create table calendar_days (
  court_id integer not null references courts (id),
  day date not null,
  -- ordinary: by its weekday, whatever ships with the program.
  kind text not null check (kind in ('holiday', 'workday', 'ordinary')),
  name text not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz(3) not null,
  primary key (court_id, day)
);
select make_tenant_table('calendar_days', 'select, insert, update, delete');

create table deadlines (
  court_id integer not null references courts (id),
  id uuid not null,
  rule_id text not null check (rule_id ~ '^D[0-9]{2}$'),
  -- The edition of the rule that it was counted by.
  rule_version text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- What a person recognises: a case number, an item code; never a name.
  subject_label text not null,
  -- The case that it belongs to, on whose page it stands.
  case_id uuid,
  owner_id uuid not null references people (id),
  department_id uuid,
  -- The day, or for periods in hours the moment, with which it began.
  start_on date not null,
  start_at timestamptz(3),
  due_on date not null,
  -- The end of the day due, or the moment.
  due_at timestamptz(3) not null,
  -- Counted through a year whose holidays were not known.
  is_provisional boolean not null,
  -- 0 quiet, 1 due soon, 2 overdue, 3 told to the head of department, 4 told to the leaders.
  level integer not null default 0 check (level between 0 and 4),
  -- When the next level begins; null: there is none.
  next_level_at timestamptz(3),
  acknowledged_by uuid,
  acknowledged_by_name text,
  acknowledged_at timestamptz(3),
  acknowledged_level integer,
  settled_at timestamptz(3),
  settled_by uuid,
  settled_by_name text,
  outcome text check (outcome in ('done', 'lapsed', 'replaced')),
  note text,
  created_at timestamptz(3) not null,
  primary key (court_id, id),
  check ((settled_at is null) = (outcome is null))
);
-- One clock of a kind runs for a thing at a time.
create unique index deadlines_running on deadlines (court_id, rule_id, subject_kind, subject_id)
  where settled_at is null;
create index deadlines_by_due on deadlines (court_id, due_at, id) where settled_at is null;
create index deadlines_by_owner on deadlines (court_id, owner_id, due_at, id) where settled_at is null;
create index deadlines_by_case on deadlines (court_id, case_id, due_at, id) where case_id is not null;
create index deadlines_settled on deadlines (court_id, settled_at desc, id desc) where settled_at is not null;
create index deadlines_to_escalate on deadlines (next_level_at) where settled_at is null;
select make_tenant_table('deadlines', 'select, insert, update');

create table deadline_events (
  court_id integer not null,
  id uuid not null,
  deadline_id uuid not null,
  kind text not null check (kind in ('set', 'counted_anew', 'escalated', 'acknowledged', 'handed_on', 'settled')),
  level integer not null,
  due_at timestamptz(3) not null,
  occurred_at timestamptz(3) not null,
  -- null: the system.
  actor_id uuid,
  actor_name text not null,
  note text,
  primary key (court_id, id),
  foreign key (court_id, deadline_id) references deadlines (court_id, id)
);
create index deadline_events_of_deadline on deadline_events (court_id, deadline_id, occurred_at, id);
select make_tenant_table('deadline_events', 'select, insert');
select make_append_only('deadline_events');
