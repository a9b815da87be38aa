import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { clearanceFor, reachesCase } from '../../cases/case-access.ts';
import { listCaseParties } from '../../cases/list-case-parties.ts';
import { findCase } from '../../cases/find-case.ts';
import { maskNames, nameShapeOf } from '../../cases/mask-names.ts';
import { refuseItem } from '../item-refusals.ts';
import { isEnded } from '../item-states.ts';
import { findReadableItem } from '../read-items.ts';
import { unassignedShare } from './owner-shares.ts';
import {
  listCountingActs,
  listOwnerActs,
  listOwnerShares,
  type OwnerActRow,
  type OwnerShareRow,
} from './owner.sql.ts';
import type { OwnerActAnswer, readOwnersEndpoint } from './owners.contract.ts';

function actAnswer(
  act: OwnerActRow,
  itemId: string,
  shares: readonly OwnerShareRow[],
  nameOf: (partyId: string) => string,
): OwnerActAnswer {
  const owners = shares.filter(({ actId }) => actId === act.id);
  const { id, ownership, reason, document, recordedByName } = act;
  return {
    ...{ id, ownership, reason, document, recordedByName },
    owners: owners.map(({ partyId, role, numerator, denominator, leftOn }) => ({
      ...{ partyId, role, numerator, denominator },
      name: nameOf(partyId),
      hasLeft: leftOn !== null,
    })),
    unassigned: owners.length === 0 ? null : unassignedShare(owners),
    decidedAt: shanghaiInstant(act.decidedAt),
    recordedAt: shanghaiInstant(act.recordedAt),
    isOfParent: act.itemId !== itemId,
  };
}

/** Whose an item is and what was recorded before; names as the reader may see them. Refusal: ITEM_NOT_FOUND. */
export async function readOwners(
  context: QueryContext,
  { params }: InputOf<typeof readOwnersEndpoint>,
): Promise<ResponseOf<typeof readOwnersEndpoint>> {
  const { reader, actor } = context;
  const item = await findReadableItem(context, params.itemId);
  const head = item && (await findCase(reader, { courtId: item.courtId, id: item.caseId }));
  if (!item || !head) throw refuseItem('ITEM_NOT_FOUND');
  const { courtId, id } = item;
  const parties = await listCaseParties(reader, courtId, [head.id]);
  const shown = maskNames(parties, nameShapeOf(head, clearanceFor(actor, head)));
  const names = new Map(parties.map((party, at) => [party.id, shown[at] ?? '']));
  const counting = (await listCountingActs(reader, courtId, [id])).get(id);
  const own = await listOwnerActs(reader, courtId, id);
  const acts = counting === undefined || own.length > 0 ? own : [counting];
  const shares = await listOwnerShares(
    reader,
    courtId,
    acts.map((act) => act.id),
  );
  const history = acts.map((act) => actAnswer(act, id, shares, (partyId) => names.get(partyId) ?? ''));
  const present = parties.filter(({ leftOn }) => leftOn === null);
  return {
    ownership: counting?.ownership ?? item.ownership,
    current: history[0] ?? null,
    history,
    parties: present.map((party) => ({ id: party.id, role: party.role, name: names.get(party.id) ?? '' })),
    mayRecord: !isEnded(item.state) && reachesCase(actor, 'item.owner.record', head, 'write'),
  };
}
