import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { minorUnitsOf } from '../item-quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { saidItemName } from '../mask-item.ts';
import { occasionOf } from '../occasion.ts';
import { momentOfBankDay, noteWithWorth, requireBankSlip, requireCustodianAndFinance } from './bank-visit.ts';
import { CONVERSION_SUBJECT, insertLaterConversion } from './conversion.sql.ts';
import type { convertDepositEndpoint } from './conversions.contract.ts';
import { findDepositRow, listDepositLines, type DepositRow } from './deposit.sql.ts';
import { refuseMoney } from './money-refusals.ts';
import { recordConversion } from './record-conversion.ts';
import { weighDeposit } from './weigh-deposit.ts';

/** What lies at the bank on this deposit in its currency. Refusals: ITEM_NOT_FOUND, CONVERSION_NOT_THERE. */
async function lockRemaining(
  { trx, actor }: CommandContext,
  deposit: DepositRow,
  itemIds: readonly string[],
): Promise<LockedItem[]> {
  const items = await lockItems(trx, actor.courtId, itemIds);
  if (items.length < new Set(itemIds).size) throw refuseItem('ITEM_NOT_FOUND');
  const lines = await listDepositLines(trx, actor.courtId, [deposit.id]);
  const remaining = new Set(lines.flatMap((line) => (line.remaining === null ? [] : [line.itemId])));
  const gone = items.find(({ id }) => !remaining.has(id));
  if (gone) throw refuseMoney('CONVERSION_NOT_THERE', { name: saidItemName(gone) });
  return items;
}

/** The close of the bank's day, and not before what was entered of the items on that day. */
function momentAfter(convertedOn: string, now: Date, items: readonly LockedItem[]): Date {
  const moment = momentOfBankDay(convertedOn, now, 'CONVERSION_IN_FUTURE');
  const last = new Date(Math.max(0, ...items.map(({ lastOccurredAtMs }) => lastOccurredAtMs)));
  return last > moment && shanghaiDay(last) === convertedOn ? last : moment;
}

/**
 * The bank changes money that it kept in its own currency: one slip, custodian and finance together. It is yuan of the case
 * from that day on, under the account into which it came. Refusals: those of the contract and of the PIN.
 */
export async function convertDeposit(
  command: CommandContext,
  { params, body }: InputOf<typeof convertDepositEndpoint>,
): Promise<ResponseOf<typeof convertDepositEndpoint>> {
  const { trx, actor, now } = command;
  const deposit = await findDepositRow(trx, [actor.courtId], params.depositId);
  if (!deposit) throw refuseMoney('DEPOSIT_NOT_FOUND');
  const { conversionId: id, slipNumber, accountAlias, convertedOn, creditedFen } = body;
  const { id: depositId, bank, currency } = deposit;
  if (currency === 'CNY') throw refuseMoney('CONVERSION_OF_YUAN');
  const items = await lockRemaining(command, deposit, body.itemIds);
  await requireCustodianAndFinance(command, body.secondPerson.personId);
  const slip = { bank, slipNumber, accountAlias };
  const slipFileId = await requireBankSlip(command, { kind: CONVERSION_SUBJECT, id }, slip);
  const occurredAt = momentAfter(convertedOn, now, items);
  if (convertedOn < deposit.depositedOn)
    throw refuseMoney('CONVERSION_BEFORE_DEPOSIT', { day: deposit.depositedOn });
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
