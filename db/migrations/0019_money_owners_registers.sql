-- Owners of seized items with shares, deposits of money and its monthly reconciliation, registers taken over, and the
-- periods of deadlines that a court sets itself.

-- Who owns an item was found out or decided anew: every act stays, the newest one counts.
create table item_owner_acts (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  -- The entry of the case's book that says so.
  entry_sequence integer not null,
  ownership text not null check (ownership in ('defendant', 'victim', 'outsider', 'unknown', 'disputed')),
  reason text not null,
  document text not null,
  decided_at timestamptz(3) not null,
  recorded_by uuid not null references people (id),
  recorded_by_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, item_id, entry_sequence),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
select make_tenant_table('item_owner_acts', 'select, insert');
select make_append_only('item_owner_acts');

-- The parties of an act, each with its share as an exact fraction; of a disputed item, what each of them claims.
create table item_owner_shares (
  court_id integer not null,
  act_id uuid not null,
  party_id uuid not null,
  position integer not null,
  numerator integer not null check (numerator >= 1),
  denominator integer not null check (denominator >= numerator),
  primary key (court_id, act_id, party_id),
  foreign key (court_id, act_id) references item_owner_acts (court_id, id),
  foreign key (court_id, party_id) references case_parties (court_id, id)
);
create index item_owner_shares_by_party on item_owner_shares (court_id, party_id);
select make_tenant_table('item_owner_shares', 'select, insert');
select make_append_only('item_owner_shares');

-- Cash that is evidence by its very notes (特定现金) is kept as it is until the judge lets it go to the bank.
create table item_money_orders (
  court_id integer not null,
  id uuid not null,
  item_id uuid not null,
  entry_sequence integer not null,
  verdict text not null check (verdict in ('keep', 'deposit')),
  document text not null,
  reason text not null,
  ordered_by uuid not null references people (id),
  ordered_by_name text not null,
  ordered_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, item_id, entry_sequence),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
select make_tenant_table('item_money_orders', 'select, insert');
select make_append_only('item_money_orders');

-- One slip of the bank: money of one currency that two people brought to the account of the court.
create table money_deposits (
  court_id integer not null references courts (id),
  id uuid not null,
  slip_number text not null,
  bank text not null,
  -- What people call the account: never its whole number.
  account_alias text not null,
  currency char(3) not null,
  amount_minor bigint not null check (amount_minor > 0),
  deposited_on date not null,
  slip_file_id uuid not null,
  deposited_by uuid not null references people (id),
  deposited_by_name text not null,
  second_person_id uuid not null references people (id),
  second_person_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, bank, slip_number)
);
create index money_deposits_by_day on money_deposits (court_id, deposited_on desc, id desc);
select make_tenant_table('money_deposits', 'select, insert');
select make_append_only('money_deposits');

create table money_deposit_lines (
  court_id integer not null,
  deposit_id uuid not null,
  item_id uuid not null,
  entry_sequence integer not null,
  amount_minor bigint not null check (amount_minor > 0),
  primary key (court_id, deposit_id, item_id),
  foreign key (court_id, deposit_id) references money_deposits (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index money_deposit_lines_by_item on money_deposit_lines (court_id, item_id);
select make_tenant_table('money_deposit_lines', 'select, insert');
select make_append_only('money_deposit_lines');

-- The entries of the cases' books that are about money.
create index ledger_entries_of_money on ledger_entries (court_id, currency, occurred_at)
  where book_kind = 'case' and amount_fen <> 0;

-- A month of one currency: what the bank and finance say, and once closed the figures as they stood.
create table money_months (
  court_id integer not null references courts (id),
  id uuid not null,
  month char(7) not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  currency char(3) not null,
  state text not null check (state in ('entered', 'closed')),
  -- {"bankMinor", "bookMinor", "slips": [{"slip", "minor"}], "cases": [{"caseNumber", "minor"}]}
  statement jsonb not null,
  entered_by uuid not null references people (id),
  entered_by_name text not null,
  entered_at timestamptz(3) not null,
  -- The figures of the closing, as money-figures.ts reads them.
  figures jsonb,
  closed_by uuid references people (id),
  closed_by_name text,
  second_person_id uuid references people (id),
  second_person_name text,
  closed_at timestamptz(3),
  primary key (court_id, id),
  unique (court_id, currency, month),
  check ((state = 'closed') = (closed_at is not null and figures is not null))
);
select make_tenant_table('money_months', 'select, insert, update');

-- A closed month is frozen: nobody changes it, not even by mistake.
create function refuse_closed_money_month() returns trigger
language plpgsql as $$
begin
  if old.state = 'closed' then
    raise exception 'a closed month of money stays as it is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger refuse_closed before update on money_months
  for each row execute function refuse_closed_money_month();

-- Which entries a closed month counts: what is recorded later with an earlier day belongs to the next one.
create table money_month_entries (
  court_id integer not null,
  entry_id uuid not null,
  month_id uuid not null,
  primary key (court_id, entry_id),
  foreign key (court_id, month_id) references money_months (court_id, id)
);
create index money_month_entries_by_month on money_month_entries (court_id, month_id);
select make_tenant_table('money_month_entries', 'select, insert');
select make_append_only('money_month_entries');

-- What did not agree when the month was closed, with its explanation, until it is settled.
create table money_differences (
  court_id integer not null,
  id uuid not null,
  month_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('bank', 'book', 'slip', 'case')),
  -- The slip or the case; empty for a balance.
  label text not null,
  ours_minor bigint,
  theirs_minor bigint,
  explanation text not null,
  settled_on date,
  settlement text,
  settled_by uuid references people (id),
  settled_by_name text,
  primary key (court_id, id),
  foreign key (court_id, month_id) references money_months (court_id, id),
  check ((settled_on is null) = (settlement is null))
);
create index money_differences_by_month on money_differences (court_id, month_id, position);
create index money_differences_open on money_differences (court_id, id) where settled_on is null;
select make_tenant_table('money_differences', 'select, insert, update');

-- The period of a rule as a court sets it by a paper of its own; the newest in force on the day of the start counts.
create table deadline_periods (
  court_id integer not null references courts (id),
  id uuid not null,
  rule_id text not null check (rule_id ~ '^D[0-9]{2}$'),
  amount integer not null check (amount between 1 and 10000),
  unit text not null check (unit in ('hour', 'day', 'workday', 'month')),
  effective_from date not null,
  document text not null,
  reason text not null,
  set_by uuid not null references people (id),
  set_by_name text not null,
  set_at timestamptz(3) not null,
  primary key (court_id, id)
);
create index deadline_periods_by_rule on deadline_periods (court_id, rule_id, effective_from desc, set_at desc);
select make_tenant_table('deadline_periods', 'select, insert');
select make_append_only('deadline_periods');
-- The court's own paper by which it was counted; null: the edition that ships.
alter table deadlines add column basis text;

-- What came from older registers and nobody has counted yet, and seizures by the day on which they lapse.
create index seized_items_unverified on seized_items (court_id, updated_at desc, id desc) where is_unverified;
create index seized_items_by_seizure_end on seized_items (court_id, seizure_expires_on, id)
  where seizure_expires_on is not null;
