-- Storage rooms of seized property: what a place is as a room, who answers for it, who was inside it, and how it is
-- handed over.

alter table places drop constraint places_kind_check;
alter table places add constraint places_kind_check check (kind in
  ('site', 'building', 'floor', 'room', 'zone', 'locker', 'rack', 'shelf', 'cell', 'yard', 'external_keeper'));

-- A place of kind room, yard or external keeper as a storage room. Who changed what and when is the audit trail's.
create table room_settings (
  court_id integer not null,
  place_id uuid not null,
  is_seized_property_room boolean not null,
  -- Nobody is alone inside from this moment on; null: one person may be.
  two_persons_since timestamptz(3),
  -- Items that find room; null: not counted.
  capacity integer check (capacity between 1 and 1000000),
  -- Empty: every category.
  allowed_categories text[] not null,
  environment text[] not null,
  -- A place of kind locker, in the room or elsewhere, for what is delivered at night.
  emergency_locker_id uuid,
  -- A visit that is open longer raises an alarm.
  visit_alarm_minutes integer not null check (visit_alarm_minutes between 10 and 1440),
  -- Names of the doors in the events of the access control system.
  doors text[] not null default '{}',
  version integer not null default 1,
  primary key (court_id, place_id),
  foreign key (court_id, place_id) references places (court_id, id),
  foreign key (court_id, emergency_locker_id) references places (court_id, id)
);
create unique index room_settings_by_locker on room_settings (court_id, emergency_locker_id)
  where emergency_locker_id is not null;
select make_tenant_table('room_settings', 'select, insert, update');

-- 专人专管: who answered for a room, from when until when, by which document.
create table custodianships (
  court_id integer not null,
  id uuid not null,
  room_id uuid not null,
  person_id uuid not null references people (id),
  kind text not null check (kind in ('custodian', 'deputy')),
  starts_at timestamptz(3) not null,
  -- The first moment at which the person no longer answers.
  ends_at timestamptz(3),
  document text not null,
  appointed_by uuid not null,
  appointed_by_name text not null,
  appointed_at timestamptz(3) not null,
  end_reason text,
  ended_by_name text,
  primary key (court_id, id),
  foreign key (court_id, room_id) references room_settings (court_id, place_id),
  check (ends_at is null or ends_at >= starts_at),
  check (kind = 'custodian' or ends_at is not null)
);
create unique index custodianships_one_custodian on custodianships (court_id, room_id)
  where kind = 'custodian' and ends_at is null;
create index custodianships_by_room on custodianships (court_id, room_id, starts_at desc, id);
create index custodianships_by_person on custodianships (court_id, person_id, room_id);
select make_tenant_table('custodianships', 'select, insert, update');

-- 回避: a person who is a party of a case or close to one does not handle its items.
create table recusals (
  court_id integer not null references courts (id),
  id uuid not null,
  person_id uuid not null references people (id),
  case_id uuid,
  case_number text not null,
  reason text not null,
  declared_by_name text not null,
  declared_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  withdrawn_by_name text,
  withdrawal_reason text,
  primary key (court_id, id)
);
create index recusals_by_person on recusals (court_id, person_id, declared_at desc, id);
create index recusals_by_case on recusals (court_id, case_id) where case_id is not null and withdrawn_at is null;
select make_tenant_table('recusals', 'select, insert, update');

create table visits (
  court_id integer not null,
  id uuid not null,
  -- The first of a chain of corrections; itself for a visit that corrects none.
  root_id uuid not null,
  room_id uuid not null,
  -- null: a visitor, who has no account.
  person_id uuid references people (id),
  person_name text not null,
  person_unit text,
  -- Masked before it is stored.
  document text,
  entered_at timestamptz(3) not null,
  left_at timestamptz(3),
  purpose text not null,
  note text,
  case_id uuid,
  case_number text,
  -- The visit of the escort, by its root.
  escort_root_id uuid,
  escort_name text,
  -- The others of the court who were inside on entering a two-person room.
  second_person text,
  approved_by text,
  carried_in text,
  carried_out text,
  key_number text,
  anomaly text,
  -- The person proved on entering by their own badge to be there.
  signed_by_badge boolean not null,
  -- 补录: recorded later than the term that the program names.
  entered_late boolean not null,
  left_late boolean not null default false,
  recorded_at timestamptz(3) not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  left_recorded_at timestamptz(3),
  left_recorded_by_name text,
  -- Movements of items that rest on this visit lie between these moments.
  used_from timestamptz(3),
  used_until timestamptz(3),
  corrects_id uuid,
  correction_reason text,
  -- It never took place.
  voided boolean not null default false,
  corrected_by_id uuid,
  primary key (court_id, id),
  foreign key (court_id, room_id) references room_settings (court_id, place_id),
  foreign key (court_id, corrects_id) references visits (court_id, id),
  check (left_at is null or left_at >= entered_at),
  check (person_id is not null or escort_root_id is not null)
);
create unique index visits_inside_once on visits (court_id, person_id)
  where left_at is null and corrected_by_id is null and not voided and person_id is not null;
-- The log, newest first: of the court, of a room.
create index visits_by_time on visits (court_id, entered_at desc, id desc);
create index visits_by_room on visits (court_id, room_id, entered_at desc, id desc);
create index visits_by_person on visits (court_id, person_id, entered_at desc, id desc) where person_id is not null;
-- Who was inside at a moment, and who still is.
create index visits_room_stays on visits (court_id, room_id, (coalesce(left_at, 'infinity'::timestamptz)))
  where corrected_by_id is null and not voided;
create index visits_person_stays on visits (court_id, person_id, (coalesce(left_at, 'infinity'::timestamptz)))
  where corrected_by_id is null and not voided;
