/** The labels of one sample court, made by the use cases that people use: printers, a campaign, blank labels. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { listAssets } from '../modules/fixed-assets/list-assets.ts';
import { printLabelsOfAssets } from '../modules/fixed-assets/print-labels-of-assets.ts';
import { bindLabels } from '../modules/item-codes/bind-labels.ts';
import { issueCodeBatch } from '../modules/item-codes/issue-code-batch.ts';
import { listBatchCodes } from '../modules/item-codes/list-batch-codes.ts';
import { voidBatchCodes } from '../modules/item-codes/void-batch-codes.ts';
import { confirmPrintJob } from '../modules/labels/confirm-print-job.ts';
import { createPrintJob, type PrintChoices } from '../modules/labels/create-print-job.ts';
import type { CreatedPrintJob } from '../modules/labels/print-jobs.contract.ts';
import type { PrinterInput } from '../modules/labels/printers.contract.ts';
import { printingSettings } from '../modules/labels/printing-settings.ts';
import { createPrinter } from '../modules/labels/save-printer.ts';
import type { Actor } from '../platform/actor.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import { decideOutbound } from '../platform/outbound.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const ROLE = 'equipment_admin';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The campaign began so long ago and took a day a department. */
const CAMPAIGN_BEGAN_DAYS = 75;
/** What was stocked in on the last days before a campaign's day had not reached its room yet. */
const NOT_YET_PLACED_DAYS = 5;
/** In the store room only what has lain there long enough is labelled; a job for the newest waits for its printer. */
const STORED_DAYS = 200;
const NEWEST_DAYS = 60;
const REPLACED_COUNT = 18;
const REPRINTED_COUNT = 6;
const BATCH_CODES = 120;
const BOUND_COUNT = 42;
const NETWORK_PRINTER = { host: '192.168.20.61', port: 9100 };

const CHOICES: PrintChoices = {
  purpose: 'first',
  templateKey: 'asset-70x40',
  printerId: null,
  output: 'pdf',
  dpi: 300,
  skipCells: 0,
  copies: 1,
  codeForm: 'template',
  skipRefused: true,
};

const PRINTER: PrinterInput = {
  name: '装备科标签机',
  language: 'zpl',
  address: null,
  dpi: 300,
  stockMm: { width: 70, height: 40, gap: 2 },
  offsetMm: { x: 0, y: 0 },
  darkness: null,
  speedMmPerSecond: null,
  placeId: null,
  templateKeys: ['asset-70x40'],
};

/** The equipment administrator of the court, who prints and binds. */
export function labellingActor({ scribe, world }: SampleStructure): Actor {
  return {
    personId: scribe.id,
    personName: scribe.name,
    departmentId: scribe.departmentId,
    departmentName: scribe.department,
    roles: [ROLE],
    via: 'system',
    courtId: world.courtId,
    readableCourtIds: [world.courtId],
    grants: grantsOfRoles([{ role: ROLE, departmentId: scribe.departmentId }]),
  };
}

/** Half past nine of a day in the past. */
function morningBefore(now: Date, daysAgo: number): Date {
  const day = startOfShanghaiDay(shanghaiDay(new Date(now.getTime() - daysAgo * DAY_MS)));
  return new Date(day.getTime() + 9.5 * HOUR_MS);
}

function hoursAfter(command: CommandContext, hours: number): CommandContext {
  return { ...command, now: new Date(command.now.getTime() + hours * HOUR_MS) };
}

/** One on the network, where the configuration lets printers be, and one whose files are handed over by hand. */
async function addPrinters(command: CommandContext, placeId: string): Promise<{ byHandId: string }> {
  const isAllowed = decideOutbound(printingSettings().printers, NETWORK_PRINTER) === null;
  await createPrinter(command, {
    ...PRINTER,
    name: '装备科标签机（网络）',
    address: isAllowed ? NETWORK_PRINTER : null,
    dpi: 203,
    stockMm: { width: 50, height: 30, gap: 2 },
    templateKeys: ['asset-50x30'],
    placeId,
  });
  const byHand = await createPrinter(command, { ...PRINTER, name: '库房标签机（U 盘）', placeId });
  return { byHandId: byHand.answer.id };
}

async function confirm(command: CommandContext, { job }: CreatedPrintJob): Promise<void> {
  if (job !== null) await confirmPrintJob(hoursAfter(command, 3), { jobId: job.id });
}

function thingsOf({ plan }: CreatedPrintJob, count: number): string[] {
  return plan.labels.flatMap(({ thingId }) => (thingId === null ? [] : [thingId])).slice(0, count);
}

function dayBefore({ now }: CommandContext, days: number): string {
  return shanghaiDay(new Date(now.getTime() - days * DAY_MS));
}

