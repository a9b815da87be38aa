/** Seals, weights and counts of money of a delivery, each with the two people who took them. */
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { netWeight, sumDenominations, type IntakeCount } from './intake-count.ts';
import type { IntakeLineRow } from './intake.sql.ts';
import {
  insertMoneyCounts,
  insertSeals,
  insertWeighings,
  type NewMoneyCount,
  type NewSeal,
  type NewWeighing,
} from './item-measure.sql.ts';

export interface Counted {
  readonly line: IntakeLineRow;
  readonly count: IntakeCount;
}

interface Taking {
  readonly at: Date;
  readonly by: string;
  readonly secondPersonName: string;
}

function sealOf({ line, count }: Counted, { at, by, secondPersonName }: Taking): NewSeal[] {
  const { sealNumber: number } = count;
  if (number === null) return [];
  const seal = { id: newId(), itemId: line.itemId, number, sealedAt: at, sealedByName: by };
  return [{ ...seal, secondPersonName, witness: null }];
}

function weighingOf({ line, count }: Counted, { at, by, secondPersonName }: Taking): NewWeighing[] {
  const { weight } = count;
  const net = weight && netWeight(weight);
  if (weight === null || net === null) return [];
  const people = { weighedByName: by, secondPersonName };
  return [{ ...weight, ...people, id: newId(), itemId: line.itemId, weighedAt: at, net }];
}

function moneyCountOf({ line, count }: Counted, { at, by, secondPersonName }: Taking): NewMoneyCount[] {
  const { denominations, serials } = count;
  if (denominations.length === 0) return [];
  const { minor: totalMinor } = sumDenominations(denominations, line.unit);
  const people = { countedByName: by, secondPersonName };
  const money = { currency: line.unit, denominations, totalMinor, serials };
  return [{ ...money, ...people, id: newId(), itemId: line.itemId, countedAt: at }];
}

/** Of a line that was refused nothing is kept. */
export async function keepMeasures(
  { trx, actor }: CommandContext,
  counted: readonly Counted[],
  { at, secondPersonName }: { readonly at: Date; readonly secondPersonName: string },
): Promise<void> {
  const { courtId, personName: by } = actor;
  const taking = { at, by, secondPersonName };
  const taken = counted.filter(({ count }) => count.outcome !== 'refused');
  await insertSeals(
    trx,
    courtId,
    taken.flatMap((one) => sealOf(one, taking)),
  );
  await insertWeighings(
    trx,
    courtId,
    taken.flatMap((one) => weighingOf(one, taking)),
  );
  await insertMoneyCounts(
    trx,
    courtId,
    taken.flatMap((one) => moneyCountOf(one, taking)),
  );
}
