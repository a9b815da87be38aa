/** An older register of the sample court, taken over by the custodian of its first room; part of it is counted already. */
import { createHash } from 'node:crypto';
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { insertImportRun, updateImportRun } from '../modules/imports/import-run.sql.ts';
import { NO_SETTINGS } from '../modules/imports/import-settings.ts';
import type { DraftRow } from '../modules/imports/import-target.ts';
import { settleRegisterRows } from '../modules/seized-items/import/settle-register-rows.ts';
import { listItemRows } from '../modules/seized-items/item-page.sql.ts';
import { lockItems, type LockedItem } from '../modules/seized-items/item.sql.ts';
import { occasionOf } from '../modules/seized-items/occasion.ts';
import { recordBaseline } from '../modules/seized-items/verify-items.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { addSampleDifferences, settleSampleDifference } from './sample-differences.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const ROWS = 160;
const COUNTED = 95;
/** Of the others, where the first count found another number; the last of them is settled. */
const DIFFERING = 4;
const FILE_NAME = '2018—2020年赃证物台账.xlsx';
const THINGS = [
  ['旧手机', '手机', '1部'],
  ['撬棍', '工具', '2件'],
  ['白酒', '烟酒', '六瓶'],
  ['账本', '书证', '3本'],
  ['外套', '衣物', '1件'],
  ['摩托车钥匙', '其他', '1把'],
  ['不明粉末包装袋', '其他', '4个'],
] as const;

function drawRows(random: Random, placePath: string, handlers: readonly string[]): DraftRow[] {
  return Array.from({ length: ROWS }, (_, index) => {
    const [name, categoryName, quantityText] = random.pick(THINGS);
    const year = random.integer(2018, 2020);
    const month = String(random.integer(1, 12)).padStart(2, '0');
    return {
      rowNumber: index + 2,
      isRefused: false,
      draft: {
        ...{ name, categoryName, quantityText, placePath },
        caseNumber: `（${year}）内08刑初${random.integer(301, 330)}号`,
        handlerName: handlers[index % handlers.length] ?? '',
        oldNumber1: `ZW-${year}-${String(index + 1).padStart(3, '0')}`,
        ownershipName: random.pick(['被告人', '被害人', '不详']),
        receivedOn: `${year}-${month}-${String(random.integer(1, 28)).padStart(2, '0')}`,
      },
    };
  });
}

async function keepRun(
  command: CommandContext,
  run: { readonly id: string; readonly courtId: number; readonly createdBy: string },
  settled: Awaited<ReturnType<typeof settleRegisterRows>>,
): Promise<void> {
  const { trx, now } = command;
  await insertImportRun(trx, {
    ...{ ...run, target: 'seized_items', fileName: FILE_NAME, sizeBytes: 48_213, state: 'importing' },
    ...{ sha256: createHash('sha256').update(FILE_NAME).digest('hex'), reading: {} },
    ...{ settings: { ...NO_SETTINGS, createCases: true }, createdAt: now, fileKeptUntil: now },
  });
  const { counts, sums, register, createdNames, codes } = settled;
  const problems = { count: 0, shown: 0, byCode: [] };
  await updateImportRun(trx, run.courtId, run.id, now, {
    state: 'done',
    finishedAt: now,
    result: {
      ...{ isWritten: true, goodRowsOnly: false, counts, sums, register, createdNames, codes, problems },
      ...{ names: { open: 0, shown: 0 }, changeSamples: [] },
    },
  });
}

/**
 * Most are as the register says, some differ, and what differs of the judge's own is settled. Answers how many have their
 * baseline.
 */
async function countSampleItems(
  acting: CommandContext,
  structure: SampleStructure,
  seen: readonly LockedItem[],
  ofJudge: string | null,
): Promise<number> {
  const second = structure.custodians[1];
  if (!second) return 0;
  const lastOfJudge = (items: readonly LockedItem[]) => [
    ...items.filter(({ id }) => id !== ofJudge),
    ...items.filter(({ id }) => id === ofJudge),
  ];
  const ordered = lastOfJudge(seen);
  const counted = ordered.slice(0, COUNTED);
  const secondPerson = { id: second.id, name: second.name };
  await recordBaseline(acting, counted, occasionOf(acting, { note: '存量核对' }, { secondPerson }));
  const others = await lockItems(
    acting.trx,
    structure.world.courtId,
    ordered.slice(COUNTED).map(({ id }) => id),
  );
  const differenceIds = await addSampleDifferences(acting, lastOfJudge(others), secondPerson);
  const [last] = differenceIds.slice(DIFFERING - 1);
  if (last === undefined) return counted.length;
  await settleSampleDifference(acting, structure, last, secondPerson);
  return counted.length + 1;
}

/** Answers how many items came in and how many of them still wait for their first count. */
export async function addSampleRegister(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
  placePath: string,
): Promise<{ itemCount: number; openCount: number }> {
  const { courtId, people } = structure.world;
  const [custodian] = structure.custodians;
  if (!custodian) return { itemCount: 0, openCount: 0 };
  const names = people.map(({ name }) => name);
  const judge = structure.accounts.find(({ role }) => role === 'case_handler');
  const unique = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  const isJudge = (name: string) => name === judge?.fullName;
  const handlers = [...unique.filter(isJudge), ...unique.filter((name) => !isJudge(name))].slice(0, 6);
  const actor = {
    ...{ ...command.actor, courtId, personId: custodian.id, personName: custodian.name },
    roles: ['property_custodian'],
    grants: grantsOfRoles([{ role: 'property_custodian', departmentId: null }]),
  };
  const acting: CommandContext = { ...command, actor, audit: () => {} };
  const runId = newId();
  const settled = await settleRegisterRows(acting, {
    ...{ runId, fileName: FILE_NAME, rows: drawRows(random, placePath, handlers), columns: [] },
    ...{ settings: { ...NO_SETTINGS, createCases: true }, write: true, goodRowsOnly: true },
    onProgress: () => {},
    throwIfCancelled: () => {},
  });
  await keepRun(acting, { id: runId, courtId, createdBy: custodian.id }, settled);
  const rows = await listItemRows(command.trx, {
    ...{
      courtId,
      ids: null,
      caseId: null,
      placeId: null,
      states: [],
      words: [],
      overdueAt: null,
      after: null,
    },
    reach: { isWhole: true, departmentIds: [], personId: custodian.id },
    ...{ isUnverified: true, lapsedBefore: null, seesSecrets: true, limit: COUNTED + DIFFERING },
  });
  const seen = await lockItems(
    command.trx,
    courtId,
    rows.map(({ id }) => id),
  );
  const ofJudge = rows.findLast(({ handlerId }) => handlerId === judge?.personId)?.id ?? null;
  const countedCount = await countSampleItems(acting, structure, seen, ofJudge);
  const itemCount = settled.counts.created;
  return { itemCount, openCount: itemCount - countedCount };
}
