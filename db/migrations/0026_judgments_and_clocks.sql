-- Property given back to the victim before judgment, orders of enforcement, notices to banks, clocks that people start.

-- 执行程序中交付申请执行人、解除查封发还: what an execution orders about the things that it seized.
alter table judgment_lines drop constraint judgment_lines_disposition_check;
alter table judgment_lines add constraint judgment_lines_disposition_check check (disposition in ('return_victim',
  'return_defendant', 'return_outsider', 'deliver_applicant', 'lift_return', 'confiscate', 'destroy', 'hand_over',
  'continue_recovery', 'send_back', 'keep_in_file'));

-- seizing_organ: it keeps things of the case and answers within a month. payer: a bank that holds what was frozen and
-- answers within fifteen days.
alter table judgment_notices add column kind text not null default 'seizing_organ'
  check (kind in ('seizing_organ', 'payer'));

-- 审判期间返还被害人: on what paper the thing was appraised or valued before it leaves.
alter table disposition_grounds drop constraint disposition_grounds_kind_check;
alter table disposition_grounds add constraint disposition_grounds_kind_check
  check (kind in ('early', 'unrelated', 'victim'));
alter table disposition_grounds add column valuation_document text;
alter table disposition_grounds add constraint disposition_grounds_of_victims
  check ((kind = 'victim') = (valuation_document is not null) and (kind <> 'victim' or right_holder is not null));

-- 退库返还: whoever proves a right after the thing went into the treasury.
alter table disposition_claims drop constraint disposition_claims_kind_check;
alter table disposition_claims add constraint disposition_claims_kind_check
  check (kind in ('give_back', 'price', 'compensation', 'refund'));

-- What a clock is about that a person started: the paper that started it.
alter table deadlines add column matter text;
alter table deadline_events drop constraint deadline_events_kind_check;
alter table deadline_events add constraint deadline_events_kind_check check (kind in
  ('set', 'counted_anew', 'escalated', 'acknowledged', 'handed_on', 'extended', 'settled'));

-- 副账: the case of this court that needs a thing in the ledger of another; only its own judge lets the thing go.
alter table item_holds add column case_id uuid;
alter table item_holds add constraint item_holds_case foreign key (court_id, case_id) references cases (court_id, id);
create index item_holds_by_case on item_holds (court_id, case_id, placed_on, id) where case_id is not null;

-- 交接后更换门锁、钥匙、密码和门禁权限: what the incoming custodian says of it when they sign.
alter table handover_signatures add column note text;
