import { refuseKeyMaterial } from './care/refuse-key-material.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { fillSentence, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { normaliseDecimal } from '../../platform/decimal.ts';
import { findCountProblem } from './decide-count.ts';
import { isTakenIn, type IntakeCount } from './intake-count.ts';
import { INTAKE_REFUSALS, refuseIntake, type IntakeRefusalReason } from './intake-refusals.ts';
import {
  listIntakeLines,
  lockIntake,
  updateIntakeLines,
  updateItemDescriptions,
  type IntakeLineRow,
  type IntakeRow,
} from './intake.sql.ts';
import type { saveIntakeLinesEndpoint } from './intakes.contract.ts';
import { gradeWithin, type ItemGrade } from './item-categories.ts';
import { listTakenSeals } from './item-measure.sql.ts';
import { unmetNeeds } from './keeping/keeping-fit.rules.ts';
import { findMisfit } from './keeping/require-fitting-place.ts';
import { openRoomBook, type RoomBook } from './load-grounds.ts';

type Input = InputOf<typeof saveIntakeLinesEndpoint>;

/** The delivery, held and still open. Refusals: INTAKE_NOT_FOUND, INTAKE_COMPLETED. */
export async function lockOpenIntake(command: CommandContext, intakeId: string): Promise<IntakeRow> {
  const intake = await lockIntake(command.trx, command.actor.courtId, intakeId);
  if (!intake) throw refuseIntake('INTAKE_NOT_FOUND');
  if (intake.state === 'completed') throw refuseIntake('INTAKE_COMPLETED');
  return intake;
}

function gradeOf(line: IntakeLineRow, count: IntakeCount): ItemGrade {
  return gradeWithin(line.category, count.grade ?? line.grade);
}

function problemOf(
  index: number,
  name: string,
  reason: IntakeRefusalReason,
  facts: Parameters<typeof fillSentence>[1] = {},
): Problem {
  const { zh, en } = fillSentence(INTAKE_REFUSALS[reason], facts);
  return { path: `body.lines.${index}`, code: reason, zh: `${name}：${zh}`, en: `${name}: ${en}` };
}

/** Seals that were used before, and those that two lines of the same count name. */
async function findTakenSeals(
  { trx, actor }: CommandContext,
  lines: Input['body']['lines'],
  known: ReadonlyMap<string, IntakeLineRow>,
): Promise<Set<string>> {
  const numbers = lines.flatMap(({ count: { sealNumber } }) => (sealNumber === null ? [] : [sealNumber]));
  const taken = await listTakenSeals(trx, actor.courtId, numbers);
  const sent = new Set(lines.map(({ itemId }) => itemId));
  const named = new Set<string>();
  for (const [itemId, { count }] of known) {
    const seal =
      typeof count === 'object' && count !== null && 'sealNumber' in count ? count.sealNumber : null;
    if (typeof seal === 'string' && !sent.has(itemId)) named.add(seal);
  }
  for (const number of numbers) {
    if (named.has(number)) taken.add(number);
    named.add(number);
  }
  return taken;
}

/** The room into which it is put; null: into none. */
async function roomOfCount(count: IntakeCount, rooms: RoomBook) {
  return isTakenIn(count) ? rooms.roomOf(count.placeId) : null;
}

/** Whether what it needs is there where it is put. */
async function findMisfitOfLine(
  command: CommandContext,
  line: IntakeLineRow,
  count: IntakeCount,
  rooms: RoomBook,
) {
  const room = await roomOfCount(count, rooms);
  if (room === null) return null;
  return findMisfit(command, { path: room.name, room }, line, count.placeReason);
}

/** Why it waits elsewhere is kept only of what lacks something there. */
async function keptCount(
  line: IntakeLineRow | undefined,
  count: IntakeCount,
  rooms: RoomBook,
): Promise<IntakeCount> {
  const room = await roomOfCount(count, rooms);
  const isLacking = room !== null && unmetNeeds(line?.keeping ?? [], room.environment).length > 0;
  return isLacking ? count : { ...count, placeReason: null };
}

async function listProblems(
  command: CommandContext,
  lines: Input['body']['lines'],
  known: ReadonlyMap<string, IntakeLineRow>,
  rooms: RoomBook,
): Promise<Problem[]> {
  const taken = await findTakenSeals(command, lines, known);
  const problems: Problem[] = [];
  for (const [index, { itemId, count }] of lines.entries()) {
    const line = known.get(itemId);
    if (!line) {
      problems.push(problemOf(index, itemId, 'LINE_NOT_OF_INTAKE'));
      continue;
    }
    const { category, unit, listedQuantity } = line;
    const found = findCountProblem(count, {
      category,
      grade: gradeOf(line, count),
      unit,
      listedQuantity,
      room: await rooms.roomOf(count.placeId),
      isSealTaken: count.sealNumber !== null && taken.has(count.sealNumber),
    });
    const fault = found ?? (await findMisfitOfLine(command, line, count, rooms));
    if (fault) problems.push(problemOf(index, line.name, fault.reason, fault.facts));
  }
  return problems;
}

/**
 * Keeps how lines of a delivery were counted; nothing is received before the delivery is completed, and a line may be
 * counted again until then. All lines or none. Refusals: INTAKE_NOT_FOUND, INTAKE_COMPLETED, INTAKE_LINES_REFUSED.
 */
export async function saveIntakeLines(
  command: CommandContext,
  { params, body }: Input,
): Promise<ResponseOf<typeof saveIntakeLinesEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  refuseKeyMaterial(body);
  const intake = await lockOpenIntake(command, params.intakeId);
  const known = new Map((await listIntakeLines(trx, courtId, intake.id)).map((line) => [line.itemId, line]));
  const rooms = openRoomBook(trx, courtId, now);
  const problems = await listProblems(command, body.lines, known, rooms);
  if (problems.length > 0) throw refuseIntake('INTAKE_LINES_REFUSED', { count: problems.length }, problems);
  const counted = [];
  for (const { itemId, count } of body.lines)
    counted.push({
      itemId,
      outcome: count.outcome,
      countedQuantity: count.quantity === null ? null : normaliseDecimal(count.quantity),
      count: await keptCount(known.get(itemId), count, rooms),
    });
  await updateIntakeLines(trx, courtId, intake.id, now, counted);
  await updateItemDescriptions(
    trx,
    courtId,
    now,
    body.lines.flatMap(({ itemId, count }) => {
      const line = known.get(itemId);
      return line ? [{ id: itemId, grade: gradeOf(line, count), facts: count.facts }] : [];
    }),
  );
  const { pendingCount } = (await lockIntake(trx, courtId, intake.id)) ?? intake;
  return { savedCount: body.lines.length, pendingCount };
}
