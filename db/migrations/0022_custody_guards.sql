-- Photos that a court demands when things leave and come back, mileage of vehicles, allowances of natural loss.

-- The latest version holds; without one, what ships.
create table item_photo_policies (
  court_id integer not null references courts (id),
  version integer not null check (version >= 1),
  rules jsonb not null,
  note text not null,
  created_at timestamptz(3) not null,
  created_by uuid not null references people (id),
  created_by_name text not null,
  primary key (court_id, version)
);
select make_tenant_table('item_photo_policies', 'select, insert');
select make_append_only('item_photo_policies');

-- What the odometer of a vehicle said; the newest of an item is held against the next.
create table item_odometer_readings (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  taken_at timestamptz(3) not null,
  occasion text not null check (occasion in ('receipt', 'exit', 'return', 'inspection', 'count', 'incident')),
  -- null: it could not be read, and the note says why.
  km numeric(9, 1) check (km >= 0),
  -- Against the reading before; null: there was none.
  difference_km numeric(10, 1),
  -- What the approval of the way out allowed.
  allowed_km numeric(9, 1),
  note text,
  taken_by_name text not null,
  second_person_name text,
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check (km is not null or note is not null)
);
create index item_odometer_readings_by_item on item_odometer_readings (court_id, item_id, recorded_at desc, id desc);
select make_tenant_table('item_odometer_readings', 'select, insert');
select make_append_only('item_odometer_readings');

-- How much things of a category may lose by nature, or two weighings differ, as a court sets it by a paper of its own;
-- the newest in force on the day counts.
create table item_tolerances (
  court_id integer not null references courts (id),
  id uuid not null,
  kind text not null check (kind in ('natural_loss', 'weighing')),
  category text not null,
  share numeric(7, 6) not null check (share between 0 and 1),
  effective_from date not null,
  document text not null,
  reason text not null,
  set_by uuid not null references people (id),
  set_by_name text not null,
  set_at timestamptz(3) not null,
  primary key (court_id, id)
);
create index item_tolerances_by_category on item_tolerances (court_id, kind, category, effective_from desc, set_at desc);
select make_tenant_table('item_tolerances', 'select, insert');
select make_append_only('item_tolerances');

-- What a fridge, a safe or a cabinet offers beside its room: it counts for the place and everything in it.
create table place_environments (
  court_id integer not null,
  place_id uuid not null,
  environment text[] not null,
  primary key (court_id, place_id),
  foreign key (court_id, place_id) references places (court_id, id)
);
select make_tenant_table('place_environments', 'select, insert, update');

-- Things at rest with a need, to be held against what their places offer.
create index seized_items_with_needs on seized_items (court_id, place_id, id)
  where place_id is not null and keeping <> '{}';
