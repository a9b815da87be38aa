import { compareDecimals } from '../../../platform/decimal.ts';
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { auditedItemLabel, saidItemName } from '../mask-item.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { takeApproval } from '../take-approval.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import { recordBaseline } from '../verify-items.ts';
import { refuseBaseline } from './baseline-refusals.ts';
import type { settleBaselineEndpoint } from './baseline.contract.ts';
import { baselineStep } from './baseline.rules.ts';
import {
  listItemsAskedAbout,
  lockOpenDifferences,
  updateSettled,
  type DifferenceRow,
} from './count-difference.sql.ts';

interface Counted {
  readonly row: DifferenceRow;
  readonly item: LockedItem;
}

/** The differences with their items, each still booked as it was when it was counted. */
async function lockCounted({ trx, actor }: CommandContext, requestId: string): Promise<Counted[]> {
  const { courtId } = actor;
  const items = await lockItems(trx, courtId, await listItemsAskedAbout(trx, courtId, requestId));
  const asked = await lockOpenDifferences(trx, courtId, { requestId });
  const counted = asked.flatMap((row) => {
    const item = items.find(({ id }) => id === row.itemId);
    return item ? [{ row, item }] : [];
  });
  if (counted.length === 0) throw refuseBaseline('COUNT_DIFFERENCE_NOT_FOUND');
  for (const { row, item } of counted) {
    const { onHand, unit } = item.standing;
    if (compareDecimals(onHand, row.booked) !== 0)
      throw refuseBaseline('BASELINE_BOOK_MOVED', {
        name: saidItemName(item),
        booked: sayQuantity(row.booked, unit),
        onHand: sayQuantity(onHand, unit),
      });
  }
  return counted;
}

function lineOf({ row, item }: Counted, { number, approvals }: Awaited<ReturnType<typeof takeApproval>>) {
  const { booked, counted, reason, countedAt, entrySequence } = row;
  return {
    itemId: item.id,
    ...baselineStep(row),
    evidence: ['reason', 'photo', 'difference_record'] as const,
    approval: approvals.get(item.id) ?? null,
    details: {
      ...{ booked, counted, reason, approvalNumber: number, countedAt: shanghaiInstant(countedAt) },
      difference: `台账 ${sayQuantity(booked, row.unit).zh}，实点 ${sayQuantity(counted, row.unit).zh}，认定以实点为基准`,
      differenceSequence: entrySequence,
    },
  };
}

/**
 * Settles what was asked for, confirmed by two people. Not for people. Refusals: COUNT_DIFFERENCE_NOT_FOUND,
 * BASELINE_BOOK_MOVED, those of useApproval, LINES_REFUSED.
 */
export async function settleCounted(
  command: CommandContext,
  requestId: string,
  secondPerson: { readonly id: string; readonly name: string },
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const counted = await lockCounted(command, requestId);
  const taken = await takeApproval(command, {
    ...{ requestId, kind: 'baseline', secondPerson },
    items: counted.map(({ row }) => ({ itemId: row.itemId, quantity: baselineStep(row).quantity })),
  });
  const occasion = occasionOf(command, { basis: `审批 ${taken.number}` }, { secondPerson });
  const { steps, ...answer } = await recordTransitions(command, {
    occasion,
    lines: counted.map((one) => lineOf(one, taken)),
    locked: counted.map(({ item }) => item),
  });
  const settled = await lockItems(
    trx,
    actor.courtId,
    steps.map(({ item }) => item.id),
  );
  await recordBaseline(command, settled, occasion);
  const end = { at: now, byName: actor.personName, withName: secondPerson.name };
  for (const { row, item } of counted) {
    const sequence = steps.find((step) => step.item.id === item.id)?.entry.sequence ?? 0;
    await updateSettled(trx, actor.courtId, { id: row.id, sequence }, end);
    command.audit({
      ...{ subjectKind: 'seized_item', subjectId: item.id, subjectLabel: auditedItemLabel(item) },
      before: { isUnverified: true, onHand: row.booked },
      after: { isUnverified: false, onHand: row.counted, approval: taken.number },
    });
  }
  return answer;
}

/**
 * What was counted becomes the baseline on the approval: one entry brings the book to the counted figure, the next one
 * states the baseline. Neither the register's entry nor the difference is touched. Refusals: those of `settleCounted` and
 * of the second person's PIN.
 */
export async function settleBaseline(
  command: CommandContext,
  { params, body }: InputOf<typeof settleBaselineEndpoint>,
): Promise<TransitionsAnswer> {
  await lockCounted(command, params.requestId);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  return settleCounted(command, params.requestId, { id: body.secondPerson.personId, name });
}
