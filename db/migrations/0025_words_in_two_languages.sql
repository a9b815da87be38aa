-- What was kept as a Chinese sentence is kept by its parts, so that pages say it in the language of their reader and
-- papers in Chinese. What cannot be taken apart stays as it was written.

-- The title of a request in English; null: handed in before.
alter table approval_requests add column title_en text;

alter table handover_lines
  add column case_number text,
  add column item_number integer,
  add column quantity numeric,
  add column unit text,
  add column seal_number text,
  add column container text,
  add constraint handover_lines_particulars check (
    (case_number is null) = (item_number is null) and (case_number is null) = (quantity is null)
    and (case_number is null) = (unit is null)
    and (case_number is not null or (seal_number is null and container is null)));

alter table handover_matters
  add column case_number text,
  add column item_number integer,
  add column quantity numeric,
  add column unit text,
  add column seal_number text,
  add column container text,
  -- The state of the thing on that day, in both languages.
  add column condition jsonb,
  add constraint handover_matters_particulars check (
    (case_number is null) = (item_number is null) and (case_number is null) = (quantity is null)
    and (case_number is null) = (unit is null)
    and (case_number is not null or (seal_number is null and container is null and condition is null)));

create function pg_temp.take_apart(detail text) returns text[]
language sql immutable as $$
  select regexp_match(detail,
    '^(.+) 第 (\d{1,9}) 件 · (\d{1,18}(?:\.\d{1,18})?) ([^ ·]+)(?: · 封条 ([^·]+?))?(?: · 箱袋 (.+))?$')
$$;

create function pg_temp.unit_of(word text) returns text
language sql immutable as $$
  select coalesce(
    (select code from (values ('元', 'CNY'), ('美元', 'USD'), ('欧元', 'EUR'), ('英镑', 'GBP'), ('港元', 'HKD'),
      ('日元', 'JPY'), ('韩元', 'KRW'), ('卢布', 'RUB'), ('蒙古图格里克', 'MNT')) as currency(name, code)
      where name = word), word)
$$;

update handover_lines line set case_number = parts[1], item_number = parts[2]::integer, quantity = parts[3]::numeric,
    unit = pg_temp.unit_of(parts[4]), seal_number = parts[5], container = parts[6], detail = null
  from (select court_id, handover_id, id, pg_temp.take_apart(detail) as parts from handover_lines) as taken
  where parts is not null and line.court_id = taken.court_id and line.handover_id = taken.handover_id
    and line.id = taken.id;

-- The title of such a matter ends with the state in brackets, and stays so.
update handover_matters matter set case_number = parts[1], item_number = parts[2]::integer,
    quantity = parts[3]::numeric, unit = pg_temp.unit_of(parts[4]), seal_number = parts[5], container = parts[6],
    detail = null
  from (select court_id, handover_id, id, pg_temp.take_apart(detail) as parts from handover_matters) as taken
  where parts is not null and matter.court_id = taken.court_id and matter.handover_id = taken.handover_id
    and matter.id = taken.id;

drop function pg_temp.take_apart(text);
drop function pg_temp.unit_of(text);
