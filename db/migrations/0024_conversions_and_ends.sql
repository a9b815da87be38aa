-- A public notice also ends when the thing is lost or used up while it runs.
alter table public_notices drop constraint public_notices_outcome_check;
alter table public_notices add constraint public_notices_outcome_check
  check (outcome in ('claimed', 'forfeited', 'called_off', 'lost'));
