-- From judgment to the end: what judgments order, who holds items back, how items leave for good, what is claimed later.

-- A line of a judgment, as it was written down. Its words never change: a correction is another line that replaces it.
create table judgment_lines (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  document text not null,
  effective_on date not null,
  line_number integer not null check (line_number >= 1),
  -- null: nothing in the case matches, or the line concerns nothing that the court keeps.
  item_id uuid,
  -- The thing as the judgment names it.
  description text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  disposition text not null check (disposition in ('return_victim', 'return_defendant', 'return_outsider', 'confiscate',
    'destroy', 'hand_over', 'continue_recovery', 'send_back', 'keep_in_file')),
  -- To whom: a party of the case, or an organ.
  beneficiary_id uuid,
  beneficiary text,
  corrects_line_id uuid,
  note text,
  entered_at timestamptz(3) not null,
  entered_by uuid not null references people (id),
  entered_by_name text not null,
  -- Each of these once.
  confirmed_at timestamptz(3),
  confirmed_by uuid references people (id),
  confirmed_by_name text,
  refused_at timestamptz(3),
  refused_by_name text,
  refusal_reason text,
  replaced_by_line_id uuid,
  -- A line that concerns nothing in store is carried out by a paper.
  carried_out_at timestamptz(3),
  carried_out_by_name text,
  carried_out_document text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, beneficiary_id) references case_parties (court_id, id),
  foreign key (court_id, corrects_line_id) references judgment_lines (court_id, id),
  foreign key (court_id, replaced_by_line_id) references judgment_lines (court_id, id),
  check (confirmed_at is null or refused_at is null),
  check (confirmed_by is null or confirmed_by <> entered_by)
);
create index judgment_lines_by_case on judgment_lines (court_id, case_id, effective_on, document, line_number);
create index judgment_lines_by_item on judgment_lines (court_id, item_id) where item_id is not null;
create index judgment_lines_waiting on judgment_lines (court_id, entered_at, id)
  where confirmed_at is null and refused_at is null;
create index judgment_lines_in_force on judgment_lines (court_id, effective_on, id)
  where confirmed_at is not null and replaced_by_line_id is null;
create unique index judgment_lines_once on judgment_lines (court_id, case_id, document, line_number)
  where refused_at is null and replaced_by_line_id is null and corrects_line_id is null;
select make_tenant_table('judgment_lines', 'select, insert, update');

create function keep_words_of_judgment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a line of a judgment stays' using errcode = 'restrict_violation'; end if;
  if (new.court_id, new.id, new.case_id, new.document, new.effective_on, new.line_number, new.item_id, new.description,
      new.quantity, new.unit, new.disposition, new.beneficiary_id, new.beneficiary, new.corrects_line_id, new.note,
      new.entered_at, new.entered_by, new.entered_by_name)
    is distinct from (old.court_id, old.id, old.case_id, old.document, old.effective_on, old.line_number, old.item_id,
      old.description, old.quantity, old.unit, old.disposition, old.beneficiary_id, old.beneficiary,
      old.corrects_line_id, old.note, old.entered_at, old.entered_by, old.entered_by_name)
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.refused_at is not null and new.refused_at is distinct from old.refused_at)
    or (old.replaced_by_line_id is not null and new.replaced_by_line_id is distinct from old.replaced_by_line_id)
    or (old.carried_out_at is not null and new.carried_out_at is distinct from old.carried_out_at)
  then raise exception 'the words of a judgment are not overwritten' using errcode = 'restrict_violation'; end if;
  return new;
end $$;
create trigger keep_words before update or delete on judgment_lines
  for each row execute function keep_words_of_judgment();

-- Papers to the organ that keeps things of the case: the judgment that was sent, and its receipt.
create table judgment_notices (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  document text not null,
  organ text not null,
  sent_on date not null,
  sent_by_name text not null,
  receipt_document text,
  received_on date,
  received_by_name text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id)
);
create index judgment_notices_by_case on judgment_notices (court_id, case_id, sent_on, id);
select make_tenant_table('judgment_notices', 'select, insert, update');

-- Why an item may be disposed of without a judgment: early disposal (刑诉法解释 439), or it is unrelated (刑诉法 145).
create table disposition_grounds (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('early', 'unrelated')),
  -- Of early disposal: which of the four cases.
  cause text check (cause in ('perishable', 'depreciating', 'volatile', 'expiring')),
  consent text check (consent in ('applied', 'consented', 'refused', 'unreachable')),
  right_holder text,
  consent_document text,
  document text not null,
  reason text not null,
  found_on date not null,
  state text not null check (state in ('open', 'requested', 'granted', 'escalated', 'ended')),
  request_id uuid,
  approval_number text,
  entered_at timestamptz(3) not null,
  entered_by uuid not null references people (id),
  entered_by_name text not null,
  escalated_at timestamptz(3),
  escalated_by_name text,
  escalation_document text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  check ((kind = 'early') = (cause is not null and consent is not null))
);
create index disposition_grounds_by_item on disposition_grounds (court_id, item_id, entered_at);
select make_tenant_table('disposition_grounds', 'select, insert, update');

-- 轮候查封、监察、另案: which kind of hold, and when it was let go.
alter table item_holds add column kind text not null default 'other'
  check (kind in ('waiting_seizure', 'supervision', 'other_case', 'other'));
create index item_holds_in_force on item_holds (court_id, placed_on, id) where released_on is null;

