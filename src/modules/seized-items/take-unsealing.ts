/** 启封 on an approval: whether the court's rules ask for one, and using up the one that was given. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findGrant, isApprovalNeeded, type GrantAbout } from '../approvals/find-grant.ts';
import { weighOf } from './describe-request-line.ts';
import { listItemRowsById, type ItemRow } from './item-page.sql.ts';
import { approvalKindOf } from './item-request-kinds.ts';
import { refuseItemRequest } from './item-request-refusals.ts';
import { loadRates, outdatedRateOf } from './rates/worth.ts';
import { takeApproval } from './take-approval.ts';

const KIND = approvalKindOf('unseal');

export interface Unsealing {
  readonly isApprovalNeeded: boolean;
  /** The approval that can be used now. */
  readonly grant: GrantAbout | undefined;
}

const isOut = ({ state }: ItemRow) => state === 'on_loan';

/**
 * Of what lies together under one seal. What is out on a loan was approved to be used there, and is opened where it is.
 */
async function findUnsealing(
  reader: TenantReader,
  { courtId, now }: { readonly courtId: number; readonly now: Date },
  items: readonly ItemRow[],
): Promise<Unsealing> {
  if (items.length === 0 || items.every(isOut)) return { isApprovalNeeded: false, grant: undefined };
  const subjectIds = items.map(({ id }) => id);
  const grant = await findGrant(reader, { courtId, kind: KIND, subjectIds, now });
  const units = items.map(({ unit }) => unit);
  const rates = await loadRates(reader, courtId, { units, day: shanghaiDay(now) });
  const weight = weighOf(items, rates);
  const isOutdated = items.some(({ unit }) => outdatedRateOf(unit, rates, shanghaiDay(now)) !== null);
  // What no current rate weighs is opened as if it were worth any sum.
  const amountFen = isOutdated ? Number.MAX_SAFE_INTEGER : weight.amountFen;
  const asked = { ...weight, amountFen };
  return { isApprovalNeeded: await isApprovalNeeded(reader, { courtId, kind: KIND }, asked), grant };
}

/** What is shown of it beside a seal. */
export async function describeUnsealing(
  reader: TenantReader,
  at: { readonly courtId: number; readonly now: Date },
  items: readonly ItemRow[],
): Promise<{ isApprovalNeeded: boolean; approvalNumber: string | null }> {
  const { isApprovalNeeded, grant } = await findUnsealing(reader, at, items);
  return { isApprovalNeeded, approvalNumber: grant?.number ?? null };
}

/** The same by the ids of the items, in the transaction that opens the seal. */
export async function findUnsealingOf(
  { trx, actor, now }: CommandContext,
  itemIds: readonly string[],
): Promise<Unsealing> {
  const rows = await listItemRowsById(trx, [actor.courtId], itemIds);
  return findUnsealing(trx, { courtId: actor.courtId, now }, rows);
}

/** Uses the approval up, once the seal is opened. Refusals: UNSEALING_NOT_APPROVED, those of useApproval. */
export async function takeUnsealing(
  command: CommandContext,
  { isApprovalNeeded: isNeeded, grant }: Unsealing,
  opened: {
    readonly itemIds: readonly string[];
    readonly secondPerson: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  if (grant === undefined) {
    if (isNeeded) throw refuseItemRequest('UNSEALING_NOT_APPROVED');
    return;
  }
  await takeApproval(command, {
    requestId: grant.requestId,
    kind: 'unseal',
    items: opened.itemIds.map((itemId) => ({ itemId })),
    secondPerson: opened.secondPerson,
  });
}
