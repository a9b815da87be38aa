-- Approvals: one engine for every kind of request. Policies are versions and decisions only grow.

create table approval_policies (
  court_id integer not null references courts (id),
  kind text not null,
  version integer not null check (version >= 1),
  rules jsonb not null,
  note text not null,
  created_at timestamptz(3) not null,
  created_by uuid not null references people (id),
  created_by_name text not null,
  primary key (court_id, kind, version)
);
select make_tenant_table('approval_policies', 'select, insert');
select make_append_only('approval_policies');

-- Numbers of requests, by year, without gaps.
create table approval_counters (
  court_id integer not null references courts (id),
  year integer not null,
  last_number integer not null check (last_number >= 1),
  primary key (court_id, year)
);
select make_tenant_table('approval_counters', 'select, insert, update');

create table approval_requests (
  court_id integer not null references courts (id),
  id uuid not null,
  number text not null,
  kind text not null,
  state text not null check (state in
    ('pending', 'returned', 'approved', 'used', 'rejected', 'withdrawn', 'expired')),
  title text not null,
  reason text not null,
  grade text,
  amount_fen bigint,
  applicant_id uuid not null references people (id),
  applicant_name text not null,
  applicant_department_id uuid,
  applicant_department text,
  -- 0: the rules that ship with the product.
  policy_version integer not null check (policy_version >= 0),
  -- The steps as the policy had them when the request was handed in, with where they come from.
  steps jsonb not null,
  basis text,
  valid_days integer not null check (valid_days > 0),
  round integer not null check (round >= 1),
  -- The step that is open, from 0.
  step integer not null check (step >= 0),
  -- People who may not decide, because the thing is in their care.
  kept_apart uuid[] not null default '{}',
  submitted_at timestamptz(3) not null,
  decided_at timestamptz(3),
  -- Until when a pending request waits, or an approval may be carried out.
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  used_by_name text,
  version integer not null default 1,
  primary key (court_id, id),
  unique (court_id, number)
);
create index approval_requests_by_time on approval_requests (court_id, submitted_at desc, id desc);
create index approval_requests_by_state on approval_requests (court_id, state, submitted_at desc, id desc);
create index approval_requests_by_applicant
  on approval_requests (court_id, applicant_id, submitted_at desc, id desc);
create index approval_requests_expiring on approval_requests (expires_at)
  where state in ('pending', 'returned', 'approved');
select make_tenant_table('approval_requests', 'select, insert, update');

create table approval_lines (
  court_id integer not null,
  request_id uuid not null,
  line integer not null check (line >= 1),
  subject_kind text not null,
  subject_id uuid not null,
  label text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  used_quantity numeric not null default 0 check (used_quantity >= 0 and used_quantity <= quantity),
  -- What the approver sees of the thing, as it was: [{"zh", "en", "value"}].
  facts jsonb not null default '[]',
  primary key (court_id, request_id, line),
  unique (court_id, request_id, subject_id),
  foreign key (court_id, request_id) references approval_requests (court_id, id)
);
create index approval_lines_by_subject on approval_lines (court_id, subject_id);
select make_tenant_table('approval_lines', 'select, insert, update, delete');

-- One seat: one decision that a step waits for, by a role or by a named person.
create table approval_seats (
  court_id integer not null,
  request_id uuid not null,
  round integer not null,
  step integer not null,
  seat integer not null,
  role text,
  -- Only holders of the role for this department.
  department_id uuid,
  person_id uuid references people (id),
  is_open boolean not null,
  verdict text check (verdict in ('approve', 'reject', 'return')),
  decided_by uuid references people (id),
  primary key (court_id, request_id, round, step, seat),
  foreign key (court_id, request_id) references approval_requests (court_id, id),
  check ((role is null) <> (person_id is null)),
  check ((verdict is null) = (decided_by is null))
);
create index approval_seats_open on approval_seats (court_id, request_id) where is_open;
create index approval_seats_decided on approval_seats (court_id, decided_by, request_id) where decided_by is not null;
select make_tenant_table('approval_seats', 'select, insert, update');

create table approval_decisions (
  court_id integer not null,
  request_id uuid not null,
  id uuid not null,
  kind text not null check (kind in
    ('submit', 'approve', 'reject', 'return', 'resubmit', 'withdraw', 'use', 'expire')),
  round integer not null,
  step_title text,
  person_id uuid,
  person_name text not null,
  -- The person whose seat was filled by a delegate.
  on_behalf_of_id uuid,
  on_behalf_of_name text,
  opinion text,
  decided_at timestamptz(3) not null,
  primary key (court_id, request_id, id),
  foreign key (court_id, request_id) references approval_requests (court_id, id)
);
select make_tenant_table('approval_decisions', 'select, insert');
select make_append_only('approval_decisions');

create table approval_delegations (
  court_id integer not null references courts (id),
  id uuid not null,
  from_person_id uuid not null references people (id),
  to_person_id uuid not null references people (id),
  valid_from date not null,
  -- The last day.
  valid_to date not null,
  reason text not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (court_id, id),
  check (from_person_id <> to_person_id),
  check (valid_to >= valid_from)
);
create index approval_delegations_to on approval_delegations (court_id, to_person_id, valid_to);
create index approval_delegations_from on approval_delegations (court_id, from_person_id, valid_to);
select make_tenant_table('approval_delegations', 'select, insert, update');
