/** The taker of what is returned, held against whom each line, ground or recorded act on the ownership names. */
import type { Problem } from '../../platform/errors.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { listRightHolders } from '../seized-items/owners/list-right-holders.ts';
import type { WantedItem } from './carry-out.ts';
import { decideBasis, type RunningLine } from './decide-disposition.rules.ts';
import { problemOfItem, requireNoProblem } from './item-problem.ts';
import { orderOf, type TakerRelation } from './judgment-orders.ts';
import type { LoadedItem } from './load-question.ts';
import { linesInForce, remainingOf } from './match-lines.rules.ts';
import type { ReachedItems } from './reach-items.ts';
import { isNamed, objectToTaker } from './taker.rules.ts';

export interface Taker {
  readonly name: string;
  readonly relation: TakerRelation;
  readonly saysCoOwners: boolean;
  readonly hasConsent: boolean;
  readonly hasProof: boolean;
}

/** Lines in force that give the item back to somebody and are not carried out. */
function returningLines({ question: { item, lines, today } }: LoadedItem): RunningLine[] {
  return linesInForce(lines, today).filter(
    (line) =>
      (item.isDerived || line.itemId === item.id) &&
      orderOf(line.order).ways.includes('return') &&
      compareDecimals(remainingOf(line, line.carriedOut), '0') > 0,
  );
}

/** The line of whoever collects; null: none is theirs, or it cannot be told for whom somebody else collects. */
function lineOf(item: LoadedItem, { name, relation }: Taker): RunningLine | null | 'unclear' {
  const lines = returningLines(item);
  const own = lines.find(({ beneficiary }) => beneficiary !== null && isNamed(name, beneficiary));
  if (own !== undefined) return own;
  const names = new Set(lines.map(({ beneficiary }) => beneficiary));
  return relation !== 'self' && names.size > 1 ? 'unclear' : null;
}

/** For each item, in the order asked for, the line by which it is returned. Refusal: DISPOSITION_REFUSED, a problem an item. */
export async function requireTaker(
  { trx, actor }: CommandContext,
  { head, items }: ReachedItems,
  wanted: readonly WantedItem[],
  taker: Taker,
): Promise<WantedItem[]> {
  const ids = items.map(({ row }) => row.id);
  const recorded = await listRightHolders(trx, actor.courtId, ids);
  const problems: Problem[] = [];
  const chosen = items.flatMap((item, index): WantedItem[] => {
    const asked = wanted[index];
    if (!asked) return [];
    const line = asked.lineId === null ? lineOf(item, taker) : null;
    const lineId = line === null || line === 'unclear' ? asked.lineId : line.id;
    const quantity = asked.quantity ?? item.row.onHand;
    const verdict = decideBasis(item.question, { way: 'return', quantity, lineId });
    const basis = verdict.allowed ? verdict.basis : null;
    const ground = basis?.kind === 'ground' ? item.grounds.find(({ id }) => id === basis.ground.id) : null;
    const holders = recorded.get(item.row.id)?.holders ?? [];
    const objection =
      line === 'unclear'
        ? 'RIGHT_HOLDER_UNSAID'
        : basis &&
          objectToTaker({
            ...taker,
            named: basis.kind === 'line' ? basis.line.beneficiary : (ground?.rightHolder ?? null),
            owners: holders.filter(({ hasLeft }) => !hasLeft).map(({ name }) => name),
            lineCount: linesInForce(item.question.lines, item.question.today).filter(
              ({ itemId }) => itemId === item.row.id,
            ).length,
          });
    if (objection)
      problems.push(problemOfItem({ head }, item, { path: `body.items.${index}`, code: objection }));
    return [{ ...asked, lineId }];
  });
  requireNoProblem(problems);
  return chosen;
}
