/**
 * `npm start -- --demo`: the sample courts on an empty database, the same on every machine. Courts, people and books are
 * one transaction; depreciation and labels follow, the courts beside each other, planned with the statistics of what was written.
 */
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { listReadableCourts } from '../modules/accounts/court.sql.ts';
import { hashPassword } from '../modules/accounts/password-hash.ts';
import { ROLES } from '../modules/accounts/roles.ts';
import { listClassYears } from '../modules/fixed-assets/class-years.sql.ts';
import { postDepreciation } from '../modules/fixed-assets/post-depreciation.ts';
import type { Actor } from '../platform/actor.ts';
import type { AppDependencies } from '../platform/app-dependencies.ts';
import type { Sentence } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { runCommand, type CommandContext } from '../platform/run-command.ts';
import { runQuery } from '../platform/run-query.ts';
import { COURT_PLANS } from './court-plan.ts';
import { monthsBetween, postingDay } from './sample-months.ts';
import { addSampleCustody } from './load-sample-custody.ts';
import { seededRandom } from './random.ts';
import { addSampleAssets } from './sample-assets.ts';
import { addSampleCases } from './sample-cases.ts';
import { addSampleItems } from './sample-items.ts';
import { addSampleLabels, labellingActor } from './sample-labels.ts';
import { addSamplePapers } from './sample-papers.ts';
import { addSampleRooms } from './sample-rooms.ts';
import { addSampleCourt, type SampleSecrets, type SampleStructure } from './sample-court-structure.ts';
import { tidyLoadedTables } from './tidy-loaded-tables.ts';

const SEED = 20_261_123;
const HISTORY_YEARS = 2;
/** Seized items of the court at the top. */
const ITEM_COUNT = 10_000;
const PASSWORD_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const PASSWORD_LENGTH = 12;
const REQUEST = { requestId: 'sample-courts', address: null };

const keptAccounts = z.object({
  password: z.string(),
  /** Absent where the samples were loaded before they had one. */
  pin: z.string().optional(),
  accounts: z.array(
    z.object({ username: z.string(), fullName: z.string(), role: z.string(), courtId: z.number() }),
  ),
});
type KeptAccounts = z.output<typeof keptAccounts>;

/** Drawn anew for every installation: there is no default password anywhere. */
function drawPassword(): string {
  return Array.from(
    { length: PASSWORD_LENGTH },
    () => PASSWORD_LETTERS[randomInt(PASSWORD_LETTERS.length)],
  ).join('');
}

function sampleActor(): Actor {
  return {
    personId: newId(),
    personName: '样例数据装载',
    departmentId: null,
    departmentName: null,
    roles: [],
    via: 'system',
    courtId: 1,
    readableCourtIds: COURT_PLANS.map(({ id }) => id),
    grants: [],
  };
}

async function isEmpty(dependencies: AppDependencies): Promise<boolean> {
  const courts = await runQuery(dependencies, sampleActor(), REQUEST, ({ reader }) =>
    listReadableCourts(reader),
  );
  return courts.length === 0;
}

function registerBegan(now: Date): Date {
  const began = new Date(now);
  began.setUTCFullYear(began.getUTCFullYear() - HISTORY_YEARS);
  return began;
}

async function loadCourts(
  command: CommandContext,
  secrets: SampleSecrets,
  say: (sentence: Sentence) => void,
): Promise<SampleStructure[]> {
  const random = seededRandom(SEED);
  const takenNames = new Set<string>();
  const registerSince = registerBegan(command.now);
  const years = new Map((await listClassYears(command.trx)).map(({ code, years: life }) => [code, life]));
  const structures: SampleStructure[] = [];
  for (const plan of COURT_PLANS) {
    const structure = await addSampleCourt(command, random, plan, { takenNames, secrets });
    const entryCount = await addSampleAssets(command, random, structure, {
      count: plan.assetCount,
      registerSince,
      lifeYearsOf: (classCode) => years.get(classCode) ?? null,
    });
    say({
      zh: `已装载 ${plan.name}：人员 ${plan.staffCount} 名、资产 ${plan.assetCount} 件、台账 ${entryCount} 笔`,
      en: `Loaded ${plan.name}: ${plan.staffCount} people, ${plan.assetCount} assets, ${entryCount} ledger entries`,
    });
    const { people } = structure.world;
    const court = { plan, people, scribe: structure.custodian };
    await addSampleCases(command, seededRandom(SEED + plan.id), court, plan.caseCount);
    if (plan.parentId === null) {
      const roomRandom = seededRandom(SEED + plan.id);
      const visitCount = await addSampleRooms(command, roomRandom, structure, registerSince);
      say({
        zh: `已装载 ${plan.name}：涉案财物库房 3 间、人员出入记录 ${visitCount} 条`,
        en: `Loaded ${plan.name}: 3 storage rooms, ${visitCount} visits`,
      });
    }
    if (plan.parentId === null) await addItemsOf(command, plan, structure, say);
    structures.push(structure);
  }
  return structures;
}

type CourtPlan = (typeof COURT_PLANS)[number];

