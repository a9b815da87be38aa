/** Things that belong to no case. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import type { SensitiveThing } from './mask-uncased.ts';

export interface UncasedRow extends SensitiveThing {
  readonly id: string;
  readonly kind: 'found' | 'belongings';
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly features: string;
  readonly place: string;
  readonly fromWhom: string;
  readonly owner: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly cameAt: Date;
  readonly dueOn: string | null;
  readonly state: 'open' | 'identified' | 'given_back';
  readonly itemId: string | null;
  readonly itemCode: string | null;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly settledWith: string | null;
  readonly settledTo: string | null;
  readonly note: string | null;
  readonly recordedByName: string;
  readonly secondPersonName: string;
}

const COLUMNS = sql.raw(`thing.id, thing.kind, thing.name, thing.quantity, thing.unit, thing.features,
  place.path as place, thing.from_whom as "fromWhom", thing.owner, thing.case_id as "caseId", c.number as "caseNumber",
  thing.came_at as "cameAt", thing.due_on::text as "dueOn", thing.state, thing.item_id as "itemId",
  item.code as "itemCode", thing.settled_at as "settledAt", thing.settled_by_name as "settledByName",
  thing.settled_with as "settledWith", thing.settled_to as "settledTo", thing.note,
  thing.recorded_by_name as "recordedByName", thing.second_person_name as "secondPersonName",
  thing.is_hidden as "isHidden", case when c.id is null then null else jsonb_build_object('courtId', c.court_id,
    'handlerId', c.handler_id, 'clerkId', c.clerk_id, 'departmentId', c.department_id, 'secrecy', c.secrecy,
    'involvesMinors', c.involves_minors) end as "ofCase"
  from uncased_things thing
  join places place on place.court_id = thing.court_id and place.id = thing.place_id
  left join cases c on c.court_id = thing.court_id and c.id = thing.case_id
  left join seized_items item on item.court_id = thing.court_id and item.id = thing.item_id`);

/** Of one state, what came last first. */
export async function listUncasedRows(
  reader: TenantReader,
  courtId: number,
  filter: {
    readonly state: UncasedRow['state'];
    readonly after: { readonly cameAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<UncasedRow[]> {
  const { state, after, limit } = filter;
  const position =
    after === null
      ? sql`true`
      : sql`(thing.came_at, thing.id) < (${after.cameAt}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<UncasedRow>`select ${COLUMNS}
    where thing.court_id = ${courtId} and thing.state = ${state} and ${position}
    order by thing.came_at desc, thing.id desc limit ${limit}`.execute(reader);
  return rows;
}

/** Held until the end; read after the wait. */
export async function lockUncased(
  trx: TenantTransaction,
  courtId: number,
  id: string,
): Promise<UncasedRow | undefined> {
  await sql`select id from uncased_things where court_id = ${courtId} and id = ${id} for update`.execute(trx);
  return findUncasedRow(trx, courtId, id);
}

export async function findUncasedRow(
  reader: TenantReader,
  courtId: number,
  id: string,
): Promise<UncasedRow | undefined> {
  const { rows } = await sql<UncasedRow>`select ${COLUMNS}
    where thing.court_id = ${courtId} and thing.id = ${id}`.execute(reader);
  return rows[0];
}

export interface NewUncased {
  readonly id: string;
  readonly kind: UncasedRow['kind'];
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly features: string;
  readonly placeId: string;
  readonly fromWhom: string;
  readonly owner: string | null;
  readonly caseId: string | null;
  readonly cameAt: Date;
  readonly dueOn: string | null;
  readonly note: string | null;
  readonly isHidden: boolean;
  readonly recordedBy: { readonly id: string; readonly name: string };
  readonly secondPersonName: string;
}

/** `false`: it is recorded already. */
export async function insertUncased(
  trx: TenantTransaction,
  courtId: number,
  one: NewUncased,
): Promise<boolean> {
  const { rows } =
    await sql`insert into uncased_things (court_id, id, kind, name, quantity, unit, features, place_id, from_whom, owner,
      case_id, came_at, due_on, state, note, recorded_by, recorded_by_name, second_person_name, is_hidden)
    values (${courtId}, ${one.id}, ${one.kind}, ${one.name}, ${one.quantity}::numeric, ${one.unit}, ${one.features},
      ${one.placeId}, ${one.fromWhom}, ${one.owner}, ${one.caseId}::uuid, ${one.cameAt}, ${one.dueOn}::date, 'open',
      ${one.note}, ${one.recordedBy.id}, ${one.recordedBy.name}, ${one.secondPersonName}, ${one.isHidden})
    on conflict do nothing returning id`.execute(trx);
  return rows.length === 1;
}

export async function updateUncasedSettled(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  end: {
    readonly state: 'identified' | 'given_back';
    readonly itemId: string | null;
    readonly at: Date;
    readonly byName: string;
    readonly withName: string;
    readonly to: string | null;
    readonly note: string;
  },
): Promise<void> {
  await sql`update uncased_things set state = ${end.state}, item_id = ${end.itemId}::uuid, settled_at = ${end.at},
      settled_by_name = ${end.byName}, settled_with = ${end.withName}, settled_to = ${end.to}, note = ${end.note},
      version = version + 1
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}
