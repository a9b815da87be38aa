-- Foreign money may have come to the bank without a deposit: it came back on a claim, or an older register says so.
alter table item_conversions alter column deposit_id drop not null;
alter table money_conversions alter column deposit_id drop not null;
alter table item_conversions add constraint item_conversions_have_a_slip
  check (deposit_id is not null or conversion_id is not null);
create index money_conversions_without_deposit on money_conversions (court_id, converted_on desc, id desc)
  where deposit_id is null;
create index seized_items_kept_by_unit on seized_items (court_id, unit, id) where keeper is not null and on_hand > 0;

-- A bank's slip is recorded once, whatever came or went by it.
create index claim_recoveries_by_slip on claim_recoveries (court_id, bank, payment_slip);
