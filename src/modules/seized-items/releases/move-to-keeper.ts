import { daysLater } from '../../../platform/days.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { keepSignature } from '../keep-signature.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { takeApproval } from '../take-approval.ts';
import { requireReadyToLeave, whatLeft } from './hand-out.ts';
import { openRelease, requireKind } from './prepare-release.ts';
import { startReleaseClock } from './release-deadlines.ts';
import { INSPECTION_DAYS } from './release-kinds.ts';
import { keptTerms } from './release-terms.ts';
import { updateReleaseLeft } from './release.sql.ts';
import type { moveToKeeperEndpoint } from './release-steps.contract.ts';

/**
 * Two people hand things to an outside keeper, who signs; from then on they are inspected there. Refusals:
 * RELEASE_KIND_WRONG, those of useApproval, SIGNATURE_INVALID, PHOTOS_MISSING, ODOMETERS_REFUSED, LINES_REFUSED, those of the PIN and of presence.
 */
export async function moveToKeeper(
  command: CommandContext,
  { params, body }: InputOf<typeof moveToKeeperEndpoint>,
): Promise<ResponseOf<typeof moveToKeeperEndpoint>> {
  const { trx, actor } = command;
  const { requestId } = params;
  const kind = await requireKind(command, requestId, ['outside_keeping']);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const items = body.lines.map(({ itemId }) => ({ itemId }));
  const taken = await takeApproval(command, { requestId, kind, items, secondPerson });
  const { receiver, contractNumber } = keptTerms.parse(taken.terms);
  const keeper = receiver ?? body.keeperPerson;
  const signature = await keepSignature(command, body.keeperSignature);
  const basis = body.basis ?? contractNumber;
  const counterparty = `${keeper} ${body.keeperPerson}`;
  const occasion = occasionOf(command, { ...body, basis }, { secondPerson, counterparty });
  await requireReadyToLeave(command, 'to_keeper', body.lines, occasion);
  const { steps } = await recordTransitions(command, {
    occasion,
    lines: body.lines.map(({ itemId, condition }) => ({
      itemId,
      transition: 'to_keeper',
      evidence: ['keeper_papers'],
      approval: taken.approvals.get(itemId) ?? null,
      change: { placeId: null, keeper },
      names: { place: null },
      details: { condition, keeperSignature: signature },
    })),
  });
  const attentionAt = daysLater(occasion.occurredAt, INSPECTION_DAYS);
  const id = await openRelease(command, {
    ...{ requestId, kind, taken, state: 'with_keeper', attentionAt },
    lines: steps.map(({ item, after }) => ({
      ...{ itemId: item.id, state: 'with_keeper' as const, quantity: after.onHand, unit: after.unit },
      ...whatLeft(
        item,
        body.lines.find(({ itemId }) => itemId === item.id) ?? {
          itemId: item.id,
          condition: '',
          odometer: null,
        },
      ),
    })),
  });
  await updateReleaseLeft(trx, actor.courtId, id, {
    ...{ state: 'with_keeper', attentionAt, leftAt: occasion.occurredAt, leftByName: actor.personName },
    ...{ secondPersonName: name, takerName: body.keeperPerson, takerUnit: keeper, takerDocument: null },
    ...{ takerPersonId: null, takerSignature: signature, custodianSignature: null },
    ...{ carrier: null, trackingNumber: null, listNumber: null },
  });
  await startReleaseClock(
    command,
    'D24',
    steps.map(({ item }) => item),
    attentionAt,
  );
  return { id };
}
