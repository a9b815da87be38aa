/** Cars of the sample court's cases, at a car park under contract; their odometers are read every month. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { addItems } from '../modules/seized-items/add-items.ts';
import type { ItemCard } from '../modules/seized-items/item-fields.ts';
import type { ItemTransition } from '../modules/seized-items/item-transitions.ts';
import { lockItems } from '../modules/seized-items/item.sql.ts';
import { readOdometerOfItem } from '../modules/seized-items/odometers/read-odometer.ts';
import { keepOdometers } from '../modules/seized-items/odometers/take-odometers.ts';
import { writeSteps } from '../modules/seized-items/write-steps.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { Random } from './random.ts';
import { listQuietCases } from './sample-custody.sql.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
/** Days ago: received, then read. */
const RECEIVED = 64;
const READ = [33, 3] as const;
const OFFICE_HOUR_MS = 10 * 3_600_000;
const KEEPER = '巴彦淖尔市恒通停车场';

interface Car {
  readonly name: string;
  readonly model: string;
  readonly km: number;
  /** What the last reading says; a number is more kilometres than the month before. */
  readonly last: number | string;
  /** Why it was driven. */
  readonly incident?: string;
}

const CARS: readonly Car[] = [
  { name: '黑色轿车', model: '大众朗逸', km: 86_240, last: 0 },
  {
    name: '白色越野车',
    model: '哈弗 H6',
    km: 52_318,
    last: 37,
    incident: '停车场值班员称挪车加油，未经批准，已要求书面说明',
  },
  { name: '银色面包车', model: '五菱宏光', km: 134_905, last: '读不出，蓄电池没电' },
  { name: '红色轿车', model: '比亚迪秦', km: 21_077, last: 0 },
];

function officeHourOf(at: Date): Date {
  return new Date(startOfShanghaiDay(shanghaiDay(at)).getTime() + OFFICE_HOUR_MS);
}

function cardOf(random: Random, { name, model, km }: Car): ItemCard {
  const plateNumber = `蒙L${random.integer(10_000, 99_999)}`;
  return {
    ...{ name, category: 'vehicles', grade: 'ordinary', unit: '辆', hazards: [], keeping: ['yard'] },
    facts: {
      ...{ wear: '七成新', defects: '无', source: '扣押', features: '见照片', model, plateNumber },
      vin: `LSV${random.integer(10_000_000_000_000, 99_999_999_999_999)}`,
      engineNumber: String(random.integer(100_000, 999_999)),
      odometerKm: String(km),
    },
    ...{ ownership: 'defendant', nature: 'instrument', isEvidence: true, listNumber: null, listLine: null },
    ...{ listedQuantity: '1', listedUnit: '辆', unitFactor: null, seizureDocument: null },
    ...{ seizureExpiresOn: null, expiresOn: null, estimatedValueFen: null, isUnverified: false },
    ...{ reviewOn: null, notes: null },
  };
}

/** Comes in and stays with its keeper. */
async function receive(
  command: CommandContext,
  car: { readonly caseId: string; readonly card: ItemCard },
  second: { readonly id: string; readonly name: string },
): Promise<string> {
  const { trx, now, actor } = command;
  const { courtId } = actor;
  const occasion = {
    ...{ occurredAt: now, secondPerson: second, counterparty: null, note: null },
    basis: '委托保管协议〔2026〕2 号',
  };
  const draft = { card: car.card, quantity: '1' };
  const added = await addItems(command, {
    ...{ courtId, caseId: car.caseId, transition: 'preregister', occasion, drafts: [draft] },
  });
  const id = added[0]?.id ?? '';
  for (const transition of ['arrive', 'keep_elsewhere'] as const satisfies readonly ItemTransition[]) {
    const items = await lockItems(trx, courtId, [id]);
    const kept = transition === 'keep_elsewhere';
    const steps = items.map((item) => ({
      ...{ item, transition, quantity: '1' },
      change: kept ? { keeper: KEEPER } : {},
      names: kept ? { holder: KEEPER } : {},
    }));
    await writeSteps(command, courtId, steps, occasion);
  }
  const item = { id, name: car.card.name, category: 'vehicles', facts: car.card.facts };
  const taking = { at: now, occasion: 'receipt' as const, secondPersonName: second.name, allowedKm: null };
  await keepOdometers(command, [{ item, text: car.card.facts.odometerKm ?? null }], taking);
  return id;
}

/** Answers how many cars there are. */
export async function addSampleVehicles(
  command: CommandContext,
  random: Random,
  { world, custodians }: SampleStructure,
): Promise<number> {
  const { courtId } = world;
  const [custodian, second] = custodians;
  if (!custodian || !second) return 0;
  const actor = {
    ...{ ...command.actor, courtId, personId: custodian.id, personName: custodian.name },
    roles: ['property_custodian'],
    grants: grantsOfRoles([{ role: 'property_custodian', departmentId: null }]),
  };
  const on = (daysAgo: number): CommandContext => ({
    ...{ ...command, actor, audit: () => {} },
    now: officeHourOf(new Date(command.now.getTime() - daysAgo * DAY_MS)),
  });
  const quietSince = on(RECEIVED).now;
  const caseIds = await listQuietCases(command.trx, courtId, { before: quietSince, limit: CARS.length });
  const parked: { readonly itemId: string; readonly car: Car }[] = [];
  // All of them before the first is read again: in the book of a case time never runs backwards.
  for (const [index, car] of CARS.entries()) {
    const caseId = caseIds[index % caseIds.length];
    if (caseId === undefined) return 0;
    const itemId = await receive(on(RECEIVED), { caseId, card: cardOf(random, car) }, second);
    parked.push({ itemId, car });
  }
  const read = (itemId: string, daysAgo: number, odometer: string, incident: string | null) =>
    readOdometerOfItem(on(daysAgo), {
      ...{ params: { itemId }, query: {} },
      body: { odometer, incident, secondPerson: null },
    });
  for (const { itemId, car } of parked) {
    const { km, last, incident = null } = car;
    await read(itemId, READ[0], String(km), null);
    await read(itemId, READ[1], typeof last === 'string' ? last : String(km + last), incident);
  }
  return parked.length;
}
