/** Owners of some sample items: one, several with shares, and a few who dispute. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { listParties } from '../modules/cases/case-party.sql.ts';
import { recordOwners } from '../modules/seized-items/owners/record-owners.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { Random } from './random.ts';
import type { NewItem } from '../modules/seized-items/item.sql.ts';

export interface OwnableItem {
  readonly id: string;
  readonly caseId: string;
  readonly handler: { readonly id: string; readonly name: string };
}

const ITEMS_MAX = 80;
const DISPUTED_EVERY = 9;

/** By the handlers of the cases, each act with its paper. Answers how many items got owners. */
export async function addSampleOwners(
  command: CommandContext,
  random: Random,
  courtId: number,
  items: readonly OwnableItem[],
): Promise<number> {
  const parties = await listParties(command.trx, courtId, [...new Set(items.map(({ caseId }) => caseId))]);
  let recorded = 0;
  for (const { id, caseId, handler } of items) {
    if (recorded >= ITEMS_MAX) break;
    const ofCase = parties.filter((party) => party.caseId === caseId && party.leftOn === null);
    const [first, second] = ofCase;
    if (!first) continue;
    const isDisputed = second !== undefined && recorded % DISPUTED_EVERY === 0;
    const owners = second !== undefined && (isDisputed || random.chance(0.4)) ? [first, second] : [first];
    const actor = {
      ...{ ...command.actor, courtId, personId: handler.id, personName: handler.name },
      ...{ roles: ['case_handler'], grants: grantsOfRoles([{ role: 'case_handler', departmentId: null }]) },
    };
    const victims = first.role === 'victim';
    await recordOwners(
      { ...command, actor, audit: () => {} },
      {
        body: {
          itemIds: [id],
          ownership: isDisputed ? 'disputed' : victims ? 'victim' : 'defendant',
          owners: owners.map(({ id: partyId }) => ({
            partyId,
            numerator: 1,
            denominator: isDisputed ? 1 : owners.length,
          })),
          reason: isDisputed ? '两方均主张所有权' : '依据购买凭证和询问笔录',
          document: `权属认定笔录〔2026〕${recorded + 1}号`,
        },
        params: {},
        query: {},
      },
    );
    recorded += 1;
  }
  return recorded;
}

/** One thing in store of a case, of which an owner may be recorded. */
export function ownableOf(
  items: readonly NewItem[],
  { id: caseId, handler }: { readonly id: string; readonly handler: OwnableItem['handler'] },
): OwnableItem[] {
  const found = items.find(({ standing }) => standing.state === 'in_store');
  return found ? [{ id: found.id, caseId, handler }] : [];
}
