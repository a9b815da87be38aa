import { shanghaiInstant } from '../../../platform/clock.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { listGrantedRequests as listGranted, type GrantedRow } from '../../approvals/list-open-requests.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { instantOrNull } from '../describe-item.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { approvalKindOf, itemRequestKindOfApproval } from '../item-request-kinds.ts';
import { isDear } from '../dear.rules.ts';
import { maskItem } from '../mask-item.ts';
import { listItemRequests } from '../item-request.sql.ts';
import { listItemIdsUnderSeal, listSealedAround } from '../containers/container.sql.ts';
import { listLastReadings, type LastReading } from '../odometers/odometer.sql.ts';
import { keptTerms } from './release-terms.ts';
import type { GrantedRequest, listGrantedRequestsEndpoint } from './requests.contract.ts';

const KINDS = ['loan', 'examination', 'extension', 'transfer_up', 'outside_keeping', 'unseal'] as const;
const REQUESTS_MAX = 200;

function itemOf(
  row: ItemRow,
  quantity: string,
  odometers: ReadonlyMap<string, LastReading>,
): GrantedRequest['items'][number] {
  const { id, code, name, caseId, caseNumber, number, unit, state, place, sealNumber } = row;
  return {
    ...{ id, code, name, caseId, caseNumber, number, unit, state, place, sealNumber },
    quantity: normaliseQuantity(quantity),
    isDear: isDear(row),
    isVehicle: row.category === 'vehicles',
    odometerLast: odometers.get(id)?.km ?? row.facts.odometerKm ?? null,
    hazards: [...row.hazards],
    keeping: [...row.keeping],
  };
}

interface Known {
  readonly items: ReadonlyMap<string, ItemRow>;
  readonly odometers: ReadonlyMap<string, LastReading>;
}

function describeGranted(
  row: GrantedRow,
  terms: unknown,
  { items, odometers }: Known,
): GrantedRequest | null {
  const kind = KINDS.find((each) => each === itemRequestKindOfApproval(row.kind));
  if (kind === undefined) return null;
  const { id, number, reason, applicantName, applicantDepartment } = row;
  const { purpose, receiver, dueAt, contractNumber } = keptTerms.parse(terms ?? {});
  return {
    ...{ id, number, kind, reason, applicantName, applicantDepartment },
    ...{ purpose, receiver, dueAt, contractNumber },
    decidedAt: instantOrNull(row.decidedAt),
    expiresAt: shanghaiInstant(row.expiresAt),
    box: null,
    items: row.lines.flatMap(({ subjectId, quantity }) => {
      const item = items.get(subjectId);
      return item ? [itemOf(item, quantity, odometers)] : [];
    }),
  };
}

/** The box under whose seal lies all that was asked for, and nothing else. */
async function findShutBox(
  { reader, actor: { courtId } }: QueryContext,
  request: GrantedRequest,
  items: ReadonlyMap<string, ItemRow>,
): Promise<GrantedRequest['box']> {
  const containerId = request.items
    .map(({ id }) => items.get(id)?.containerId ?? null)
    .find((id) => id !== null);
  if (request.kind !== 'unseal' || containerId === undefined) return null;
  const asked = new Set(request.items.map(({ id }) => id));
  for (const box of await listSealedAround(reader, courtId, containerId)) {
    const lying = await listItemIdsUnderSeal(reader, courtId, box.id);
    if (lying.length === asked.size && lying.every((id) => asked.has(id))) return box;
  }
  return null;
}

/** What was approved and waits for the custodian, the oldest first. */
export async function listGrantedRequests(
  query: QueryContext,
): Promise<ResponseOf<typeof listGrantedRequestsEndpoint>> {
  const { reader, actor, now } = query;
  const { courtId } = actor;
  const kinds = KINDS.map(approvalKindOf);
  const rows = await listGranted(reader, { courtId, kinds, now, limit: REQUESTS_MAX });
  const ids = rows.flatMap(({ lines }) => lines.map(({ subjectId }) => subjectId));
  const rowsOfItems = await listItemRowsById(reader, [courtId], ids);
  const items = new Map(rowsOfItems.map((row) => [row.id, maskItem(actor, row)]));
  const vehicles = [...items.values()].filter(({ category }) => category === 'vehicles');
  const odometers = await listLastReadings(
    reader,
    courtId,
    vehicles.map(({ id }) => id),
  );
  const requests = await listItemRequests(
    reader,
    courtId,
    rows.map(({ id }) => id),
  );
  const terms = new Map(requests.map((request) => [request.requestId, request.terms]));
  const granted = rows.flatMap((row) => describeGranted(row, terms.get(row.id), { items, odometers }) ?? []);
  const answer: GrantedRequest[] = [];
  for (const request of granted) answer.push({ ...request, box: await findShutBox(query, request, items) });
  return { items: answer };
}
