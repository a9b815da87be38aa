/** What happened to seized items of the sample court in store: samples taken, boxes filled, experts asked, lambs born. */
import { shanghaiDay } from '../platform/clock.ts';
import { compareDecimals } from '../platform/decimal.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { cardOfPart } from '../modules/seized-items/care/part-card.ts';
import { addContainers } from '../modules/seized-items/containers/create-containers.ts';
import {
  appendContainerEvents,
  insertContainerSeal,
} from '../modules/seized-items/containers/container-event.sql.ts';
import { updateContainers } from '../modules/seized-items/containers/container.sql.ts';
import { addItems } from '../modules/seized-items/add-items.ts';
import {
  insertExamination,
  insertOpinion,
  updateItemWorth,
} from '../modules/seized-items/examinations/examination.sql.ts';
import { latestValidity } from '../modules/seized-items/examinations/examination-rules.ts';
import type { Occasion } from '../modules/seized-items/item-happening.ts';
import { listItemRows, listItemRowsById, type ItemRow } from '../modules/seized-items/item-page.sql.ts';
import type { StandingChange } from '../modules/seized-items/item-standing.ts';
import type { ItemTransition } from '../modules/seized-items/item-transitions.ts';
import { lockItems } from '../modules/seized-items/item.sql.ts';
import { writeRecord } from '../modules/seized-items/write-record.ts';
import { writeSteps } from '../modules/seized-items/write-steps.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const ANYBODY = { isWhole: true, departmentIds: [], personId: '00000000-0000-0000-0000-000000000000' };
const SPLIT_COUNT = 160;
const BOX_COUNT = 36;
const BOX_SIZE = 6;
const OPINION_COUNT = 90;
const HERD_COUNT = 24;

interface Keepers {
  readonly command: CommandContext;
  readonly courtId: number;
  readonly second: { readonly id: string; readonly name: string };
}

function occasionOf({ command, second }: Keepers, note: string): Occasion {
  return { occurredAt: command.now, secondPerson: second, counterparty: null, basis: null, note };
}

async function listStored({ command, courtId }: Keepers, word: string, limit: number): Promise<ItemRow[]> {
  const nothing = {
    ...{ ids: null, caseId: null, placeId: null, overdueAt: null, after: null },
    ...{ isUnverified: false, seesSecrets: true, lapsedBefore: null },
  };
  const filter = { courtId, reach: ANYBODY, states: ['in_store' as const], words: [word], limit };
  const rows = await listItemRows(command.trx, { ...nothing, ...filter });
  return rows.filter(({ placeId }) => placeId !== null);
}

interface Wanted {
  readonly quantity?: string;
  readonly change?: StandingChange;
  readonly place?: string | null;
}

async function step(
  keepers: Keepers,
  transition: ItemTransition,
  wanted: ReadonlyMap<string, Wanted>,
  note: string,
): Promise<void> {
  const { command, courtId } = keepers;
  const items = await lockItems(command.trx, courtId, [...wanted.keys()]);
  const steps = items.map((item) => {
    const { quantity = item.standing.onHand, change = {}, place } = wanted.get(item.id) ?? {};
    return { item, transition, quantity, change, names: place === undefined ? {} : { place } };
  });
  await writeSteps(command, courtId, steps, occasionOf(keepers, note));
}

/** A bottle of each taken for the laboratory, as a child with a code of its own. */
async function takeSamples(keepers: Keepers): Promise<number> {
  const { command, courtId } = keepers;
  const rows = (await listStored(keepers, '酒', SPLIT_COUNT * 2)).filter(
    ({ onHand }) => compareDecimals(onHand, '2') >= 0,
  );
  const chosen = rows.slice(0, SPLIT_COUNT);
  const note = '取样送检';
  const open = new Map(chosen.map(({ id }) => [id, { change: { sealNumber: null } }]));
  await step(keepers, 'unseal', open, note);
  await step(keepers, 'split_off', new Map(chosen.map(({ id }) => [id, { quantity: '1' }])), note);
  const byCase = new Map<string, ItemRow[]>();
  for (const row of chosen) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), row]);
  for (const [caseId, parents] of byCase)
    await addItems(command, {
      ...{ courtId, caseId, transition: 'split_from', occasion: occasionOf(keepers, note) },
      drafts: parents.map((parent) => ({
        card: cardOfPart(parent, `${parent.name}（检材）`),
        quantity: '1',
        parentItemId: parent.id,
        details: { parentItemId: parent.id },
        change: { placeId: parent.placeId },
        names: { place: parent.place, holder: null },
      })),
    });
  return chosen.length;
}

