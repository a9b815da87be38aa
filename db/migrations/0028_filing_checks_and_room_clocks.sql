-- What is checked of the property of a public prosecution when it is received, and clocks that go with a storage room.

-- 刑诉法解释 218(4): every check stays, the newest one counts.
create table filing_checks (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  checked_by uuid not null references people (id),
  checked_by_name text not null,
  checked_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id)
);
create index filing_checks_by_case on filing_checks (court_id, case_id, checked_at desc, id desc);
select make_tenant_table('filing_checks', 'select, insert');
select make_append_only('filing_checks');

create table filing_check_answers (
  court_id integer not null,
  check_id uuid not null,
  question text not null,
  answer text not null check (answer in ('yes', 'no', 'not_applicable')),
  -- What the program had found out by itself; null: nothing.
  proposed text check (proposed in ('yes', 'no', 'not_applicable')),
  -- The things that a "no" is about.
  item_ids uuid[] not null default '{}',
  note text,
  primary key (court_id, check_id, question),
  foreign key (court_id, check_id) references filing_checks (court_id, id)
);
select make_tenant_table('filing_check_answers', 'select, insert');
select make_append_only('filing_check_answers');

-- The room whose custodian answers for the clock; null: its owner stays.
alter table deadlines add column room_id uuid;
create index deadlines_by_room on deadlines (court_id, room_id) where settled_at is null and room_id is not null;
update deadlines set room_id = subject_id where settled_at is null and subject_kind = 'storage_room';
update deadlines d set room_id = settings.place_id
from seized_items item, places place, room_settings settings
where d.settled_at is null and d.subject_kind = 'seized_item' and d.rule_id in ('D06', 'D24')
  and item.court_id = d.court_id and item.id = d.subject_id
  and place.court_id = item.court_id and place.id = item.place_id
  and settings.court_id = place.court_id and settings.is_seized_property_room
  and settings.place_id = any(place.ancestor_ids);
update deadlines d set owner_id = office.person_id
from custodianships office
where d.settled_at is null and d.room_id is not null
  and office.court_id = d.court_id and office.room_id = d.room_id and office.kind = 'custodian' and office.ends_at is null;
