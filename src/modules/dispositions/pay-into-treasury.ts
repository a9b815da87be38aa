import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { Problem } from '../../platform/errors.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import type { EvidenceKind } from '../seized-items/item-transitions.ts';
import { amountOfMinorUnits } from '../seized-items/item-quantity.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { auctionRuleOn, failuresOf } from './auction.rules.ts';
import { listAuctions } from './auction.sql.ts';
import { carryOut } from './carry-out.ts';
import type { payIntoTreasuryEndpoint } from './dispositions.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { problemOfItem, requireNoProblem } from './item-problem.ts';
import { finishExecution } from './finish-execution.ts';
import { listPublicNotices, updateNoticesEnded } from './notice.sql.ts';
import { amountDue, differs, paidFen, type PaidLine } from './payment-amounts.rules.ts';
import { reachItems, type ReachedItems } from './reach-items.ts';

/** The year of the notice is over (刑诉法解释 445). Refusals: NOTICE_NOT_FOUND, NOTICE_RUNNING. */
async function requireNoticeOver({ trx, actor, now }: CommandContext, itemIds: readonly string[]) {
  for (const id of itemIds) {
    const running = (await listPublicNotices(trx, actor.courtId, id)).find(({ endedOn }) => endedOn === null);
    if (!running) throw refuseDisposition('NOTICE_NOT_FOUND');
    if (running.dueOn >= shanghaiDay(now))
      throw refuseDisposition('NOTICE_RUNNING', { dueOn: running.dueOn });
  }
}

/** Finance takes over what failed at so many auctions (法释〔2014〕13号 12). Refusal: NOT_FAILED_TWICE. */
async function requireFailures({ trx, actor, now }: CommandContext, itemIds: readonly string[]) {
  for (const id of itemIds) {
    const failures = failuresOf(await listAuctions(trx, actor.courtId, id));
    if (failures < auctionRuleOn(shanghaiDay(now)).failuresMax) throw refuseDisposition('NOT_FAILED_TWICE');
  }
}

type PaidItems = InputOf<typeof payIntoTreasuryEndpoint>['body']['items'];

function paidLinesOf({ items }: ReachedItems, paid: PaidItems): PaidLine[] {
  return items.map(({ row }, index) => ({
    itemId: row.id,
    unit: row.unit,
    quantity: paid[index]?.quantity ?? row.onHand,
    amountMinor: paid[index]?.amountMinor ?? null,
  }));
}

/** Each amount of the slip is the amount of its money. Refusal: DISPOSITION_REFUSED, with one problem a line that differs. */
function requireAmounts({ head, items }: ReachedItems, lines: readonly PaidLine[]): void {
  const said = (minor: number | null, unit: string) =>
    sayQuantity(amountOfMinorUnits(minor ?? 0, unit), unit);
  const problems = lines.flatMap((line, index): Problem[] => {
    const item = items[index];
    if (item === undefined || !differs(line)) return [];
    const facts = {
      amount: said(line.amountMinor, line.unit),
      due: said(amountDue(line), line.unit),
    };
    const path = `body.items.${index}.amountMinor`;
    return [problemOfItem({ head }, item, { path, code: 'PAID_AMOUNT_DIFFERS', facts })];
  });
  requireNoProblem(problems);
}

const EVIDENCE: Record<'treasury' | 'forfeit' | 'finance_takes_over', readonly EvidenceKind[]> = {
  treasury: ['payment_slip'],
  forfeit: ['notice_expired', 'payment_slip'],
  finance_takes_over: ['payment_slip'],
};

/**
 * Pays confiscated money and things into the treasury, forfeits what nobody claimed within the year, or lets finance take
 * over what could not be auctioned; the payment slip is named, with its amount of each. Refusals: those of reachItems and carryOut,
 * NOTICE_NOT_FOUND, NOTICE_RUNNING, NOT_FAILED_TWICE, those of the second person’s PIN.
 */
export async function payIntoTreasury(
  command: CommandContext,
  { body }: InputOf<typeof payIntoTreasuryEndpoint>,
): Promise<ResponseOf<typeof payIntoTreasuryEndpoint>> {
  const { trx, actor, now } = command;
  const { way, paymentSlip, receiver, requestId } = body;
  const itemIds = body.items.map(({ itemId }) => itemId);
  const reached = await reachItems(command, 'disposition.pay', itemIds);
  if (way === 'forfeit') await requireNoticeOver(command, itemIds);
  if (way === 'finance_takes_over') await requireFailures(command, itemIds);
  const lines = paidLinesOf(reached, body.items);
  requireAmounts(reached, lines);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const basis = body.basis ?? paymentSlip;
  const carried = await carryOut(command, reached, {
    way,
    wanted: body.items,
    requestId,
    secondPerson,
    occasion: occasionOf(command, { ...body, basis }, { secondPerson, counterparty: receiver }),
    evidence: EVIDENCE[way],
    facts: { paymentSlip, counterparty: receiver, note: body.note },
    factsOf: new Map(lines.map((line) => [line.itemId, { amountFen: paidFen(line) }])),
  });
  if (way === 'forfeit')
    await updateNoticesEnded(trx, actor.courtId, itemIds, { on: shanghaiDay(now), outcome: 'forfeited' });
  await finishExecution(command, reached.head.id);
  return { ...carried.answer, dispositionIds: [...carried.dispositionIds], newItem: null };
}
