import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { auditedItemLabel } from '../mask-item.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { listOpenLinesOfItems } from '../releases/release-line.sql.ts';
import { requireAtItem } from '../require-at-item.ts';
import type { readOdometerEndpoint } from './odometer.contract.ts';
import { refuseOdometer } from './odometer-refusals.ts';
import { hasMoved, keepOdometers, listOdometerProblems } from './take-odometers.ts';

/**
 * The odometer of a vehicle is read where it stands: at a count, also of a room that is frozen for its handover, at the
 * monthly check of its battery. A meter that moved in store is refused unless it is reported in the same step, which makes
 * the vehicle an incident (T20). What is with a keeper on a release is read by its inspections, which know how far it was
 * allowed to go.
 * Refusals: ITEM_NOT_FOUND, NOT_A_VEHICLE, ODOMETER_AT_INSPECTION, ODOMETERS_REFUSED, LINES_REFUSED, those of the second person's PIN and of
 * presence.
 */
export async function readOdometerOfItem(
  command: CommandContext,
  { params, body }: InputOf<typeof readOdometerEndpoint>,
): Promise<ResponseOf<typeof readOdometerEndpoint>> {
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  if (item.category !== 'vehicles') throw refuseOdometer('NOT_A_VEHICLE');
  const [openLine] = await listOpenLinesOfItems(command.trx, command.actor.courtId, [item.id]);
  if (openLine?.state === 'with_keeper') throw refuseOdometer('ODOMETER_AT_INSPECTION');
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, { note: body.incident }, { secondPerson });
  const visit = await requireAtItem(command, item, occasion, { isHandoverCount: true });
  const taken = [{ item, text: body.odometer }];
  const problems = await listOdometerProblems(command, taken, { allowedKm: null, pathOf: () => 'body' });
  const isReported = problems.some(hasMoved) && body.incident !== null;
  if (problems.length > 0 && !isReported)
    throw refuseOdometer('ODOMETERS_REFUSED', { count: problems.length }, problems);
  await keepOdometers(command, taken, {
    ...{ at: occasion.occurredAt, allowedKm: null, secondPersonName: secondPerson?.name ?? null },
    occasion: isReported ? 'incident' : 'count',
  });
  if (isReported) {
    const details = { ...visit, incident: 'misused', odometer: body.odometer };
    const evidence = ['incident_report'] as const;
    const lines = [{ itemId: item.id, transition: 'report_incident' as const, evidence, details }];
    await recordTransitions(command, { occasion, lines });
  }
  command.audit({
    subjectKind: 'seized_item',
    subjectId: item.id,
    subjectLabel: auditedItemLabel(item),
    detail: { odometer: body.odometer, isReported },
  });
  return { id: item.id, isReported };
}
