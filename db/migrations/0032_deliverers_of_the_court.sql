-- Who delivered, where that is a person of the court: they neither receive nor review what they brought.
alter table item_intakes add column deliverer_id uuid references people (id);
