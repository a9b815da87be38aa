/** The enforcement bureau confirms the lines of a judgment, returns them, or says that one was carried out by a paper. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { listItemsById } from './case-item.sql.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { requirePlaceTaken } from './enter-judgment-lines.ts';
import { finishExecution } from './finish-execution.ts';
import { settleReview, startExecution, startOrders } from './item-deadlines.ts';
import {
  lockLines,
  updateLineCarriedOut,
  updateLinesConfirmed,
  updateLinesRefused,
  type JudgmentLineRow,
} from './judgment-line.sql.ts';
import { concernsAThing } from './judgment-orders.ts';
import type {
  carryOutJudgmentLineEndpoint,
  confirmJudgmentLinesEndpoint,
  refuseJudgmentLinesEndpoint,
} from './judgments.contract.ts';

interface CaseWithLines {
  readonly head: CaseHead;
  readonly lines: readonly JudgmentLineRow[];
}

/** The lines, by their cases, which are held in the order of ids. Refusal: LINE_NOT_FOUND. */
async function reachLines(command: CommandContext, lineIds: readonly string[]): Promise<CaseWithLines[]> {
  const { trx, actor } = command;
  const lines = await lockLines(trx, actor.courtId, lineIds);
  if (lines.length < new Set(lineIds).size) throw refuseDisposition('LINE_NOT_FOUND');
  const caseIds = [...new Set(lines.map(({ caseId }) => caseId))].sort();
  const reached: CaseWithLines[] = [];
  for (const caseId of caseIds) {
    const head = await lockReachableCase(command, 'judgment.confirm', caseId);
    reached.push({ head, lines: lines.filter((line) => line.caseId === caseId) });
  }
  return reached;
}

function requireWaiting({ confirmedAt, refusedAt, replacedByLineId }: JudgmentLineRow): void {
  if (confirmedAt !== null || refusedAt !== null || replacedByLineId !== null)
    throw refuseDisposition('LINE_ALREADY_DECIDED');
}

function audit(command: CommandContext, { head, lines }: CaseWithLines, after: object): void {
  command.audit({
    subjectKind: 'case',
    subjectId: head.id,
    subjectLabel: head.number,
    after,
    detail: { lines: lines.map(({ document, lineNumber }) => `${document} ${lineNumber}`) },
  });
}

/**
 * Confirms lines: never who entered them, never who keeps things. A line that corrects another takes its place, unless
 * more than it orders was carried out of that one meanwhile. Refusals: LINE_NOT_FOUND, LINE_ALREADY_DECIDED, CONFIRMED_BY_ENTERER,
 * CONFIRMED_BY_CUSTODIAN, LINE_CARRIED_OUT.
 */
export async function confirmJudgmentLines(
  command: CommandContext,
  { body }: InputOf<typeof confirmJudgmentLinesEndpoint>,
): Promise<ResponseOf<typeof confirmJudgmentLinesEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  if (actor.roles.includes('property_custodian')) throw refuseDisposition('CONFIRMED_BY_CUSTODIAN');
  const reached = await reachLines(command, body.lineIds);
  const lines = reached.flatMap((one) => one.lines);
  for (const line of lines) {
    requireWaiting(line);
    if (line.enteredById === personId) throw refuseDisposition('CONFIRMED_BY_ENTERER');
  }
  const correctedIds = lines.flatMap(({ correctsLineId }) => correctsLineId ?? []);
  for (const corrected of await lockLines(trx, courtId, correctedIds))
    for (const line of lines) if (line.correctsLineId === corrected.id) requirePlaceTaken(line, corrected);
  await updateLinesConfirmed(trx, courtId, { personId, personName, now }, lines);
  for (const one of reached) {
    await startExecution(command, one.head, shanghaiDay(now));
    await settleReview(command, one.head);
    const codes = await listItemsById(
      trx,
      courtId,
      one.lines.flatMap(({ itemId }) => itemId ?? []),
    );
    const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
    const ordered = one.lines.map((line) => ({ ...line, itemCode: codeOf.get(line.itemId ?? '') ?? null }));
    await startOrders(command, one.head, ordered);
    audit(command, one, { confirmed: true });
  }
  return { confirmedCount: lines.length };
}

/** Returns lines to the judge’s side, with a reason. Refusals: LINE_NOT_FOUND, LINE_ALREADY_DECIDED. */
export async function refuseJudgmentLines(
  command: CommandContext,
  { body }: InputOf<typeof refuseJudgmentLinesEndpoint>,
): Promise<ResponseOf<typeof refuseJudgmentLinesEndpoint>> {
  const { trx, actor, now } = command;
  const reached = await reachLines(command, body.lineIds);
  const lines = reached.flatMap((one) => one.lines);
  lines.forEach(requireWaiting);
  const by = { personName: actor.personName, now, reason: body.reason };
  await updateLinesRefused(trx, actor.courtId, by, body.lineIds);
  for (const one of reached) audit(command, one, { refused: true, reason: body.reason });
  return { refusedCount: lines.length };
}

/**
 * 继续追缴 and the like: carried out by what the paper says, since nothing of it is kept. Refusals: LINE_NOT_FOUND,
 * LINE_ALREADY_DECIDED, LINE_CONCERNS_A_THING.
 */
export async function carryOutJudgmentLine(
  command: CommandContext,
  { params, body }: InputOf<typeof carryOutJudgmentLineEndpoint>,
): Promise<ResponseOf<typeof carryOutJudgmentLineEndpoint>> {
  const { trx, actor, now } = command;
  const [reached] = await reachLines(command, [params.lineId]);
  const line = reached?.lines[0];
  if (!reached || !line) throw refuseDisposition('LINE_NOT_FOUND');
  const { confirmedAt, refusedAt, replacedByLineId, carriedOutAt } = line;
  if (confirmedAt === null || refusedAt !== null || replacedByLineId !== null || carriedOutAt !== null)
    throw refuseDisposition('LINE_ALREADY_DECIDED');
  if (concernsAThing(line.order)) throw refuseDisposition('LINE_CONCERNS_A_THING');
  const by = { personName: actor.personName, now, document: body.document };
  await updateLineCarriedOut(trx, actor.courtId, line.id, by);
  await finishExecution(command, line.caseId);
  audit(command, reached, { carriedOut: body.document });
  return { carriedOut: true };
}
