/** 冻结处置: who else keeps items from being disposed of. All must let go. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { isEnded, ITEM_STATES } from '../seized-items/item-states.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { insertHolds, listHolds, lockHold, updateHoldReleased } from './hold.sql.ts';
import type { placeHoldsEndpoint, releaseHoldEndpoint } from './preparing.contract.ts';
import { reachItems } from './reach-items.ts';

/** Refusals: ITEM_NOT_FOUND, ITEMS_OF_SEVERAL_CASES, ITEM_ENDED, HOLD_TWICE, NOTICE_IN_FUTURE. */
export async function placeHolds(
  command: CommandContext,
  { body }: InputOf<typeof placeHoldsEndpoint>,
): Promise<ResponseOf<typeof placeHoldsEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { itemIds, kind, holder, document, placedOn } = body;
  if (placedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const { items } = await reachItems(command, 'disposition.prepare', itemIds);
  for (const { row } of items) {
    if (isEnded(row.state)) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[row.state] });
    const holds = await listHolds(trx, courtId, row.id);
    if (holds.some((one) => one.holder === holder && one.releasedOn === null))
      throw refuseDisposition('HOLD_TWICE', { holder });
  }
  const holds = items.map(({ row }) => ({
    ...{ id: newId(), itemId: row.id, kind, holder, document, placedOn },
  }));
  await insertHolds(trx, courtId, actor, holds);
  for (const { row } of items)
    command.audit({
      subjectKind: 'seized_item',
      subjectId: row.id,
      subjectLabel: row.code,
      after: { hold: kind, holder, document, placedOn },
    });
  return { count: holds.length };
}

/** Refusals: HOLD_NOT_FOUND, HOLD_RELEASED, NOTICE_IN_FUTURE. */
export async function releaseHold(
  command: CommandContext,
  { params, body }: InputOf<typeof releaseHoldEndpoint>,
): Promise<ResponseOf<typeof releaseHoldEndpoint>> {
  const { trx, actor, now } = command;
  if (body.releasedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const hold = await lockHold(trx, actor.courtId, params.holdId);
  if (!hold) throw refuseDisposition('HOLD_NOT_FOUND');
  const { items } = await reachItems(command, 'disposition.prepare', [hold.itemId]);
  if (hold.releasedOn !== null) throw refuseDisposition('HOLD_RELEASED');
  const release = { on: body.releasedOn, document: body.document, byName: actor.personName };
  await updateHoldReleased(trx, actor.courtId, hold.id, release);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: hold.itemId,
    subjectLabel: items[0]?.row.code ?? null,
    before: { holder: hold.holder, document: hold.document },
    after: { ...body },
  });
  return { released: true };
}
