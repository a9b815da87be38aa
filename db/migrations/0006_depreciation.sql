-- Monthly depreciation: posted once, never changed.
create table depreciation_runs (
  court_id integer not null references courts (id),
  -- The month as its first day.
  month date not null check (extract(day from month) = 1),
  posted_at timestamptz(3) not null,
  posted_by uuid references people (id),
  posted_by_name text not null,
  asset_count integer not null,
  amount_fen bigint not null,
  -- Totals by department and class, as the voucher shows them.
  voucher jsonb not null,
  primary key (court_id, month)
);
select make_tenant_table('depreciation_runs', 'select, insert');
select make_append_only('depreciation_runs');

create table depreciation_lines (
  court_id integer not null,
  month date not null,
  asset_id uuid not null,
  -- Negative once, when the value was corrected below what had been depreciated.
  amount_fen bigint not null check (amount_fen <> 0),
  accumulated_after_fen bigint not null,
  -- What the amount was made from, so that the next month knows whether anything changed.
  monthly_fen bigint not null,
  value_fen bigint not null,
  -- The first month in which nothing is left to depreciate, as its first day.
  life_end date not null check (extract(day from life_end) = 1),
  department_id uuid,
  class_code char(9) not null,
  primary key (court_id, month, asset_id),
  -- The run's totals are known when its lines are written.
  foreign key (court_id, month) references depreciation_runs (court_id, month) deferrable initially deferred,
  foreign key (court_id, asset_id) references assets (court_id, id)
);
create index depreciation_lines_by_asset on depreciation_lines (court_id, asset_id, month);
select make_tenant_table('depreciation_lines', 'select, insert');
select make_append_only('depreciation_lines');
