/** Up to the moment at which an item goes to the right case: proposed, confirmed by both judges, or withdrawn. */
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { findCase } from '../../cases/find-case.ts';
import { refuseCare } from '../care/care-refusals.ts';
import { instantOrNull } from '../describe-item.ts';
import { refuseIntake } from '../intake-refusals.ts';
import { refuseItem } from '../item-refusals.ts';
import { auditedItemLabel } from '../mask-item.ts';
import { ITEM_STATES } from '../item-states.ts';
import { ITEM_TRANSITIONS } from '../item-transitions.ts';
import { lockReachableItem } from '../reach-item.ts';
import { findReadableItem } from '../read-items.ts';
import {
  insertReattribution,
  listReattributions as listRows,
  lockReattribution,
  updateReattributionConfirmed,
  updateReattributionEnded,
  type ReattributionRow,
} from './reattribution.sql.ts';
import type {
  confirmReattributionEndpoint,
  listReattributionsEndpoint,
  proposeReattributionEndpoint,
  Reattribution,
  withdrawReattributionEndpoint,
} from './reattributions.contract.ts';

/** Refusals: ITEM_NOT_FOUND, ITEM_STATE_WRONG, INTAKE_CASE_UNKNOWN, SAME_CASE, REATTRIBUTION_OPEN. */
export async function proposeReattribution(
  command: CommandContext,
  { params, body }: InputOf<typeof proposeReattributionEndpoint>,
): Promise<ResponseOf<typeof proposeReattributionEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const item = await lockReachableItem(command, 'item.reattribute', params.itemId);
  const { state } = item.standing;
  if (state !== 'in_store')
    throw refuseItem('ITEM_STATE_WRONG', {
      state: ITEM_STATES[state],
      transition: ITEM_TRANSITIONS.reattribute_out,
    });
  if (body.otherCaseId === item.caseId) throw refuseCare('SAME_CASE');
  const to = await findCase(trx, { courtId, id: body.otherCaseId });
  if (!to) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const known = await listRows(trx, courtId, item.id);
  if (known.some((one) => one.state === 'proposed')) throw refuseCare('REATTRIBUTION_OPEN');
  const id = newId(now.getTime());
  const { reason } = body;
  const move = { id, itemId: item.id, fromCaseId: item.caseId, toCaseId: to.id, fromBookId: item.book.id };
  await insertReattribution(trx, courtId, now, { ...move, reason, proposedByName: actor.personName });
  command.audit({
    ...{ subjectKind: 'seized_item', subjectId: item.id, subjectLabel: auditedItemLabel(item) },
    after: { reattributionId: id, toCase: to.number, reason },
  });
  return { id };
}

/** Held, and still waiting. Refusal: REATTRIBUTION_NOT_FOUND. */
export async function lockProposed({ trx, actor }: CommandContext, id: string): Promise<ReattributionRow> {
  const move = await lockReattribution(trx, actor.courtId, id);
  if (move?.state !== 'proposed') throw refuseCare('REATTRIBUTION_NOT_FOUND');
  return move;
}

/** The handler of either case says yes; whoever handles both says it for both. Refusals: REATTRIBUTION_NOT_FOUND, NOT_JUDGE_OF_EITHER. */
export async function confirmReattribution(
  command: CommandContext,
  { params }: InputOf<typeof confirmReattributionEndpoint>,
): Promise<ResponseOf<typeof confirmReattributionEndpoint>> {
  const { trx, actor, now } = command;
  const { personId, personName: name } = actor;
  const { id, fromHandlerId, toHandlerId } = await lockProposed(command, params.reattributionId);
  const [isFrom, isTo] = [fromHandlerId === personId, toHandlerId === personId];
  if (!isFrom && !isTo) throw refuseCare('NOT_JUDGE_OF_EITHER');
  await updateReattributionConfirmed(trx, actor.courtId, id, { name, at: now, isFrom, isTo });
  return { id };
}

/** What was not carried out yet is called off. Refusal: REATTRIBUTION_NOT_FOUND, also of what is not theirs. */
export async function withdrawReattribution(
  command: CommandContext,
  { params }: InputOf<typeof withdrawReattributionEndpoint>,
): Promise<ResponseOf<typeof withdrawReattributionEndpoint>> {
  const { trx, actor, now } = command;
  const move = await lockProposed(command, params.reattributionId);
  if (!mayWithdraw(command, move)) throw refuseCare('REATTRIBUTION_NOT_FOUND');
  await updateReattributionEnded(trx, actor.courtId, move.id, {
    ...{ state: 'withdrawn', byName: actor.personName, at: now },
  });
  return { id: move.id };
}

type Asking = Pick<QueryContext, 'actor'>;

function isJudge({ actor }: Asking, { fromHandlerId, toHandlerId }: ReattributionRow): boolean {
  return [fromHandlerId, toHandlerId].includes(actor.personId);
}

function mayWithdraw(asking: Asking, move: ReattributionRow): boolean {
  return isJudge(asking, move) || mayUse(asking.actor, 'item.move');
}

function actionsOf(asking: Asking, move: ReattributionRow): Reattribution['availableActions'] {
  if (move.state !== 'proposed') return [];
  const { personId } = asking.actor;
  const waitsForMe =
    (move.fromHandlerId === personId && move.fromConfirmedAt === null) ||
    (move.toHandlerId === personId && move.toConfirmedAt === null);
  const isConfirmed = move.fromConfirmedAt !== null && move.toConfirmedAt !== null;
  return [
    ...(waitsForMe ? (['confirm'] as const) : []),
    ...(isConfirmed && mayUse(asking.actor, 'item.move') ? (['carry_out'] as const) : []),
    ...(mayWithdraw(asking, move) ? (['withdraw'] as const) : []),
  ];
}

/** Every move of the item to another case, the newest first. Refusal: ITEM_NOT_FOUND. */
export async function listReattributions(
  context: QueryContext,
  { itemId }: { readonly itemId: string },
): Promise<ResponseOf<typeof listReattributionsEndpoint>> {
  const item = await findReadableItem(context, itemId);
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const rows = await listRows(context.reader, item.courtId, item.id);
  return {
    items: rows.map((row) => ({
      ...{ id: row.id, itemId: row.itemId, state: row.state, reason: row.reason, doneByName: row.doneByName },
      proposedByName: row.proposedByName,
      proposedAt: shanghaiInstant(row.proposedAt),
      doneAt: instantOrNull(row.doneAt),
      from: {
        ...{ caseId: row.fromCaseId, caseNumber: row.fromCaseNumber, handler: row.fromHandler },
        ...{ judgeName: row.fromJudgeName, confirmedAt: instantOrNull(row.fromConfirmedAt) },
      },
      to: {
        ...{ caseId: row.toCaseId, caseNumber: row.toCaseNumber, handler: row.toHandler },
        ...{ judgeName: row.toJudgeName, confirmedAt: instantOrNull(row.toConfirmedAt) },
      },
      availableActions: actionsOf(context, row),
    })),
  };
}
