-- Money that lay at the bank in its own currency and that the bank changed later, on a slip of its own.
create table money_conversions (
  court_id integer not null references courts (id),
  id uuid not null,
  deposit_id uuid not null,
  slip_number text not null,
  -- That of the deposit.
  bank text not null,
  -- The account into which the yuan came: never its whole number.
  account_alias text not null,
  currency char(3) not null check (currency <> 'CNY'),
  amount_minor bigint not null check (amount_minor > 0),
  converted_on date not null,
  rate_id uuid not null,
  worth_fen bigint not null check (worth_fen >= 0),
  bank_rate numeric not null check (bank_rate > 0),
  credited_fen bigint not null check (credited_fen > 0),
  slip_file_id uuid not null,
  note text,
  converted_by uuid not null references people (id),
  converted_by_name text not null,
  second_person_id uuid not null references people (id),
  second_person_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  unique (court_id, bank, slip_number),
  foreign key (court_id, deposit_id) references money_deposits (court_id, id),
  foreign key (court_id, rate_id) references exchange_rates (court_id, id)
);
create index money_conversions_by_deposit on money_conversions (court_id, deposit_id, converted_on, id);
select make_tenant_table('money_conversions', 'select, insert');
select make_append_only('money_conversions');

-- null: it was changed at the counter, on the slip of the deposit itself.
alter table item_conversions add column conversion_id uuid;
alter table item_conversions add constraint item_conversions_conversion
  foreign key (court_id, conversion_id) references money_conversions (court_id, id);
create index item_conversions_by_conversion on item_conversions (court_id, conversion_id) where conversion_id is not null;

-- Money that came back on a claim after a reversal: it is an item of the case from the same moment on.
create table claim_recoveries (
  court_id integer not null references courts (id),
  id uuid not null,
  claim_id uuid not null,
  case_id uuid not null,
  -- The money as an item of the case, and the entry by which it came in.
  item_id uuid not null,
  entry_sequence integer not null,
  currency char(3) not null,
  amount_minor bigint not null check (amount_minor > 0),
  -- What of the claim it settles; of foreign money by the rate of the day.
  recovered_fen bigint not null check (recovered_fen > 0),
  rate_id uuid,
  payer text not null,
  document text not null,
  payment_slip text not null,
  bank text not null,
  recovered_on date not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid not null references people (id),
  recorded_by_name text not null,
  second_person_id uuid not null references people (id),
  second_person_name text not null,
  primary key (court_id, id),
  unique (court_id, item_id),
  foreign key (court_id, claim_id) references disposition_claims (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, rate_id) references exchange_rates (court_id, id),
  check ((rate_id is null) = (currency = 'CNY'))
);
create index claim_recoveries_by_claim on claim_recoveries (court_id, claim_id, recovered_on, id);
select make_tenant_table('claim_recoveries', 'select, insert');
select make_append_only('claim_recoveries');

-- written_off: it ends though not all of it came back, for a reason and on an approval.
alter table disposition_claims drop constraint disposition_claims_state_check;
alter table disposition_claims add constraint disposition_claims_state_check
  check (state in ('open', 'paid', 'rejected', 'written_off'));
alter table disposition_claims add column closing_reason text;
alter table disposition_claims add column closing_approval text;
create index disposition_claims_open_by_case on disposition_claims (court_id, case_id, opened_at, id) where state = 'open';
