/** What happened to boxes and bags, and the seals that they carried. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';

export type ContainerEventKind =
  | 'created'
  | 'put_in'
  | 'taken_out'
  | 'nested'
  | 'unnested'
  | 'sealed'
  | 'unsealed'
  | 'moved'
  | 'carried_out'
  | 'carried_in'
  | 'closed';

export interface ContainerHappening {
  readonly containerId: string;
  readonly kind: ContainerEventKind;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Appends what happened, by the acting person and whoever was there. */
export async function appendContainerEvents(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  { at, secondPersonName }: { readonly at: Date; readonly secondPersonName: string | null },
  happenings: readonly ContainerHappening[],
): Promise<void> {
  const rows = happenings.map(({ containerId, kind, details }) => ({
    id: newId(at.getTime()),
    container_id: containerId,
    kind,
    details: details ?? {},
  }));
  await sql`insert into item_container_events (court_id, id, container_id, kind, occurred_at, actor_id, actor_name,
      second_person_name, details)
    select ${actor.courtId}::integer, id, container_id, kind, ${at}::timestamptz, ${actor.personId}::uuid,
      ${actor.personName}, ${secondPersonName}::text, details
    from json_to_recordset(${rowSetJson(rows)}::json) as event(id uuid, container_id uuid, kind text, details jsonb)`.execute(
    trx,
  );
}

export interface ContainerEventRow {
  readonly id: string;
  readonly kind: ContainerEventKind;
  readonly occurredAt: Date;
  readonly actorName: string;
  readonly secondPersonName: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The newest first, up to 500. */
export async function listContainerEvents(
  reader: TenantReader,
  courtId: number,
  containerId: string,
): Promise<ContainerEventRow[]> {
  const { rows } =
    await sql<ContainerEventRow>`select id, kind, occurred_at as "occurredAt", actor_name as "actorName",
      second_person_name as "secondPersonName", details
    from item_container_events where court_id = ${courtId} and container_id = ${containerId}
    order by occurred_at desc, id desc limit 500`.execute(reader);
  return rows;
}

/** The items of these codes, those among them too that gave way to another. */
export async function listItemIdsOfCodes(
  reader: TenantReader,
  courtId: number,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`select said.code, item.id
    from unnest(${codes}::char(16)[]) as said(code)
    join item_codes issued on issued.code = said.code
    join seized_items item on item.court_id = ${courtId} and item.id = issued.subject_id`.execute(reader);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

export async function insertContainerSeal(
  trx: TenantTransaction,
  courtId: number,
  seals: readonly {
    readonly containerId: string;
    readonly number: string;
    readonly sealedAt: Date;
    readonly sealedByName: string;
    readonly secondPersonName: string | null;
  }[],
): Promise<void> {
  const rows = seals.map((seal) => ({
    id: newId(),
    container_id: seal.containerId,
    number: seal.number,
    sealed_at: seal.sealedAt,
    sealed_by_name: seal.sealedByName,
    second_person_name: seal.secondPersonName,
  }));
  await sql`insert into item_seals (court_id, id, container_id, number, sealed_at, sealed_by_name, second_person_name)
    select ${courtId}::integer, id, container_id, number, sealed_at, sealed_by_name, second_person_name
    from json_to_recordset(${rowSetJson(rows)}::json) as seal(id uuid, container_id uuid, number text,
      sealed_at timestamptz, sealed_by_name text, second_person_name text)`.execute(trx);
}

/** Marks the seal of a box as opened; the row stays. */
export async function updateContainerSealOpened(
  trx: TenantTransaction,
  courtId: number,
  seal: { readonly containerId: string; readonly number: string },
  opening: { readonly at: Date; readonly byName: string; readonly withName: string; readonly reason: string },
): Promise<void> {
  await sql`update item_seals set opened_at = ${opening.at}, opened_by_name = ${opening.byName},
      opened_with = ${opening.withName}, open_reason = ${opening.reason}
    where court_id = ${courtId} and container_id = ${seal.containerId} and number = ${seal.number}
      and opened_at is null`.execute(trx);
}
