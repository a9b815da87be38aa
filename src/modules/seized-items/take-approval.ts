import type { CommandContext } from '../../platform/run-command.ts';
import { recallGrant, useApproval, type Grant } from '../approvals/use-approval.ts';
import type { GivenApproval } from './decide-transition.ts';
import { approvalKindOf, type ItemRequestKind } from './item-request-kinds.ts';
import { listItemRequests } from './item-request.sql.ts';
import { listUnlockedItems } from './item.sql.ts';

export interface TakenApproval {
  readonly number: string;
  readonly requestedById: string;
  readonly requestedByName: string;
  /** What was asked for beyond the items, as `requestForItems` was told; to be read with zod. */
  readonly terms: unknown;
  /** By item, for the lines of `recordTransitions`. */
  readonly approvals: ReadonlyMap<string, GivenApproval>;
}

type Items = readonly { readonly itemId: string; readonly quantity?: string | undefined }[];

async function givenFor(
  { trx, actor }: CommandContext,
  { requestId, number, requestedById, requestedByName, approvedByIds }: Grant,
  quantities: ReadonlyMap<string, string>,
): Promise<TakenApproval> {
  const [request] = await listItemRequests(trx, actor.courtId, [requestId]);
  const approvals = [...quantities].map(
    ([itemId, quantity]) => [itemId, { requestedById, approvedByIds, quantity }] as const,
  );
  const terms = request?.terms ?? {};
  return { number, requestedById, requestedByName, terms, approvals: new Map(approvals) };
}

async function quantitiesOf({ trx, actor }: CommandContext, asked: Items) {
  const items = await listUnlockedItems(
    trx,
    actor.courtId,
    asked.map(({ itemId }) => itemId),
  );
  return items.map(({ id, standing }) => ({
    subjectId: id,
    quantity: asked.find(({ itemId }) => itemId === id)?.quantity ?? standing.onHand,
    unit: standing.unit,
  }));
}

/**
 * Uses an approval up for these items, in the transaction of what it allows. `kinds`: the kinds of request that allow
 * it; the second person carries it out too. A quantity that is not said is everything on hand. Refusals: those of
 * useApproval.
 */
export async function takeApproval(
  command: CommandContext,
  {
    requestId,
    kind,
    items,
    secondPerson,
  }: {
    readonly requestId: string;
    readonly kind: ItemRequestKind;
    readonly items: Items;
    readonly secondPerson: { readonly id: string; readonly name: string } | null;
  },
): Promise<TakenApproval> {
  const { actor } = command;
  const lines = await quantitiesOf(command, items);
  const grant = await useApproval(command, {
    requestId,
    kind: approvalKindOf(kind),
    lines,
    executors: [
      { personId: actor.personId, name: actor.personName },
      ...(secondPerson === null ? [] : [{ personId: secondPerson.id, name: secondPerson.name }]),
    ],
  });
  return givenFor(command, grant, new Map(lines.map(({ subjectId, quantity }) => [subjectId, quantity])));
}

/**
 * The approval once more for the later steps of what it allowed, after it was used up for the first. undefined: it was
 * never used. Refusals: those of recallGrant.
 */
export async function recallApproval(
  command: CommandContext,
  { requestId, items }: { readonly requestId: string; readonly items: Items },
): Promise<TakenApproval | undefined> {
  const lines = await quantitiesOf(command, items);
  const grant = await recallGrant(command.trx, { courtId: command.actor.courtId, requestId, lines });
  if (!grant) return undefined;
  return givenFor(command, grant, new Map(lines.map(({ subjectId, quantity }) => [subjectId, quantity])));
}
