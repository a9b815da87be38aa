import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { listTexts, type Sentence } from '../../platform/errors.ts';
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

function listEachOnce(said: readonly Sentence[]): Sentence {
  const all = (language: 'zh' | 'en', between: string) =>
    [...new Set(said.map((each) => each[language]))].join(between);
  return { zh: all('zh', '；'), en: all('en', '; ') };
}

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
  const grounds = grounded.map(({ item, basis }): Sentence => {
    if (basis.kind === 'ground')
      return listTexts([item.grounds.find(({ id }) => id === basis.ground.id)?.document ?? '—']);
    const line = lines.find(({ id }) => id === basis.line.id);
    if (!line) return listTexts(['—']);
    const [said, { zh, en }] = [`${line.document} #${line.lineNumber}`, JUDGMENT_ORDERS[line.order]];
    return { zh: `${said} ${zh}`, en: `${said} ${en}` };
  });
  return requestForItems(command, {
    kind: requestKindOfWay(way),
    items: grounded.map(({ item, quantity }) => ({ itemId: item.row.id, quantity })),
    reason,
    facts: [
      { ...FACTS.ground, value: listEachOnce(grounds) },
      ...(plan === null ? [] : [{ ...FACTS.plan, value: plan }]),
    ],
    terms: { way, plan },
  });
}
