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
create index courts_by_parent on courts (parent_id);
create sequence court_numbers as integer;
select grant_to_app('usage', 'court_numbers');
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

-- People are common to all courts and have one sign-in. The court of a person administers the account.
create table people (
  id uuid primary key,
  username text not null check (username = lower(username)),
  full_name text not null,
  court_id integer not null references courts (id),
  -- Where the person works, in their own court.
  department_id uuid,
  employee_number text,
  phone text,
  -- Item code of kind P on the person's badge.
  badge_code text unique,
  language text not null default 'zh' check (language in ('zh', 'en')),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create unique index people_by_username on people (username);
create index people_by_court on people (court_id, username);
create index people_by_department on people (court_id, department_id);

-- Roles, dated.
create table memberships (
  court_id integer not null references courts (id),
  id uuid not null,
  person_id uuid not null references people (id),
  -- The department for which the role is held; the person's own when it is null.
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

-- A person is seen in their own court and through memberships, past ones included: papers of old years keep their
-- names. Only their own court changes them.
alter table people enable row level security;
create policy read_people_of_own_courts on people for select
  using (court_id = any ((select app_readable_courts())::integer[])
    or exists (select from memberships m where m.person_id = people.id));
create policy read_while_authenticating on people for select using ((select app_is_authenticating()));
create policy insert_in_own_court on people for insert with check (court_id = (select app_writing_court()));
create policy update_in_own_court on people for update
  using (court_id = (select app_writing_court())) with check (court_id = (select app_writing_court()));
create policy update_while_authenticating on people for update using ((select app_is_authenticating()));
select grant_to_app('select, insert, update', 'people');

create table credentials (
  person_id uuid primary key references people (id),
  password_hash text not null,
  must_change boolean not null,
  -- Sessions that began earlier have ended: the password was changed, or the account closed.
  sessions_since timestamptz(3) not null,
  -- API tokens made until then have ended, in whatever court: the password was reset, or the account closed.
  tokens_since timestamptz(3),
  pin_hash text,
  pin_failures integer not null default 0,
  pin_locked_until timestamptz(3)
);
alter table credentials enable row level security;
create policy read_people_of_own_courts on credentials for select
  using (exists (select from people p where p.id = person_id));
create policy insert_in_own_court on credentials for insert
  with check (exists (select from people p where p.id = person_id and p.court_id = (select app_writing_court())));
create policy update_in_own_court on credentials for update
  using (exists (select from people p where p.id = person_id and p.court_id = (select app_writing_court())));
create policy read_while_authenticating on credentials for select using ((select app_is_authenticating()));
create policy update_while_authenticating on credentials for update using ((select app_is_authenticating()));
select grant_to_app('select, insert, update', 'credentials');

create table sessions (
  token_hash bytea primary key,
  id uuid not null unique,
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
create index sessions_by_expiry on sessions (expires_at);
select make_tenant_table('sessions', 'select, insert, update, delete');
create policy while_authenticating on sessions using ((select app_is_authenticating()));

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
select make_tenant_table('api_tokens', 'select, insert, update');

-- One row an attempt, so that lock-out and rate limit survive a restart and are common to several processes.
-- Names are kept as hashes: people type passwords into the field of the name.
create table sign_in_attempts (
  id uuid primary key,
  attempted_at timestamptz(3) not null,
  username_hash bytea not null,
  address text not null,
  -- The browser, when it is one from which this person has signed in before.
  browser_hash bytea,
  succeeded boolean not null
);
create index sign_in_attempts_by_username on sign_in_attempts (username_hash, attempted_at desc);
create index sign_in_attempts_by_address on sign_in_attempts (address, attempted_at desc);
create index sign_in_attempts_by_age on sign_in_attempts (attempted_at);
select grant_to_app('select, insert, update, delete', 'sign_in_attempts');

-- Browsers from which a person has signed in: they still get in while strangers hammer the name.
create table known_browsers (
  token_hash bytea not null,
  person_id uuid not null references people (id),
  first_used_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  primary key (token_hash, person_id)
);
create index known_browsers_by_person on known_browsers (person_id, last_used_at desc);
select grant_to_app('select, insert, update, delete', 'known_browsers');

create table set_up_links (
  token_hash bytea primary key,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
select grant_to_app('select, insert, update', 'set_up_links');

-- What every request asks before a tenant is known, in one round trip. These functions run as the owner, past
-- row-level security, and tell nothing but what belongs to the credential or the name that they are given.

-- The courts below one, whatever their depth. Only the functions that follow may ask.
create function courts_below(court integer) returns integer[]
language plpgsql stable as $$
begin
  return (
    with recursive below as (
      select id from courts where parent_id = court
      union all
      select c.id from courts c join below b on c.parent_id = b.id
    )
    select coalesce(array_agg(id order by id), '{}') from below);
end $$;

-- The person as they act in a court; null when the account, the court or every membership there has ended.
-- In PL/pgSQL, which keeps its plans: this is asked with every request.
create function acting_person(person uuid, court integer, today date, tree_roles text[]) returns jsonb
language plpgsql stable as $$
declare
  found_person record;
  roles jsonb;
begin
  select p.full_name, p.language, cr.must_change, c.parent_id is null as is_root,
      case when p.court_id = court then p.department_id end as department_id, d.name as department_name
    into found_person
    from people p
      join credentials cr on cr.person_id = p.id
      join courts c on c.id = court
      left join departments d on d.court_id = court and d.id = p.department_id and p.court_id = court
    where p.id = person and p.closed_at is null and (c.closed_on is null or c.closed_on > today);
  if not found then return null; end if;
  select jsonb_agg(jsonb_build_object(
      'role', m.role,
      'departmentId', coalesce(m.department_id, found_person.department_id),
      'departmentName', case when m.department_id is null then found_person.department_name
        else (select d.name from departments d where d.court_id = court and d.id = m.department_id) end)
      order by m.valid_from, m.id)
    into roles
    from memberships m
    where m.person_id = person and m.court_id = court
      and m.valid_from <= today and (m.valid_until is null or m.valid_until > today);
  if roles is null then return null; end if;
  return jsonb_build_object(
    'personId', person, 'personName', found_person.full_name, 'language', found_person.language,
    'mustChangePassword', found_person.must_change, 'courtId', court, 'isRootCourt', found_person.is_root,
    'departmentId', found_person.department_id, 'departmentName', found_person.department_name, 'roles', roles,
    'lowerCourtIds', case when jsonb_path_exists(roles, '$[*] ? (@.role == $tree[*])',
        jsonb_build_object('tree', tree_roles)) then to_jsonb(courts_below(court)) else '[]' end);
end $$;

create function identify_session(hash bytea, at timestamptz, today date, idle_seconds integer, tree_roles text[])
  returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  session record;
begin
  select s.id, s.person_id, s.court_id, s.csrf_token, s.last_seen_at into session
    from sessions s join credentials cr on cr.person_id = s.person_id
    where s.token_hash = hash and s.ended_at is null and s.expires_at > at
      and s.last_seen_at > at - make_interval(secs => idle_seconds)
      and s.created_at >= cr.sessions_since;
  if not found then return null; end if;
  if session.last_seen_at <= at - interval '1 minute' then
    update sessions s set last_seen_at = at where s.token_hash = hash and s.last_seen_at <= at - interval '1 minute';
  end if;
  return acting_person(session.person_id, session.court_id, today, tree_roles)
    || jsonb_build_object('sessionId', session.id, 'csrfToken', session.csrf_token);
end $$;

create function identify_api_token(hash bytea, at timestamptz, today date, tree_roles text[]) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  token record;
begin
  select t.person_id, t.court_id, t.scopes, t.last_used_at into token
    from api_tokens t join credentials cr on cr.person_id = t.person_id
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > at
      and (cr.tokens_since is null or t.created_at > cr.tokens_since);
  if not found then return null; end if;
  if token.last_used_at is null or token.last_used_at <= at - interval '1 minute' then
    update api_tokens t set last_used_at = at where t.token_hash = hash;
  end if;
  return acting_person(token.person_id, token.court_id, today, tree_roles)
    || jsonb_build_object('scopes', to_jsonb(token.scopes));
end $$;

-- Every membership of a person in every court, with the person locked: administrators are kept apart across courts.
create function lock_memberships_of_person(person uuid)
  returns table (court_id integer, id uuid, role text, department_id uuid, valid_from date, valid_until date)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from people p where p.id = person for update;
  return query select m.court_id, m.id, m.role, m.department_id, m.valid_from, m.valid_until
    from memberships m where m.person_id = person;
end $$;

-- Keeps the account from being closed until the transaction ends. Locking asks for the right to update, which only the
-- person's own court has, while every court may hand things to people who have a role in it.
create function hold_person(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from people p where p.id = person for key share;
end $$;

-- Who has this exact name, in whatever court, so that another court can give them a role.
create function find_person_by_username(name text) returns table (id uuid, full_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.full_name from people p where p.username = name and p.closed_at is null
$$;

revoke all on function courts_below(integer), acting_person(uuid, integer, date, text[]) from public;
do $$
declare
  signature text;
begin
  foreach signature in array array['identify_session(bytea, timestamptz, date, integer, text[])',
    'identify_api_token(bytea, timestamptz, date, text[])', 'lock_memberships_of_person(uuid)',
    'hold_person(uuid)', 'find_person_by_username(text)']
  loop
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to %I', signature, (select app_role from installation));
  end loop;
end $$;
