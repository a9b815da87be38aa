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
