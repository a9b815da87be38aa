/** What every visit to the bank asks for: custodian and finance, the slip, the moment of its day. */
import { shanghaiDay, startOfShanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { listRolesToday } from '../../accounts/list-roles-today.ts';
import { holdsAccountNumber } from './account-alias.ts';
import { lockBankSlip } from './conversion.sql.ts';
import { lockSlipFile } from './deposit.sql.ts';
import { refuseMoney, type MoneyRefusalReason } from './money-refusals.ts';
import { areCustodianAndFinance } from './person-roles.ts';
import { sayDepositWorth, type DepositWorth } from './weigh-deposit.ts';

const OFFICE_CLOSES_MS = 18 * 3_600_000;
const NOTE_MAX = 1000;

/** Now for a visit of today; the close of that day for one that is entered later. Refusal: `inFuture`. */
export function momentOfBankDay(
  day: string,
  now: Date,
  inFuture: MoneyRefusalReason = 'DEPOSIT_IN_FUTURE',
): Date {
  const today = shanghaiDay(now);
  if (day > today) throw refuseMoney(inFuture);
  if (day === today) return now;
  return new Date(startOfShanghaiDay(day).getTime() + OFFICE_CLOSES_MS);
}

/** The person acting and the second one, each in a role of their own. Refusal: DEPOSIT_NEEDS_BOTH. */
export async function requireCustodianAndFinance(command: CommandContext, secondId: string): Promise<void> {
  const secondRoles = await listRolesToday(command, secondId);
  if (!areCustodianAndFinance(new Set(command.actor.roles), secondRoles))
    throw refuseMoney('DEPOSIT_NEEDS_BOTH');
}

/** Whether the bank's slip was recorded before, whatever came or went by it; nobody else records it meanwhile. */
export async function isSlipRecorded(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  slip: { readonly bank: string; readonly slipNumber: string },
): Promise<boolean> {
  return lockBankSlip(trx, actor.courtId, slip);
}

/** The file of a slip that nobody has recorded yet. Refusals: DEPOSIT_ALIAS_IS_NUMBER, DEPOSIT_SLIP_TAKEN, DEPOSIT_SLIP_MISSING. */
export async function requireBankSlip(
  { trx, actor }: CommandContext,
  subject: { readonly kind: string; readonly id: string },
  slip: { readonly bank: string; readonly slipNumber: string; readonly accountAlias: string },
): Promise<string> {
  if (holdsAccountNumber(slip.accountAlias)) throw refuseMoney('DEPOSIT_ALIAS_IS_NUMBER');
  const { bank, slipNumber } = slip;
  if (await isSlipRecorded({ trx, actor }, slip))
    throw refuseMoney('DEPOSIT_SLIP_TAKEN', { bank, slip: slipNumber });
  const fileId = await lockSlipFile(trx, actor.courtId, subject);
  if (fileId === null) throw refuseMoney('DEPOSIT_SLIP_MISSING');
  return fileId;
}

/** What the entries say: the note of the person, and what the money was worth. */
export function noteWithWorth(note: string | null, weighed: DepositWorth | null): string | null {
  const said = [note, weighed === null ? null : sayDepositWorth(weighed)].filter((part) => part !== null);
  return said.length === 0 ? null : said.join('；').slice(0, NOTE_MAX);
}
