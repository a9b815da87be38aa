import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import { refuse } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission } from '../accounts/permissions.ts';
import { namedOf, placedOf } from './asset-list-row.sql.ts';
import type { HoldingLine, PersonHoldings } from './holdings.contract.ts';
import { findHolder, listHoldingRows, type HoldingRow } from './holdings.sql.ts';

/** More than anybody uses; whoever holds more is a storekeeper and reads the list. */
const HOLDINGS_MAX = 5000;

export interface HoldingsRequest {
  readonly personId: string;
  readonly courtId?: number | undefined;
}

function lineOf(row: HoldingRow, today: string): HoldingLine {
  return {
    courtId: row.courtId,
    assetId: row.id,
    code: row.code,
    name: row.name,
    specification: row.specification,
    model: row.model,
    serialNumber: row.serialNumber,
    unit: row.unit,
    quantity: row.quantity,
    originalValueFen: row.originalValueFen,
    netValueFen: row.netValueFen,
    status: row.status,
    department: namedOf(row.departmentId, row.department),
    place: placedOf(row.placeId, row.place),
    since: shanghaiInstant(row.stateSince),
    loanDueOn: row.loanDueOn,
    isOverdue: row.status === 'on_loan' && row.loanDueOn !== null && row.loanDueOn < today,
    isPendingReceipt: row.isPendingReceipt,
  };
}

function sumOf(lines: readonly HoldingLine[]) {
  return {
    count: lines.length,
    originalValueFen: lines.reduce((sum, line) => sum + line.originalValueFen, 0),
    netValueFen: lines.reduce((sum, line) => sum + line.netValueFen, 0),
  };
}

/**
 * Everything that the person still has to answer for in one court. What waits for their signature stands in its own
 * group as well as among what they use or borrowed; the total counts each thing once.
 * Refusal: NOT_FOUND for people outside the scope.
 */
export async function readPersonHoldings(
  context: QueryContext,
  request: HoldingsRequest,
): Promise<PersonHoldings> {
  const { reader, actor, now } = context;
  const courtId = request.courtId ?? actor.courtId;
  const holder = actor.readableCourtIds.includes(courtId)
    ? await findHolder(reader, courtId, request.personId)
    : undefined;
  if (!holder) throw refuse('NOT_FOUND');
  const subject = { courtId, departmentId: holder.departmentId, personId: holder.id };
  if (!decidePermission(actor, 'person.holdings.read', subject, 'read').allowed) throw refuse('NOT_FOUND');

  const rows = await listHoldingRows(reader, courtId, holder.id, HOLDINGS_MAX + 1);
  const today = shanghaiDay(now);
  const shown = rows.slice(0, HOLDINGS_MAX);
  const linesOf = (wanted: (row: HoldingRow) => boolean) =>
    shown.filter(wanted).map((row) => lineOf(row, today));
  const inUse = linesOf((row) => row.isHeld && row.status !== 'on_loan');
  const onLoan = linesOf((row) => row.isHeld && row.status === 'on_loan');
  const pendingReceipts = linesOf((row) => row.isPendingReceipt);
  return {
    person: {
      id: holder.id,
      name: holder.name,
      department: holder.department,
      employeeNumber: holder.employeeNumber,
    },
    inUse,
    onLoan,
    pendingReceipts,
    totals: {
      inUse: sumOf(inUse),
      onLoan: sumOf(onLoan),
      pendingReceipts: sumOf(pendingReceipts),
      all: sumOf(linesOf(() => true)),
    },
    isClear: rows.length === 0,
    isTruncated: rows.length > HOLDINGS_MAX,
  };
}
