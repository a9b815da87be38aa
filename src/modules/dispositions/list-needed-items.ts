import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { reachesCase } from '../cases/case-access.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { refuseIntake } from '../seized-items/intake-refusals.ts';
import { isNameHidden, SECRET_ITEM_NAME } from '../seized-items/mask-item.ts';
import { findReadableCase } from '../seized-items/reach-case.ts';
import type { listNeededItemsEndpoint } from './needed-items.contract.ts';
import { listNeededRows } from './hold.sql.ts';

/**
 * The reference account of a case that was split off: what it needs stands in the other's ledger, under the number that it
 * has there, and is shown here with where it is. Refusal: INTAKE_CASE_UNKNOWN.
 */
export async function listNeededItems(
  context: QueryContext,
  { params: { caseId } }: InputOf<typeof listNeededItemsEndpoint>,
): Promise<ResponseOf<typeof listNeededItemsEndpoint>> {
  const { reader, actor } = context;
  const head = await findReadableCase(context, caseId);
  if (!head) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const isOwnCourt = head.courtId === actor.courtId;
  const mayLetGo = isOwnCourt && reachesCase(actor, 'disposition.prepare', head, 'write');
  const rows = await listNeededRows(reader, head.courtId, caseId);
  return {
    items: rows.map((row) => {
      const { holdId, itemId, code, state, unit, place, mainCaseId, mainCaseNumber, mainHandler } = row;
      const { document, placedOn, releasedOn } = row;
      return {
        ...{ holdId, itemId, code, state, unit, place, mainCaseId, mainCaseNumber, mainHandler },
        ...{ document, placedOn, releasedOn },
        name: isNameHidden(actor, row) ? SECRET_ITEM_NAME : row.name,
        onHand: normaliseQuantity(row.onHand),
        mayRelease: mayLetGo && releasedOn === null,
      };
    }),
  };
}
