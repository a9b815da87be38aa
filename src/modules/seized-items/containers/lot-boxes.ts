/** Lots in counted boxes (situation 56): packed once, then counted by some of them while every seal is intact. */
import { addDecimals, compareDecimals, sumDecimals } from '../../../platform/decimal.ts';
import { shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { TenantReader } from '../../../platform/database.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { requireFreshSeals } from '../care/add-parts.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { refuseIntake } from '../intake-refusals.ts';
import { findQuantityProblem } from '../item-quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { findReadableItem } from '../read-items.ts';
import { recordTransitions } from '../record-transitions.ts';
import { requireAtItem } from '../require-at-item.ts';
import { appendContainerEvents, insertContainerSeal } from './container-event.sql.ts';
import { listContainerRows } from './container.sql.ts';
import { refuseContainer } from './container-refusals.ts';
import type { drawLotEndpoint, packLotEndpoint, recordLotCheckEndpoint } from './containers.contract.ts';
import { addContainers } from './create-containers.ts';
import { insertLotCheck, listLotChecks } from './lot-check.sql.ts';
import { decideSampling, drawBoxes, samplingOn, type LotBox } from './lot-sampling.rules.ts';

const BOXES_MAX = 5000;

type Box = LotBox & { readonly name: string };

async function listBoxes(reader: TenantReader, courtId: number, lotItemId: string): Promise<Box[]> {
  const nothing = { placeId: null, parentId: null, words: [], includesClosed: false, after: null };
  const rows = await listContainerRows(reader, { courtId, lotItemId, ...nothing, limit: BOXES_MAX });
  return rows.map(({ id, code, name, lotQuantity, sealNumber }) => ({
    ...{ containerId: id, code, name, isSealed: sealNumber !== null },
    quantity: normaliseQuantity(lotQuantity ?? '0'),
  }));
}

/**
 * The lot, or what of it lies open, goes into boxes that are counted one by one, each with a code and, if sealed, a seal.
 * The lot stays one item. Refusals: ITEM_NOT_FOUND, PLACE_NOT_A_STORE, QUANTITY_INVALID, LOT_EXCEEDED,
 * SEAL_NUMBER_TAKEN, those of the second person's PIN and of presence.
 */
export async function packLot(
  command: CommandContext,
  { params, body }: InputOf<typeof packLotEndpoint>,
): Promise<ResponseOf<typeof packLotEndpoint>> {
  const { trx, actor } = command;
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  const { placeId, onHand, unit } = item.standing;
  if (placeId === null) throw refuseIntake('PLACE_NOT_A_STORE');
  if (body.boxes.some(({ quantity }) => findQuantityProblem(quantity, unit) !== null))
    throw refuseItem('QUANTITY_INVALID');
  const packed = await listBoxes(trx, actor.courtId, item.id);
  const before = sumDecimals(packed.map(({ quantity }) => quantity));
  const sum = addDecimals(before, sumDecimals(body.boxes.map(({ quantity }) => quantity)));
  if (compareDecimals(sum, onHand) > 0) throw refuseContainer('LOT_EXCEEDED', { sum, onHand });
  await requireFreshSeals(
    command,
    body.boxes.map(({ sealNumber }) => sealNumber),
  );
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtItem(command, item, occasion);
  const secondPersonName = secondPerson?.name ?? null;
  const drafts = body.boxes.map(({ quantity, sealNumber }, index) => ({
    ...{ kind: 'box' as const, lotItemId: item.id, lotQuantity: quantity, sealNumber },
    name: `${item.name} ${packed.length + index + 1}`,
  }));
  const containers = await addContainers(command, placeId, drafts, secondPersonName);
  const seals = containers.flatMap(({ id }, index) => {
    const number = drafts[index]?.sealNumber ?? null;
    return number === null ? [] : [{ containerId: id, number }];
  });
  const at = occasion.occurredAt;
  const by = { sealedAt: at, sealedByName: actor.personName, secondPersonName };
  await insertContainerSeal(
    trx,
    actor.courtId,
    seals.map((seal) => ({ ...seal, ...by })),
  );
  await appendContainerEvents(
    command,
    { at, secondPersonName },
    seals.map(({ containerId, number }) => ({ containerId, kind: 'sealed', details: { seal: number } })),
  );
  return { containers };
}

/** The boxes that a seed draws. Refusals: LOT_NOT_PACKED, LOT_SEAL_BROKEN. */
function draw(boxes: readonly Box[], onHand: string, { seed, day }: { seed: string; day: string }): Box[] {
  const verdict = decideSampling(boxes, onHand, samplingOn(day));
  if (verdict.allowed) return drawBoxes(boxes, verdict.count, seed);
  throw verdict.reason === 'LOT_NOT_PACKED'
    ? refuseContainer('LOT_NOT_PACKED', { packed: verdict.packed, onHand })
    : refuseContainer('LOT_SEAL_BROKEN', { count: verdict.count });
}

/** Which boxes of a lot are to be counted, by a seed that anybody may repeat. Refusals: ITEM_NOT_FOUND and of the draw. */
export async function drawLot(
  context: QueryContext,
  { params, query }: InputOf<typeof drawLotEndpoint>,
): Promise<ResponseOf<typeof drawLotEndpoint>> {
  const { reader, now } = context;
  const item = await findReadableItem(context, params.itemId);
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const boxes = await listBoxes(reader, item.courtId, item.id);
  const drawn = draw(boxes, normaliseQuantity(item.onHand), { seed: query.seed, day: shanghaiDay(now) });
  const checks = await listLotChecks(reader, item.courtId, item.id);
  return {
    boxCount: boxes.length,
    seed: query.seed,
    drawn,
    checks: checks.map(({ checkedAt, ...check }) => ({ ...check, checkedAt: shanghaiInstant(checkedAt) })),
  };
}

/**
 * The drawn boxes were counted by two people. Every seal intact and every count right: it stands for all. Otherwise the
 * lot is an incident at once. Refusals: ITEM_NOT_FOUND, of the draw, LOT_DRAW_DIFFERS, LINES_REFUSED.
 */
export async function recordLotCheck(
  command: CommandContext,
  { params, body }: InputOf<typeof recordLotCheckEndpoint>,
): Promise<ResponseOf<typeof recordLotCheckEndpoint>> {
  const { trx, actor, now } = command;
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  const boxes = await listBoxes(trx, actor.courtId, item.id);
  const drawn = draw(boxes, item.standing.onHand, { seed: body.seed, day: shanghaiDay(now) });
  const counted = new Map(body.lines.map((one) => [one.containerId, one]));
  if (counted.size !== drawn.length || drawn.some(({ containerId }) => !counted.has(containerId)))
    throw refuseContainer('LOT_DRAW_DIFFERS');
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, body, { secondPerson });
  await requireAtItem(command, item, occasion);
  const lines = drawn.map(({ containerId, code, quantity: expected }) => {
    const { counted: found = '0', isSealIntact = false } = counted.get(containerId) ?? {};
    return { containerId, code, expected, counted: found, isSealIntact };
  });
  const holds = lines.every((one) => one.isSealIntact && compareDecimals(one.counted, one.expected) === 0);
  await insertLotCheck(trx, actor.courtId, {
    ...{ id: newId(now.getTime()), itemId: item.id, checkedAt: occasion.occurredAt, seed: body.seed },
    ...{ boxCount: boxes.length, lines, holds, checkedByName: actor.personName },
    secondPersonName: secondPerson?.name ?? '',
  });
  if (!holds) {
    const details = { incident: 'short', lotCheck: lines.filter((one) => one.counted !== one.expected) };
    await recordTransitions(command, {
      occasion,
      lines: [{ itemId: item.id, transition: 'report_incident', evidence: ['incident_report'], details }],
    });
  }
  return { holds };
}
