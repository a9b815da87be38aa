/** Where things go that come back into store: to where they lay, else where they fit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listReturnPlacesEndpoint } from '../../src/modules/seized-items/keeping/keeping.contract.ts';
import {
  findReturnProblem,
  RETURN_PLACE_PROBLEMS,
  type FormerPlace,
} from '../../src/modules/seized-items/keeping/return-place.rules.ts';
import { bodyOf } from '../support/answers.ts';
import { buildReleaseCourt, type ReleaseCourt } from '../support/release-court.ts';
import { listLine } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
});
afterAll(() => app.close());

describe('what comes back', () => {
  const room = { isFrozen: false, allowedCategories: [], environment: ['refrigerated'] };
  const thing = { category: 'other', keeping: ['cold'] };
  it.each<[string, FormerPlace, string | null]>([
    ['to its place', { isOpen: true, room }, null],
    ['not to a closed one', { isOpen: false, room: null }, 'closed'],
    ['not out of the store', { isOpen: true, room: null }, 'no_store'],
    [
      'not while the room is handed over',
      { isOpen: true, room: { ...room, isFrozen: true, environment: [] } },
      'frozen',
    ],
    [
      'not among other things',
      { isOpen: true, room: { ...room, allowedCategories: ['vehicles'] } },
      'category',
    ],
    ['not where it is warm', { isOpen: true, room: { ...room, environment: [] } }, 'unfitting'],
  ])('%s', (_title, former, problem) => {
    expect(findReturnProblem(former, thing)).toBe(problem);
    if (problem !== null) expect(Object.keys(RETURN_PLACE_PROBLEMS)).toContain(problem);
  });

  async function offers(itemIds: readonly string[]) {
    const query = new URLSearchParams(itemIds.map((id) => ['itemIds', id]));
    const answer = await court.custodian.agent.get(`/api/return-places?${query.toString()}`).expect(200);
    return bodyOf(listReturnPlacesEndpoint, answer).items;
  }

  it('is offered the place where it lay, and where it fits when that is closed', async () => {
    const [one = '', two = ''] = await court.receive([
      listLine({ name: '账本' }),
      listLine({ name: '硬盘' }),
    ]);
    expect((await offers([one]))[0]?.former).toBeNull();
    const old = await court.addPlace('旧柜', 'rack', court.room);
    await court.custodian.agent
      .post('/api/seized-items/relocate')
      .send({ itemIds: [two], placeId: old })
      .expect(200);
    const releaseId = await court.lend([one, two]);
    const [first, second] = await offers([one, two]);
    expect(first).toMatchObject({ itemId: one, former: { id: court.shelves[0], problem: null }, places: [] });
    expect(second).toMatchObject({ itemId: two, former: { id: old, problem: null } });
    await court.equipment.agent.post(`/api/places/${old}/close`).set('If-Match', '"1"').send({}).expect(200);
    const [closed] = await offers([two]);
    expect(closed?.former?.problem).toBe('closed');
    expect(closed?.places.length).toBeGreaterThan(0);
    const fit = closed?.places[0]?.id;
    await court.giveBack(releaseId, [
      court.back(one, { placeId: first?.former?.id }),
      court.back(two, { placeId: fit }),
    ]);
    expect(await court.read(two)).toMatchObject({ state: 'in_store', place: { id: fit } });
  });
});
