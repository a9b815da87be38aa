/** The statements that turn numbers into rows of the register; see grow-register.ts for what they refer to. */
import { PATTERN_COUNT, RARE_EVERY } from './pattern-cards.ts';

export const PEOPLE_A_DEPARTMENT = 8;
export const ROOMS_A_DEPARTMENT = 12;

/** Numbers that look random and are the same on every machine; ids in the order of their numbers. */
export const FUNCTIONS = `
  create function pg_temp.scatter(n bigint, purpose integer) returns text language sql immutable as
    $$ select md5(n || '/' || purpose) $$;
  create function pg_temp.pick(n bigint, purpose integer, below integer) returns integer language sql immutable as
    $$ select ((hashint8extended(n, purpose) % below + below) % below)::integer $$;
  create function pg_temp.ordered_id(n bigint, purpose integer) returns uuid language sql immutable as $$
    select (lpad(to_hex(1732000000000 + n), 12, '0') || '7' || substr(pg_temp.scatter(n, purpose), 1, 3)
      || '8' || substr(pg_temp.scatter(n, purpose), 4, 15))::uuid $$;
  create temp table pattern as
    select null::integer as n, null::integer[] as grams, null::jsonb as card, asset.* from assets asset limit 0;
  create temp table department (d integer primary key, id uuid, name text);
  create temp table person (d integer, p integer, id uuid, name text, primary key (d, p));
  create temp table room (d integer, r integer, id uuid, path text, primary key (d, r));
  create temp table new_code (serial integer, code text);
  create temp table court (id integer, stock_room_id uuid, stock_room text, actor_id uuid, actor_name text,
    first_d integer, last_d integer)`;

/** Departments with their people and rooms. */
export const STRUCTURE = [
  `insert into department select d, pg_temp.ordered_id(d, 1), '民事审判第' || d || '庭'
   from court, generate_series(first_d, last_d) d`,
  `insert into person select d, p, pg_temp.ordered_id(d * 100 + p, 2), '法官' || d || '之' || p
   from court, generate_series(first_d, last_d) d, generate_series(1, ${PEOPLE_A_DEPARTMENT}) p`,
  `insert into room select d, r, pg_temp.ordered_id(d * 100 + r, 3), site.path || ' / ' || d || '-' || r || ' 室'
   from court, generate_series(first_d, last_d) d, generate_series(1, ${ROOMS_A_DEPARTMENT}) r, places site
   where site.court_id = court.id and site.kind = 'site'`,
  `insert into departments (court_id, id, name, sort_order, created_at)
   select court.id, department.id, name, d, now() from court, department where d between first_d and last_d`,
  `insert into people (id, username, full_name, court_id, department_id, created_at)
   select person.id, 'bench-' || d || '-' || p, person.name, court.id, department.id, now()
   from court, person join department using (d) where d between first_d and last_d`,
  `insert into places (court_id, id, parent_id, kind, name, path, ancestor_ids, sort_key, created_at)
   select court.id, room.id, site.id, 'room', d || '-' || r || ' 室', room.path, site.ancestor_ids || room.id,
     site.sort_key || ' / ' || lpad(d::text, 8, '0') || lpad(r::text, 3, '0'), now()
   from court, room, places site
   where site.court_id = court.id and site.kind = 'site' and d between first_d and last_d`,
];

/** One row a new card. Four fifths are in use; two fifths of those came from another department. */
export const MADE = `
  create temp table made as
  select new_code.serial, new_code.code, pattern.n, pg_temp.ordered_id(serial, 10) as asset_id,
    pg_temp.ordered_id(serial, 11) as book_id, state.status,
    state.status not in ('in_stock', 'on_loan') and pg_temp.pick(serial, 14, 5) < 2 as has_moved,
    first_d + pg_temp.pick(serial, 15, last_d - first_d + 1) as d,
    first_d + pg_temp.pick(serial, 16, last_d - first_d + 1) as earlier_d,
    case when pg_temp.pick(serial, 17, 10) < 7 or state.status = 'on_loan'
      then 1 + pg_temp.pick(serial, 18, ${PEOPLE_A_DEPARTMENT}) end as p,
    1 + pg_temp.pick(serial, 19, ${ROOMS_A_DEPARTMENT}) as r,
    now() - interval '730 days' + pg_temp.pick(serial, 20, 500) * interval '1 day'
      + pg_temp.pick(serial, 21, 28800) * interval '1 second' as came_at,
    case when pattern.serial_number is not null then upper(substr(pg_temp.scatter(serial, 22), 1, 10)) end
      as serial_number,
    case when pattern.old_number1 is not null then 'GZ' || extract(year from pattern.acquired_on)
      || lpad(serial::text, 7, '0') end as old_number1,
    pattern.acquired_on - serial % 28 as acquired_on, pattern.original_value_fen + serial % 97 * 100 as value_fen
  from court, new_code
  join pattern on pattern.n = case when serial % ${RARE_EVERY} = 7 then ${PATTERN_COUNT}
    else 1 + pg_temp.pick(serial, 12, ${PATTERN_COUNT} - 1) end
  cross join lateral (select case when draw < 10 then 'in_stock' when draw < 12 then 'on_loan'
    when draw < 14 then 'in_repair' when draw < 20 then 'idle' else 'in_use' end as status
    from (select pg_temp.pick(serial, 13, 100) as draw) drawn) state`;

