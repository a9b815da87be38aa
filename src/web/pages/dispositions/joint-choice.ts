/** What is done with many items of a case at once, and which of them it fits. Pure. */
import type { ResponseOf } from '../../../platform/endpoint.ts';
import {
  JOINT_ACTIONS,
  type JointAction,
  type readCaseDisposalEndpoint,
} from '../../../modules/dispositions/case-disposal.contract.ts';
import type { DispositionWay } from '../../../modules/dispositions/judgment-orders.ts';

export type CaseDisposal = ResponseOf<typeof readCaseDisposalEndpoint>;
export type DisposalItem = CaseDisposal['items'][number];
export type DisposalApproval = CaseDisposal['approvals'][number];

export type HandOver = CaseDisposal['handOvers'][number];

/** Carried out on an approval; the others lead to one, or end what was carried out. */
export type JointExecution = Exclude<JointAction, 'await' | 'request' | 'receipt'>;

export function isExecution(action: JointAction): action is JointExecution {
  return action !== 'await' && action !== 'request' && action !== 'receipt';
}

export interface Choice {
  readonly action: JointAction;
  /** On which it is carried out; null: none is needed. */
  readonly approval: DisposalApproval | null;
  /** What is asked for; null: nothing is asked for. */
  readonly way: DispositionWay | null;
  /** Whose receipt has come; null: none is spoken of. */
  readonly handOver: HandOver | null;
}

export function approvalsFor({ items, approvals }: CaseDisposal, action: JointAction): DisposalApproval[] {
  if (!isExecution(action)) return [];
  return approvals.filter(
    ({ id, ways }) =>
      ways.includes(action) &&
      items.some((item) => item.actions.includes(action) && item.approvals.some((one) => one.id === id)),
  );
}

/** Ways for which approval can still be asked, that of most items first. */
export function waysToAskFor({ items }: CaseDisposal): DispositionWay[] {
  const counts = new Map<DispositionWay, number>();
  for (const { actions, waysOpen, waysAsked } of items)
    if (actions.includes('request'))
      for (const way of waysOpen.filter((one) => !waysAsked.includes(one)))
        counts.set(way, (counts.get(way) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([way]) => way);
}

/** Lists of which something is on its way that this person may receive the receipt of. */
export function handOversOpen({ items, handOvers }: CaseDisposal): HandOver[] {
  return handOvers.filter(({ id }) =>
    items.some(
      ({ actions, awaitedReceipt }) => actions.includes('receipt') && awaitedReceipt?.handOverId === id,
    ),
  );
}

export function fits(item: DisposalItem, { action, approval, way, handOver }: Choice): boolean {
  if (!item.actions.includes(action)) return false;
  if (handOver !== null) return item.awaitedReceipt?.handOverId === handOver.id;
  if (way !== null) return item.waysOpen.includes(way) && !item.waysAsked.includes(way);
  return approval === null || item.approvals.some(({ id }) => id === approval.id);
}

/** Actions that fit something, in the order of the way to the end. */
export function openActions(shown: CaseDisposal): JointAction[] {
  return JOINT_ACTIONS.filter((action) => {
    if (action === 'request') return waysToAskFor(shown).length > 0;
    if (isExecution(action)) return approvalsFor(shown, action).length > 0;
    return shown.items.some(({ actions }) => actions.includes(action));
  });
}

/** What the address asks for, as far as it is open; else what is likeliest for the items named there. */
export function choiceOf(
  shown: CaseDisposal,
  asked: Readonly<Record<'action' | 'approval' | 'way' | 'handOver', string | null>>,
  numbers: ReadonlySet<number> | null,
): Choice | null {
  const open = openActions(shown);
  const isPreparation = (one: JointAction) => one === 'await' || one === 'request';
  const choices = [...open.filter((one) => !isPreparation(one)), ...open.filter(isPreparation)];
  const countOf = (one: JointAction) =>
    shown.items.filter(({ number, actions }) => numbers?.has(number) === true && actions.includes(one))
      .length;
  const likeliest = choices.toSorted((left, right) => countOf(right) - countOf(left))[0];
  const action = open.find((one) => one === asked.action) ?? likeliest;
  if (action === undefined) return null;
  const approvals = approvalsFor(shown, action);
  const ways = action === 'request' ? waysToAskFor(shown) : [];
  const handOvers = action === 'receipt' ? handOversOpen(shown) : [];
  return {
    action,
    handOver: handOvers.find(({ id }) => id === asked.handOver) ?? handOvers[0] ?? null,
    approval: approvals.find(({ id }) => id === asked.approval) ?? approvals[0] ?? null,
    way: ways.find((way) => way === asked.way) ?? ways[0] ?? null,
  };
}

/** As commands take them: a part where only a part was approved. */
export function itemLines(items: readonly DisposalItem[], { approval }: Choice) {
  return items.map(({ id, approvals }) => ({
    itemId: id,
    quantity: approvals.find((one) => one.id === approval?.id)?.quantity ?? null,
  }));
}

/** To whom the items go, each name once. */
export function beneficiariesOf(items: readonly DisposalItem[]): string[] {
  return [...new Set(items.flatMap(({ beneficiary }) => beneficiary ?? []))];
}
