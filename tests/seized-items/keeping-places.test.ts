/** Things are put where there is what they need, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkPlaceFitEndpoint,
  listKeptWronglyEndpoint,
} from '../../src/modules/seized-items/keeping/keeping.contract.ts';
import { createContainersEndpoint } from '../../src/modules/seized-items/containers/containers.contract.ts';
import { mayWaitElsewhere, unmetNeeds } from '../../src/modules/seized-items/keeping/keeping-fit.rules.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { buildReleaseCourt, reasonOf, type ReleaseCourt } from '../support/release-court.ts';
import { listLine } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;
/** In the first room, which is antimagnetic and nothing else. */
let shelf: string;
let fridge: string;
let door: string;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
  await court.set(court.room, 1, { environment: ['antimagnetic'] }).expect(200);
  [shelf] = court.shelves;
  fridge = await court.addPlace('冷藏柜', 'locker', court.room);
  door = await court.addPlace('冷藏柜门格', 'cell', fridge);
});
afterAll(() => app.close());

const setEnvironment = (placeId: string, environment: readonly string[], as = court.equipment) =>
  as.agent.put(`/api/places/${placeId}/environment`).send({ environment });

async function keptWrongly() {
  const answer = await court.custodian.agent.get('/api/kept-wrongly').expect(200);
  return bodyOf(listKeptWronglyEndpoint, answer).items;
}
/** Delivered and counted into a place. */
async function receiveInto(placeId: string, keeping: readonly string[], more: object = {}, status = 200) {
  const [listed] = await court.preregister([listLine({ name: '疫苗', keeping })]);
  const id = listed?.id ?? '';
  const intakeId = await court.openIntake([id]);
  await court.photograph(id);
  const count = { outcome: 'matches', quantity: '1', placeId, ...more };
  const saved = await court.count(intakeId, [{ itemId: id, count }], status);
  if (status === 200) await court.complete(intakeId);
  return { id, saved };
}
/** Carried from the first room into a place of the second. */
async function carry(id: string, placeId: string, more: object = {}, status = 200) {
  const answer = await court.custodian.agent
    .post('/api/seized-items/carry-in')
    .send({ itemIds: [id], placeId, ...more })
    .expect(status);
  return answer.body as unknown;
}

describe('the rule', () => {
  it('holds each need against what the place offers; some needs are no matter of a place', () => {
    expect(unmetNeeds(['cold', 'dark', 'no_power_on'], ['refrigerated', 'room_temperature'])).toEqual([
      'dark',
    ]);
    expect(unmetNeeds(['fire_safe', 'separate'], ['fire_safe'])).toEqual(['separate']);
    expect(unmetNeeds(['marked_notes'], [])).toEqual([]);
    expect(mayWaitElsewhere(['cold'])).toBe(true);
    expect(mayWaitElsewhere(['cold', 'secret'])).toBe(false);
  });
});

describe('receiving', () => {
  it('into a place that lacks what it needs is refused, with the places that have it', async () => {
    const { saved } = await receiveInto(shelf, ['cold'], {}, 409);
    const [problem] = refusedBodyOf({ body: saved }).problems;
    expect(problem).toMatchObject({ code: 'KEEPING_NEED_UNMET' });
    expect(problem?.zh).toContain('疫苗须冷藏保管');
    expect(problem?.zh).toContain('请装备管理员在库房设置或库位条件中登记');
    await court.addRoom('冷库', { environment: ['refrigerated'] });
    const { saved: again } = await receiveInto(shelf, ['cold'], {}, 409);
    expect(refusedBodyOf({ body: again }).problems[0]?.zh).toContain('可放：冷库');
  });

  it('says nothing of a reason where nothing is lacking', async () => {
    const { id } = await receiveInto(shelf, ['antimagnetic'], { placeReason: '原填理由' });
    expect((await court.read(id)).life.map(({ difference }) => difference)).not.toContain('原填理由');
  });

  it('lets it wait there for a stated reason, on the list of things kept wrongly until it is moved', async () => {
    const { id } = await receiveInto(shelf, ['cold'], { placeReason: '冷库检修，三日内移回' });
    expect(await keptWrongly()).toMatchObject([
      { id, unmet: ['cold'], place: expect.stringContaining('1架') as unknown },
    ]);
    expect((await court.read(id)).life.map(({ difference }) => difference)).toContain('冷库检修，三日内移回');
    await setEnvironment(fridge, ['refrigerated'], court.custodian).expect(403);
    await setEnvironment(fridge, ['refrigerated']).expect(200);
    const fit = await court.custodian.agent
      .get(`/api/seized-items/${id}/place-fit?placeId=${shelf}`)
      .expect(200);
    const { unmet, mayWait, places } = bodyOf(checkPlaceFitEndpoint, fit);
    expect({ unmet, mayWait }).toEqual({ unmet: ['cold'], mayWait: true });
    expect(places.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringContaining('冷藏柜')]),
    );
    const inside = await court.custodian.agent
      .get(`/api/seized-items/${id}/place-fit?placeId=${door}`)
      .expect(200);
    expect(bodyOf(checkPlaceFitEndpoint, inside).unmet).toEqual([]);
  });

  it('situation 35: what is secret waits nowhere else, whatever the reason', async () => {
    const { saved } = await receiveInto(shelf, ['secret'], { placeReason: '暂放' }, 409);
    expect(refusedBodyOf({ body: saved }).problems[0]?.code).toBe('SECRET_PLACE_NEEDED');
  });
});

