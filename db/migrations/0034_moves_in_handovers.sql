-- The move of a whole room that is not over is a matter of a handover of either room.
alter table handover_matters
  drop constraint handover_matters_kind_check,
  add constraint handover_matters_kind_check
    check (kind in ('loan', 'seal', 'key', 'request', 'difference', 'room_move', 'other')),
  -- What has a page of its own: the move of a room.
  add column subject_id uuid;
