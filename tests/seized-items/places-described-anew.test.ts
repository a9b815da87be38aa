/** Places and rooms that are described anew while things lie there or are about to, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIntakeEndpoint } from '../../src/modules/seized-items/intakes.contract.ts';
import {
  listKeptWronglyEndpoint,
  previewPlaceConditionsEndpoint,
} from '../../src/modules/seized-items/keeping/keeping.contract.ts';
import { bodyOf } from '../support/answers.ts';
import { buildReleaseCourt, reasonOf, type ReleaseCourt } from '../support/release-court.ts';
import { listLine } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;
/** In the first room, which is dry and nothing else. */
let fridge: string;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
  await court.set(court.room, 1, { environment: ['dry'] }).expect(200);
  fridge = await court.addPlace('冷藏柜', 'locker', court.room);
  await setEnvironment(fridge, ['refrigerated']).expect(200);
});
afterAll(() => app.close());

const setEnvironment = (placeId: string, environment: readonly string[]) =>
  court.equipment.agent.put(`/api/places/${placeId}/environment`).send({ environment });

async function keptWrongly() {
  const answer = await court.custodian.agent.get('/api/kept-wrongly').expect(200);
  return bodyOf(listKeptWronglyEndpoint, answer).items;
}

/** Delivered and counted into a place, up to the completion. */
async function countInto(placeId: string, keeping: readonly string[], more: object = {}) {
  const [listed] = await court.preregister([listLine({ name: '疫苗', keeping })]);
  const id = listed?.id ?? '';
  const intakeId = await court.openIntake([id]);
  await court.photograph(id);
  const count = { outcome: 'matches', quantity: '1', placeId, ...more };
  await court.count(intakeId, [{ itemId: id, count }]);
  return { id, intakeId };
}

async function receiveInto(placeId: string, keeping: readonly string[], more: object = {}) {
  const { id, intakeId } = await countInto(placeId, keeping, more);
  await court.complete(intakeId);
  return id;
}

