import { daysLater } from '../../../platform/days.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import type { Occasion } from '../item-happening.ts';
import { listUnlockedItems, type LockedItem } from '../item.sql.ts';
import { occasionOf } from '../occasion.ts';
import { requirePhotosOfItems } from '../photo-demands/require-photos-of-items.ts';
import { refuseOdometer } from '../odometers/odometer-refusals.ts';
import { hasMoved, keepOdometers, listOdometerProblems } from '../odometers/take-odometers.ts';
import { recordTransitions } from '../record-transitions.ts';
import { holdRelease, type HeldRelease } from './hold-release.ts';
import { insertInspections } from './inspection.sql.ts';
import { allowedKmOf } from './release-terms.ts';
import { startReleaseClock } from './release-deadlines.ts';
import { INSPECTION_DAYS } from './release-kinds.ts';
import { updateReleaseLines } from './release-line.sql.ts';
import { updateReleaseAttention } from './release.sql.ts';
import type { inspectKeptEndpoint } from './release-steps.contract.ts';

type Line = InputOf<typeof inspectKeptEndpoint>['body']['lines'][number];
interface SeenLine {
  readonly line: Line;
  readonly item: LockedItem;
  /** Its odometer moved further than the approval of its way allows. */
  readonly isDriven: boolean;
}

/** Refusal: ODOMETERS_REFUSED, with a line for each vehicle that was not read, or was driven and is not reported. */
async function readOdometers(
  command: CommandContext,
  lines: readonly Line[],
  held: HeldRelease,
): Promise<SeenLine[]> {
  const itemIds = lines.map(({ itemId }) => itemId);
  const items = await listUnlockedItems(command.trx, command.actor.courtId, itemIds);
  const pairs = lines.flatMap((line) => {
    const item = items.find(({ id }) => id === line.itemId);
    return item ? [{ line, item }] : [];
  });
  const taken = pairs.map(({ line, item }) => ({
    ...{ item, text: line.odometer },
    outKm: held.lines.find(({ itemId }) => itemId === item.id)?.odometerOut ?? null,
  }));
  const paths = pairs.map((_, index) => `body.lines.${index}`);
  const problems = await listOdometerProblems(command, taken, {
    allowedKm: allowedKmOf(held.release),
    pathOf: (index) => paths[index] ?? 'body',
  });
  const seen = pairs.map((pair, index) => {
    const own = problems.filter(({ path }) => path === `${paths[index] ?? 'body'}.odometer`);
    return { ...pair, isDriven: own.some(hasMoved), own };
  });
  const open = seen.flatMap(({ line, own }) =>
    own.filter((problem) => !hasMoved(problem) || line.incident === null),
  );
  if (open.length > 0) throw refuseOdometer('ODOMETERS_REFUSED', { count: open.length }, open);
  return seen;
}

/** Those that were driven are under investigation from now on (T20), and the release says why. */
async function reportDriven(
  command: CommandContext,
  driven: readonly SeenLine[],
  held: HeldRelease,
  secondPerson: Occasion['secondPerson'],
): Promise<void> {
  if (driven.length === 0) return;
  await recordTransitions(command, {
    occasion: occasionOf(command, {}, { secondPerson }),
    lines: driven.map(({ item, line: { condition, odometer, incident } }) => ({
      ...{ itemId: item.id, transition: 'report_incident', evidence: ['incident_report'] },
      details: { condition, odometer, incident: 'misused', difference: incident },
    })),
  });
  const changes = driven.map(({ item, line }) => ({
    itemId: item.id,
    state: 'with_keeper' as const,
    incident: line.incident ?? '',
  }));
  await updateReleaseLines(command.trx, command.actor.courtId, held.release.id, changes);
}

/**
 * Somebody went to the keeper and saw the things: condition, odometer, what was paid. The next visit is due from then. A
 * vehicle is read; one that was driven further than the approval of its way allows is refused unless it is reported in
 * the same step, which makes it an incident. Anything else that is not in order is reported from its page. Refusals:
 * those of holdRelease, PHOTOS_MISSING, ODOMETERS_REFUSED, LINES_REFUSED, those of the second person's PIN.
 */
export async function inspectKept(
  command: CommandContext,
  { params, body }: InputOf<typeof inspectKeptEndpoint>,
): Promise<ResponseOf<typeof inspectKeptEndpoint>> {
  const { trx, actor, now } = command;
  const itemIds = body.lines.map(({ itemId }) => itemId);
  const held = await holdRelease(command, { ...params, state: 'with_keeper', itemIds });
  const { release } = held;
  const { leftAt } = release;
  await requirePhotosOfItems(command, { step: 'inspection', itemIds, field: 'lines', at: now, leftAt });
  const seen = await readOdometers(command, body.lines, held);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const secondPersonName = secondPerson?.name ?? null;
  await insertInspections(
    trx,
    actor.courtId,
    release.id,
    seen.map(({ line: { itemId, condition, odometer, feeFen, ...line }, isDriven }) => ({
      ...{ id: newId(), itemId, condition, odometer, feeFen, secondPersonName },
      isInOrder: line.isInOrder && !isDriven,
      note: [isDriven ? line.incident : null, line.note].filter((part) => part !== null).join('；') || null,
      inspectedAt: now,
      inspectedByName: actor.personName,
    })),
  );
  for (const { item, line, isDriven } of seen)
    await keepOdometers(command, [{ item, text: line.odometer }], {
      ...{ at: now, secondPersonName, allowedKm: allowedKmOf(release) },
      occasion: isDriven ? 'incident' : 'inspection',
    });
  await reportDriven(
    command,
    seen.filter(({ isDriven }) => isDriven),
    held,
    secondPerson,
  );
  const nextAt = daysLater(now, INSPECTION_DAYS);
  const items = seen.map(({ item }) => item);
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
