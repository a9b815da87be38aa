/** Money of the sample court: the slips of its deposits, and months that finance and custodian closed. */
import { createHash } from 'node:crypto';
import { keepBytes } from '../platform/files/content-store.ts';
import { insertStoredFile } from '../platform/files/stored-file.sql.ts';
import { newId } from '../platform/ids.ts';
import { writeTablePdf } from '../platform/pdf/write-table-pdf.ts';
import { shanghaiDay } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { compareStatement } from '../modules/seized-items/money/compare-statement.ts';
import { insertDeposit } from '../modules/seized-items/money/deposit.sql.ts';
import { loadMonths } from '../modules/seized-items/money/load-months.ts';
import { monthOfMoney, nextMonth } from '../modules/seized-items/money/money-figures.ts';
import {
  insertDifferences,
  listCurrencies,
  updateDifferenceSettled,
  updateMonthClosed,
  upsertStatement,
} from '../modules/seized-items/money/month.sql.ts';
import { passOnMonthDeadline } from '../modules/seized-items/money/month-deadline.ts';
import type { SampleStructure } from './sample-court-structure.ts';

export const SAMPLE_BANK = '中国建设银行巴彦淖尔分行';
export const SAMPLE_ACCOUNT = '涉案款专户（尾号1886）';

export interface SampleDeposit {
  readonly itemId: string;
  readonly sequence: number;
  readonly currency: string;
  readonly amountMinor: number;
  readonly slipNumber: string;
  readonly at: Date;
}

type Person = { readonly id: string; readonly name: string };

export async function writeSlip(
  command: CommandContext,
  courtId: number,
): Promise<{ sha256: string; size: number }> {
  const parts: Uint8Array[] = [];
  const paper = writeTablePdf({
    title: '现金存款凭条（样例）',
    organisation: SAMPLE_BANK,
    subtitles: [SAMPLE_ACCOUNT],
    columns: [{ key: 'note', title: '说明', kind: 'text', value: () => '样例数据，无实际存款' }],
    rows: [{}],
    printedBy: '样例',
    printedAt: command.now,
    language: 'zh',
  });
  for await (const part of paper) parts.push(part);
  const bytes = Buffer.concat(parts);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepBytes(command.filesFolder, { courtId, sha256 }, bytes);
  return { sha256, size: bytes.byteLength };
}

/** One slip a deposit, all with the picture of the same paper. */
export async function addSampleDeposits(
  command: CommandContext,
  courtId: number,
  deposits: readonly SampleDeposit[],
  people: { readonly custodian: Person; readonly finance: Person },
): Promise<void> {
  const { trx } = command;
  const slip = await writeSlip(command, courtId);
  for (const { itemId, sequence, currency, amountMinor, slipNumber, at } of deposits) {
    const [id, slipFileId] = [newId(at.getTime()), newId(at.getTime())];
    await insertStoredFile(trx, {
      ...{ courtId, id: slipFileId, subjectKind: 'money_deposit', subjectId: id, purpose: 'attachment' },
      ...{ fileName: `${slipNumber}.pdf`, contentType: 'application/pdf', sizeBytes: slip.size },
      ...{ sha256: slip.sha256, uploadedAt: at, uploadedBy: people.finance.id },
    });
    await insertDeposit(trx, courtId, at, {
      ...{ id, slipNumber, currency, amountMinor, slipFileId, depositedOn: shanghaiDay(at) },
      ...{ bank: SAMPLE_BANK, accountAlias: SAMPLE_ACCOUNT },
      ...{ depositedBy: people.custodian, secondPerson: people.finance },
      lines: [{ itemId, sequence, amountMinor }],
      weighed: null,
    });
  }
}

const UNKNOWN_SLIP_MINOR = 88_000;

/**
 * Closes every month but the last two; what the bank booked by mistake stands open in the last closed one, and an older
 * one of the kind is settled.
 */
export async function closeSampleMonths(
  command: CommandContext,
  structure: SampleStructure,
): Promise<number> {
  const { courtId } = structure.world;
  const { bookkeeper } = structure;
  const [custodian] = structure.custodians;
  if (!custodian) return 0;
  const actor = { ...command.actor, courtId, personId: bookkeeper.id, personName: bookkeeper.name };
  const acting: CommandContext = { ...command, actor, audit: () => {} };
  let closed = 0;
  for (const currency of await listCurrencies(command.trx, courtId)) {
    const { entries, monthOf, months } = await loadMonths(command.trx, courtId, currency, command.now);
    const toClose = months.slice(0, -2);
    for (const [index, month] of toClose.entries()) {
      const money = monthOfMoney(entries, monthOf, month);
      const isOdd = currency === 'CNY' && (index === toClose.length - 1 || index === toClose.length - 8);
      const odd = isOdd ? UNKNOWN_SLIP_MINOR : 0;
      const slips = [...money.bySlip].map(([slip, minor]) => ({ slip, minor }));
      const { atBankMinor } = money.figures;
      const statement = {
        ...{ bankMinor: atBankMinor + odd, bookMinor: atBankMinor, cases: [] },
        slips: odd === 0 ? [] : [...slips, { slip: 'HZ0042', minor: odd }],
      };
      const id = newId();
      const at = new Date(`${nextMonth(month)}-05T10:00:00.000+08:00`);
      const by = { personId: bookkeeper.id, personName: bookkeeper.name, now: at };
      await upsertStatement(command.trx, courtId, by, { id, month, currency, statement });
      await updateMonthClosed(command.trx, courtId, id, {
        ...{ now: at, figures: money.figures, by: bookkeeper, secondPerson: custodian },
        entryIds: entries.filter((entry) => monthOf.get(entry.id) === month).map((entry) => entry.id),
      });
      const differences = compareStatement(money, statement).map((difference) => ({
        ...{ ...difference, id: newId() },
        explanation: '银行误入其他单位款项，待查',
      }));
      await insertDifferences(command.trx, courtId, id, differences);
      if (index !== toClose.length - 1)
        for (const difference of differences)
          await updateDifferenceSettled(command.trx, courtId, difference.id, {
            ...{ on: shanghaiDay(new Date(at.getTime() + 20 * 86_400_000)), by: bookkeeper },
            secondPerson: custodian,
            settlement: '银行已更正',
          });
      closed += 1;
    }
    const last = toClose.at(-1);
    if (currency === 'CNY' && last !== undefined) await passOnMonthDeadline(acting, last);
  }
  return closed;
}