describe('a place that is described anew', () => {
  const preview = async (placeId: string, query: string, as = court.equipment) => {
    const answer = await as.agent.get(`/api/places/${placeId}/misfits?${query}`).expect(200);
    return bodyOf(previewPlaceConditionsEndpoint, answer);
  };
  it.each<[string, object, string]>([
    ['offers less', { environment: ['dry'] }, 'KEEPING_NEED_UNMET'],
    [
      'keeps other things',
      { environment: ['refrigerated'], allowedCategories: ['cash'] },
      'CATEGORY_NOT_KEPT_THERE',
    ],
    ['is a store no more', { isSeizedPropertyRoom: false }, 'PLACE_NOT_A_STORE'],
  ])(
    'and %s between count and completion stops the completion and keeps the count',
    async (_, next, reason) => {
      const roomId = await court.addRoom(`待变库 ${reason}`, { environment: ['refrigerated'] });
      const place = await court.addPlace('一架', 'rack', roomId);
      const { id, intakeId } = await countInto(place, ['cold']);
      await court.set(roomId, 1, next).expect(200);
      expect(reasonOf(await court.complete(intakeId, {}, 409))).toBe(reason);
      const intake = bodyOf(readIntakeEndpoint, await court.custodian.agent.get(`/api/intakes/${intakeId}`));
      expect([intake.state, intake.pendingCount, intake.lines[0]?.count?.placeId]).toEqual([
        'counting',
        0,
        place,
      ]);
      const again = { outcome: 'matches', quantity: '1', placeId: fridge };
      await court.count(intakeId, [{ itemId: id, count: again }]);
      await court.complete(intakeId);
    },
  );

  it('between the trial of a move and the move stops the move', async () => {
    const id = await receiveInto(fridge, ['cold']);
    const box = await court.addPlace('车载冰箱', 'locker', court.room);
    await setEnvironment(box, ['refrigerated']).expect(200);
    const move = (query: string) =>
      court.custodian.agent.post(`/api/seized-items/relocate${query}`).send({ itemIds: [id], placeId: box });
    await move('?dryRun=true').expect(200);
    await setEnvironment(box, []).expect(200);
    expect(reasonOf((await move('').expect(409)).body)).toBe('KEEPING_NEED_UNMET');
  });

  it('tells before it is saved what no longer fits, refuses nothing, and lists it with the change', async () => {
    const locker = await court.addPlace('药品柜', 'locker', court.room);
    await setEnvironment(locker, ['refrigerated', 'dark']).expect(200);
    const vaccine = await receiveInto(locker, ['cold']);
    const waiting = await receiveInto(locker, ['feeding'], { placeReason: '待移' });
    expect((await preview(locker, 'isRoom=false&environment=refrigerated')).count).toBe(0);
    const told = await preview(locker, 'isRoom=false&environment=dark');
    expect(told).toMatchObject({
      count: 1,
      items: [{ id: vaccine, unmet: ['cold'], isCategoryForeign: false }],
    });
    await court.custodian.agent.get(`/api/places/${locker}/misfits?isRoom=false`).expect(403);
    app.clock.advanceMs(60_000);
    await setEnvironment(locker, ['dark']).expect(200);
    const listed = await keptWrongly();
    expect(listed.find((item) => item.id === vaccine)?.change).toMatchObject({
      ...{ byName: court.equipment.name, lost: ['refrigerated'], isCategoryGivenUp: false },
      place: expect.stringContaining('药品柜') as unknown,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
    });
    expect(listed.find((item) => item.id === waiting)?.change).toBeNull();
    await setEnvironment(locker, ['refrigerated']).expect(200);
    expect((await keptWrongly()).map((item) => item.id)).not.toContain(vaccine);
  });

  it('moves within its room with what lies there, to where that finds what it needs, and to no other room', async () => {
    const zone = await court.addPlace('冷区', 'zone', court.room);
    await setEnvironment(zone, ['refrigerated']).expect(200);
    const rack = await court.addPlace('冷架', 'rack', zone);
    await receiveInto(rack, ['cold']);
    const move = async (placeId: string, parentId: string, version: number) =>
      court.equipment.agent
        .post(`/api/places/${placeId}/move`)
        .set('If-Match', `"${version}"`)
        .send({ parentId });
    const warm = await move(rack, court.room, 1);
    expect([warm.status, reasonOf(warm.body)]).toEqual([409, 'PLACE_LACKS_NEEDS']);
    const other = await court.addPlace('冷区二', 'zone', court.room);
    await setEnvironment(other, ['refrigerated']).expect(200);
    expect((await move(rack, other, 1)).status).toBe(200);
    const elsewhere = await court.addRoom('另一冷库', { environment: ['refrigerated'] });
    const away = await move(rack, elsewhere, 2);
    expect([away.status, reasonOf(away.body)]).toEqual([409, 'PLACE_HOLDS_THINGS']);
    const box = { kind: 'box', name: '空箱', placeId: court.shelves[1] };
    await court.custodian.agent.post('/api/containers').send(box).expect(200);
    const boxed = await move(court.shelves[1], elsewhere, 1);
    expect([boxed.status, reasonOf(boxed.body)]).toEqual([409, 'PLACE_HOLDS_THINGS']);
  });

  it('the same of a room, and of what it keeps', async () => {
    const id = await receiveInto(court.shelves[0], ['dry']);
    app.clock.advanceMs(60_000);
    const { category } = await court.read(id);
    expect((await preview(court.room, 'isRoom=true&environment=dry')).count).toBe(0);
    const told = await preview(court.room, 'isRoom=true&allowedCategories=cash');
    expect(told.items.find((item) => item.id === id)).toMatchObject({
      unmet: ['dry'],
      isCategoryForeign: true,
    });
    const kept = `isRoom=true&environment=dry&allowedCategories=${category}`;
    expect((await preview(court.room, kept)).items.map((item) => item.id)).not.toContain(id);
    await court.set(court.room, 2, { environment: ['dry'], allowedCategories: ['cash'] }).expect(200);
    expect((await keptWrongly()).find((item) => item.id === id)).toMatchObject({
      ...{ unmet: [], isCategoryForeign: true },
      change: { lost: [], isCategoryGivenUp: true, byName: court.equipment.name },
    });
  });
});
