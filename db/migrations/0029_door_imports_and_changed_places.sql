-- Which days the imports of door events speak of, and what changed about places while things lay there.

-- 门禁核对: for which time a file says what the doors of a room saw, events or none.
create table door_imports (
  court_id integer not null,
  id uuid not null,
  room_id uuid not null,
  covered_from timestamptz(3) not null,
  -- The first moment of which it says nothing; never later than the import.
  covered_before timestamptz(3) not null,
  file_name text not null,
  imported_at timestamptz(3) not null,
  imported_by_name text not null,
  primary key (court_id, id),
  foreign key (court_id, room_id) references room_settings (court_id, place_id),
  check (covered_before > covered_from)
);
create index door_imports_by_room on door_imports (court_id, room_id, covered_before, covered_from);
-- What was imported before spoke of the days from its first event to its last, at every door that it named.
insert into door_imports (court_id, id, room_id, covered_from, covered_before, file_name, imported_at, imported_by_name)
select room.court_id, gen_random_uuid(), room.room_id,
  date_trunc('day', file.first_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai',
  least(file.imported_at,
    (date_trunc('day', file.last_at at time zone 'Asia/Shanghai') + interval '1 day') at time zone 'Asia/Shanghai'),
  '', file.imported_at, file.imported_by_name
from (select court_id, imported_at, imported_by_name, min(occurred_at) as first_at, max(occurred_at) as last_at
  from door_events group by court_id, imported_at, imported_by_name) file
join (select distinct court_id, room_id, imported_at from door_events) room
  on room.court_id = file.court_id and room.imported_at = file.imported_at
where date_trunc('day', file.first_at at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' < file.imported_at;
select make_tenant_table('door_imports', 'select, insert');
select make_append_only('door_imports');

-- What was said anew about a room or a single place: what it offers, and which categories a room keeps. Things that lie
-- there are told since when they lack what.
create table place_condition_changes (
  court_id integer not null,
  id uuid not null,
  place_id uuid not null,
  environment_before text[] not null,
  environment_after text[] not null,
  -- Of a room; both empty of a single place. Empty: every category that the court keeps at all.
  categories_before text[] not null default '{}',
  categories_after text[] not null default '{}',
  changed_at timestamptz(3) not null,
  changed_by uuid not null references people (id),
  changed_by_name text not null,
  primary key (court_id, id),
  foreign key (court_id, place_id) references places (court_id, id)
);
create index place_condition_changes_by_place on place_condition_changes (court_id, place_id, changed_at desc, id desc);
select make_tenant_table('place_condition_changes', 'select, insert');
select make_append_only('place_condition_changes');

-- Whoever counted does not decide on the difference: the second person by id, as the entry of the count has it.
alter table item_count_differences add column second_person_id uuid references people (id);
update item_count_differences difference set second_person_id = entry.second_person_id
from seized_items item
join ledger_entries entry on entry.court_id = item.court_id and entry.book_id = item.book_id
where item.court_id = difference.court_id and item.id = difference.item_id
  and entry.sequence = difference.entry_sequence;

-- What is out and was seen in a room before: told on its way back, and in nobody's way.
alter table item_label_sightings drop constraint item_label_sightings_doubt_check;
alter table item_label_sightings add constraint item_label_sightings_doubt_check
  check (doubt in ('gone', 'in_sealed_box', 'lies_elsewhere', 'seen_elsewhere', 'is_out', 'out_and_seen'));
