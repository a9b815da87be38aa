-- Every movement in a room marks the visits on which it rests, and nothing else of them: that is allowed at a glance.
create or replace function refuse_visit_rewrite() returns trigger
language plpgsql as $$
declare
  closing text[] := array['left_at', 'left_late', 'left_recorded_at', 'left_recorded_by_name', 'carried_out', 'anomaly'];
  marks text[] := array['used_from', 'used_until', 'corrected_by_id'];
  marked visits := old;
begin
  marked.used_from := new.used_from;
  marked.used_until := new.used_until;
  if old.corrected_by_id is null and marked is not distinct from new then
    return new;
  end if;
  if (to_jsonb(new) - closing - marks) <> (to_jsonb(old) - closing - marks)
    or (old.left_at is not null and (to_jsonb(new) - marks) <> (to_jsonb(old) - marks))
    or (old.corrected_by_id is not null and new <> old) then
    raise exception 'a visit is opened and closed once, and corrected by another' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
