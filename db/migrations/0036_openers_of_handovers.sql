-- Who opened a handover by its document: the appointment that follows from it is theirs, whoever signs last. Null for
-- those opened before.
alter table handovers add column opened_by uuid references people (id);
