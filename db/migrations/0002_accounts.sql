-- Courts, departments, people common to all courts, dated memberships, sign-in.

create table courts (
  id integer primary key check (id > 0),
  parent_id integer references courts (id),
  name text not null,
  short_name text not null,
  -- GB/T 2260 division code, or a free number where a court has none: part of every item code.
  division_number char(6) not null unique check (division_number ~ '^[0-9]{6}$'),
  level text not null check (level in ('supreme', 'high', 'intermediate', 'basic')),
  created_at timestamptz(3) not null,
  closed_on date
);
alter table courts enable row level security;
create policy read_own_courts on courts for select
  using (id = any ((select app_readable_courts())::integer[]));
create policy read_while_authenticating on courts for select using ((select app_is_authenticating()));
create policy insert_new_court on courts for insert with check (id = (select app_writing_court()));
create policy update_own_court on courts for update using (id = (select app_writing_court()));
select grant_to_app('select, insert, update', 'courts');

create table departments (
  court_id integer not null references courts (id),
  id uuid not null,
  parent_id uuid,
  name text not null,
  sort_order integer not null default 0,
  created_at timestamptz(3) not null,
  closed_on date,
  primary key (court_id, id),
  foreign key (court_id, parent_id) references departments (court_id, id)
);
create unique index departments_by_name on departments (court_id, name) where closed_on is null;
select make_tenant_table('departments', 'select, insert, update');

create table people (
  id uuid primary key,
  username text not null check (username = lower(username)),
  full_name text not null,
  employee_number text,
  phone text,
  -- Item code of kind P on the person's badge.
  badge_code text unique,
  language text not null default 'zh' check (language in ('zh', 'en')),
  created_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create unique index people_by_username on people (username);

create table memberships (
  court_id integer not null references courts (id),
  id uuid not null,
  person_id uuid not null references people (id),
  department_id uuid,
  role text not null,
  valid_from date not null,
  -- The first day on which the membership no longer holds.
  valid_until date,
  granted_by uuid references people (id),
  created_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, department_id) references departments (court_id, id),
  check (valid_until is null or valid_until >= valid_from)
);
create index memberships_by_person on memberships (person_id, court_id);
create index memberships_by_department on memberships (court_id, department_id);
select make_tenant_table('memberships', 'select, insert, update');
create policy read_while_authenticating on memberships for select using ((select app_is_authenticating()));

-- A person is seen through a membership, past ones included: papers of old years keep their names.
alter table people enable row level security;
create policy read_members_of_own_courts on people for select
  using (exists (select from memberships m where m.person_id = people.id));
create policy read_while_authenticating on people for select using ((select app_is_authenticating()));
create policy insert_person on people for insert with check (true);
create policy update_member on people for update
  using (exists (select from memberships m where m.person_id = people.id and m.court_id = (select app_writing_court())));
select grant_to_app('select, insert, update', 'people');

create table credentials (
  person_id uuid primary key references people (id),
  password_hash text not null,
  must_change boolean not null,
  password_changed_at timestamptz(3) not null,
  pin_hash text,
  pin_failures integer not null default 0,
  pin_locked_until timestamptz(3)
);
select grant_to_app('select, insert, update', 'credentials');

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references people (id),
  -- The court in which the person acts in this session.
  court_id integer not null references courts (id),
  csrf_token text not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  address text,
  user_agent text,
  ended_at timestamptz(3)
);
create index sessions_by_person on sessions (person_id) where ended_at is null;
select grant_to_app('select, insert, update', 'sessions');

create table api_tokens (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people (id),
  court_id integer not null references courts (id),
  name text not null,
  -- Permissions the token may use; never more than its person has.
  scopes text[] not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index api_tokens_by_person on api_tokens (person_id);
select grant_to_app('select, insert, update', 'api_tokens');

-- One row an attempt, so that lock-out and rate limit survive a restart and are common to several processes.
create table sign_in_attempts (
  id uuid primary key,
  attempted_at timestamptz(3) not null,
  username text not null,
  address text not null,
  succeeded boolean not null
);
create index sign_in_attempts_by_username on sign_in_attempts (username, attempted_at desc);
create index sign_in_attempts_by_address on sign_in_attempts (address, attempted_at desc);
select grant_to_app('select, insert, delete', 'sign_in_attempts');

create table set_up_links (
  token_hash bytea primary key,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
select grant_to_app('select, insert, update', 'set_up_links');
