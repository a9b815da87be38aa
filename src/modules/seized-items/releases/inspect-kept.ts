import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { listUnlockedItems } from '../item.sql.ts';
import { requirePhotosOfItems } from '../photo-demands/require-photos-of-items.ts';
import { isDrivenWithin, kilometresBetween } from '../odometers/odometer.rules.ts';
import { keepOdometers } from '../odometers/take-odometers.ts';
import { holdRelease } from './hold-release.ts';
import { insertInspections } from './inspection.sql.ts';
import { allowedKmOf } from './release-terms.ts';
import { startReleaseClock } from './release-deadlines.ts';
import { INSPECTION_DAYS } from './release-kinds.ts';
import { updateReleaseAttention } from './release.sql.ts';
import type { inspectKeptEndpoint } from './release-steps.contract.ts';

const DAY_MS = 86_400_000;

/**
 * Somebody went to the keeper and saw the things: condition, odometer, what was paid. The next visit is due from then.
 * A car that was driven, or anything else that is not in order, is reported as an incident from its page. Refusals:
 * those of holdRelease, PHOTOS_MISSING, those of the second person's PIN.
 */
export async function inspectKept(
  command: CommandContext,
  { params, body }: InputOf<typeof inspectKeptEndpoint>,
): Promise<ResponseOf<typeof inspectKeptEndpoint>> {
  const { trx, actor, now } = command;
  const itemIds = body.lines.map(({ itemId }) => itemId);
  const { release, lines } = await holdRelease(command, { ...params, state: 'with_keeper', itemIds });
  const { leftAt } = release;
  await requirePhotosOfItems(command, { step: 'inspection', itemIds, field: 'lines', at: now, leftAt });
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const allowedKm = allowedKmOf(release);
  await insertInspections(
    trx,
    actor.courtId,
    release.id,
    body.lines.map((line) => {
      const before = lines.find(({ itemId }) => itemId === line.itemId)?.odometerOut ?? null;
      const driven = kilometresBetween(before, line.odometer);
      const isDriven = driven !== null && !isDrivenWithin(driven, allowedKm ?? '0');
      return {
        ...line,
        id: newId(),
        isInOrder: line.isInOrder && !isDriven,
        note: isDriven ? `里程表由 ${before} 变为 ${line.odometer ?? ''}；${line.note ?? ''}` : line.note,
        inspectedAt: now,
        inspectedByName: actor.personName,
        secondPersonName: secondPerson?.name ?? null,
      };
    }),
  );
  const items = await listUnlockedItems(trx, actor.courtId, itemIds);
  const taken = items.map((item) => ({
    item,
    text: body.lines.find(({ itemId }) => itemId === item.id)?.odometer ?? null,
  }));
  const secondPersonName = secondPerson?.name ?? null;
  await keepOdometers(command, taken, { at: now, occasion: 'inspection', secondPersonName, allowedKm });
  const nextAt = new Date(now.getTime() + INSPECTION_DAYS * DAY_MS);
  await startReleaseClock(command, 'D24', items, nextAt);
  await updateReleaseAttention(trx, actor.courtId, release.id, nextAt);
  command.audit({
    subjectKind: 'item_release',
    subjectId: release.id,
    subjectLabel: release.requestNumber,
    detail: { inspected: itemIds },
  });
  return { id: release.id };
}
