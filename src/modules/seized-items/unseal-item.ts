import { shanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { countPhotosSince, updateSealOpened } from './item-measure.sql.ts';
import type { EvidenceKind } from './item-transitions.ts';
import type { unsealItemEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import { findUnsealingOf, takeUnsealing } from './take-unsealing.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/** A photo that was taken on the day counts as the photo of what is done. */
export async function photoOfToday(command: CommandContext, itemId: string): Promise<EvidenceKind[]> {
  const { trx, actor, now } = command;
  const since = startOfShanghaiDay(shanghaiDay(now));
  const count = await countPhotosSince(trx, actor.courtId, itemId, since);
  return count > 0 ? ['photo'] : [];
}

/**
 * Two people open a sealed item for a stated reason and photograph it; the old seal stays in its history.
 * Refusals: LINES_REFUSED, UNSEALING_NOT_APPROVED, those of useApproval, those of the second person's PIN.
 */
export async function unsealItem(
  command: CommandContext,
  body: InputOf<typeof unsealItemEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { trx, actor } = command;
  const { itemId, reason } = body;
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const occasion = occasionOf(command, { ...body, note: reason }, { secondPerson });
  const unsealing = await findUnsealingOf(command, [itemId]);
  const { steps, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [
      {
        itemId,
        transition: 'unseal',
        evidence: ['reason', ...(await photoOfToday(command, itemId))],
        change: { sealNumber: null },
        details: { reason, approvalNumber: unsealing.grant?.number ?? null },
      },
    ],
  });
  await takeUnsealing(command, unsealing, { itemIds: [itemId], secondPerson });
  for (const { item } of steps) {
    const number = item.standing.sealNumber;
    if (number === null) continue;
    const opening = { at: occasion.occurredAt, byName: actor.personName, withName: name, reason };
    await updateSealOpened(trx, actor.courtId, { itemId, number }, opening);
  }
  return answer;
}
