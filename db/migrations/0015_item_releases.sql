-- Items leave their room for a while: what was asked for, who took them, until when, and how they came back.

-- What an approver sees of the request as a whole: [{"zh", "en", "value"}].
alter table approval_requests add column facts jsonb not null default '[]';

-- What was asked for beyond the things themselves: purpose, term, receiver, by the kind of request. Kept as it was said.
create table item_requests (
  court_id integer not null,
  request_id uuid not null,
  kind text not null,
  terms jsonb not null,
  created_at timestamptz(3) not null,
  primary key (court_id, request_id),
  foreign key (court_id, request_id) references approval_requests (court_id, id)
);
select make_tenant_table('item_requests', 'select, insert');
select make_append_only('item_requests');
