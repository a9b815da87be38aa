-- Labels: printed copies of codes, blank labels printed first and bound later, templates, printers, print jobs.

-- A code on a blank label has no thing yet. The directory says of each code how its label stands.
alter table item_codes alter column subject_id drop not null;
alter table item_codes
  add column batch_id uuid,
  -- The version on the newest label; null: no label was ever made. Old versions still resolve (see labels).
  add column label_version char(1) check (label_version ~ '^[1-9A-Z]$'),
  -- When the newest label was known to have come out of a printer, or was bound to its thing; null: 未贴标.
  add column labelled_at timestamptz(3),
  add column bound_at timestamptz(3),
  add column void_reason text,
  -- The code that the thing carries since this one gave way to a label that was printed first.
  add column replaced_by char(16) references item_codes (code);
alter table item_codes add constraint item_codes_blank_or_bound check (subject_id is not null or batch_id is not null);
-- A batch's codes in their order, with what their states are counted by.
create index item_codes_by_batch on item_codes (court_id, batch_id, code) include (subject_id, voided_at, label_version)
  where batch_id is not null;
create index item_codes_unlabelled on item_codes (court_id, subject_id)
  where labelled_at is null and subject_id is not null and voided_at is null;

-- The codes that a thing carried before still call it.
alter table asset_aliases drop constraint asset_aliases_kind_check;
alter table asset_aliases add constraint asset_aliases_kind_check
  check (kind in ('code', 'former_code', 'serial', 'serial_number', 'old_number'));

-- Whose codes carry this number: a scan says whose label it is, and a court's name is no secret.
create function find_court_of_division(number char(6)) returns table (id integer, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select court.id, court.name from courts court where court.division_number = number
$$;
do $$
begin
  revoke all on function find_court_of_division(char) from public;
  execute format('grant execute on function find_court_of_division(char) to %I', (select app_role from installation));
end $$;

-- Labels printed before their things are known (空白标签).
create table code_batches (
  court_id integer not null references courts (id),
  id uuid not null,
  kind char(1) not null check (kind in ('A', 'S', 'B', 'L', 'V', 'D', 'P')),
  code_count integer not null check (code_count between 1 and 20000),
  first_code char(16) not null,
  last_code char(16) not null,
  note text,
  created_by uuid not null references people (id),
  created_by_name text not null,
  created_at timestamptz(3) not null,
  primary key (court_id, id)
);
create index code_batches_by_time on code_batches (court_id, created_at desc, id desc);
select make_tenant_table('code_batches', 'select, insert');

-- Every version of a code's label that was ever made. The QR carries the version.
create table labels (
  court_id integer not null,
  code char(16) not null references item_codes (code),
  version char(1) not null check (version ~ '^[1-9A-Z]$'),
  created_at timestamptz(3) not null,
  printed_at timestamptz(3),
  replaced_at timestamptz(3),
  replacement_reason text check (replacement_reason in ('damaged', 'lost', 'unreadable', 'changed', 'other')),
  primary key (court_id, code, version)
);
select make_tenant_table('labels', 'select, insert, update');

-- What happened to codes and their labels; shown in the thing's life.
create table label_events (
  court_id integer not null references courts (id),
  id uuid not null,
  code char(16) not null,
  kind text not null check (kind in
    ('printed', 'reprinted', 'replaced', 'bound', 'gave_way', 'voided')),
  label_version char(1),
  occurred_at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  job_id uuid,
  reason text,
  -- The other code of a binding, the title of the thing as it was, the template.
  details jsonb not null default '{}',
  primary key (court_id, id)
);
create index label_events_by_code on label_events (court_id, code, occurred_at, id);
select make_tenant_table('label_events', 'select, insert');
select make_append_only('label_events');

-- Templates of a court: each save is a version; what ships with the program is version 0 and lies in files.
create table label_template_versions (
  court_id integer not null references courts (id),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version >= 1),
  name text not null,
  body jsonb not null,
  -- true: no longer offered, from this version on.
  retired boolean not null default false,
  note text,
  saved_by uuid not null references people (id),
  saved_by_name text not null,
  saved_at timestamptz(3) not null,
  primary key (court_id, key, version)
);
select make_tenant_table('label_template_versions', 'select, insert');
select make_append_only('label_template_versions');

