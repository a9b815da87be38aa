/** Requests whose time is over, in every court: closed by the sweep, as the owner. */
import type pg from 'pg';

/** Each leaves a decision of the system; what was decided by people stays. */
export async function expireRequests(owner: pg.Client, now: Date): Promise<void> {
  await owner.query(
    `with expired as (
      update approval_requests set state = 'expired', decided_at = $1, version = version + 1
      where state in ('pending', 'returned', 'approved') and expires_at <= $1
      returning court_id, id, round
    ), closed as (
      update approval_seats seat set is_open = false from expired
      where seat.court_id = expired.court_id and seat.request_id = expired.id and seat.is_open
    )
    insert into approval_decisions (court_id, request_id, id, kind, round, person_name, decided_at)
    select court_id, id, gen_random_uuid(), 'expire', round, '系统', $1 from expired`,
    [now],
  );
}
