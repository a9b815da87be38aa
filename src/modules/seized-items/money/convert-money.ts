import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { minorUnitsOf } from '../item-quantity.ts';
import { FOREIGN_CURRENCIES } from '../rates/rates.contract.ts';
import { refuseItem } from '../item-refusals.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { saidItemName } from '../mask-item.ts';
import { occasionOf } from '../occasion.ts';
import { momentOfBankDay, noteWithWorth, requireBankSlip, requireCustodianAndFinance } from './bank-visit.ts';
import { CONVERSION_SUBJECT, insertLaterConversion } from './conversion.sql.ts';
import type { convertMoneyEndpoint } from './conversions.contract.ts';
import { findDepositRow, listDepositLines } from './deposit.sql.ts';
import { listHeldMoney } from './held-money.sql.ts';
import { refuseMoney } from './money-refusals.ts';
import { recordConversion } from './record-conversion.ts';
import { weighDeposit } from './weigh-deposit.ts';

type Body = InputOf<typeof convertMoneyEndpoint>['body'];

/** What lies at the bank in its own currency and is changed by one slip. */
interface MoneyAtBank {
  readonly depositId: string | null;
  readonly bank: string;
  readonly currency: string;
  /** The day before which it was not there. */
  readonly since: string;
  readonly items: readonly LockedItem[];
}

/** Refusals: ITEM_NOT_FOUND, CONVERSION_NOT_THERE. */
function requireThere(items: readonly LockedItem[], asked: readonly string[], there: ReadonlySet<string>) {
  if (items.length < new Set(asked).size) throw refuseItem('ITEM_NOT_FOUND');
  const gone = items.find(({ id }) => !there.has(id));
  if (gone) throw refuseMoney('CONVERSION_NOT_THERE', { name: saidItemName(gone) });
}

/** Refusals: DEPOSIT_NOT_FOUND, CONVERSION_OF_YUAN, those of requireThere. */
async function lockDeposited(
  { trx, actor }: CommandContext,
  depositId: string,
  itemIds: readonly string[],
): Promise<MoneyAtBank> {
  const deposit = await findDepositRow(trx, [actor.courtId], depositId);
  if (!deposit) throw refuseMoney('DEPOSIT_NOT_FOUND');
  const { bank, currency, depositedOn: since } = deposit;
  if (currency === 'CNY') throw refuseMoney('CONVERSION_OF_YUAN');
  const items = await lockItems(trx, actor.courtId, itemIds);
  const lines = await listDepositLines(trx, actor.courtId, [depositId]);
  const there = lines.flatMap((line) => (line.remaining === null ? [] : [line.itemId]));
  requireThere(items, itemIds, new Set(there));
  return { depositId, bank, currency, since, items };
}

/** What no deposit brought there. Refusals: CONVERSION_ACCOUNTS_DIFFER, those of requireThere. */
async function lockHeld(
  { trx, actor }: CommandContext,
  { itemIds, bank }: Pick<Body, 'itemIds' | 'bank'>,
): Promise<MoneyAtBank> {
  const items = await lockItems(trx, actor.courtId, itemIds);
  const held = await listHeldMoney(trx, actor.courtId, { currencies: FOREIGN_CURRENCIES, itemIds });
  requireThere(items, itemIds, new Set(held.map(({ itemId }) => itemId)));
  const [first] = held;
  if (first === undefined) throw refuseItem('ITEM_NOT_FOUND');
  const { keeper, currency } = first;
  if (held.some((row) => row.keeper !== keeper || row.currency !== currency))
    throw refuseMoney('CONVERSION_ACCOUNTS_DIFFER');
  const since = held.map((row) => shanghaiDay(row.since)).reduce((one, other) => (one > other ? one : other));
  return { depositId: null, bank: bank ?? keeper, currency, since, items };
}

/** The close of the bank's day, and not before what was entered of the items on that day. */
function momentAfter(convertedOn: string, now: Date, items: readonly LockedItem[]): Date {
  const moment = momentOfBankDay(convertedOn, now, 'CONVERSION_IN_FUTURE');
  const last = new Date(Math.max(0, ...items.map(({ lastOccurredAtMs }) => lastOccurredAtMs)));
  return last > moment && shanghaiDay(last) === convertedOn ? last : moment;
}

/**
 * The bank changes money that it kept in its own currency, whether a deposit brought it there or it came otherwise: one
 * slip, custodian and finance together. It is yuan of the case from that day on, under the account into which it came.
 * Refusals: those of the contract and of the PIN.
 */
export async function convertMoney(
  command: CommandContext,
  { body }: InputOf<typeof convertMoneyEndpoint>,
): Promise<ResponseOf<typeof convertMoneyEndpoint>> {
  const { trx, actor, now } = command;
  const { conversionId: id, slipNumber, accountAlias, convertedOn, creditedFen } = body;
  const { depositId, bank, currency, since, items } =
    body.depositId === null
      ? await lockHeld(command, body)
      : await lockDeposited(command, body.depositId, body.itemIds);
  await requireCustodianAndFinance(command, body.secondPerson.personId);
  const slip = { bank, slipNumber, accountAlias };
  const slipFileId = await requireBankSlip(command, { kind: CONVERSION_SUBJECT, id }, slip);
  const occurredAt = momentAfter(convertedOn, now, items);
  if (convertedOn < since) throw refuseMoney('CONVERSION_BEFORE_DEPOSIT', { day: since });
  const amountMinor = items.reduce(
    (sum, { standing }) => sum + (minorUnitsOf(standing.onHand, standing.unit) ?? 0),
    0,
  );
  const conversion = { bankRate: body.bankRate, creditedFen };
  const weighed = await weighDeposit(
    command,
    { unit: currency, amountMinor },
    { depositedOn: convertedOn, conversion },
  );
  const { worth, conversion: changed } = weighed ?? { worth: null, conversion: null };
  if (worth === null || changed === null) throw refuseMoney('CONVERSION_OF_YUAN');
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const paper = { basis: `结汇凭证 ${slipNumber}`, note: noteWithWorth(body.note, weighed) };
  const occasion = { ...occasionOf(command, paper, { secondPerson }), occurredAt };
  const money = items.map(({ id: itemId, standing: { unit, onHand } }) => ({ itemId, unit, onHand }));
  return recordConversion(
    command,
    money,
    {
      ...{ depositId, conversionId: id, slipNumber, convertedOn, creditedFen, occasion },
      keeper: `${bank} ${accountAlias}`,
    },
    () =>
      insertLaterConversion(trx, actor.courtId, now, {
        ...{ id, depositId, ...slip, currency, amountMinor, convertedOn, creditedFen, slipFileId, worth },
        ...{ bankRate: changed.bankRate, note: body.note, secondPerson },
        convertedBy: { id: actor.personId, name: actor.personName },
      }),
  );
}
