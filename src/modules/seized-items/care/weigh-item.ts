import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { netWeight } from '../intake-count.ts';
import { refuseIntake } from '../intake-refusals.ts';
import { insertWeighings, listWeighings } from '../item-measure.sql.ts';
import type { LockedItem } from '../item.sql.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { requireAtItem } from '../require-at-item.ts';
import type { weighItemEndpoint } from './care.contract.ts';
import { findTolerance } from '../tolerances/find-tolerance.ts';
import { isWeightWithin } from '../tolerances/tolerances.rules.ts';

/** What it should weigh: what is on hand when that is a weight, otherwise what it weighed last. */
async function expectedWeight(
  { trx }: CommandContext,
  { courtId, id, standing }: LockedItem,
  unit: string,
): Promise<string | null> {
  if (standing.unit === unit) return standing.onHand;
  const last = (await listWeighings(trx, courtId, id)).find((one) => one.unit === unit);
  return last ? normaliseQuantity(last.net) : null;
}

/**
 * Two people weigh an item again; every weighing stays, with its scale. One that does not agree within the tolerance of
 * the category makes the item an incident at once (situation 03). Answers what it was held against.
 * Refusals: ITEM_NOT_FOUND, WEIGHT_INVALID, LINES_REFUSED, those of the second person's PIN.
 */
export async function weighItem(
  command: CommandContext,
  { params, body }: InputOf<typeof weighItemEndpoint>,
): Promise<ResponseOf<typeof weighItemEndpoint>> {
  const { trx, actor } = command;
  const { unit, gross, tare, scale } = body;
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  const itemId = item.id;
  const net = netWeight(body);
  if (net === null) throw refuseIntake('WEIGHT_INVALID');
  const expected = await expectedWeight(command, item, unit);
  const tolerance = await findTolerance(command, 'weighing', item.category);
  const isWithin = expected === null || isWeightWithin(net, expected, tolerance?.share ?? '0');
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, body, { secondPerson });
  const visit = await requireAtItem(command, item, occasion);
  const weighing = { unit, gross, tare, net, scale };
  const details = { ...visit, weighing, expected, tolerance: tolerance?.version ?? null };
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [{ itemId, transition: 'weigh', evidence: [], details }],
  });
  if (answer.refusedCount > 0) return { ...answer, net, expected, isWithin };
  const people = { weighedByName: actor.personName, secondPersonName: secondPerson?.name ?? '' };
  await insertWeighings(trx, actor.courtId, [
    { ...weighing, ...people, id: newId(), itemId, weighedAt: occasion.occurredAt },
  ]);
  if (!isWithin) {
    const incident = { incident: 'short', net, expected };
    const evidence = ['incident_report'] as const;
    const lines = [{ itemId, transition: 'report_incident' as const, evidence, details: incident }];
    await recordTransitions(command, { occasion, lines });
  }
  return { ...answer, net, expected, isWithin };
}