async function addItemsOf(
  command: CommandContext,
  plan: CourtPlan,
  structure: SampleStructure,
  say: (sentence: Sentence) => void,
): Promise<void> {
  const random = seededRandom(SEED + plan.id);
  const { itemCount, entryCount } = await addSampleItems(command, random, structure, ITEM_COUNT);
  say({
    zh: `已装载 ${plan.name}：涉案财物 ${itemCount} 件、案件台账 ${entryCount} 笔`,
    en: `Loaded ${plan.name}: ${itemCount} seized items, ${entryCount} entries in ledgers of cases`,
  });
}

async function loadCustody(
  dependencies: AppDependencies,
  structures: readonly SampleStructure[],
  say: (sentence: Sentence) => void,
): Promise<void> {
  const call = { name: 'loadSampleCustody', input: { seed: SEED } };
  for (const { id, parentId, name } of COURT_PLANS) {
    const structure = structures.find(({ world }) => world.courtId === id);
    if (parentId !== null || !structure) continue;
    await runCommand(dependencies, sampleActor(), REQUEST, call, (command) =>
      addSampleCustody(command, { seed: SEED + id + 1, name }, structure, say),
    );
  }
}

/** Every month since the register began, each posted in the name of a finance officer on the third of the next month. */
async function postSampleDepreciation(command: CommandContext, structure: SampleStructure): Promise<void> {
  const { id: personId, name: personName } = structure.bookkeeper;
  const actor = { ...command.actor, personName, personId };
  for (const month of monthsBetween(registerBegan(command.now), command.now)) {
    const now = postingDay(month);
    if (now < command.now) await postDepreciation({ ...command, actor, now, audit: () => {} }, { month });
  }
}

async function loadDoings(
  dependencies: AppDependencies,
  structure: SampleStructure,
  say: (sentence: Sentence) => void,
): Promise<void> {
  const call = { name: 'loadSampleDoings', input: { seed: SEED } };
  const actor = labellingActor(structure);
  await runCommand(dependencies, actor, REQUEST, call, async (command) => {
    await postSampleDepreciation(command, structure);
    await addSampleLabels(command, structure);
    const paperCount = await addSamplePapers(command, structure);
    if (paperCount > 0) say({ zh: `已出具文书 ${paperCount} 份`, en: `${paperCount} papers issued` });
  });
  const { name = '' } = COURT_PLANS.find(({ id }) => id === actor.courtId) ?? {};
  say({ zh: `${name}：已计提折旧、贴标`, en: `${name}: depreciation posted, assets labelled` });
}

function tellAccounts(kept: KeptAccounts, say: (sentence: Sentence) => void): void {
  say({
    zh: `样例账号（密码均为 ${kept.password}${kept.pin === undefined ? '' : `，第二人确认码均为 ${kept.pin}`}）：`,
    en: `Sample accounts (password ${kept.password}${kept.pin === undefined ? '' : `, PIN of the second person ${kept.pin}`} for all):`,
  });
  for (const { username, fullName, role, courtId } of kept.accounts) {
    const court = COURT_PLANS.find(({ id }) => id === courtId)?.shortName ?? '';
    const words = Object.entries(ROLES).find(([id]) => id === role)?.[1];
    say({
      zh: `  ${username.padEnd(12)} ${words?.zh ?? role}　${fullName}　${court}`,
      en: words?.en ?? role,
    });
  }
}

/** Loads on an empty database; on any other says so and changes nothing. The accounts are printed each time. */
export async function loadSampleCourts(
  dependencies: AppDependencies,
  { dataFolder, ownerUrl }: { readonly dataFolder: string; readonly ownerUrl: string },
  say: (sentence: Sentence) => void,
): Promise<void> {
  const file = path.join(dataFolder, 'sample-accounts.json');
  if (!(await isEmpty(dependencies))) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) tellAccounts(keptAccounts.parse(JSON.parse(text)), say);
    else
      say({
        zh: '数据库中已有数据，未装载样例',
        en: 'The database holds data already; no samples were loaded',
      });
    return;
  }
  say({ zh: '装载样例法院，约需一分钟', en: 'Loading the sample courts, about a minute' });
  const began = performance.now();
  const password = drawPassword();
  const pin = String(randomInt(1_000_000)).padStart(6, '0');
  const [passwordHash, pinHash] = [await hashPassword(password), await hashPassword(pin)];
  const call = { name: 'loadSampleCourts', input: { seed: SEED } };
  const structures = await runCommand(dependencies, sampleActor(), REQUEST, call, (command) =>
    loadCourts(command, { passwordHash, pinHash }, say),
  );
  await tidyLoadedTables(ownerUrl);
  const kept = {
    ...{ password, pin },
    accounts: structures.flatMap(({ accounts }) =>
      accounts.map(({ username, fullName, role, courtId }) => ({ username, fullName, role, courtId })),
    ),
  };
  await writeFile(file, JSON.stringify(kept), { mode: 0o600 });
  await loadCustody(dependencies, structures, say);
  // Each court writes its own rows, so that one counts in the database while another lays out its labels.
  await Promise.all(structures.map((structure) => loadDoings(dependencies, structure, say)));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say({
    zh: `样例装载完成，用时 ${seconds} 秒`,
    en: `The sample courts are loaded, in ${seconds} s`,
  });
  tellAccounts(kept, say);
}