create index visits_open on visits (court_id, entered_at)
  where left_at is null and corrected_by_id is null and not voided;
select make_tenant_table('visits', 'select, insert, update');

-- A visit is opened and closed once; a mistake is corrected by a new row that refers to the old one.
create function refuse_visit_rewrite() returns trigger
language plpgsql as $$
declare
  closing text[] := array['left_at', 'left_late', 'left_recorded_at', 'left_recorded_by_name', 'carried_out', 'anomaly'];
  marks text[] := array['used_from', 'used_until', 'corrected_by_id'];
begin
  if (to_jsonb(new) - closing - marks) <> (to_jsonb(old) - closing - marks)
    or (old.left_at is not null and (to_jsonb(new) - marks) <> (to_jsonb(old) - marks))
    or (old.corrected_by_id is not null and new <> old) then
    raise exception 'a visit is opened and closed once, and corrected by another' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger refuse_rewrite before update on visits for each row execute function refuse_visit_rewrite();
create trigger refuse_delete before delete on visits for each row execute function refuse_change();
create trigger refuse_truncate before truncate on visits for each statement execute function refuse_change();

-- What the access control system saw at the doors, as imported.
create table door_events (
  court_id integer not null,
  id uuid not null,
  room_id uuid not null,
  door text not null,
  person_id uuid references people (id),
  -- As the file names the person: a badge, an employee number or a name.
  person_text text not null,
  direction text not null check (direction in ('in', 'out')),
  occurred_at timestamptz(3) not null,
  imported_at timestamptz(3) not null,
  imported_by_name text not null,
  primary key (court_id, id),
  foreign key (court_id, room_id) references room_settings (court_id, place_id),
  unique (court_id, door, person_text, direction, occurred_at)
);
create index door_events_by_room on door_events (court_id, room_id, occurred_at);
select make_tenant_table('door_events', 'select, insert');
select make_append_only('door_events');

-- Handover of a room from one custodian to another. A room is frozen while one is open.
create table handovers (
  court_id integer not null,
  id uuid not null,
  room_id uuid not null,
  cause text not null,
  -- without: the outgoing custodian cannot take part.
  form text not null check (form in ('regular', 'emergency')),
  state text not null check (state in ('counting', 'signing', 'completed', 'cancelled')),
  custodianship_id uuid not null,
  outgoing_id uuid not null references people (id),
  outgoing_name text not null,
  incoming_id uuid not null references people (id),
  incoming_name text not null,
  supervisor_id uuid not null references people (id),
  supervisor_name text not null,
  lead_id uuid not null references people (id),
  lead_name text not null,
  -- Emergency form: who opened the room in place of the outgoing custodian.
  leader_id uuid references people (id),
  leader_name text,
  document text not null,
  frozen_at timestamptz(3) not null,
  opened_by_name text not null,
  counted_at timestamptz(3),
  completed_at timestamptz(3),
  cancelled_at timestamptz(3),
  cancelled_by_name text,
  cancel_reason text,
  version integer not null default 1,
  primary key (court_id, id),
  foreign key (court_id, room_id) references room_settings (court_id, place_id),
  foreign key (court_id, custodianship_id) references custodianships (court_id, id)
);
create unique index handovers_one_open on handovers (court_id, room_id) where state in ('counting', 'signing');
create index handovers_by_outgoing on handovers (court_id, outgoing_id);
create index handovers_by_room on handovers (court_id, room_id, frozen_at desc, id desc);
select make_tenant_table('handovers', 'select, insert, update');

-- What the room held when it was frozen, and what was found besides.
create table handover_lines (
  court_id integer not null,
  handover_id uuid not null,
  id uuid not null,
  position integer not null,
  source text not null,
  subject_id uuid,
  code text,
  title text not null,
  detail text,
  place_path text,
  -- pending: neither scanned nor explained. surplus: found, and not on the list.
  result text not null check (result in ('pending', 'found', 'explained', 'surplus')),
  explanation text,
  checked_at timestamptz(3),
  checked_by_name text,
  primary key (court_id, handover_id, id),
  foreign key (court_id, handover_id) references handovers (court_id, id)
);
create unique index handover_lines_by_position on handover_lines (court_id, handover_id, position);
create index handover_lines_by_code on handover_lines (court_id, handover_id, code) where code is not null;
select make_tenant_table('handover_lines', 'select, insert, update');

-- What the outgoing custodian has open: loans, seals, keys, requests. Each is taken over or stays with them.
create table handover_matters (
  court_id integer not null,
  handover_id uuid not null,
  id uuid not null,
  position integer not null,
  kind text not null check (kind in ('loan', 'seal', 'key', 'request', 'difference', 'other')),
  title text not null,
  detail text,
  outcome text check (outcome in ('taken_over', 'stays_with_outgoing')),
  note text,
  settled_by_name text,
  settled_at timestamptz(3),
  -- What stayed with the outgoing custodian was cleared up later.
  cleared_at timestamptz(3),
  cleared_by_name text,
  cleared_note text,
  primary key (court_id, handover_id, id),
  foreign key (court_id, handover_id) references handovers (court_id, id)
);
select make_tenant_table('handover_matters', 'select, insert, update, delete');

create table handover_signatures (
  court_id integer not null,
  handover_id uuid not null,
  role text not null check (role in ('outgoing', 'incoming', 'supervisor', 'leader')),
  person_id uuid not null references people (id),
  person_name text not null,
  signed_at timestamptz(3) not null,
  primary key (court_id, handover_id, role),
  foreign key (court_id, handover_id) references handovers (court_id, id)
);
select make_tenant_table('handover_signatures', 'select, insert');
select make_append_only('handover_signatures');