/** Telephones of one case lie in a box of its own, every other one sealed. */
async function fillBoxes(keepers: Keepers): Promise<number> {
  const { command, courtId, second } = keepers;
  const { trx, now, actor } = command;
  const byCase = new Map<string, ItemRow[]>();
  for (const row of await listStored(keepers, '手机', 900))
    byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), row]);
  const cases = [...byCase.values()].filter((rows) => rows.length >= 3).slice(0, BOX_COUNT);
  for (const [index, rows] of cases.entries()) {
    const inside = rows.slice(0, BOX_SIZE).map(({ id }) => id);
    const [first] = rows;
    const placeId = first?.placeId ?? null;
    if (!first || placeId === null) continue;
    const name = `物证箱 ${String(index + 1).padStart(2, '0')}`;
    const draft = { kind: 'box' as const, name, lotItemId: null, lotQuantity: null, sealNumber: null };
    const [box] = await addContainers(command, placeId, [draft], second.name);
    if (!box) continue;
    const wanted = { change: { placeId, containerId: box.id }, place: first.place };
    await step(keepers, 'put_in', new Map(inside.map((id) => [id, wanted])), `装入${name}`);
    const at = { at: now, secondPersonName: second.name };
    const items = (await listItemRowsById(trx, [courtId], inside)).map(({ code, name: called }) => ({
      ...{ code, name: called },
    }));
    await appendContainerEvents(command, at, [{ containerId: box.id, kind: 'put_in', details: { items } }]);
    if (index % 2 === 1) continue;
    const number = `X${shanghaiDay(now).slice(0, 4)}-${String(index + 1).padStart(4, '0')}`;
    const seal = { containerId: box.id, number, sealedAt: now, sealedByName: actor.personName };
    await insertContainerSeal(trx, courtId, [{ ...seal, secondPersonName: second.name }]);
    await updateContainers(trx, courtId, now, [box.id], { sealNumber: number });
    const details = { seal: number, itemCount: inside.length };
    await appendContainerEvents(command, at, [{ containerId: box.id, kind: 'sealed', details }]);
  }
  return cases.length;
}

/** What experts said a thing is worth; some are still waited for. */
async function askExperts(keepers: Keepers, random: Random): Promise<number> {
  const { command, courtId, second } = keepers;
  const { trx, now, actor } = command;
  const rows = [...(await listStored(keepers, '项链', 60)), ...(await listStored(keepers, '电脑', 60))];
  const chosen = rows.slice(0, OPINION_COUNT);
  const person = { id: actor.personId, name: actor.personName };
  for (const [index, row] of chosen.entries()) {
    const id = newId(now.getTime());
    const sentOn = shanghaiDay(new Date(now.getTime() - random.integer(20, 400) * 86_400_000));
    const kind = index % 4 === 0 ? ('appraisal' as const) : ('valuation' as const);
    await insertExamination(trx, courtId, now, {
      ...{ id, itemId: row.id, kind, sentOn, sentBy: person, secondPersonName: second.name },
      mandateNumber: `（${sentOn.slice(0, 4)}）内08鉴委${index + 1}号`,
      institution: kind === 'valuation' ? '巴彦淖尔市价格认证中心' : '内蒙古珠宝玉石质量监督检验站',
      qualification: kind === 'valuation' ? '价格认定机构' : '检验检测机构资质认定',
      examiners: null,
      question: kind === 'valuation' ? '对物品进行价格认定' : '鉴定材质与成色',
      sampleQuantity: null,
    });
    if (index % 6 === 5) continue;
    const fen = kind === 'valuation' ? random.integer(20, 900) * 1000 : null;
    const opinion = {
      examinationId: id,
      itemId: row.id,
      opinionNumber: `巴价鉴〔${sentOn.slice(0, 4)}〕${index + 1}号`,
      concludedOn: sentOn,
      conclusion: fen === null ? '送检样品材质与申报一致' : `基准日市场价格为人民币 ${fen / 100} 元`,
      examiners: '刘建国、孙丽',
      ...{ returnedQuantity: null, consumedQuantity: null, recordedBy: person, secondPersonName: null },
      value: fen === null ? null : { fen, baseDate: sentOn, validUntil: latestValidity(sentOn) },
    };
    const entrySequence = fen === null ? null : await changeWorth(keepers, row.id, opinion, fen);
    await insertOpinion(trx, courtId, now, { ...opinion, entrySequence });
  }
  return chosen.length;
}

async function changeWorth(
  keepers: Keepers,
  itemId: string,
  { examinationId, opinionNumber }: { readonly examinationId: string; readonly opinionNumber: string },
  valueFen: number,
): Promise<number | null> {
  const { command, courtId } = keepers;
  const [item] = await lockItems(command.trx, courtId, [itemId]);
  if (!item) return null;
  const { category, grade } = item;
  const details = {
    examinationId,
    before: { category, grade, valueFen: null },
    after: { category, grade, valueFen },
  };
  const occasion = { ...occasionOf(keepers, '价格认定'), basis: opinionNumber };
  const sequence = await writeRecord(command, { item, record: 'examine', details, occasion });
  await updateItemWorth(command.trx, courtId, itemId, { category, grade, valueFen });
  return sequence;
}

/** Lambs are born to the sheep that the court keeps. */
async function countHerds(keepers: Keepers, random: Random): Promise<number> {
  const herds = (await listStored(keepers, '羊', HERD_COUNT)).slice(0, HERD_COUNT);
  const born = new Map(herds.map(({ id }) => [id, { quantity: String(random.integer(1, 3)) }]));
  await step(keepers, 'record_birth', born, '产羔，见照片');
  return herds.length;
}

/** Answers how many samples, boxes, examinations and herds there are. */
export async function addSampleItemLives(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
): Promise<{ samples: number; boxes: number; examinations: number; herds: number }> {
  const [custodian, second] = structure.custodians;
  if (!custodian || !second) return { samples: 0, boxes: 0, examinations: 0, herds: 0 };
  const actor = { ...command.actor, personId: custodian.id, personName: custodian.name };
  const keepers = { command: { ...command, actor }, courtId: structure.world.courtId, second };
  return {
    samples: await takeSamples(keepers),
    boxes: await fillBoxes(keepers),
    examinations: await askExperts(keepers, random),
    herds: await countHerds(keepers, random),
  };
}