describe('moving', () => {
  it('back from outside and within the room asks for the same', async () => {
    const [id = ''] = await court.receive([listLine({ name: '硬盘', keeping: ['antimagnetic'] })]);
    const releaseId = await court.lend([id]);
    await court.giveBack(releaseId, [court.back(id)]);
    const { id: vaccine } = await receiveInto(shelf, ['cold', 'antimagnetic'], { placeReason: '待移冷藏柜' });
    const move = async (placeId: string, more: object, status: number) => {
      const answer = await court.custodian.agent
        .post('/api/seized-items/relocate')
        .send({ itemIds: [vaccine], placeId, ...more })
        .expect(status);
      return answer.body as unknown;
    };
    expect(reasonOf(await move(court.shelves[1], {}, 409))).toBe('KEEPING_NEED_UNMET');
    await move(court.shelves[1], { placeReason: '架位调整' }, 200);
    await move(door, {}, 200);
    expect((await keptWrongly()).map((item) => item.id)).not.toContain(vaccine);
  });

  it('into a room out of the hands of whoever carries it, and back from a loan', async () => {
    const { id } = await receiveInto(door, ['cold']);
    await court.custodian.agent
      .post('/api/seized-items/carry-out')
      .send({ itemIds: [id] })
      .expect(200);
    expect(reasonOf(await carry(id, shelf, {}, 409))).toBe('KEEPING_NEED_UNMET');
    await carry(id, door);
    const releaseId = await court.lend([id]);
    expect(reasonOf(await court.giveBack(releaseId, [court.back(id)], 409))).toBe('KEEPING_NEED_UNMET');
    await court.giveBack(releaseId, [court.back(id, { placeId: door })]);
  });

  it('in a box asks for the same, and only what lacks something says why it waits', async () => {
    const make = async (placeId: string) => {
      const body = { kind: 'box', name: '冷链箱', count: 1, placeId };
      const answer = await court.custodian.agent.post('/api/containers').send(body).expect(200);
      return bodyOf(createContainersEndpoint, answer).containers[0]?.id ?? '';
    };
    const box = async (id: string, step: string, body: object, status = 200) => {
      const answer = await court.custodian.agent
        .post(`/api/containers/${id}/${step}`)
        .send(body)
        .expect(status);
      return answer.body as unknown;
    };
    const { id: vaccine } = await receiveInto(door, ['cold']);
    const [disk = ''] = await court.receive([listLine({ name: '硬盘' })]);
    const onShelf = await make(shelf);
    const inFridge = await make(door);
    expect(reasonOf(await box(onShelf, 'put-in', { itemIds: [vaccine] }, 409))).toBe('KEEPING_NEED_UNMET');
    await box(inFridge, 'put-in', { itemIds: [vaccine, disk] });
    const to = { how: 'relocate', placeId: court.shelves[1] };
    expect(reasonOf(await box(inFridge, 'move', to, 409))).toBe('KEEPING_NEED_UNMET');
    expect(reasonOf(await box(inFridge, 'nest', { parentId: onShelf }, 409))).toBe('KEEPING_NEED_UNMET');
    await box(inFridge, 'move', { ...to, placeReason: '冷藏柜除霜' });
    const reasonsOf = async (id: string) => (await court.read(id)).life.map(({ difference }) => difference);
    expect(await reasonsOf(vaccine)).toContain('冷藏柜除霜');
    expect(await reasonsOf(disk)).not.toContain('冷藏柜除霜');
  });

  it('a place outside every storage room has no conditions', async () => {
    const hall = await court.addPlace('大厅', 'room');
    const answer = await setEnvironment(hall, ['dry']).expect(409);
    expect(refusedBodyOf(answer).code).toBe('PLACE_OUTSIDE_ROOMS');
  });
});
