import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import { isCurrency, minorUnitsOf } from '../item-quantity.ts';
import { updateSealOpened } from '../item-measure.sql.ts';
import { refuseItem } from '../item-refusals.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { openRoomBook } from '../load-grounds.ts';
import { saidItemName } from '../mask-item.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import type { WrittenStep } from '../write-steps.ts';
import { momentOfBankDay, noteWithWorth, requireBankSlip, requireCustodianAndFinance } from './bank-visit.ts';
import { weighDeposit, type DepositWorth } from './weigh-deposit.ts';
import { DEPOSIT_SUBJECT, insertDeposit, listKeptAsEvidence } from './deposit.sql.ts';
import type { depositMoneyEndpoint } from './deposits.contract.ts';
import { recordConversion } from './record-conversion.ts';
import { refuseMoney } from './money-refusals.ts';

type Body = InputOf<typeof depositMoneyEndpoint>['body'];

/** Money of one currency that nobody keeps for its very notes. */
async function requireDepositable(
  command: CommandContext,
  itemIds: readonly string[],
): Promise<LockedItem[]> {
  const { trx, actor } = command;
  const items = await lockItems(trx, actor.courtId, itemIds);
  if (items.length < new Set(itemIds).size) throw refuseItem('ITEM_NOT_FOUND');
  const other = items.find(({ standing }) => !isCurrency(standing.unit));
  if (other) throw refuseMoney('DEPOSIT_NOT_MONEY', { name: saidItemName(other) });
  if (new Set(items.map(({ standing }) => standing.unit)).size > 1)
    throw refuseMoney('DEPOSIT_CURRENCIES_DIFFER');
  const kept = await listKeptAsEvidence(trx, actor.courtId, itemIds);
  const evidence = items.find(({ id }) => kept.has(id));
  if (evidence) throw refuseMoney('DEPOSIT_KEPT_AS_EVIDENCE', { name: saidItemName(evidence) });
  return items;
}

/** A custodian and a finance officer, and one of them answers for the room in which the money lies. */
async function requirePeople(command: CommandContext, items: readonly LockedItem[], secondId: string) {
  const { trx, actor, now } = command;
  await requireCustodianAndFinance(command, secondId);
  const rooms = openRoomBook(trx, actor.courtId, now);
  for (const { standing } of items) {
    const room = await rooms.roomOf(standing.placeId);
    const people = [actor.personId, secondId];
    if (room && !room.custodianIds.some((id) => people.includes(id)))
      throw refuseMoney('DEPOSIT_NOT_CUSTODIAN');
  }
}

function totalOf(items: readonly LockedItem[]): { unit: string; amountMinor: number } {
  const unit = items[0]?.standing.unit ?? 'CNY';
  const amounts = items.map(({ standing }) => minorUnitsOf(standing.onHand, standing.unit) ?? 0);
  return { unit, amountMinor: amounts.reduce((sum, amount) => sum + amount, 0) };
}

/** The bag is opened at the counter, and the day for the deposit is kept. */
async function finishItem(
  command: CommandContext,
  { item }: WrittenStep,
  opening: { readonly at: Date; readonly withName: string; readonly reason: string },
): Promise<void> {
  const { trx, actor } = command;
  const { sealNumber: number } = item.standing;
  if (number !== null) {
    const { at, withName, reason } = opening;
    const opened = { at, byName: actor.personName, withName, reason };
    await updateSealOpened(trx, actor.courtId, { itemId: item.id, number }, opened);
  }
  await settleDeadline(command, { ruleId: 'D06', subjectKind: 'seized_item', subjectId: item.id });
}

export interface ConfirmedDeposit {
  readonly body: Omit<Body, 'secondPerson'>;
  readonly items: readonly LockedItem[];
  readonly slipFileId: string;
  readonly weighed: DepositWorth | null;
  readonly secondPerson: { readonly id: string; readonly name: string };
}

/**
 * Writes a deposit that two people have confirmed: its entries, the record of the slip and what the bank changed. Not for
 * people. Refusals: DEPOSIT_IN_FUTURE, LINES_REFUSED, those of presence.
 */
export async function writeDeposit(
  command: CommandContext,
  { body, items, slipFileId, weighed, secondPerson }: ConfirmedDeposit,
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const { itemIds, slipNumber, bank, accountAlias, depositedOn, depositId } = body;
  const occurredAt = momentOfBankDay(depositedOn, now);
  const keeper = `${bank} ${accountAlias}`;
  const basis = `存款凭证 ${slipNumber}`;
  const occasion = {
    ...occasionOf(command, { basis, note: noteWithWorth(body.note, weighed) }, { secondPerson }),
    occurredAt,
  };
  const { steps, ...answer } = await recordTransitions(command, {
    occasion,
    lines: itemIds.map((itemId) => ({
      itemId,
      transition: 'deposit',
      evidence: ['payment_slip'],
      change: { placeId: null, holderId: null, keeper, sealNumber: null },
      names: { place: null, holder: keeper },
      details: { depositId, slipNumber, depositedOn, ...(weighed === null ? {} : { ...weighed }) },
    })),
  });
  if (steps.length === 0) return answer;
  for (const step of steps)
    await finishItem(command, step, { at: occurredAt, withName: secondPerson.name, reason: basis });
  const lines = steps.map(({ item, entry, after }) => ({
    ...{ itemId: item.id, sequence: entry.sequence },
    amountMinor: minorUnitsOf(after.onHand, after.unit) ?? 0,
  }));
  await insertDeposit(trx, actor.courtId, now, {
    ...{ id: depositId, slipNumber, bank, accountAlias, depositedOn, slipFileId, secondPerson, lines },
    currency: items[0]?.standing.unit ?? 'CNY',
    amountMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    depositedBy: { id: actor.personId, name: actor.personName },
    weighed,
  });
  const creditedFen = weighed?.conversion?.creditedFen;
  if (creditedFen === undefined) return answer;
  const slip = { depositId, conversionId: null, keeper: null, slipNumber, creditedFen, occasion };
  const money = steps.map(({ item, after }) => ({
    ...{ itemId: item.id, unit: after.unit, onHand: after.onHand },
  }));
  await recordConversion(command, money, { ...slip, convertedOn: depositedOn });
  return answer;
}

/** What a slip of these items is worth. Refusals: those of `weighDeposit`. */
export function weighItems(
  command: CommandContext,
  items: readonly LockedItem[],
  body: Omit<Body, 'secondPerson'>,
) {
  return weighDeposit(command, totalOf(items), body);
}

/**
 * Money of the case goes to the bank: one slip, one currency, custodian and finance together. It stays money of the case,
 * kept by the bank under what the account is called; what the bank changed is yuan from then on. Refusals: those of the
 * contract, of the PIN and of presence.
 */
export async function depositMoney(
  command: CommandContext,
  { body }: InputOf<typeof depositMoneyEndpoint>,
): Promise<ResponseOf<typeof depositMoneyEndpoint>> {
  const items = await requireDepositable(command, body.itemIds);
  await requirePeople(command, items, body.secondPerson.personId);
  const slipFileId = await requireBankSlip(command, { kind: DEPOSIT_SUBJECT, id: body.depositId }, body);
  const weighed = await weighItems(command, items, body);
  momentOfBankDay(body.depositedOn, command.now);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  return writeDeposit(command, { body, items, slipFileId, weighed, secondPerson });
}
