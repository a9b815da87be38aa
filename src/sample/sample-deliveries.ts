/** What was delivered to the sample court in the last days and waits to be counted. */
import { insertIntake } from '../modules/seized-items/intake.sql.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { listArrivedItems, type ArrivedItem } from './sample-custody.sql.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DELIVERERS = [
  ['王海军', '临河区人民检察院'],
  ['李晓东', '巴彦淖尔市人民检察院'],
  ['赵丽', '五原县公安局'],
  ['孙立强', '巴彦淖尔市公安局'],
] as const;

/** One delivery a case. Answers how many. */
export async function addSampleDeliveries(
  command: CommandContext,
  { world, custodians }: SampleStructure,
): Promise<number> {
  const { trx } = command;
  const { courtId } = world;
  const [custodian, second] = custodians;
  if (!custodian || !second) return 0;
  const byCase = new Map<string, ArrivedItem[]>();
  for (const item of await listArrivedItems(trx, courtId))
    byCase.set(item.caseId, [...(byCase.get(item.caseId) ?? []), item]);
  for (const [index, items] of [...byCase.values()].entries()) {
    const [first] = items;
    if (!first) continue;
    const [deliverer, delivererUnit] = DELIVERERS[index % DELIVERERS.length] ?? DELIVERERS[0];
    await insertIntake(trx, courtId, {
      ...{ id: newId(first.arrivedAt.getTime()), caseId: first.caseId, deliverer, delivererUnit },
      ...{
        delivererDocument: '15************2216',
        delivererId: null,
        listNumber: first.listNumber,
        arrivedAt: first.arrivedAt,
      },
      ...{ lockerId: null, formalDueAt: null, receivedBy: custodian, secondPerson: second },
      itemIds: items.map(({ id }) => id),
    });
  }
  return byCase.size;
}
