import { daysLater } from '../../../platform/days.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions, type TransitionLine } from '../record-transitions.ts';
import { leftBehind, readTaker, recallGrant, requireReadyToLeave, whatLeft } from './hand-out.ts';
import { holdRelease } from './hold-release.ts';
import { startReleaseClock } from './release-deadlines.ts';
import { RECEIPT_DAYS } from './release-kinds.ts';
import { updateReleaseLines } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { updateReleaseLeft } from './release.sql.ts';
import type { dispatchItemsEndpoint } from './release-steps.contract.ts';

/**
 * What was put ready goes to the court of second instance by a list, in the hands of a bearer or by courier (T12). From
 * then on its receipt is waited for. Refusals: those of holdRelease, RELEASE_KIND_WRONG, SIGNATURE_INVALID,
 * PHOTOS_MISSING, ODOMETERS_REFUSED, LINES_REFUSED, those of the second person's PIN and of presence.
 */
export async function dispatchItems(
  command: CommandContext,
  { params, body }: InputOf<typeof dispatchItemsEndpoint>,
): Promise<ResponseOf<typeof dispatchItemsEndpoint>> {
  const { trx, actor } = command;
  const itemIds = body.lines.map(({ itemId }) => itemId);
  const held = await holdRelease(command, { ...params, state: 'prepared', itemIds });
  const { release, lines } = held;
  if (release.kind !== 'transfer_up')
    throw refuseRelease('RELEASE_KIND_WRONG', { kind: '借出', kindEnglish: 'Loan' });
  const taken = await recallGrant(command, release, lines);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const taker = await readTaker(command, body);
  const receiver = release.receiver ?? taker.takerUnit;
  const { listNumber, carrier, trackingNumber } = body;
  const counterparty = `${taker.takerUnit} ${taker.takerName}`;
  const occasion = occasionOf(
    command,
    { ...body, basis: body.basis ?? listNumber },
    { secondPerson, counterparty },
  );
  await requireReadyToLeave(command, 'dispatch', body.lines, occasion);
  const { steps } = await recordTransitions(command, {
    occasion,
    lines: [
      ...body.lines.map(({ itemId, condition }): TransitionLine => ({
        itemId,
        transition: 'dispatch',
        evidence: ['receiving_organ', 'handover_list'],
        counterpartId: body.takerId,
        approval: taken.approvals.get(itemId) ?? null,
        change: { placeId: null, holderId: null },
        names: { place: null, holder: receiver },
        details: { condition, releaseId: release.id, carrier, trackingNumber, listNumber },
      })),
      ...leftBehind(held),
    ],
  });
  await updateReleaseLines(
    trx,
    actor.courtId,
    release.id,
    steps.map(({ item }) => {
      const handed = body.lines.find(({ itemId }) => itemId === item.id);
      return handed === undefined
        ? { itemId: item.id, state: 'cancelled', note: '未移送' }
        : { itemId: item.id, state: 'in_transit', ...whatLeft(item, handed) };
    }),
  );
  const receiptDueAt = daysLater(occasion.occurredAt, RECEIPT_DAYS);
  await updateReleaseLeft(trx, actor.courtId, release.id, {
    ...{ state: 'in_transit', attentionAt: receiptDueAt, leftAt: occasion.occurredAt },
    ...{ leftByName: actor.personName, secondPersonName: secondPerson?.name ?? null, ...taker },
    ...{ custodianSignature: null, carrier, trackingNumber, listNumber },
  });
  const gone = steps.flatMap(({ item, after }) => (after.state === 'in_transit' ? [item] : []));
  await startReleaseClock(command, 'D27', gone, receiptDueAt);
  return { id: release.id };
}
