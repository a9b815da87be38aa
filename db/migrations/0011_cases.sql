-- Cases, their many numbers, their parties, who handles them, and how cases belong together.

-- Type characters of case numbers that the court uses beyond those that ship with the program.
create table case_number_types (
  court_id integer not null references courts (id),
  code text not null check (code ~ '^[\u4e00-\u9fa5]{1,4}$'),
  -- Where the type comes from: the document that introduced it.
  basis text not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz(3) not null,
  primary key (court_id, code)
);
select make_tenant_table('case_number_types', 'select, insert, delete');

create table cases (
  court_id integer not null references courts (id),
  id uuid not null,
  -- The canonical form of the primary number, which lists show; the numbers themselves are rows of case_numbers.
  number text not null,
  cause text not null,
  handler_id uuid not null references people (id),
  clerk_id uuid references people (id),
  department_id uuid not null,
  stage text not null check (stage in
    ('first_instance', 'second_instance', 'retrial', 'execution', 'confiscation', 'preservation')),
  accepted_on date not null,
  -- When the judgment took effect.
  effective_on date,
  closed_on date,
  -- 非密, 内部, 秘密, 机密.
  secrecy text not null default 'open' check (secrecy in ('open', 'internal', 'confidential', 'secret')),
  involves_minors boolean not null default false,
  seizing_organ text,
  procuratorate text,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, department_id) references departments (court_id, id),
  check (closed_on is null or closed_on >= accepted_on),
  check (effective_on is null or effective_on >= accepted_on)
);
create index cases_by_acceptance on cases (court_id, accepted_on desc, id desc);
create index cases_by_handler on cases (court_id, handler_id, accepted_on desc, id desc);
create index cases_by_clerk on cases (court_id, clerk_id, accepted_on desc, id desc) where clerk_id is not null;
create index cases_by_department on cases (court_id, department_id, accepted_on desc, id desc);
select make_tenant_table('cases', 'select, insert, update');

create table case_numbers (
  court_id integer not null,
  id uuid not null,
  case_id uuid not null,
  -- As it was typed, and with （） as it is compared.
  raw text not null,
  canonical text not null,
  form text not null check (form in ('current', 'legacy')),
  year integer not null,
  court_code text not null,
  special_char text not null default '',
  type_code text not null,
  sequence integer not null check (sequence > 0),
  sub_number integer,
  relation text not null check (relation in
    ('first_instance', 'appeal', 'remand', 'retrial', 'execution', 'preservation', 'merged', 'split', 'other',
     'formerly_wrong')),
  -- The paper that the number comes from.
  source_document text,
  valid_from date not null,
  -- The number that stands in place of this one: of one that was wrong, the right one.
  superseded_by uuid,
  superseded_on date,
  superseded_reason text,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  foreign key (court_id, superseded_by) references case_numbers (court_id, id),
  check (relation <> 'formerly_wrong' or superseded_on is not null)
);
-- A number belongs to one case of a court; one that was written by mistake keeps none from its right case.
create unique index case_numbers_of_one_case on case_numbers (court_id, canonical) where relation <> 'formerly_wrong';
create index case_numbers_by_canonical on case_numbers (court_id, canonical);
create index case_numbers_by_case on case_numbers (court_id, case_id, added_at);
create index case_numbers_by_sequence on case_numbers (court_id, sequence, type_code);
select make_tenant_table('case_numbers', 'select, insert, update');

-- Who handled the case from when to when; the open row is the present handler.
create table case_handlers (
  court_id integer not null,
  id uuid not null,
  case_id uuid not null,
  handler_id uuid not null references people (id),
  handler_name text not null,
  department_id uuid not null,
  department_name text not null,
  from_on date not null,
  -- The day on which the next one took over.
  until_on date,
  reason text,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  check (until_on is null or until_on >= from_on)
);
create unique index case_handlers_present on case_handlers (court_id, case_id) where until_on is null;
create index case_handlers_by_case on case_handlers (court_id, case_id, from_on);
select make_tenant_table('case_handlers', 'select, insert, update');

-- Merged (并案) and split (分案) cases. Each case keeps its own numbers and ledger; of a thing that both need, the
-- main case keeps the ledger (主账) and the other refers to it (副账).
create table case_links (
  court_id integer not null,
  main_case_id uuid not null,
  other_case_id uuid not null,
  kind text not null check (kind in ('merged', 'split')),
  source_document text not null,
  linked_on date not null,
  linked_by uuid not null,
  linked_by_name text not null,
  linked_at timestamptz(3) not null,
  ended_on date,
  end_reason text,
  primary key (court_id, main_case_id, other_case_id),
  foreign key (court_id, main_case_id) references cases (court_id, id),
  foreign key (court_id, other_case_id) references cases (court_id, id),
  check (main_case_id <> other_case_id)
);
create index case_links_by_other on case_links (court_id, other_case_id);
select make_tenant_table('case_links', 'select, insert, update');

create table case_parties (
  court_id integer not null,
  id uuid not null,
  case_id uuid not null,
  role text not null check (role in
    ('defendant', 'victim', 'outsider', 'execution_applicant', 'execution_subject', 'interested_party', 'organisation')),
  kind text not null check (kind in ('person', 'organisation')),
  name text not null,
  document_kind text check (document_kind in
    ('resident_id', 'passport', 'hk_macau_permit', 'taiwan_permit', 'foreign_permit', 'credit_code', 'other')),
  -- The number of the document, sealed with the key of that id; only its first and last characters are readable.
  number_key_id text,
  number_sealed bytea,
  -- Under the same key, to find a party by the number.
  number_hash bytea,
  number_masked text,
  contact text,
  note text,
  version integer not null default 1,
  added_by uuid not null,
  added_at timestamptz(3) not null,
  -- No party any more, and why.
  left_on date,
  left_reason text,
  primary key (court_id, id),
  foreign key (court_id, case_id) references cases (court_id, id),
  check ((number_key_id is null) = (number_sealed is null) and (number_key_id is null) = (number_hash is null)
    and (number_key_id is null) = (number_masked is null) and (number_key_id is null or document_kind is not null))
);
create index case_parties_by_case on case_parties (court_id, case_id, added_at);
create index case_parties_by_number on case_parties (court_id, number_hash) where number_hash is not null;
create index case_parties_by_key on case_parties (number_key_id, court_id, id) where number_key_id is not null;
select make_tenant_table('case_parties', 'select, insert, update');