/** What happened to each card, in the order of its book. Numbers that are null stand for the store room. */
export const STEPS = `
  create temp table step as
  select serial, row_number() over (partition by serial order by happened.at) as sequence, happened.*
  from made cross join lateral (
    select 'stock_in' as kind, came_at as at, null as from_status, 'in_stock' as to_status, null::int as from_d,
      null::int as to_d, null::int as from_p, null::int as to_p, null::int as from_r, null::int as to_r
    union all
    select case status when 'on_loan' then 'loan' else 'issue' end, came_at + interval '9 days', 'in_stock',
      case status when 'on_loan' then 'on_loan' else 'in_use' end, null, case when has_moved then earlier_d else d end,
      null, p, null, r where status <> 'in_stock'
    union all
    select 'transfer', came_at + interval '80 days', 'in_use', 'in_use', earlier_d, d, p, p, r, r where has_moved
    union all
    select case status when 'idle' then 'mark_idle' else 'send_to_repair' end, came_at + interval '160 days', 'in_use',
      status, d, d, p, p, r, r where status in ('idle', 'in_repair')) happened`;

export const ENTRIES = `
  insert into ledger_entries (court_id, book_id, sequence, id, book_kind, kind, occurred_at, recorded_at, late,
    actor_id, actor_name, basis, from_status, to_status, from_department_id, from_department, to_department_id,
    to_department, from_holder_id, from_holder, to_holder_id, to_holder, from_place_id, from_place, to_place_id,
    to_place, quantity, unit, amount_fen, details, previous_hash, hash)
  select court.id, made.book_id, step.sequence, pg_temp.ordered_id(step.serial * 10::bigint + step.sequence, 30),
    'fixed_asset', step.kind, step.at, step.at, false, court.actor_id, court.actor_name, '单据 ' || step.serial, step.from_status,
    step.to_status, from_department.id, from_department.name, to_department.id, to_department.name, from_person.id,
    from_person.name, to_person.id, to_person.name,
    case when step.sequence > 1 then coalesce(from_room.id, stock_room_id) end,
    case when step.sequence > 1 then coalesce(from_room.path, stock_room) end,
    coalesce(to_room.id, stock_room_id), coalesce(to_room.path, stock_room), 1, pattern.unit, made.value_fen,
    case when step.sequence = 1 then jsonb_build_object('code', made.code, 'loanDueOn', null, 'card',
      pattern.card || jsonb_build_object('serialNumber', made.serial_number, 'oldNumber1', made.old_number1,
        'acquiredOn', made.acquired_on, 'originalValueFen', made.value_fen)) else '{}' end,
    sha256(made.asset_id::text::bytea), sha256(made.book_id::text::bytea)
  from court, step join made using (serial) join pattern on pattern.n = made.n
  left join department from_department on from_department.d = step.from_d
  left join department to_department on to_department.d = step.to_d
  left join person from_person on from_person.d = step.from_d and from_person.p = step.from_p
  left join person to_person on to_person.d = step.to_d and to_person.p = step.to_p
  left join room from_room on from_room.d = step.from_d and from_room.r = step.from_r
  left join room to_room on to_room.d = step.to_d and to_room.r = step.to_r
  order by step.serial, step.sequence`;

/** What a card does not take from its pattern. */
const OWN_COLUMNS: Readonly<Record<string, string>> = {
  court_id: 'court.id',
  id: 'made.asset_id',
  code: 'made.code',
  book_id: 'made.book_id',
  serial_number: 'made.serial_number',
  old_number1: 'made.old_number1',
  acquired_on: 'made.acquired_on',
  original_value_fen: 'made.value_fen',
  status: 'made.status',
  status_before_repair: "case when made.status = 'in_repair' then 'in_use' end",
  department_id: "case when made.status <> 'in_stock' then department.id end",
  holder_id: "case when made.status <> 'in_stock' then person.id end",
  place_id: "case when made.status = 'in_stock' then stock_room_id else room.id end",
  state_since: 'last.at',
  loan_due_on: "case when made.status = 'on_loan' then (last.at + interval '30 days')::date end",
  accumulated_depreciation_fen: 'pattern.opening_depreciation_fen',
  version: 'last.sequence',
  created_at: 'made.came_at',
  updated_at: 'last.at',
};

/** `columns` are those of the table, so that a card has everything that the schema asks for. */
export function cardsStatement(columns: readonly string[]): string {
  const values = columns.map((column) => OWN_COLUMNS[column] ?? `pattern.${column}`);
  return `insert into assets (${columns.join(', ')}) select ${values.join(', ')}
    from court, made join pattern using (n)
    join (select serial, max(at) as at, max(sequence) as sequence from step group by serial) last using (serial)
    join department using (d)
    left join person on person.d = made.d and person.p = made.p
    join room on room.d = made.d and room.r = made.r
    order by made.serial`;
}

export const BESIDE_CARDS = [
  `insert into item_codes (code, court_id, subject_id, issued_at)
   select made.code, court.id, asset_id, came_at from court, made order by serial`,
  `insert into ledger_books (court_id, id, kind, subject_id, hash_algorithm, opened_at, last_sequence, last_hash)
   select court.id, book_id, 'fixed_asset', asset_id, 'sha256', came_at, last.sequence, sha256(book_id::text::bytea)
   from court, made join (select serial, max(sequence) as sequence from step group by serial) last using (serial)
   order by serial`,
  `insert into asset_search (court_id, asset_id, code, name, acquired_on, original_value_fen, grams)
   select court.id, asset_id, made.code, pattern.name, made.acquired_on, value_fen, pattern.grams
   from court, made join pattern using (n) order by serial`,
  `insert into asset_aliases (court_id, alias, asset_id, kind, reversed)
   select court.id, number.alias, asset_id, number.kind, reverse(number.alias)
   from court, made cross join lateral (values (made.code, 'code'), (serial::text, 'serial'),
     (made.serial_number, 'serial_number'), (made.old_number1, 'old_number')) number(alias, kind)
   where number.alias is not null order by serial`,
];