create table printers (
  court_id integer not null references courts (id),
  id uuid not null,
  name text not null,
  -- pdf: an office printer; the file is downloaded.
  language text not null check (language in ('zpl', 'tspl', 'pdf')),
  -- null: nothing is sent, the file is downloaded and handed to the printer by hand.
  host text,
  port integer check (port between 1 and 65535),
  dpi integer not null check (dpi in (203, 300, 600)),
  stock_width_mm numeric(6, 2) not null check (stock_width_mm between 8 and 300),
  stock_height_mm numeric(6, 2) not null check (stock_height_mm between 5 and 500),
  -- Between two labels.
  stock_gap_mm numeric(5, 2) not null check (stock_gap_mm between 0 and 50),
  offset_x_mm numeric(5, 2) not null default 0 check (offset_x_mm between -20 and 20),
  offset_y_mm numeric(5, 2) not null default 0 check (offset_y_mm between -20 and 20),
  -- Heat of the head and millimetres a second; null: as the printer is set.
  darkness integer check (darkness between 0 and 30),
  speed_mm_per_second integer check (speed_mm_per_second between 20 and 400),
  place_id uuid,
  closed_at timestamptz(3),
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (court_id, id),
  check ((host is null) = (port is null))
);
create unique index printers_by_name on printers (court_id, name) where closed_at is null;
select make_tenant_table('printers', 'select, insert, update');

-- Which templates a printer may print: only such as fit its stock.
create table printer_templates (
  court_id integer not null,
  printer_id uuid not null,
  template_key text not null,
  primary key (court_id, printer_id, template_key),
  foreign key (court_id, printer_id) references printers (court_id, id)
);
select make_tenant_table('printer_templates', 'select, insert, delete');

create table print_jobs (
  court_id integer not null references courts (id),
  id uuid not null,
  -- null: a file for whoever prints it.
  printer_id uuid,
  printer_name text,
  output text not null check (output in ('pdf', 'zpl', 'tspl')),
  -- first: things without a label; reprint: the same version again; replacement: the next version, the old one gives way;
  -- batch: blank labels.
  purpose text not null check (purpose in ('first', 'reprint', 'replacement', 'batch')),
  reason text,
  kind char(1) not null check (kind in ('A', 'S', 'B', 'L', 'V', 'D', 'P')),
  batch_id uuid,
  template_key text not null,
  template_version integer not null,
  -- The template as it was.
  template jsonb not null,
  -- Dots an inch, offsets, cells of the first sheet that are skipped, copies.
  settings jsonb not null,
  state text not null check (state in
    ('ready', 'queued', 'sending', 'sent', 'interrupted', 'cancelled', 'confirmed')),
  label_count integer not null check (label_count >= 1),
  -- Why the sending broke off: code and sentences.
  failure jsonb,
  created_by uuid not null references people (id),
  created_by_name text not null,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  version integer not null default 1,
  primary key (court_id, id),
  foreign key (court_id, printer_id) references printers (court_id, id)
);
create index print_jobs_by_time on print_jobs (court_id, created_at desc, id desc);
create index print_jobs_open on print_jobs (court_id, created_at desc, id desc)
  where state in ('ready', 'queued', 'sending', 'sent', 'interrupted');
create unique index print_jobs_one_sending on print_jobs (court_id, printer_id) where state = 'sending';
select make_tenant_table('print_jobs', 'select, insert, update');

create table print_job_labels (
  court_id integer not null,
  job_id uuid not null,
  position integer not null check (position >= 1),
  code char(16) not null references item_codes (code),
  label_version char(1) not null,
  -- What stands on the label.
  fields jsonb not null,
  -- sent: handed to the printer, which confirms nothing. in_doubt: the connection broke around it.
  -- printed: a person saw it. failed: it could not be drawn, and why.
  state text not null check (state in ('waiting', 'sent', 'in_doubt', 'printed', 'failed', 'cancelled')),
  failure jsonb,
  primary key (court_id, job_id, position),
  foreign key (court_id, job_id) references print_jobs (court_id, id)
);
create index print_job_labels_by_code on print_job_labels (court_id, code, job_id);
create index print_job_labels_by_state on print_job_labels (court_id, job_id, state, position);
select make_tenant_table('print_job_labels', 'select, insert, update');
