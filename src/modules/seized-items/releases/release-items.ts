import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { keepSignature } from '../keep-signature.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions, type TransitionLine } from '../record-transitions.ts';
import type { WrittenStep } from '../write-steps.ts';
import { leftBehind, readTaker, recallGrant, requireReadyToLeave, whatLeft } from './hand-out.ts';
import { holdRelease } from './hold-release.ts';
import { startReleaseClock } from './release-deadlines.ts';
import { RELEASE_PURPOSES } from './release-kinds.ts';
import { updateReleaseLines, type LineChange } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { keptTerms } from './release-terms.ts';
import { updateReleaseLeft, type ReleaseRow } from './release.sql.ts';
import type { releaseItemsEndpoint } from './release-steps.contract.ts';
import { sayMoment } from './request-loan.ts';

/** Within what was approved. Refusals: DUE_IN_PAST, DUE_BEYOND_APPROVAL. */
function requireDue(dueAt: string, terms: unknown, now: Date): Date {
  const due = new Date(dueAt);
  if (due <= now) throw refuseRelease('DUE_IN_PAST');
  const approved = keptTerms.parse(terms).dueAt;
  if (approved !== null && due > new Date(approved))
    throw refuseRelease('DUE_BEYOND_APPROVAL', { approved: sayMoment(approved) });
  return due;
}

type Body = InputOf<typeof releaseItemsEndpoint>['body'];

/** The approval and the purpose stand in the ledger unless something else is said. */
function paperOf(body: Body, { purpose }: ReleaseRow, number: string) {
  const basis = body.basis ?? `审批 ${number}`;
  const note = body.note ?? (purpose === null ? null : RELEASE_PURPOSES[purpose].zh);
  return { ...body, basis, note };
}

function changesOf(steps: readonly WrittenStep[], body: Body, dueAt: Date): LineChange[] {
  return steps.map(({ item }) => {
    const handed = body.lines.find(({ itemId }) => itemId === item.id);
    return handed === undefined
      ? { itemId: item.id, state: 'cancelled', note: '未领取' }
      : { itemId: item.id, state: 'out', dueAt, ...whatLeft(item, handed) };
  });
}

/**
 * The prepared things are handed to a person whose document was seen, until a time within the approval; both sign, and
 * dear things and cash take a second person (T8). Refusals: RELEASE_NOT_FOUND, RELEASE_STATE_WRONG, RELEASE_KIND_WRONG,
 * RELEASE_LINE_UNKNOWN, DUE_IN_PAST, DUE_BEYOND_APPROVAL, SIGNATURE_INVALID, PHOTOS_MISSING, ODOMETERS_REFUSED, LINES_REFUSED, those of the second person's
 * PIN and of presence.
 */
export async function releaseItems(
  command: CommandContext,
  { params, body }: InputOf<typeof releaseItemsEndpoint>,
): Promise<ResponseOf<typeof releaseItemsEndpoint>> {
  const { trx, actor, now } = command;
  const itemIds = body.lines.map(({ itemId }) => itemId);
  const held = await holdRelease(command, { ...params, state: 'prepared', itemIds });
  const { release, lines } = held;
  if (release.kind === 'transfer_up')
    throw refuseRelease('RELEASE_KIND_WRONG', { kind: '移送二审', kindEnglish: 'To the second instance' });
  const taken = await recallGrant(command, release, lines);
  const dueAt = requireDue(body.dueAt, taken.terms, now);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const taker = await readTaker(command, body);
  const custodianSignature = await keepSignature(command, body.custodianSignature);
  const counterparty = `${taker.takerUnit} ${taker.takerName}`;
  const paper = paperOf(body, release, taken.number);
  const occasion = occasionOf(command, paper, { secondPerson, counterparty });
  await requireReadyToLeave(command, 'release', body.lines, occasion);
  const { steps } = await recordTransitions(command, {
    occasion,
    lines: [
      ...body.lines.map(({ itemId, condition }): TransitionLine => ({
        itemId,
        transition: 'release',
        evidence: ['taker_identity', 'taker_signature', 'due_time'],
        counterpartId: body.takerId,
        approval: taken.approvals.get(itemId) ?? null,
        change: { placeId: null, holderId: body.takerId, dueAtMs: dueAt.getTime() },
        names: { place: null, holder: counterparty },
        details: {
          condition,
          releaseId: release.id,
          takerSignature: taker.takerSignature,
          custodianSignature,
        },
      })),
      ...leftBehind(held),
    ],
  });
  await updateReleaseLines(trx, actor.courtId, release.id, changesOf(steps, body, dueAt));
  await updateReleaseLeft(trx, actor.courtId, release.id, {
    ...{ state: 'out', attentionAt: dueAt, leftAt: occasion.occurredAt, leftByName: actor.personName },
    ...{ secondPersonName: secondPerson?.name ?? null, ...taker, custodianSignature },
    ...{ carrier: null, trackingNumber: null, listNumber: null },
  });
  const gone = steps.flatMap(({ item, after }) => (after.state === 'on_loan' ? [item] : []));
  await startReleaseClock(command, 'D23', gone, dueAt);
  return { id: release.id };
}
