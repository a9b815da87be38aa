/**
 * What people of the sample court did with what is in its rooms, in a transaction of its own: it reads what was loaded,
 * which the planner has figures of only then.
 */
import type { Sentence } from '../platform/errors.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { seededRandom } from './random.ts';
import { closeSampleLedgers } from './sample-closings.ts';
import { addSampleConversions } from './sample-conversions.ts';
import { addSampleDeliveries } from './sample-deliveries.ts';
import { addSampleDispositions } from './sample-dispositions.ts';
import { addSampleFilings } from './sample-filings.ts';
import { addSampleGrounds } from './sample-grounds.ts';
import { addSampleHandovers } from './sample-handovers.ts';
import { addSampleItemLives } from './sample-item-lives.ts';
import { closeSampleMonths } from './sample-money.ts';
import { addSamplePhotos } from './sample-photos.ts';
import { addSampleRates } from './sample-rates.ts';
import { addSampleRegister } from './sample-register.ts';
import { addSampleRequests } from './sample-requests.ts';
import { addSampleRoomMoves } from './sample-room-moves.ts';
import { addSampleSales } from './sample-sales.ts';
import { addSampleUncased } from './sample-uncased.ts';
import { addSampleWaiting } from './sample-waiting.ts';
import { addSampleVehicles } from './sample-vehicles.ts';
import type { SampleStructure } from './sample-court-structure.ts';

type Say = (sentence: Sentence) => void;

interface SampleSeed {
  readonly seed: number;
  /** Of the court, for what is said. */
  readonly name: string;
  /** By which its people confirm. */
  readonly pin: string;
}

async function addJudged(
  command: CommandContext,
  { seed, name }: Pick<SampleSeed, 'seed' | 'name'>,
  structure: SampleStructure,
  say: Say,
) {
  const random = seededRandom(seed);
  await addSampleRequests(command, structure);
  const lineCount = await addSampleDispositions(command, random, structure);
  const sales = await addSampleSales(command, seededRandom(seed + 1), structure);
  const lives = await addSampleItemLives(command, random, structure);
  say({
    zh: `已装载 ${name}：裁判处理项 ${lineCount} 项、拍卖 ${sales.count} 件（成交出库 ${sales.soldCount} 件）、检材 ${lives.samples} 件、物证箱 ${lives.boxes} 个、鉴定评估 ${lives.examinations} 次`,
    en: `Loaded ${name}: ${lineCount} lines of judgments, ${sales.count} auctions (${sales.soldCount} carried out), ${lives.samples} samples, ${lives.boxes} boxes, ${lives.examinations} examinations`,
  });
  return random;
}

/** Everything beside what was loaded in bulk. */
export async function addSampleCustody(
  command: CommandContext,
  { seed, name, pin }: SampleSeed,
  structure: SampleStructure,
  say: Say,
): Promise<void> {
  const random = await addJudged(command, { seed, name }, structure, say);
  const placePath = `${structure.propertyRooms[0]?.path ?? ''} / 6 架 / 4 层`;
  const register = await addSampleRegister(command, random, structure, placePath);
  const monthCount = await closeSampleMonths(command, structure);
  await addSampleRates(command, structure.world.courtId, structure.bookkeeper);
  const converted = await addSampleConversions(command, structure);
  say({
    zh: `已装载 ${name}：旧台账 ${register.itemCount} 件，其中存量待核 ${register.openCount} 件；案款已结账 ${monthCount} 个月，外币结汇 ${converted} 笔`,
    en: `Loaded ${name}: ${register.itemCount} items of an older register, ${register.openCount} not counted yet; ${monthCount} months of money closed, foreign money of ${converted} items converted`,
  });
  const deliveries = await addSampleDeliveries(command, structure);
  const uncased = await addSampleUncased(command, seededRandom(seed + 3), structure);
  const cars = await addSampleVehicles(command, seededRandom(seed + 4), structure);
  const handovers = await addSampleHandovers(command, structure);
  const moves = await addSampleRoomMoves(command, structure, pin);
  const filings = await addSampleFilings(command, structure);
  const photos = await addSamplePhotos(command, seededRandom(seed + 2), structure);
  await addSampleWaiting(command, structure, pin);
  await addSampleGrounds(command, structure);
  const closed = await closeSampleLedgers(command, structure);
  say({
    zh: `已装载 ${name}：待查验接收 ${deliveries} 单、无主待查 ${uncased} 件、涉案车辆 ${cars} 辆、保管交接 ${handovers} 次、整库搬迁 ${moves} 次、收案审查 ${filings} 次、照片 ${photos} 张、已销账 ${closed} 案`,
    en: `Loaded ${name}: ${deliveries} deliveries to count, ${uncased} things of no case, ${cars} cars, ${handovers} handovers, ${moves} moves of rooms, ${filings} checks of filings, ${photos} photos, ${closed} ledgers closed`,
  });
}
