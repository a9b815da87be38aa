import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { listCaseParties } from '../../cases/list-case-parties.ts';
import { lockCase } from '../../cases/find-case.ts';
import { refuseItem } from '../item-refusals.ts';
import { auditedItemLabel } from '../mask-item.ts';
import { isEnded, ITEM_STATES } from '../item-states.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { occasionOf } from '../occasion.ts';
import { recordFacts } from '../record-facts.ts';
import { listRightHolders } from './list-right-holders.ts';
import { refuseOwners } from './owner-refusals.ts';
import { findSharesProblem, sayShare } from './owner-shares.ts';
import { insertOwnerActs } from './owner.sql.ts';
import type { recordOwnersEndpoint } from './owners.contract.ts';

type Body = InputOf<typeof recordOwnersEndpoint>['body'];

/** The items, locked, all of one case that is the person's. */
async function lockItemsOfCase(command: CommandContext, itemIds: readonly string[]): Promise<LockedItem[]> {
  const { trx, actor } = command;
  const ids = [...new Set(itemIds)];
  const items = await lockItems(trx, actor.courtId, ids);
  const [first] = items;
  if (!first || items.length < ids.length) throw refuseItem('ITEM_NOT_FOUND');
  if (items.some(({ caseId }) => caseId !== first.caseId)) throw refuseOwners('OWNER_ITEMS_OF_CASES');
  const head = await lockCase(trx, { courtId: actor.courtId, id: first.caseId });
  if (!head || !reachesCase(actor, 'item.owner.record', head, 'write')) throw refuseOwners('OWNER_NOT_YOURS');
  const ended = items.find(({ standing }) => isEnded(standing.state));
  if (ended) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[ended.standing.state] });
  return items;
}

async function requireOwners(
  { trx, actor }: CommandContext,
  caseId: string,
  { ownership, owners }: Body,
): Promise<void> {
  const problem = findSharesProblem(ownership, owners);
  if (problem !== null) throw refuseOwners(problem);
  const present = new Set(
    (await listCaseParties(trx, actor.courtId, [caseId]))
      .filter(({ leftOn }) => leftOn === null)
      .map(({ id }) => id),
  );
  if (owners.some(({ partyId }) => !present.has(partyId))) throw refuseOwners('OWNER_PARTY_UNKNOWN');
}

/**
 * Records whose items are: an act with reason and paper that stands in the book of the case; what was recorded before
 * stays. The book names the parties by their ids, because its readers have no clearance for their names.
 * Refusals: ITEM_NOT_FOUND, OWNER_ITEMS_OF_CASES, OWNER_NOT_YOURS, ITEM_ENDED, those of `findSharesProblem`,
 * OWNER_PARTY_UNKNOWN, those of `recordFacts`.
 */
export async function recordOwners(
  command: CommandContext,
  { body }: InputOf<typeof recordOwnersEndpoint>,
): Promise<ResponseOf<typeof recordOwnersEndpoint>> {
  const { trx, actor, now } = command;
  const items = await lockItemsOfCase(command, body.itemIds);
  const [first] = items;
  if (!first) throw refuseItem('ITEM_NOT_FOUND');
  await requireOwners(command, first.caseId, body);
  const { ownership, owners, reason, document } = body;
  const occasion = occasionOf(command, { ...body, basis: document, note: reason });
  const shares = owners.map(({ partyId, ...share }) => ({ partyId, share: sayShare(share) }));
  const before = await listRightHolders(
    trx,
    actor.courtId,
    items.map(({ id }) => id),
  );
  const sequences = await recordFacts(
    command,
    items,
    {
      kind: 'record_owners',
      details: (item) => ({ ownership, ownershipBefore: item.ownership, owners: shares }),
      columns: { ownership },
    },
    occasion,
  );
  const acts = items.map(({ id }) => ({
    ...{ id: newId(now.getTime()), itemId: id, entrySequence: sequences.get(id) ?? 0 },
    ...{ ownership, reason, document, decidedAt: occasion.occurredAt },
  }));
  const by = { personId: actor.personId, personName: actor.personName, now };
  await insertOwnerActs(trx, actor.courtId, by, acts, owners);
  for (const item of items) {
    command.audit({
      subjectKind: 'seized_item',
      subjectId: item.id,
      subjectLabel: auditedItemLabel(item),
      before: {
        ownership: item.ownership,
        owners: (before.get(item.id)?.holders ?? []).map(({ partyId, ...share }) => ({
          partyId,
          share: sayShare(share),
        })),
      },
      after: { ownership, owners: shares, reason, document },
    });
  }
  return { recorded: items.length };
}
