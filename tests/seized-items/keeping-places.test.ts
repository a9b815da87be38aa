/** Things are put where there is what they need, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkPlaceFitEndpoint,
  listKeptWronglyEndpoint,
} from '../../src/modules/seized-items/keeping/keeping.contract.ts';
import { createContainersEndpoint } from '../../src/modules/seized-items/containers/containers.contract.ts';
import { mayWaitElsewhere, unmetNeeds } from '../../src/modules/seized-items/keeping/keeping-fit.rules.ts';
import { splitItemEndpoint } from '../../src/modules/seized-items/care/care.contract.ts';
import { listItemsEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import { moveToKeeperEndpoint } from '../../src/modules/seized-items/releases/release-steps.contract.ts';
import { ensureReaderWorker } from '../imports/import-driver.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { importRegister } from '../support/old-register.ts';
import { buildReleaseCourt, reasonOf, TAKER, type ReleaseCourt } from '../support/release-court.ts';
import { listLine, SIGNATURE } from '../support/seized-court.ts';
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
async function receiveInto(
  placeId: string,
  keeping: readonly string[],
  more: object = {},
  status = 200,
  listing: object = {},
) {
  const [listed] = await court.preregister([listLine({ name: '疫苗', keeping, ...listing })]);
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
    const fit = await court.custodian.agent.get(`/api/place-fit?itemIds=${id}&placeId=${shelf}`).expect(200);
    const { unmet, mayWait, places } = bodyOf(checkPlaceFitEndpoint, fit);
    expect({ unmet, mayWait }).toEqual({ unmet: ['cold'], mayWait: true });
    expect(places.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringContaining('冷藏柜')]),
    );
    const inside = await court.custodian.agent
      .get(`/api/place-fit?itemIds=${id}&placeId=${door}`)
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

describe('every other way to a place', () => {
  const WAITS = { placeReason: '冷藏柜检修' };
  /** What is tried, by how much the list of things kept wrongly grows, and how it comes to the last step. */
  type Way = readonly [
    string,
    number,
    () => Promise<(more: object) => Promise<{ status: number; body: unknown }>>,
  ];

  const send = (path: string, body: object) => async (more: object) => {
    const answer = await court.custodian.agent.post(`/api/${path}`).send({ ...body, ...more });
    return { status: answer.status, body: answer.body as unknown };
  };
  const two = () => ({ secondPerson: court.secondPerson() });
  /** Two of a thing that is no evidence. */
  const cold = async (placeId = door, more: object = {}) =>
    (
      await receiveInto(placeId, ['cold'], { quantity: '2', ...more }, 200, {
        quantity: '2',
        isEvidence: false,
      })
    ).id;
  const box = async (placeId: string) => {
    const made = await send('containers', { kind: 'box', name: '保温箱', count: 1, placeId })({});
    return bodyOf(createContainersEndpoint, made).containers[0]?.id ?? '';
  };
  async function boxed(): Promise<string> {
    const [id, boxId] = [await cold(), await box(door)];
    expect((await send(`containers/${boxId}/put-in`, { itemIds: [id] })({})).status).toBe(200);
    return boxId;
  }
  async function decideUp(requestId: string): Promise<void> {
    await court.decide(requestId, court.head);
    await court.decide(requestId, court.vicePresident);
  }
  async function backFrom(step: 'take-back' | 'from-keeper', releaseId: string, itemId: string) {
    const body = { returnerName: '送回人', returnerSignature: SIGNATURE, ...two() };
    return (more: object) =>
      send(`releases/${releaseId}/${step}`, {
        ...body,
        lines: [court.back(itemId, { quantity: '2', ...more })],
      })({});
  }

  const WAYS: readonly Way[] = [
    [
      'into the locker at night',
      1,
      async () => {
        const [listed] = await court.preregister([listLine({ name: '血样', keeping: ['cold'] })]);
        const locker = await court.addPlace('夜间柜', 'locker', court.room);
        await court
          .set(court.room, 2, { emergencyLockerId: locker, environment: ['antimagnetic'] })
          .expect(200);
        const delivery = { deliverer: '李警', delivererUnit: '临河区公安局', itemIds: [listed?.id] };
        return send(`cases/${court.caseId}/intakes`, { ...delivery, lockerId: locker, ...two() });
      },
    ],
    [
      'split off where the parent waits',
      1,
      async () => {
        const id = await cold(shelf, WAITS);
        return (more) =>
          send(`seized-items/${id}/split`, { reason: '分装', ...two() })({ parts: halves(more) });
      },
    ],
    [
      'split off into another place',
      2,
      async () => {
        const id = await cold();
        const parts = (more: object) => halves({ ...more, placeId: shelf });
        return (more) =>
          send(`seized-items/${id}/split`, { reason: '分装', ...two() })({ parts: parts(more) });
      },
    ],
    [
      'found inside',
      1,
      async () => {
        const [bag = ''] = await court.receive([listLine({ name: '提包' })]);
        const found = {
          name: '胰岛素',
          category: 'drugs_and_food',
          quantity: '2',
          unit: '支',
          keeping: ['cold'],
        };
        return send(`seized-items/${bag}/found-inside`, { ...found, reason: '清点发现', ...two() });
      },
    ],
    [
      'born where there is nothing to feed on',
      0,
      async () => {
        const facts = { features: '耳标 1', source: '扣押' };
        const sheep = { name: '绵羊', category: 'live_animals', unit: '只', facts, keeping: ['feeding'] };
        const [listed] = await court.preregister([listLine(sheep)]);
        const id = listed?.id ?? '';
        const intakeId = await court.openIntake([id]);
        await court.photograph(id, 2);
        const count = { outcome: 'matches', quantity: '1', placeId: shelf, grade: 'special', ...WAITS };
        await court.count(intakeId, [{ itemId: id, count }]);
        await court.complete(intakeId);
        return send(`seized-items/${id}/births`, { quantity: '1', reason: '产羔', ...two() });
      },
    ],
    [
      'merged back into a parent that waits elsewhere',
      0,
      async () => {
        const id = await cold();
        const split = await send(`seized-items/${id}/split`, { reason: '取样', ...two() })({
          parts: halves({}).slice(1),
        });
        const { parts } = bodyOf(splitItemEndpoint, split);
        const partIds = parts.map((part) => part.id);
        const moved = { itemIds: [id], placeId: shelf, ...WAITS };
        expect((await send('seized-items/relocate', moved)({})).status).toBe(200);
        return send(`seized-items/${id}/merge-back`, { partIds, reason: '并回', ...two() });
      },
    ],
    [
      'put into a box that stands elsewhere',
      1,
      async () => {
        const [id, boxId] = [await cold(), await box(shelf)];
        return send(`containers/${boxId}/put-in`, { itemIds: [id] });
      },
    ],
    [
      'moved with its box',
      1,
      async () => send(`containers/${await boxed()}/move`, { how: 'relocate', placeId: shelf }),
    ],
    [
      'carried in with its box',
      1,
      async () => {
        const boxId = await boxed();
        expect((await send(`containers/${boxId}/move`, { how: 'carry_out' })({})).status).toBe(200);
        return send(`containers/${boxId}/move`, { how: 'carry_in', placeId: shelf });
      },
    ],
    [
      'put with its box into another box',
      1,
      async () => {
        const [inner, outer] = [await boxed(), await box(shelf)];
        return send(`containers/${inner}/nest`, { parentId: outer });
      },
    ],
    [
      'back from a keeper',
      1,
      async () => {
        const id = await cold();
        const ask = {
          items: [{ itemId: id }],
          reason: '无条件',
          receiver: '疾控中心',
          contractNumber: '委 1',
        };
        const terms = { contractEndsOn: '2027-11-23', feeFen: 3000, feePeriod: 'day' };
        const { id: requestId } = (await court.ask('outside-keeping', { ...ask, ...terms })) as {
          id: string;
        };
        await decideUp(requestId);
        const lines = [{ itemId: id, condition: '完好', odometer: null }];
        const keeper = { keeperPerson: '库管', keeperSignature: SIGNATURE, ...two() };
        const gone = await send(`item-requests/${requestId}/to-keeper`, { lines, ...keeper })({});
        app.clock.advanceMs(60_000);
        await court.photograph(id);
        return backFrom('from-keeper', bodyOf(moveToKeeperEndpoint, gone).id, id);
      },
    ],
    [
      'back from the second instance',
      1,
      async () => {
        const id = await cold();
        const ask = { items: [{ itemId: id }], reason: '上诉', receiver: '自治区高院', appealNumber: null };
        const { id: requestId } = (await court.ask('transfers-up', ask)) as { id: string };
        await decideUp(requestId);
        const releaseId = await court.prepare(requestId, [id]);
        const lines = [{ itemId: id, condition: '完好' }];
        await court.step(releaseId, 'dispatch', { ...TAKER, listNumber: '移 1', lines, ...two() });
        return backFrom('take-back', releaseId, id);
      },
    ],
    [
      'put away after a reversal has left it without a place',
      1,
      async () => {
        const id = await cold();
        await app.database.ownerPool.query('update seized_items set place_id = null where id = $1', [id]);
        return send('seized-items/relocate', { itemIds: [id], placeId: shelf });
      },
    ],
  ];
  const halves = (more: object) => [
    { quantity: '1', ...more },
    { quantity: '1', ...more },
  ];

  it.each(WAYS)(
    '%s: refused with the places that fit, or taken for a stated reason',
    async (_name, growth, prepare) => {
      const attempt = await prepare();
      const refused = await attempt({});
      expect([refused.status, reasonOf(refused.body)]).toEqual([409, 'KEEPING_NEED_UNMET']);
      const before = (await keptWrongly()).length;
      const taken = await attempt(WAITS);
      expect(taken.status === 200 ? 'taken' : reasonOf(taken.body)).toBe('taken');
      expect((await keptWrongly()).length - before).toBe(growth);
    },
  );

  it('an older register says where things are: they are taken, told, counted and listed', async () => {
    await ensureReaderWorker();
    const header = '案号,物品名称,类别,数量,单位,存放位置,保管要求';
    const rows = [
      '（2026）内08刑初12号,疫苗甲,药品,2,支,一号库房/1架,冷藏、避光',
      '（2026）内08刑初12号,疫苗乙,药品,1,支,一号库房/1架,低温',
      '（2026）内08刑初12号,香水,其他,1,瓶,一号库房/1架,"易燃,朝北"',
      '（2026）内08刑初12号,账本,书证,1,本,一号库房/1架,常温',
    ];
    const run = await importRegister(court.custodian, [header, ...rows]);
    const unmet = run.result?.problems.byCode.find(({ code }) => code === 'REGISTER_NEEDS_UNMET');
    expect(unmet).toMatchObject({ severity: 'notice', rows: 2 });
    expect(run.result?.counts).toMatchObject({ created: 4, refused: 0 });
    expect(await keptWrongly()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: '疫苗甲', unmet: ['cold', 'dark'] }),
        expect.objectContaining({ name: '疫苗乙', unmet: ['cold'] }),
      ]),
    );
    const listed = await court.custodian.agent.get('/api/seized-items?unverified=true').expect(200);
    const perfume = bodyOf(listItemsEndpoint, listed).items.find(({ name }) => name === '香水');
    expect(await court.read(perfume?.id ?? '')).toMatchObject({
      ...{ hazards: ['flammable'], keeping: [], notes: '是否作为证据不详；原登记保管要求 朝北' },
    });
  });
});
