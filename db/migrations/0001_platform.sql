-- What every module stands on: the tenant settings that row-level security reads, the audit trail,
-- and the keys that make a repeated command answer instead of writing twice.

-- Grants to the application's role, whose name start-up has put into "installation".
create function grant_to_app(privileges text, target regclass) returns void
language plpgsql as $$
begin
  execute format('grant %s on %s to %I', privileges, target, (select app_role from installation));
end $$;

-- The courts whose rows the transaction may read. Absent is an error and never an empty list:
-- a forgotten tenant must not look like a court without assets.
create function app_readable_courts() returns integer[]
language plpgsql stable parallel safe as $$
declare
  setting text := current_setting('app.courts', true);
begin
  if setting is null or setting = '' then
    raise exception 'no tenant is set for this transaction' using errcode = 'insufficient_privilege';
  end if;
  return string_to_array(setting, ',')::integer[];
end $$;

-- The one court in which the transaction may write; 0 writes nowhere.
create function app_writing_court() returns integer
language plpgsql stable parallel safe as $$
declare
  setting text := current_setting('app.court', true);
begin
  if setting is null or setting = '' then
    raise exception 'no court to write in is set for this transaction' using errcode = 'insufficient_privilege';
  end if;
  return setting::integer;
end $$;

-- True while a person or a token is being identified, before any tenant is known.
create function app_is_authenticating() returns boolean
language sql stable parallel safe as $$
  select coalesce(current_setting('app.purpose', true), '') = 'authentication'
$$;

-- Turns a table with a court_id into a tenant table: read in the readable courts, write in the one writing court.
-- The settings are read in sub-selects, so once a statement and not once a row.
create function make_tenant_table(target regclass, privileges text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy read_own_courts on %s for select using (court_id = any ((select app_readable_courts())::integer[]))',
    target);
  execute format(
    'create policy insert_in_own_court on %s for insert with check (court_id = (select app_writing_court()))', target);
  execute format(
    'create policy update_in_own_court on %s for update using (court_id = (select app_writing_court()))'
    ' with check (court_id = (select app_writing_court()))', target);
  execute format(
    'create policy delete_in_own_court on %s for delete using (court_id = (select app_writing_court()))', target);
  perform grant_to_app(privileges, target);
end $$;

-- Refuses UPDATE, DELETE and TRUNCATE for every role, the owner included.
create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create function make_append_only(target regclass) returns void
language plpgsql as $$
begin
  execute format(
    'create trigger refuse_row_change before update or delete on %s for each row execute function refuse_change()',
    target);
  execute format(
    'create trigger refuse_truncate before truncate on %s for each statement execute function refuse_change()', target);
end $$;

create table audit_events (
  court_id integer not null,
  id uuid not null,
  recorded_at timestamptz(3) not null,
  request_id text not null,
  command text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  actor_id uuid,
  actor_name text not null,
  actor_roles text[] not null,
  via text not null check (via in ('session', 'token', 'system', 'anonymous')),
  address text,
  subject_kind text,
  subject_id text,
  subject_label text,
  before jsonb,
  after jsonb,
  detail jsonb not null default '{}',
  primary key (court_id, id)
);
create index audit_events_by_time on audit_events (court_id, recorded_at desc, id desc);
create index audit_events_by_subject on audit_events (court_id, subject_kind, subject_id, recorded_at desc);
create index audit_events_by_actor on audit_events (court_id, actor_id, recorded_at desc);
create index audit_events_by_command on audit_events (court_id, command, recorded_at desc);
select make_tenant_table('audit_events', 'select, insert');
select make_append_only('audit_events');
-- A failed sign-in has no tenant yet; it is recorded under the person's court, or 0 when nobody is known by the name.
create policy insert_while_authenticating on audit_events for insert with check ((select app_is_authenticating()));

create table idempotency_keys (
  court_id integer not null,
  person_id uuid not null,
  key text not null,
  command text not null,
  input_hash bytea not null,
  response jsonb not null,
  created_at timestamptz(3) not null,
  primary key (court_id, person_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (court_id, created_at);
select make_tenant_table('idempotency_keys', 'select, insert, delete');
