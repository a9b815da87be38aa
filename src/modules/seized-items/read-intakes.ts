/** Deliveries as a person may see them. */
import { z } from 'zod';
import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { caseReachOf, reachesCase, type CaseSubject } from '../cases/case-access.ts';
import type { Secrecy } from '../cases/rules.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { countInput } from './intake-count.ts';
import { refuseIntake } from './intake-refusals.ts';
import {
  countIntakePhotos,
  findIntake,
  listAwaitedRows,
  listIntakeLines,
  listIntakeRows,
  type IntakeLineRow,
  type IntakeRow,
} from './intake.sql.ts';
import type {
  IntakeSummary,
  listAwaitedItemsEndpoint,
  listIntakesEndpoint,
  readIntakeEndpoint,
} from './intakes.contract.ts';
import { categoryOf, listMissingFacts } from './item-categories.ts';
import { isNameHidden, SECRET_ITEM_NAME } from './mask-item.ts';
import { findReadableCase } from './reach-case.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

const instantOrNull = (at: Date | null) => (at === null ? null : shanghaiInstant(at));
const quantityOrNull = (text: string | null) => (text === null ? null : normaliseQuantity(text));

function summaryOf(row: IntakeRow, now: Date): IntakeSummary {
  const { id, caseId, caseNumber, state, deliverer, delivererUnit, listNumber, lockerPath } = row;
  const { receivedByName, secondPersonName, reviewerName, lineCount, pendingCount } = row;
  return {
    ...{ id, caseId, caseNumber, state, deliverer, delivererUnit, listNumber, lockerPath },
    ...{ receivedByName, secondPersonName, reviewerName, lineCount, pendingCount },
    arrivedAt: shanghaiInstant(row.arrivedAt),
    formalDueAt: instantOrNull(row.formalDueAt),
    isOverdue: state === 'counting' && row.formalDueAt !== null && row.formalDueAt < now,
    completedAt: instantOrNull(row.completedAt),
  };
}

interface SecretCase extends CaseSubject {
  readonly secrecy: Secrecy;
}

/** Whoever receives what has not been taken in yet must know what it is; nobody else without clearance does. */
function isHiddenFrom(
  actor: Actor,
  of: SecretCase,
  { keeping }: { readonly keeping: readonly string[] },
  isTakenIn: boolean,
): boolean {
  if (!isTakenIn && reachesCase(actor, 'item.receive', of, 'write')) return false;
  return isNameHidden(actor, { ...of, keeping });
}

function lineOf(
  row: IntakeLineRow,
  isHidden: boolean,
): ResponseOf<typeof readIntakeEndpoint>['lines'][number] {
  const { count, ...line } = row;
  const parsed = countInput.safeParse(count);
  const facts = isHidden ? {} : row.facts;
  const told = isHidden ? { facts: {}, difference: null, serials: null } : {};
  return {
    ...line,
    name: isHidden ? SECRET_ITEM_NAME : row.name,
    facts: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, value ?? ''])),
    missingFacts: listMissingFacts(row.category, row.facts),
    photosMin: categoryOf(row.category).photosMin,
    listedQuantity: quantityOrNull(row.listedQuantity),
    countedQuantity: quantityOrNull(row.countedQuantity),
    count: parsed.success ? { ...parsed.data, ...told } : null,
  };
}

/** One delivery with its lines. Refusal: INTAKE_NOT_FOUND. */
export async function readIntake(
  { reader, actor, now }: QueryContext,
  { intakeId }: { readonly intakeId: string },
): Promise<ResponseOf<typeof readIntakeEndpoint>> {
  const intake = await findIntake(reader, actor.readableCourtIds, intakeId);
  if (!intake || !reachesCase(actor, 'item.read', intake, 'read')) throw refuseIntake('INTAKE_NOT_FOUND');
  const lines = await listIntakeLines(reader, intake.courtId, intake.id);
  const isTakenIn = intake.state === 'completed';
  return {
    ...summaryOf(intake, now),
    photoCount: await countIntakePhotos(reader, intake.courtId, intake.id),
    lines: lines.map((line) => lineOf(line, isHiddenFrom(actor, intake, line, isTakenIn))),
  };
}

/** Deliveries of the acting court, the newest first. */
export async function listIntakes(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listIntakesEndpoint>,
): Promise<ResponseOf<typeof listIntakesEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  if (reach === null) return { items: [], nextCursor: null };
  const position = decodeCursor(query.after, cursor);
  const after = position && { arrivedAt: position[0], id: position[1] };
  const { state, limit } = query;
  const rows = await listIntakeRows(reader, { courtId, state, reach, after, limit: limit + 1 });
  return pageOfRows(
    rows,
    limit,
    (row) => summaryOf(row, now),
    ({ arrivedAt, id }) => [arrivedAt.toISOString(), id],
  );
}

/** What the list announces and has not come. */
export async function listAwaitedItems(
  query: QueryContext,
  { caseId }: { readonly caseId: string },
): Promise<ResponseOf<typeof listAwaitedItemsEndpoint>> {
  const head = await findReadableCase(query, caseId);
  if (!head) return { items: [] };
  const rows = await listAwaitedRows(query.reader, head.courtId, head.id);
  return {
    items: rows.map(({ keeping, ...row }) => ({
      ...row,
      name: isHiddenFrom(query.actor, head, { keeping }, false) ? SECRET_ITEM_NAME : row.name,
      listedQuantity: quantityOrNull(row.listedQuantity),
    })),
  };
}
