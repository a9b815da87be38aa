-- Imports: one run a file, what is wrong with its rows, the names it could not place, and what earlier files said.

create table import_runs (
  court_id integer not null references courts (id),
  id uuid not null,
  target text not null,
  file_name text not null,
  sha256 char(64) not null,
  size_bytes bigint not null,
  state text not null check (state in ('reading', 'ready', 'checking', 'checked', 'importing', 'done', 'refused',
    'failed', 'interrupted', 'cancelled')),
  -- Raised by every step, not by progress: who starts the import says which verdict they saw.
  version integer not null default 1,
  -- Sheet, header row, encoding, separator: what the person chose where recognising was wrong.
  reading jsonb not null default '{}',
  -- What the file turned out to be: sheets, headers, layout, rows, samples. null until it was read.
  head jsonb,
  -- Which column fills which field.
  columns jsonb,
  -- Blank cells, values for new cards, names matched or to be created.
  settings jsonb not null,
  -- Rewritten in transactions of its own while the import's own transaction is still open.
  progress jsonb,
  -- Counts and sums of the last check, or of the import.
  result jsonb,
  -- Why the file was not read, or the step failed: code and sentences.
  refusal jsonb,
  created_by uuid not null references people (id),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  finished_at timestamptz(3),
  -- Until then the uploaded file, the problems and the names are kept.
  file_kept_until timestamptz(3) not null,
  primary key (court_id, id)
);
create index import_runs_by_time on import_runs (court_id, created_at desc, id desc);
create index import_runs_by_content on import_runs (court_id, sha256);
select make_tenant_table('import_runs', 'select, insert, update');

-- Everything that is wrong with a row, or worth knowing about it, as the last step found it.
create table import_problems (
  court_id integer not null,
  run_id uuid not null,
  ordinal integer not null,
  row_number integer not null,
  -- From 0; null: the whole row.
  position integer,
  column_name text not null,
  value text not null,
  code text not null,
  -- refused: the row is not imported. notice: it is.
  severity text not null check (severity in ('refused', 'notice')),
  zh text not null,
  en text not null,
  primary key (court_id, run_id, ordinal),
  foreign key (court_id, run_id) references import_runs (court_id, id)
);
create index import_problems_by_code on import_problems (court_id, run_id, code, ordinal);
select make_tenant_table('import_problems', 'select, insert, delete');

-- Names of the file that are not simply one thing of the court: departments, people, places, classes.
create table import_references (
  court_id integer not null,
  run_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('department', 'person', 'place', 'class')),
  -- The name as it is compared: under it the person's choice is kept.
  key text not null,
  -- As typed in the file.
  label text not null,
  row_count integer not null,
  -- unknown, ambiguous, found (not by its exact name), matched, created: see references.ts.
  state text not null,
  -- What it stands for, and how that is called.
  subject_id text,
  subject_label text,
  -- What creating it would make, or why it cannot be created.
  plan jsonb,
  primary key (court_id, run_id, ordinal),
  foreign key (court_id, run_id) references import_runs (court_id, id)
);
select make_tenant_table('import_references', 'select, insert, delete');

-- The mapping of columns made or confirmed once, by the headers of the file, with the names matched.
create table import_mappings (
  court_id integer not null references courts (id),
  target text not null,
  fingerprint char(64) not null,
  columns jsonb not null,
  settings jsonb not null,
  updated_by uuid not null references people (id),
  updated_at timestamptz(3) not null,
  primary key (court_id, target, fingerprint)
);
select make_tenant_table('import_mappings', 'select, insert, update');

-- What the last file said about each thing: a row that says the same again has nothing new to say, and a row without
-- any number is known again by what it says.
create table import_rows (
  court_id integer not null,
  target text not null,
  subject_id uuid not null,
  -- Of everything that the row says.
  row_hash bytea not null check (length(row_hash) = 16),
  -- Of what makes the thing what it is; null where a number tells.
  identity_hash bytea check (length(identity_hash) = 16),
  run_id uuid not null,
  primary key (court_id, target, subject_id)
);
create index import_rows_by_identity on import_rows (court_id, target, identity_hash) where identity_hash is not null;
select make_tenant_table('import_rows', 'select, insert, update');
