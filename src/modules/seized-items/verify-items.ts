import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { fillSentence, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { requirePresence } from '../rooms/require-presence.ts';
import { listOpenCounts } from './baseline/count-difference.sql.ts';
import { factsOfOpenCount, type OpenCount } from './decide-transition.ts';
import { ITEM_REFUSALS, refuseItem, type ItemRefusalReason } from './item-refusals.ts';
import { auditedItemLabel, saidItemName } from './mask-item.ts';
import { isEnded, ITEM_STATES } from './item-states.ts';
import { lockItems, type LockedItem } from './item.sql.ts';
import { openRoomBook } from './load-grounds.ts';
import { requireOdometersRead } from './odometers/require-odometers-read.ts';
import { occasionOf } from './occasion.ts';
import { recordFacts } from './record-facts.ts';
import type { verifyItemsEndpoint } from './verify.contract.ts';

type Line = InputOf<typeof verifyItemsEndpoint>['body']['lines'][number];
type Reason = Extract<
  ItemRefusalReason,
  | 'ITEM_NOT_FOUND'
  | 'ITEM_ENDED'
  | 'ITEM_VERIFIED'
  | 'NOT_CUSTODIAN_OF_ROOM'
  | 'COUNT_DIFFERENCE_OPEN'
  | 'COUNT_DIFFERS_FROM_REGISTER'
>;

/** The first count of what was taken over is the baseline: the item as it stands was seen by two. Not for people. */
export async function recordBaseline(
  command: CommandContext,
  items: readonly LockedItem[],
  occasion: Parameters<typeof recordFacts>[3],
): Promise<void> {
  await recordFacts(
    command,
    items,
    {
      kind: 'verify_count',
      details: ({ standing }) => ({ counted: standing.onHand }),
      columns: { isUnverified: false },
    },
    occasion,
  );
}

function problemOf(
  index: number,
  line: Line,
  item: LockedItem | undefined,
  { isTheirs, openCount }: { readonly isTheirs: boolean; readonly openCount: OpenCount | undefined },
): Problem | null {
  const tell = (reason: Reason, facts = {}): Problem => {
    const { zh, en } = fillSentence(ITEM_REFUSALS[reason], facts);
    const [before, beforeEn] =
      item === undefined ? ['', ''] : [`${saidItemName(item).zh}：`, `${saidItemName(item).en}: `];
    return { path: `body.lines.${index}`, code: reason, zh: before + zh, en: beforeEn + en };
  };
  if (!item) return tell('ITEM_NOT_FOUND');
  const { standing, isUnverified } = item;
  if (isEnded(standing.state)) return tell('ITEM_ENDED', { state: ITEM_STATES[standing.state] });
  if (!isUnverified) return tell('ITEM_VERIFIED');
  if (!isTheirs) return tell('NOT_CUSTODIAN_OF_ROOM');
  if (openCount) return tell('COUNT_DIFFERENCE_OPEN', factsOfOpenCount(openCount, standing.unit));
  if (compareDecimals(line.quantity, standing.onHand) === 0) return null;
  return tell('COUNT_DIFFERS_FROM_REGISTER', {
    counted: sayQuantity(line.quantity, standing.unit),
    booked: sayQuantity(standing.onHand, standing.unit),
  });
}

/**
 * 存量核对: two people count what was taken over from an older register. What is there as it is booked loses its mark, and
 * the count is the baseline from then on; what differs is not adjusted but reported, and a difference that is open is
 * settled or counted again on the page of the item. All lines or none.
 * Refusals: LINES_REFUSED, ODOMETER_NOT_READ, those of the second person's PIN and of presence.
 */
export async function verifyItems(
  command: CommandContext,
  { body }: InputOf<typeof verifyItemsEndpoint>,
): Promise<ResponseOf<typeof verifyItemsEndpoint>> {
  const { trx, actor, now } = command;
  const items = await lockItems(
    trx,
    actor.courtId,
    body.lines.map(({ itemId }) => itemId),
  );
  const rooms = openRoomBook(trx, actor.courtId, now);
  const openCounts = await listOpenCounts(
    trx,
    actor.courtId,
    items.map(({ id }) => id),
  );
  const problems: Problem[] = [];
  const roomIds = new Set<string>();
  for (const [index, line] of body.lines.entries()) {
    const item = items.find(({ id }) => id === line.itemId);
    const room = await rooms.roomOf(item?.standing.placeId ?? null);
    if (room) roomIds.add(room.roomId);
    const isTheirs = room === null || room.custodianIds.includes(actor.personId);
    const problem = problemOf(index, line, item, { isTheirs, openCount: openCounts.get(line.itemId) });
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) throw refuseItem('LINES_REFUSED', { count: problems.length }, problems);
  await requireOdometersRead(
    command,
    items.map(({ id }) => id),
    startOfShanghaiDay(shanghaiDay(now)),
  );
  const { personId } = body.secondPerson;
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const personIds = [actor.personId, personId];
  for (const roomId of roomIds)
    await requirePresence(command, { roomId, at: now, personIds, isLateEntry: false });
  const occasion = occasionOf(command, { note: body.note }, { secondPerson: { id: personId, name } });
  await recordBaseline(command, items, occasion);
  for (const item of items)
    command.audit({
      subjectKind: 'seized_item',
      subjectId: item.id,
      subjectLabel: auditedItemLabel(item),
      before: { isUnverified: true },
      after: { isUnverified: false, counted: item.standing.onHand, secondPerson: name },
    });
  return { verified: items.length };
}