-- 认领公告 and what was done to find whom the thing belongs to.
create table public_notices (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  document text not null,
  medium text not null,
  published_on date not null,
  -- The end of the year as the law counts it.
  due_on date not null,
  published_by_name text not null,
  ended_on date,
  outcome text check (outcome in ('claimed', 'forfeited', 'called_off')),
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index public_notices_by_item on public_notices (court_id, item_id, published_on);
create unique index public_notices_running on public_notices (court_id, item_id) where ended_on is null;
create index public_notices_due on public_notices (court_id, due_on, id) where ended_on is null;
select make_tenant_table('public_notices', 'select, insert, update');

create table claimant_contacts (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  contacted_at timestamptz(3) not null,
  means text not null check (means in ('phone', 'letter', 'visit', 'message', 'announcement')),
  to_whom text not null,
  outcome text not null check (outcome in ('reached', 'not_reached', 'refused', 'will_come')),
  note text,
  recorded_at timestamptz(3) not null,
  recorded_by_name text not null,
  primary key (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id)
);
create index claimant_contacts_by_item on claimant_contacts (court_id, item_id, contacted_at);
select make_tenant_table('claimant_contacts', 'select, insert');
select make_append_only('claimant_contacts');

-- Auctions: each attempt with the rule by which it was announced.
create table auction_rounds (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  round integer not null check (round >= 1),
  method text not null check (method in ('online_auction', 'sale')),
  valuation_number text not null,
  valuation_value_fen bigint not null check (valuation_value_fen > 0),
  valuation_base_on date not null,
  valuation_valid_until date not null,
  reserve_fen bigint not null check (reserve_fen > 0),
  announced_on date not null,
  held_on date not null,
  rule_version text not null,
  announced_by_name text not null,
  result text check (result in ('sold', 'failed', 'withdrawn')),
  price_fen bigint check (price_fen > 0),
  buyer text,
  result_document text,
  result_at timestamptz(3),
  result_by_name text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  unique (court_id, item_id, round)
);
select make_tenant_table('auction_rounds', 'select, insert, update');

-- How an item, or a part of it, left for good. The entry of the case's book says the same in short.
create table dispositions (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in
    ('return', 'treasury', 'forfeit', 'sale', 'finance_takes_over', 'destruction', 'hand_over', 'send_back')),
  quantity numeric not null check (quantity > 0),
  unit text not null,
  line_id uuid,
  ground_id uuid,
  request_id uuid,
  approval_number text,
  executed_at timestamptz(3) not null,
  executor_id uuid not null references people (id),
  executor_name text not null,
  second_person_id uuid references people (id),
  second_person_name text,
  supervisor_id uuid references people (id),
  supervisor_name text,
  place text,
  method text,
  counterparty text,
  -- Relation of the taker to the right holder, and the papers that prove it.
  relation text,
  proof text,
  number_kind text,
  number_key_id text,
  number_sealed bytea,
  number_hash bytea,
  number_masked text,
  signature_sha256 char(64),
  officer_signature_sha256 char(64),
  document text,
  video text,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  amount_fen bigint check (amount_fen >= 0),
  payment_slip text,
  auction_id uuid,
  proceeds_item_id uuid,
  residue_item_id uuid,
  receipt_document text,
  receipt_on date,
  receipt_by_name text,
  note text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, line_id) references judgment_lines (court_id, id),
  foreign key (court_id, ground_id) references disposition_grounds (court_id, id),
  check ((number_key_id is null) = (number_sealed is null) and (number_key_id is null) = (number_hash is null)
    and (number_key_id is null) = (number_masked is null))
);
create index dispositions_by_case on dispositions (court_id, case_id, executed_at, id);
create index dispositions_by_item on dispositions (court_id, item_id, executed_at);
create index dispositions_by_line on dispositions (court_id, line_id) where line_id is not null;
create index dispositions_by_proceeds on dispositions (court_id, proceeds_item_id) where proceeds_item_id is not null;
create index dispositions_by_residue on dispositions (court_id, residue_item_id) where residue_item_id is not null;
create index dispositions_by_key on dispositions (number_key_id, court_id, id) where number_key_id is not null;
select make_tenant_table('dispositions', 'select, insert, update');

-- 执行回转、国家赔偿: what is owed after a judgment was reversed. The item stays as it ended.
create table disposition_claims (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  disposition_id uuid not null,
  document text not null,
  claimant text not null,
  kind text not null check (kind in ('give_back', 'price', 'compensation')),
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  state text not null check (state in ('open', 'paid', 'rejected')),
  opened_at timestamptz(3) not null,
  opened_by_name text not null,
  closed_at timestamptz(3),
  closed_by_name text,
  closing_document text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, item_id) references seized_items (court_id, id),
  foreign key (court_id, disposition_id) references dispositions (court_id, id)
);
create index disposition_claims_by_item on disposition_claims (court_id, item_id, opened_at);
create index disposition_claims_open on disposition_claims (court_id, opened_at, id) where state = 'open';
select make_tenant_table('disposition_claims', 'select, insert, update');

-- 销账 and its reopening: the newest says which.
create table case_ledger_events (
  court_id integer not null references courts (id),
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('closed', 'reopened')),
  -- The head of the case's book at that moment.
  last_sequence integer not null,
  last_hash bytea not null,
  document text,
  reason text,
  at timestamptz(3) not null,
  by_id uuid not null references people (id),
  by_name text not null,
  second_person_name text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id)
);
create index case_ledger_events_by_case on case_ledger_events (court_id, case_id, at desc, id desc);
select make_tenant_table('case_ledger_events', 'select, insert');
select make_append_only('case_ledger_events');

-- Items that have not ended, of a case: what a judgment may have forgotten.
create index seized_items_not_ended on seized_items (court_id, case_id, id)
  where state not in ('returned', 'to_treasury', 'destroyed', 'handed_over', 'sent_back', 'consumed', 'split_up',
    'lost', 'entered_by_mistake', 'merged_back', 'refused_at_receipt');
