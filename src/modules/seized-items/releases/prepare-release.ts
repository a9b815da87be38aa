import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { ITEM_REQUEST_KINDS, type ItemRequestKind } from '../item-request-kinds.ts';
import { listItemRequests } from '../item-request.sql.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { takeApproval, type TakenApproval } from '../take-approval.ts';
import { RELEASE_PURPOSES, type ReleaseKind } from './release-kinds.ts';
import { insertReleaseLines, type NewReleaseLine } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { keptTerms } from './release-terms.ts';
import { insertRelease } from './release.sql.ts';
import type { prepareReleaseEndpoint } from './release-steps.contract.ts';

/** Which kind of request it is. Refusal: RELEASE_KIND_WRONG when it is none of those that are carried out in this way. */
export async function requireKind<K extends ItemRequestKind>(
  { trx, actor }: CommandContext,
  requestId: string,
  kinds: readonly K[],
): Promise<K> {
  const [request] = await listItemRequests(trx, actor.courtId, [requestId]);
  const kind = kinds.find((each) => each === request?.kind);
  if (kind !== undefined) return kind;
  const { zh, en } = request ? ITEM_REQUEST_KINDS[request.kind] : { zh: '其他事项', en: 'something else' };
  throw refuseRelease('RELEASE_KIND_WRONG', { kind: zh, kindEnglish: en });
}

/** Writes the release that an approval has made, as it begins. */
export async function openRelease(
  { trx, actor, now }: CommandContext,
  input: {
    readonly requestId: string;
    readonly kind: ReleaseKind;
    readonly taken: TakenApproval;
    readonly state: 'prepared' | 'with_keeper';
    readonly attentionAt: Date;
    readonly lines: readonly NewReleaseLine[];
  },
): Promise<string> {
  const { requestId, kind, taken, state, attentionAt, lines } = input;
  const id = newId(now.getTime());
  const { purpose, receiver, contractNumber, contractEndsOn, feeFen, feePeriod } = keptTerms.parse(
    taken.terms,
  );
  await insertRelease(trx, actor.courtId, {
    ...{ id, requestId, kind, state, attentionAt, purpose, receiver },
    ...{ contractNumber, contractEndsOn, feeFen, feePeriod },
    requestNumber: taken.number,
    applicantId: taken.requestedById,
    applicantName: taken.requestedByName,
    preparedAt: now,
    preparedByName: actor.personName,
  });
  await insertReleaseLines(trx, actor.courtId, id, lines);
  return id;
}

/**
 * The custodian takes what was approved off the shelf and puts it ready (T7); that uses the approval up, so what is left
 * out needs a new request. Refusals: RELEASE_KIND_WRONG, those of useApproval, LINES_REFUSED.
 */
export async function prepareRelease(
  command: CommandContext,
  { params, body }: InputOf<typeof prepareReleaseEndpoint>,
): Promise<ResponseOf<typeof prepareReleaseEndpoint>> {
  const { requestId } = params;
  const kind = await requireKind(command, requestId, ['loan', 'examination', 'transfer_up']);
  const items = body.itemIds.map((itemId) => ({ itemId }));
  const taken = await takeApproval(command, { requestId, kind, items, secondPerson: null });
  const { purpose } = keptTerms.parse(taken.terms);
  const { steps } = await recordTransitions(command, {
    occasion: occasionOf(command, {
      ...body,
      basis: body.basis ?? `审批 ${taken.number}`,
      note: body.note ?? (purpose === null ? null : RELEASE_PURPOSES[purpose].zh),
    }),
    lines: body.itemIds.map((itemId) => ({
      itemId,
      transition: 'prepare_release',
      evidence: ['request'],
      approval: taken.approvals.get(itemId) ?? null,
    })),
  });
  const id = await openRelease(command, {
    ...{ requestId, kind, taken, state: 'prepared', attentionAt: command.now },
    lines: steps.map(({ item, after }) => ({
      itemId: item.id,
      state: 'prepared',
      quantity: after.onHand,
      unit: after.unit,
    })),
  });
  return { id };
}
