/** First counts of the sample register that found another number: they wait to be asked for and decided. */
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { addDecimals } from '../platform/decimal.ts';
import { objectToCount } from '../modules/seized-items/baseline/baseline.rules.ts';
import { insertDifference } from '../modules/seized-items/baseline/count-difference.sql.ts';
import { sayQuantity } from '../platform/quantity.ts';
import type { LockedItem } from '../modules/seized-items/item.sql.ts';
import { occasionOf } from '../modules/seized-items/occasion.ts';
import { recordFacts } from '../modules/seized-items/record-facts.ts';

const FOUND = [
  { more: '1', reason: '旧台账按案件登记，漏记一件', document: '2019年随案移送清单' },
  { more: '2', reason: '同案两批合并存放，旧台账只记一批', document: null },
  { more: '1', reason: '旧台账数量字迹不清，抄录有误', document: '2018年移交清单' },
] as const;

/** Answers how many differ. */
export async function addSampleDifferences(
  command: CommandContext,
  items: readonly LockedItem[],
  second: { readonly id: string; readonly name: string },
): Promise<number> {
  const { trx, actor, now } = command;
  let count = 0;
  for (const [index, { more, reason, document }] of FOUND.entries()) {
    const item = items[index];
    if (item === undefined) continue;
    const { onHand: booked, unit, state } = item.standing;
    const counted = addDecimals(booked, more);
    if (objectToCount(counted, { state, unit, onHand: booked, isUnverified: item.isUnverified }) !== null)
      continue;
    const difference = `台账 ${sayQuantity(booked, unit).zh}，实点 ${sayQuantity(counted, unit).zh}`;
    const occasion = occasionOf(command, { note: reason, basis: document }, { secondPerson: second });
    const details = () => ({ booked, counted, difference });
    const sequences = await recordFacts(command, [item], { kind: 'count_differs', details }, occasion);
    await insertDifference(trx, actor.courtId, {
      ...{ id: newId(), itemId: item.id, unit, booked, counted, reason, document, countedAt: now },
      entrySequence: sequences.get(item.id) ?? 0,
      ...{ countedById: actor.personId, countedByName: actor.personName, secondPersonName: second.name },
    });
    count += 1;
  }
  return count;
}
