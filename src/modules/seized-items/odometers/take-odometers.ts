/** Readings of the vehicles of a step, each held against the one before. */
import { fillSentence, type Problem } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { ItemFact } from '../item-categories.ts';
import { saidItemName, type NamedItem } from '../mask-item.ts';
import {
  decideOdometer,
  kilometresBetween,
  kilometresLeft,
  readOdometer,
  type OdometerOccasion,
} from './odometer.rules.ts';
import { ODOMETER_REFUSALS, refuseOdometer } from './odometer-refusals.ts';
import { insertOdometerReadings, listLastReadings, type NewReading } from './odometer.sql.ts';

export interface ReadItem {
  readonly id: string;
  readonly category: string;
  readonly facts: Readonly<Partial<Record<ItemFact, string | null>>>;
}

export interface TakenReading<I extends ReadItem = ReadItem> {
  readonly item: I;
  readonly text: string | null;
  /** Of one that is away: what it said when it left on the way for which the kilometres were allowed. */
  readonly outKm?: string | null;
}

export interface Taking {
  readonly at: Date;
  readonly occasion: OdometerOccasion;
  readonly secondPersonName: string | null;
  /** What the approval of the way out allowed; null: nothing. */
  readonly allowedKm: string | null;
}

const isVehicle = ({ item }: TakenReading) => item.category === 'vehicles';

/** The last reading of each, or what its card says. */
async function lastOf({ trx, actor }: CommandContext, taken: readonly TakenReading[]) {
  const ids = taken.map(({ item: { id } }) => id);
  const known = await listLastReadings(trx, actor.courtId, ids);
  return ({ id, facts }: ReadItem): string | null => {
    const last = known.get(id);
    if (last) return last.km;
    const card = readOdometer(facts.odometerKm);
    return card.kind === 'km' ? card.km : null;
  };
}

/** Keeps what was read, whatever it says; nothing of what is no vehicle or was not read at all. */
export async function keepOdometers(
  command: CommandContext,
  taken: readonly TakenReading[],
  { at, occasion, secondPersonName, allowedKm }: Taking,
): Promise<void> {
  const { trx, actor, now } = command;
  const vehicles = taken.filter(isVehicle);
  if (vehicles.length === 0) return;
  const last = await lastOf(command, vehicles);
  const readings = vehicles.flatMap(({ item, text }): NewReading[] => {
    const read = readOdometer(text);
    if (read.kind === 'missing') return [];
    const km = read.kind === 'km' ? read.km : null;
    const differenceKm = km === null || occasion === 'receipt' ? null : kilometresBetween(last(item), km);
    const people = { takenByName: actor.personName, secondPersonName };
    const note = km === null ? (text ?? '').trim() : null;
    return [
      {
        id: newId(now.getTime()),
        itemId: item.id,
        takenAt: at,
        occasion,
        km,
        differenceKm,
        allowedKm,
        note,
        ...people,
      },
    ];
  });
  await insertOdometerReadings(trx, actor.courtId, now, readings);
}

/** A problem for each vehicle that nobody read, or that was driven. */
export async function listOdometerProblems(
  command: CommandContext,
  taken: readonly TakenReading<ReadItem & NamedItem>[],
  { allowedKm, pathOf }: { readonly allowedKm: string | null; readonly pathOf: (index: number) => string },
): Promise<Problem[]> {
  const vehicles = taken.filter(isVehicle);
  if (vehicles.length === 0) return [];
  const last = await lastOf(command, vehicles);
  return taken.flatMap((one, index): Problem[] => {
    if (!isVehicle(one)) return [];
    const before = last(one.item);
    const left = kilometresLeft({ outKm: one.outKm ?? null, last: before, allowedKm });
    const verdict = decideOdometer({ before, text: one.text, allowedKm: left });
    if (verdict.allowed) return [];
    const { reason, difference } = verdict;
    const facts = {
      ...{ before: before ?? '—', now: one.text ?? '—' },
      ...{ difference: difference ?? '—', allowed: left },
    };
    const { zh, en } = fillSentence(ODOMETER_REFUSALS[reason], facts);
    const name = saidItemName(one.item);
    return [
      { path: `${pathOf(index)}.odometer`, code: reason, zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` },
    ];
  });
}

const MOVED: readonly string[] = ['ODOMETER_WENT_UP', 'ODOMETER_WENT_DOWN'];

/** Whether what is wrong is that it moved, which a report answers; a reading that is missing is answered by reading. */
export function hasMoved({ code }: Problem): boolean {
  return MOVED.includes(code);
}

/** What stood in store has not moved; its readings are kept. Refusal: ODOMETERS_REFUSED, with a line for each vehicle. */
export async function takeOdometers(
  command: CommandContext,
  taken: readonly TakenReading<ReadItem & NamedItem>[],
  taking: Taking & { readonly pathOf: (index: number) => string },
): Promise<void> {
  const problems = await listOdometerProblems(command, taken, taking);
  if (problems.length > 0) throw refuseOdometer('ODOMETERS_REFUSED', { count: problems.length }, problems);
  await keepOdometers(command, taken, taking);
}
