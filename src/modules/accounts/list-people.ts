import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { listPeople as declaration } from './people.contract.ts';
import { listPeopleOfCourt, peopleCursor, type PersonSummaryRow } from './people-list.sql.ts';

export function personSummaryOf(row: PersonSummaryRow) {
  return {
    id: row.id,
    username: row.username,
    fullName: row.full_name,
    courtId: row.court_id,
    departmentId: row.department_id,
    departmentName: row.department_name,
    employeeNumber: row.employee_number,
    roles: row.roles,
    closed: row.closed,
  };
}

/** People whose account the acting court keeps, and those who have a role in it, by username. */
export async function listPeople(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const rows = await listPeopleOfCourt(reader, {
    courtId: actor.courtId,
    today: shanghaiDay(now),
    q: query.q ?? null,
    departmentId: query.departmentId ?? null,
    role: query.role ?? null,
    personId: null,
    status: query.status,
    after: decodeCursor(query.after, peopleCursor),
    limit: query.limit + 1,
  });
  return pageOfRows(rows, query.limit, personSummaryOf, (row) => ({ key: row.username, id: row.id }));
}
