-- What differed in a closed month of money is settled by finance and a custodian together; null: settled before that.
alter table money_differences
  add column settled_second_id uuid references people (id),
  add column settled_second_name text;
