/** Releases as lists and the desk show them. */
import { z } from 'zod';
import { endOfShanghaiDay, shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { caseReachOf } from '../../cases/case-access.ts';
import { listGrantedRequests } from './list-granted-requests.ts';
import type { ReleaseState, ReleaseView } from './release-kinds.ts';
import { countReleaseRows, listReleaseRows, type ReleaseRow } from './release.sql.ts';
import type { countReleasesEndpoint, listReleasesEndpoint, ReleaseSummary } from './releases.contract.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);
const AWAY: readonly ReleaseState[] = ['out', 'in_transit', 'with_keeper'];

export function summaryOfRelease(row: ReleaseRow, now: Date): ReleaseSummary {
  const { id, kind, state, purpose, receiver, applicantName, caseId, caseNumber, caseCount } = row;
  const { firstItem, itemCount, openCount, takerName, hasIncident } = row;
  return {
    ...{ id, kind, state, purpose, receiver, applicantName, caseId, caseNumber, caseCount },
    ...{ firstItem, itemCount, openCount, takerName, hasIncident },
    number: row.requestNumber,
    attentionAt: shanghaiInstant(row.attentionAt),
    isOverdue: AWAY.includes(state) && row.attentionAt < now,
  };
}

/** The end of the day that it is now. */
function tomorrowOf(now: Date): Date {
  return endOfShanghaiDay(shanghaiDay(now));
}

function spanOf(view: ReleaseView, now: Date) {
  const whole = { from: null, before: null };
  if (view === 'overdue') return { states: AWAY, from: null, before: now };
  if (view === 'today') return { states: ['out'] as const, from: now, before: tomorrowOf(now) };
  return { states: [view], ...whole };
}

/** Releases of the acting court whose cases one reads: what is due first, of the closed ones the latest first. */
export async function listReleases(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listReleasesEndpoint>,
): Promise<ResponseOf<typeof listReleasesEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  if (reach === null) return { items: [], nextCursor: null };
  const position = decodeCursor(query.after, cursor);
  const rows = await listReleaseRows(reader, {
    ...{ courtId, reach, isOwn: query.own === true, ...spanOf(query.view, now) },
    isNewestFirst: query.view === 'closed',
    after: position && { at: position[0], id: position[1] },
    limit: query.limit + 1,
  });
  return pageOfRows(
    rows,
    query.limit,
    (row) => summaryOfRelease(row, now),
    ({ attentionAt, id }) => [attentionAt.toISOString(), id],
  );
}

/** For the tabs and the desk; what waits to be carried out is counted for whoever carries it out. */
export async function countReleases(
  context: QueryContext,
  { query }: InputOf<typeof countReleasesEndpoint>,
): Promise<ResponseOf<typeof countReleasesEndpoint>> {
  const { reader, actor, now } = context;
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  const granted = mayUse(actor, 'item.release') ? (await listGrantedRequests(context)).items.length : 0;
  if (reach === null)
    return { granted, prepared: 0, overdue: 0, today: 0, out: 0, inTransit: 0, withKeeper: 0 };
  const filter = { courtId, reach, isOwn: query.own === true, now, tomorrow: tomorrowOf(now) };
  return { granted, ...(await countReleaseRows(reader, filter)) };
}