/** A day a department, then the store room: what stood there was labelled, and that all came out was confirmed. */
async function runCampaign(
  at: (daysAgo: number) => CommandContext,
  structure: SampleStructure,
  printerId: string,
): Promise<CreatedPrintJob[]> {
  const departmentIds = new Set(structure.world.people.map(({ departmentId }) => departmentId));
  const jobs: CreatedPrintJob[] = [];
  for (const departmentId of departmentIds) {
    const command = at(CAMPAIGN_BEGAN_DAYS - jobs.length);
    const acquiredTo = dayBefore(command, NOT_YET_PLACED_DAYS);
    const filters = { departmentId: [departmentId], isLabelled: false, acquiredTo };
    const job = await printLabelsOfAssets(command, { ...CHOICES, selection: { filters }, printerId });
    await confirm(command, job);
    jobs.push(job);
  }
  const last = at(CAMPAIGN_BEGAN_DAYS - jobs.length);
  const filters = { hasDepartment: false, isLabelled: false, acquiredTo: dayBefore(last, STORED_DAYS) };
  await confirm(last, await printLabelsOfAssets(last, { ...CHOICES, selection: { filters }, printerId }));
  return jobs;
}

/** Labels that were torn off or printed badly since. */
async function replaceLabels(at: (daysAgo: number) => CommandContext, jobs: readonly CreatedPrintJob[]) {
  const [damaged, unreadable, reprinted] = jobs;
  const things = (job: CreatedPrintJob | undefined, count: number) =>
    ({ kind: 'A', ids: job === undefined ? [] : thingsOf(job, count) }) as const;
  const replace = async (
    daysAgo: number,
    selection: ReturnType<typeof things>,
    why: 'damaged' | 'unreadable',
  ) => {
    const command = at(daysAgo);
    const choices = { ...CHOICES, purpose: 'replacement', replacementReason: why } as const;
    await confirm(command, await createPrintJob(command, { ...choices, selection }));
  };
  await replace(30, things(damaged, REPLACED_COUNT), 'damaged');
  await replace(12, things(unreadable, REPLACED_COUNT), 'unreadable');
  const command = at(9);
  const again = { ...CHOICES, purpose: 'reprint', reason: '色带起皱，字迹不清' } as const;
  const selection = things(reprinted, REPRINTED_COUNT);
  await confirm(command, await createPrintJob(command, { ...again, selection }));
}

/** A batch printed first: a part of it is bound, one label was spoilt; and a batch that was printed askew. */
async function useBlankLabels(at: (daysAgo: number) => CommandContext): Promise<void> {
  const issue = async (daysAgo: number, count: number, note: string) => {
    const command = at(daysAgo);
    const batch = await issueCodeBatch(command, { kind: 'A', count, note });
    const choices = { ...CHOICES, purpose: 'batch', templateKey: 'asset-50x30' } as const;
    await confirm(command, await createPrintJob(command, { ...choices, selection: { batchId: batch.id } }));
    return batch;
  };
  const askew = await issue(20, 24, '试印');
  const voiding = {
    params: { batchId: askew.id },
    body: { what: { which: 'rest' }, reason: '印刷偏移' },
  } as const;
  await voidBatchCodes(at(19), voiding);
  const batch = await issue(15, BATCH_CODES, '新购设备现场补贴');
  const command = at(0);
  const reading = { ...command, reader: command.trx };
  const page = { sort: 'code', direction: 'desc', limit: BOUND_COUNT } as const;
  const { items: things } = await listAssets(reading, { ...page, isLabelled: false, status: ['in_use'] });
  const query = { limit: BOUND_COUNT + 1, state: ['printed' as const] };
  const { items: codes } = await listBatchCodes(reading, { params: { batchId: batch.id }, query });
  const lines = things.map(({ id }, index) => ({
    code: codes[index]?.code ?? '',
    subjectKind: 'A' as const,
    subjectId: id,
    reason: null,
  }));
  await bindLabels(command, { lines });
  const spoilt = codes.slice(things.length).map(({ code }) => code);
  const what = { which: 'codes', codes: spoilt } as const;
  await voidBatchCodes(command, { params: { batchId: batch.id }, body: { what, reason: '标签撕损' } });
}

/**
 * Most things carry a label, some their second; what came last waits for its own, a part of it in an open job. `command`
 * is the actor's of `labellingActor`; what happened on days of the past leaves nothing in the audit trail of today.
 */
export async function addSampleLabels(command: CommandContext, structure: SampleStructure): Promise<void> {
  const at = (daysAgo: number): CommandContext => ({
    ...command,
    now: daysAgo === 0 ? command.now : morningBefore(command.now, daysAgo),
    audit: () => {},
  });
  const { stockRoom, sharedRooms } = structure.world;
  const began = at(CAMPAIGN_BEGAN_DAYS + 1);
  const { byHandId } = await addPrinters(began, stockRoom.id);
  const rooms = { kind: 'L', ids: [stockRoom, ...sharedRooms].map(({ id }) => id) } as const;
  const roomLabels = { ...CHOICES, templateKey: 'location-100x60', selection: rooms };
  await confirm(began, await createPrintJob(began, roomLabels));
  const jobs = await runCampaign(at, structure, byHandId);
  await replaceLabels(at, jobs);
  await useBlankLabels(at);
  const today = at(0);
  const filters = { isLabelled: false, placeId: [stockRoom.id], acquiredFrom: dayBefore(today, NEWEST_DAYS) };
  await printLabelsOfAssets(today, { ...CHOICES, selection: { filters } });
}
