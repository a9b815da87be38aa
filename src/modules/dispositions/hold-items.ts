/** 冻结处置: who else keeps items from being disposed of. All must let go. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { reachesCase } from '../cases/case-access.ts';
import { findCaseByNumber, lockCase } from '../cases/find-case.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { isEnded, ITEM_STATES } from '../seized-items/item-states.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { listItemsById } from './case-item.sql.ts';
import { insertHolds, listHolds, lockHold, updateHoldReleased, type HoldRow } from './hold.sql.ts';
import type { placeHoldsEndpoint, releaseHoldEndpoint } from './preparing.contract.ts';
import { reachItems } from './reach-items.ts';

/** The case of this court that a holder names, when it is another case that needs the thing. Refusal: HOLD_BY_ITS_OWN_CASE. */
async function needingCase(
  { trx, actor, now }: CommandContext,
  { kind, holder }: Pick<HoldRow, 'kind' | 'holder'>,
  ownCaseId: string,
): Promise<{ readonly caseId: string | null; readonly holder: string }> {
  if (kind !== 'other_case') return { caseId: null, holder };
  const found = await findCaseByNumber({ reader: trx, now }, { courtId: actor.courtId, number: holder });
  if (found === undefined) return { caseId: null, holder };
  if (found.id === ownCaseId) throw refuseDisposition('HOLD_BY_ITS_OWN_CASE');
  return { caseId: found.id, holder: found.number };
}

/**
 * Who needs the thing in another case of this court is found by its number, and lets it go itself (situations 05 and 06).
 * Refusals: ITEM_NOT_FOUND, ITEMS_OF_SEVERAL_CASES, ITEM_ENDED, HOLD_TWICE, HOLD_BY_ITS_OWN_CASE, NOTICE_IN_FUTURE.
 */
export async function placeHolds(
  command: CommandContext,
  { body }: InputOf<typeof placeHoldsEndpoint>,
): Promise<ResponseOf<typeof placeHoldsEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { itemIds, kind, document, placedOn } = body;
  if (placedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const { head, items } = await reachItems(command, 'disposition.prepare', itemIds);
  const { caseId, holder } = await needingCase(command, body, head.id);
  for (const { row } of items) {
    if (isEnded(row.state)) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[row.state] });
    const holds = await listHolds(trx, courtId, row.id);
    if (holds.some((one) => one.holder === holder && one.releasedOn === null))
      throw refuseDisposition('HOLD_TWICE', { holder });
  }
  const holds = items.map(({ row }) => ({
    ...{ id: newId(), itemId: row.id, kind, caseId, holder, document, placedOn },
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

/** By whoever prepares the item's case; a hold for another case of this court by that case alone. Refusal: HOLD_OF_OTHER_CASE. */
async function requireHolder(command: CommandContext, { caseId, itemId }: HoldRow): Promise<string | null> {
  const { trx, actor } = command;
  if (caseId === null) {
    const { items } = await reachItems(command, 'disposition.prepare', [itemId]);
    return items[0]?.row.code ?? null;
  }
  const needing = await lockCase(trx, { courtId: actor.courtId, id: caseId });
  if (!needing || !reachesCase(actor, 'disposition.prepare', needing, 'write'))
    throw refuseDisposition('HOLD_OF_OTHER_CASE');
  const [row] = await listItemsById(trx, actor.courtId, [itemId]);
  return row?.code ?? null;
}

/** Refusals: HOLD_NOT_FOUND, HOLD_OF_OTHER_CASE, HOLD_RELEASED, NOTICE_IN_FUTURE. */
export async function releaseHold(
  command: CommandContext,
  { params, body }: InputOf<typeof releaseHoldEndpoint>,
): Promise<ResponseOf<typeof releaseHoldEndpoint>> {
  const { trx, actor, now } = command;
  if (body.releasedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const hold = await lockHold(trx, actor.courtId, params.holdId);
  if (!hold) throw refuseDisposition('HOLD_NOT_FOUND');
  const code = await requireHolder(command, hold);
  if (hold.releasedOn !== null) throw refuseDisposition('HOLD_RELEASED');
  const release = { on: body.releasedOn, document: body.document, byName: actor.personName };
  await updateHoldReleased(trx, actor.courtId, hold.id, release);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: hold.itemId,
    subjectLabel: code,
    before: { holder: hold.holder, document: hold.document },
    after: { ...body },
  });
  return { released: true };
}
