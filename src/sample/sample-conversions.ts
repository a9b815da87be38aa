/** Foreign money of the sample court at the bank, changed into yuan or kept in its currency, by the use cases of the window. */
import { insertStoredFile } from '../platform/files/stored-file.sql.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { enterRoom } from '../modules/rooms/enter-room.ts';
import { lockItems, type LockedItem } from '../modules/seized-items/item.sql.ts';
import { minorUnitsOf } from '../modules/seized-items/item-quantity.ts';
import { openRoomBook } from '../modules/seized-items/load-grounds.ts';
import { writeDeposit, weighItems } from '../modules/seized-items/money/deposit-money.ts';
import { listMoneyInStoreRows } from '../modules/seized-items/money/deposit.sql.ts';
import { fenOf } from '../modules/seized-items/rates/exchange.rules.ts';
import { loadRates } from '../modules/seized-items/rates/worth.ts';
import { actingAs } from './acting-as.ts';
import { SAMPLE_ACCOUNT, SAMPLE_BANK, writeSlip } from './sample-money.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const CURRENCY = 'USD';
const AFTER_HOURS_MS = 17 * 3_600_000;

interface Slip {
  readonly number: string;
  readonly isChanged: boolean;
  /** How many items. */
  readonly items: number;
  readonly daysAgo: number;
}

/** Within ten days after finance entered a rate; what is changed in a month that waits to be reconciled. */
const SLIPS: readonly Slip[] = [
  { number: 'JH20260001', isChanged: true, items: 2, daysAgo: 29 },
  { number: 'WB20260001', isChanged: false, items: 1, daysAgo: 22 },
];
/** The bank buys foreign notes a little below the middle rate. */
const BUYS_AT_PERCENT = 99.6;

/** Dollars that lie in one room and have not moved since. */
async function chooseItems(
  { trx }: CommandContext,
  courtId: number,
  { at, count }: { readonly at: Date; readonly count: number },
): Promise<{ items: LockedItem[]; roomId: string; custodianIds: readonly string[] } | undefined> {
  const reach = { isWhole: true, departmentIds: [], personId: '' };
  const rows = await listMoneyInStoreRows(
    trx,
    courtId,
    { reach, currencies: [CURRENCY] },
    { after: null, limit: 500 },
  );
  const ids = rows.filter(({ isKept, stateSince }) => !isKept && stateSince < at).map(({ itemId }) => itemId);
  const rooms = openRoomBook(trx, courtId, at);
  const chosen: LockedItem[] = [];
  let found: Awaited<ReturnType<typeof rooms.roomOf>> = null;
  for (const item of await lockItems(trx, courtId, ids)) {
    const room = await rooms.roomOf(item.standing.placeId);
    if (room === null || item.lastOccurredAtMs >= at.getTime() || item.standing.containerId !== null)
      continue;
    found ??= room;
    if (room.roomId === found.roomId && chosen.length < count) chosen.push(item);
  }
  return found === null
    ? undefined
    : { items: chosen, roomId: found.roomId, custodianIds: found.custodianIds };
}

/** What the bank credits at its own rate, a little below the rate of the day. */
async function creditOf(command: CommandContext, courtId: number, items: readonly LockedItem[], day: string) {
  const [rate] = [...(await loadRates(command.trx, courtId, { units: [CURRENCY], day })).values()];
  if (rate === undefined) return undefined;
  const bankRate = ((Number(rate.rate) * BUYS_AT_PERCENT) / 100).toFixed(2);
  const amounts = items.map(({ standing }) => minorUnitsOf(standing.onHand, standing.unit) ?? 0);
  const creditedFen = fenOf(
    amounts.reduce((sum, amount) => sum + amount, 0),
    { ...rate, rate: bankRate },
  );
  return creditedFen === null ? undefined : { bankRate, creditedFen };
}

/** Taken out of the room by custodian and finance within a visit. Answers how many items. */
async function deposit(
  command: CommandContext,
  { world, custodians, bookkeeper }: SampleStructure,
  { number, isChanged, items: count, daysAgo }: Slip,
): Promise<number> {
  const { courtId } = world;
  const depositedOn = shanghaiDay(new Date(command.now.getTime() - daysAgo * DAY_MS));
  const at = new Date(startOfShanghaiDay(depositedOn).getTime() + AFTER_HOURS_MS);
  const found = await chooseItems(command, courtId, { at, count });
  const custodian = custodians.find(({ id }) => found?.custodianIds.includes(id));
  if (!found || !custodian) return 0;
  const { items, roomId } = found;
  const conversion = isChanged ? await creditOf(command, courtId, items, depositedOn) : null;
  if (conversion === undefined) return 0;
  const acting = actingAs(command, courtId, custodian, 'property_custodian', at);
  const leftAt = new Date(at.getTime() + 5 * MINUTE_MS);
  await enterRoom(
    { ...acting, now: leftAt },
    {
      roomId,
      body: {
        people: [custodian, bookkeeper].map(({ id }) => ({ personId: id, badgeCode: null })),
        ...{
          visitors: [],
          escortId: null,
          purpose: 'release',
          note: isChanged ? '外币取出结汇' : '外币取出存入外币户',
          caseId: null,
          caseNumber: null,
        },
        ...{ approvedBy: null, carriedIn: null, carriedOut: '外币', keyNumber: null, anomaly: null },
        enteredAt: new Date(at.getTime() - 10 * MINUTE_MS).toISOString(),
        leftAt: leftAt.toISOString(),
      },
    },
  );
  const [depositId, slipFileId] = [newId(at.getTime()), newId(at.getTime())];
  const slip = await writeSlip(acting, courtId);
  await insertStoredFile(command.trx, {
    ...{ courtId, id: slipFileId, subjectKind: 'money_deposit', subjectId: depositId, purpose: 'attachment' },
    ...{
      fileName: isChanged ? '结汇凭证.pdf' : '外币存款凭证.pdf',
      contentType: 'application/pdf',
      sizeBytes: slip.size,
    },
    ...{ sha256: slip.sha256, uploadedAt: at, uploadedBy: bookkeeper.id },
  });
  const body = {
    ...{ itemIds: items.map(({ id }) => id), depositId, slipNumber: number, bank: SAMPLE_BANK },
    ...{ accountAlias: SAMPLE_ACCOUNT, depositedOn, note: null, conversion },
  };
  const weighed = await weighItems(acting, items, body);
  const secondPerson = { id: bookkeeper.id, name: bookkeeper.name };
  await writeDeposit(acting, { body, items, slipFileId, weighed, secondPerson });
  return items.length;
}

/** What the bank changed, and what it keeps as it is. Answers how many items were changed. */
export async function addSampleConversions(
  command: CommandContext,
  structure: SampleStructure,
): Promise<number> {
  let changed = 0;
  for (const slip of SLIPS) {
    const count = await deposit(command, structure, slip);
    if (slip.isChanged) changed += count;
  }
  return changed;
}
