-- A whole room of seized property is moved to another one: one job until nothing is left and in nobody's hands.
create table room_moves (
  court_id integer not null references courts (id),
  id uuid not null,
  from_room_id uuid not null,
  to_room_id uuid not null,
  document text not null,
  started_at timestamptz(3) not null,
  started_by uuid not null references people (id),
  started_by_name text not null,
  -- done: everything has arrived or went elsewhere; called_off: things stay where they were by then.
  outcome text check (outcome in ('done', 'called_off')),
  ended_at timestamptz(3),
  ended_by uuid references people (id),
  ended_by_name text,
  -- Whoever answers for the other room.
  second_person_name text,
  end_note text,
  primary key (court_id, id),
  foreign key (court_id, from_room_id) references room_settings (court_id, place_id),
  foreign key (court_id, to_room_id) references room_settings (court_id, place_id),
  check (from_room_id <> to_room_id),
  check ((outcome is null) = (ended_at is null))
);
create unique index room_moves_one_open on room_moves (court_id, from_room_id) where outcome is null;
create index room_moves_by_start on room_moves (court_id, started_at desc, id desc);
select make_tenant_table('room_moves', 'select, insert, update');

-- What lay in the room when the move began. What came into it later has to leave it too, and is found by its place.
create table room_move_items (
  court_id integer not null,
  move_id uuid not null,
  item_id uuid not null,
  primary key (court_id, move_id, item_id),
  foreign key (court_id, move_id) references room_moves (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
select make_tenant_table('room_move_items', 'select, insert');
select make_append_only('room_move_items');
