/** First counts of the sample register that found another number: some wait to be asked for, one is settled. */
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { addDecimals } from '../platform/decimal.ts';
import { objectToCount } from '../modules/seized-items/baseline/baseline.rules.ts';
import { insertDifference } from '../modules/seized-items/baseline/count-difference.sql.ts';
import { requestBaseline } from '../modules/seized-items/baseline/request-baseline.ts';
import { settleCounted } from '../modules/seized-items/baseline/settle-baseline.ts';
import { sayQuantity } from '../platform/quantity.ts';
import type { LockedItem } from '../modules/seized-items/item.sql.ts';
import { occasionOf } from '../modules/seized-items/occasion.ts';
import { recordFacts } from '../modules/seized-items/record-facts.ts';
import { actingAs } from './acting-as.ts';
import { approveRequest } from './approve-request.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const FOUND = [
  { more: '1', reason: '旧台账按案件登记，漏记一件', document: '2019年随案移送清单' },
  { more: '2', reason: '同案两批合并存放，旧台账只记一批', document: null },
  { more: '1', reason: '旧台账数量字迹不清，抄录有误', document: '2018年移交清单' },
  { more: '2', reason: '旧台账漏登补移物品', document: '补充移送清单' },
] as const;

/** Answers the differences, in their order. */
export async function addSampleDifferences(
  command: CommandContext,
  items: readonly LockedItem[],
  second: { readonly id: string; readonly name: string },
): Promise<string[]> {
  const { trx, actor, now } = command;
  const ids: string[] = [];
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
    const id = newId();
    await insertDifference(trx, actor.courtId, {
      ...{ id, itemId: item.id, unit, booked, counted, reason, document, countedAt: now },
      entrySequence: sequences.get(item.id) ?? 0,
      ...{ countedById: actor.personId, countedByName: actor.personName },
      ...{ secondPersonId: second.id, secondPersonName: second.name },
    });
    ids.push(id);
  }
  return ids;
}

/** Asked for by the judge, approved, and settled by the custodian with a second. `acting`: the custodian. */
export async function settleSampleDifference(
  acting: CommandContext,
  structure: SampleStructure,
  differenceId: string,
  second: { readonly id: string; readonly name: string },
): Promise<void> {
  const { world, accounts } = structure;
  const judge = accounts.find(({ role }) => role === 'case_handler');
  const person = world.people.find(({ id }) => id === judge?.personId);
  if (!judge || !person) return;
  const asking = actingAs(acting, world.courtId, person, judge.role);
  const { id } = await requestBaseline(asking, {
    ...{ params: {}, query: {} },
    body: { differenceIds: [differenceId], reason: '补充移送清单与实物相符，旧台账漏登' },
  });
  await approveRequest(acting, structure, { requestId: id, opinion: '同意以实点数量为准' });
  await settleCounted(acting, id, second);
}
