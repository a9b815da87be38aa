import { sayQuantity, sayUnit } from '../../platform/quantity.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import { normaliseDecimal } from '../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findQuantityProblem } from '../seized-items/item-quantity.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { requireOpenLedger } from '../seized-items/require-open-ledger.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { listItemsById, type CaseItemRow } from './case-item.sql.ts';
import { listBeneficiaries, type BeneficiaryRow } from './case-party.sql.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { startFiling } from './item-deadlines.ts';
import {
  insertLines,
  listLinesOfCase,
  type JudgmentLineRow,
  type NewJudgmentLine,
} from './judgment-line.sql.ts';
import { concernsAThing, orderOf } from './judgment-orders.ts';
import type { enterJudgmentLinesEndpoint } from './judgments.contract.ts';
import { mayTakePlace, type CorrectableLine } from './match-lines.rules.ts';

type Body = InputOf<typeof enterJudgmentLinesEndpoint>['body'];
type Line = Body['lines'][number];

function isVoid({ refusedAt, replacedByLineId }: JudgmentLineRow): boolean {
  return refusedAt !== null || replacedByLineId !== null;
}

/** As the books count it: money that a bank changed is corrected in what it was changed into. */
export function requirePlaceTaken(correcting: CorrectableLine, corrected: JudgmentLineRow): void {
  const { carriedOut, counted } = corrected;
  if (!mayTakePlace(correcting, { ...corrected, unit: counted.unit }, carriedOut))
    throw refuseDisposition('LINE_CARRIED_OUT', { quantity: sayQuantity(carriedOut, counted.unit) });
}

/** Refusals: LINE_NUMBER_TAKEN, LINE_NOT_FOUND, LINE_ALREADY_DECIDED, LINE_CARRIED_OUT. */
function requireFree(
  line: CorrectableLine & Pick<Line, 'lineNumber' | 'correctsLineId'>,
  document: string,
  known: readonly JudgmentLineRow[],
): void {
  const { lineNumber: number, correctsLineId } = line;
  if (correctsLineId === null) {
    const isTaken = known.some(
      (row) =>
        row.document === document && row.lineNumber === number && !isVoid(row) && row.correctsLineId === null,
    );
    if (isTaken) throw refuseDisposition('LINE_NUMBER_TAKEN', { document, number });
    return;
  }
  const corrected = known.find(({ id }) => id === correctsLineId);
  if (!corrected) throw refuseDisposition('LINE_NOT_FOUND');
  const isCorrectedAlready = known.some((row) => row.correctsLineId === correctsLineId && !isVoid(row));
  if (isVoid(corrected) || isCorrectedAlready) throw refuseDisposition('LINE_ALREADY_DECIDED');
  requirePlaceTaken(line, corrected);
}

/** Refusals: LINE_ITEM_UNNEEDED, LINE_ITEM_UNKNOWN, LINE_UNIT_DIFFERS, QUANTITY_INVALID. */
function requireFittingItem(line: Line, items: readonly CaseItemRow[], caseId: string): void {
  const { itemId, unit, lineNumber: number } = line;
  if (findQuantityProblem(normaliseDecimal(line.quantity), unit) !== null)
    throw refuseItem('QUANTITY_INVALID');
  if (itemId === null) return;
  if (!concernsAThing(line.order)) {
    const { zh: order, en: orderEnglish } = orderOf(line.order);
    throw refuseDisposition('LINE_ITEM_UNNEEDED', { number, order, orderEnglish });
  }
  const item = items.find(({ id }) => id === itemId);
  if (item?.caseId !== caseId) throw refuseDisposition('LINE_ITEM_UNKNOWN', { number });
  if (item.unit !== unit && item.convertedFrom !== unit)
    throw refuseDisposition('LINE_UNIT_DIFFERS', {
      number,
      unit: sayUnit(unit),
      itemUnit: sayUnit(item.unit),
    });
}

/** By name. Refusals: BENEFICIARY_MISSING, BENEFICIARY_UNKNOWN. */
function beneficiaryOf(line: Line, parties: readonly BeneficiaryRow[]): string | null {
  const { beneficiaryId, beneficiary, lineNumber: number } = line;
  const order = orderOf(line.order);
  if (order.needs !== null && beneficiaryId === null && beneficiary === null)
    throw refuseDisposition('BENEFICIARY_MISSING', { number, order: order.zh, orderEnglish: order.en });
  if (beneficiaryId === null) return beneficiary;
  const party = parties.find(({ id }) => id === beneficiaryId);
  if (!party) throw refuseDisposition('BENEFICIARY_UNKNOWN', { number });
  return party.name;
}

/**
 * Writes down what a judgment orders, by the judge’s side; a correction is a line that takes the place of another once
 * it is confirmed, and of which what was carried out of the other is a part. Nothing is disposed of by it. Refusals: INTAKE_CASE_UNKNOWN, LEDGER_CLOSED, LINE_NUMBER_TAKEN,
 * LINE_NOT_FOUND, LINE_ALREADY_DECIDED, LINE_CARRIED_OUT, LINE_ITEM_UNNEEDED, LINE_ITEM_UNKNOWN, LINE_UNIT_DIFFERS,
 * QUANTITY_INVALID, BENEFICIARY_MISSING, BENEFICIARY_UNKNOWN. (刑诉法解释 444)
 */
export async function enterJudgmentLines(
  command: CommandContext,
  { params, body }: InputOf<typeof enterJudgmentLinesEndpoint>,
): Promise<ResponseOf<typeof enterJudgmentLinesEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { document, effectiveOn } = body;
  const head = await lockReachableCase(command, 'judgment.enter', params.caseId);
  await requireOpenLedger(trx, courtId, head.id);
  const known = await listLinesOfCase(trx, courtId, head.id);
  const itemIds = body.lines.flatMap(({ itemId }) => itemId ?? []);
  const items = await listItemsById(trx, courtId, itemIds);
  const parties = await listBeneficiaries(trx, courtId, head.id);
  const numbers = new Set<number>();
  const lines = body.lines.map((line): NewJudgmentLine => {
    const { lineNumber: number } = line;
    if (numbers.has(number)) throw refuseDisposition('LINE_NUMBER_TAKEN', { document, number });
    numbers.add(number);
    requireFittingItem(line, items, head.id);
    const beneficiary = beneficiaryOf(line, parties);
    const quantity = normaliseDecimal(line.quantity);
    requireFree({ ...line, beneficiary, quantity }, document, known);
    return { ...line, id: newId(), caseId: head.id, document, effectiveOn, beneficiary, quantity };
  });
  await insertLines(trx, courtId, { personId, personName, now }, lines);
  await startFiling(command, head, shanghaiDay(now));
  command.audit({
    subjectKind: 'case',
    subjectId: head.id,
    subjectLabel: head.number,
    after: {
      document,
      effectiveOn,
      lines: lines.map(({ lineNumber, itemId, quantity, unit, order }) => ({
        ...{ lineNumber, itemId, quantity, unit, order },
      })),
    },
  });
  return { lineIds: lines.map(({ id }) => id) };
}
