import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { requestForItems } from '../seized-items/request-for-items.ts';
import { requireBases } from './carry-out.ts';
import { JUDGMENT_ORDERS, requestKindOfWay } from './judgment-orders.ts';
import { listLinesOfCase } from './judgment-line.sql.ts';
import type { requestDispositionEndpoint } from './preparing.contract.ts';
import { reachItems } from './reach-items.ts';

const FACTS = {
  ground: { zh: '处置依据', en: 'Ground' },
  plan: { zh: '方案', en: 'Plan' },
} as const;

/**
 * Asks for the approval of a disposition that has a ground; the approver sees which. Refusals: ITEM_NOT_FOUND,
 * ITEMS_OF_SEVERAL_CASES, DISPOSITION_REFUSED and those of requestForItems.
 */
export async function requestDisposition(
  command: CommandContext,
  { body }: InputOf<typeof requestDispositionEndpoint>,
): Promise<ResponseOf<typeof requestDispositionEndpoint>> {
  const { way, reason, plan } = body;
  const wanted = body.items.map((item) => ({ ...item, lineId: null }));
  const reached = await reachItems(
    command,
    'item.request',
    wanted.map(({ itemId }) => itemId),
  );
  const grounded = requireBases(reached, way, wanted);
  const lines = await listLinesOfCase(command.trx, command.actor.courtId, reached.head.id);
  const grounds = new Set(
    grounded.map(({ item, basis }) => {
      if (basis.kind === 'ground')
        return item.grounds.find(({ id }) => id === basis.ground.id)?.document ?? '—';
      const line = lines.find(({ id }) => id === basis.line.id);
      return line ? `${line.document} #${line.lineNumber} ${JUDGMENT_ORDERS[line.order].zh}` : '—';
    }),
  );
  return requestForItems(command, {
    kind: requestKindOfWay(way),
    items: grounded.map(({ item, quantity }) => ({ itemId: item.row.id, quantity })),
    reason,
    facts: [
      { ...FACTS.ground, value: [...grounds].join('；') },
      ...(plan === null ? [] : [{ ...FACTS.plan, value: plan }]),
    ],
    terms: { way, plan },
  });
}
