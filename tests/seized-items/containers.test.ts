/** Boxes and bags through the public door: filled, nested, sealed, moved with everything in them; lots in counted boxes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createContainersEndpoint,
  drawLotEndpoint,
  packLotEndpoint,
  readContainerEndpoint,
} from '../../src/modules/seized-items/containers/containers.contract.ts';
import {
  decideSampling,
  drawBoxes,
  samplingOn,
} from '../../src/modules/seized-items/containers/lot-sampling.rules.ts';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { openIntakeEndpoint } from '../../src/modules/seized-items/intakes.contract.ts';
import { resolveScan } from '../../src/modules/item-codes/scan.contract.ts';
import { listGrantedRequestsEndpoint } from '../../src/modules/seized-items/releases/requests.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { buildSeizedCourt, GOODS_FACTS, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { approveUnsealing } from '../support/unsealing.ts';

let app: TestApp;
let court: SeizedCourt;
let visits: string[];

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  visits = (await court.enter(court.room, [court.custodian, court.reviewer])).map(({ id }) => id);
});
afterAll(() => app.close());

async function send(path: string, body: object, status = 200): Promise<string> {
  const answer = await court.custodian.agent.post(`/api/${path}`).send(body).expect(status);
  if (status === 200) return 'OK';
  const { code, problems } = refusedBodyOf(answer);
  return code === 'LINES_REFUSED' ? (problems[0]?.code ?? code) : code;
}
const box = (id: string, path: string, body: object, status = 200) =>
  send(`containers/${id}/${path}`, body, status);

async function make(
  name: string,
  count = 1,
  kind: 'box' | 'bag' = 'box',
): Promise<{ id: string; code: string }[]> {
  const body = { kind, name, count, placeId: court.shelves[0] };
  const answer = await court.custodian.agent.post('/api/containers').send(body).expect(200);
  return bodyOf(createContainersEndpoint, answer).containers;
}

async function read(id: string, as: TestPerson = court.custodian) {
  return bodyOf(readContainerEndpoint, await as.agent.get(`/api/containers/${id}`).expect(200));
}

/** One thing of another case, whose judge this is. */
async function receiveForJudge(judge: TestPerson, name: string): Promise<string> {
  const { agent } = court.custodian;
  const made = await agent
    .post('/api/cases')
    .send({
      ...{ number: '（2026）内08刑初47号', cause: '诈骗', handlerId: judge.id },
      ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
    })
    .expect(200);
  const { id: caseId } = bodyOf(createCaseEndpoint, made);
  const [listed] = await court.preregister([listLine({ name })], caseId);
  const itemId = listed?.id ?? '';
  const delivery = { deliverer: '李检', delivererUnit: '临河区检察院', itemIds: [itemId] };
  const opened = await agent
    .post(`/api/cases/${caseId}/intakes`)
    .send({ ...delivery, secondPerson: court.secondPerson() })
    .expect(200);
  const { id: intakeId } = bodyOf(openIntakeEndpoint, opened);
  await court.photograph(itemId);
  const count = { outcome: 'matches', quantity: '1', placeId: court.shelves[0] };
  await court.count(intakeId, [{ itemId, count }]);
  await court.complete(intakeId);
  return itemId;
}

async function expectWhole(): Promise<void> {
  expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
}

describe('a box', () => {
  it('keeps a record that does not name what is secret', async () => {
    const [{ id } = { id: '' }] = await make('密件箱');
    const [secret = ''] = await court.receive([listLine({ name: '加密硬盘乙', keeping: ['secret'] })]);
    await box(id, 'put-in', { itemIds: [secret] });
    await box(id, 'seal', { sealNumber: 'MJ-1', secondPerson: court.secondPerson() });
    expect(await read(id)).toMatchObject({ isNameHidden: true, name: (await read(id)).code });
    expect(JSON.stringify(await read(id))).not.toContain('加密硬盘乙');
  });

  it('names to the judge of one case the things of that case alone; of others they see that there are some', async () => {
    const judge = await buildPerson(app, { court: court.court, role: 'case_handler', name: '承办人辛' });
    const [{ id, code } = { id: '', code: '' }] = await make('混装箱');
    const theirs = await court.receive([listLine({ name: '账册甲' }), listLine({ name: '印章甲' })]);
    const own = await receiveForJudge(judge, '存折乙');
    await box(id, 'put-in', { itemIds: [...theirs, own] });
    await box(id, 'take-out', { itemIds: [theirs[0]] });
    await box(id, 'seal', { sealNumber: 'HZ-1', secondPerson: court.secondPerson() });
    const eventsOf = async (as: TestPerson) =>
      (await read(id, as)).events.map(({ kind, itemNames, hiddenItemCount }) => [
        kind,
        itemNames,
        hiddenItemCount,
      ]);
    expect(await eventsOf(judge)).toEqual([
      ['sealed', [], 0],
      ['taken_out', [], 1],
      ['put_in', ['存折乙'], 2],
      ['created', [], 0],
    ]);
    expect((await eventsOf(court.handler)).slice(1, 3)).toEqual([
      ['taken_out', ['账册甲'], 0],
      ['put_in', ['账册甲', '印章甲'], 1],
    ]);
    expect((await eventsOf(court.custodian))[2]).toEqual(['put_in', ['账册甲', '印章甲', '存折乙'], 0]);
    const seen = await read(id, judge);
    expect([seen.items.map(({ name }) => name), seen.hiddenItemCount, seen.unsealing?.itemIds]).toEqual([
      ['存折乙'],
      1,
      [],
    ]);
    expect([seen.name, seen.isNameHidden, seen.events.map(({ text }) => text)]).toEqual([
      ...[code, true],
      ['HZ-1', null, null, null],
    ]);
    expect(await read(id, court.custodian)).toMatchObject({ name: '混装箱', isNameHidden: false });
    const pages = [`containers/${id}`, `scan?text=${code}`, `seized-items/${own}`, 'containers?q=混装箱'];
    for (const page of pages) {
      const { text } = await judge.agent.get(encodeURI(`/api/${page}`)).expect(200);
      expect(text.match(/.{60}(账册甲|印章甲|刑初12号|混装箱).{20}/u)?.[0] ?? null).toBeNull();
    }
  });

  it('takes items in, is sealed, and lets nothing out until it is opened', async () => {
    const [{ id, code } = { id: '', code: '' }] = await make('3号物证箱');
    expect(code).toMatch(/^B/);
    const items = await court.receive([listLine({ name: '手机' }), listLine({ name: '硬盘' })]);
    expect(await box(id, 'seal', { sealNumber: 'BX-1', secondPerson: court.secondPerson() }, 409)).toBe(
      'CONTAINER_EMPTY',
    );
    await box(id, 'put-in', { itemIds: items });
    expect(await read(id)).toMatchObject({ itemCount: 2, items: [{ name: '手机' }, { name: '硬盘' }] });
    expect(await court.read(items[0] ?? '')).toMatchObject({ container: { id, name: '3号物证箱', code } });
    await box(id, 'seal', { sealNumber: 'BX-1', secondPerson: court.secondPerson() });
    expect(await box(id, 'take-out', { itemIds: items }, 409)).toBe('CONTAINER_SHUT');
    const relocate = { itemIds: [items[0]], placeId: court.shelves[1] };
    expect(await send('seized-items/relocate', relocate, 409)).toBe('CONTAINER_SEALED');
    await box(id, 'move', { how: 'relocate', placeId: court.shelves[1] });
    for (const itemId of items) {
      const item = await court.read(itemId);
      expect(item).toMatchObject({ container: { id }, life: { length: 5 } });
      expect(item.place?.name).toMatch(/2架$/);
      expect(item.life.at(-1)).toMatchObject({ kind: 'relocate' });
    }
    const scan = await court.custodian.agent.get(`/api/scan?text=${code}`).expect(200);
    expect(bodyOf(resolveScan, scan)).toMatchObject({
      ...{ outcome: 'thing', kind: 'B', title: '3号物证箱', status: { id: 'sealed' } },
      actions: expect.arrayContaining([expect.objectContaining({ key: 'unseal' })]) as unknown,
    });
    const open = { reason: '开庭', secondPerson: court.secondPerson() };
    expect(await box(id, 'unseal', open, 409)).toBe('UNSEALING_NOT_APPROVED');
    await approveUnsealing(app, court, items);
    await box(id, 'unseal', open);
    await send('seized-items/relocate', { itemIds: [items[0]], placeId: court.shelves[0] });
    expect(await court.read(items[0] ?? '')).toMatchObject({ container: null });
    expect((await read(id)).events.map(({ kind }) => kind)).toEqual([
      'unsealed',
      'moved',
      'sealed',
      'put_in',
      'created',
    ]);
    await expectWhole();
  });

  it('is opened on an approval of all that lies under its seal, whatever it waits for', async () => {
    const [outer] = await make('大物证箱');
    const [inner] = await make('小封存袋', 1, 'bag');
    const [outerId, innerId] = [outer?.id ?? '', inner?.id ?? ''];
    const items = await court.receive([listLine({ name: '手表' }), listLine({ name: '耳环' })]);
    await box(outerId, 'put-in', { itemIds: [items[0]] });
    await box(innerId, 'put-in', { itemIds: [items[1]] });
    await box(innerId, 'nest', { parentId: outerId });
    await box(outerId, 'seal', { sealNumber: 'BX-7', secondPerson: court.secondPerson() });
    const incident = { itemIds: [items[1]], kind: 'damaged', description: '袋角破损' };
    await send('seized-items/report-incident', incident);
    expect((await court.read(items[1] ?? '')).state).toBe('under_investigation');
    const { unsealing } = await read(outerId);
    expect(unsealing).toMatchObject({ isApprovalNeeded: true, approvalNumber: null });
    expect(unsealing?.itemIds).toHaveLength(2);
    const number = await approveUnsealing(app, court, unsealing?.itemIds ?? []);
    expect((await read(outerId)).unsealing).toMatchObject({ approvalNumber: number });
    const waiting = bodyOf(
      listGrantedRequestsEndpoint,
      await court.custodian.agent.get('/api/item-requests/granted').expect(200),
    );
    expect(waiting.items.find((one) => one.number === number)?.box).toMatchObject({ id: outerId });
    await box(outerId, 'unseal', { reason: '核对', secondPerson: court.secondPerson() });
    expect(await read(outerId)).toMatchObject({ sealNumber: null, unsealing: null });
    await expectWhole();
  });

  it('situation 57: a nested box is moved as one, and whatever leaves is taken out of its box', async () => {
    const [outer] = await make('周转箱');
    const [inner] = await make('封存袋', 1, 'bag');
    const [outerId, innerId] = [outer?.id ?? '', inner?.id ?? ''];
    const items = await court.receive([listLine({ name: '项链' }), listLine({ name: '戒指' })]);
    await box(innerId, 'put-in', { itemIds: items });
    await box(innerId, 'nest', { parentId: outerId });
    expect(await box(outerId, 'nest', { parentId: innerId }, 409)).toBe('CONTAINER_IN_ITSELF');
    expect(await box(innerId, 'move', { how: 'carry_out' }, 409)).toBe('CONTAINER_IN_ANOTHER');
    await box(outerId, 'move', { how: 'carry_out' });
    expect(await court.read(items[0] ?? '')).toMatchObject({
      ...{ place: null, holder: { name: court.custodian.name }, container: { id: innerId } },
    });
    expect(await box(outerId, 'put-in', { itemIds: items }, 409)).toBe('CONTAINER_CARRIED');
    await box(outerId, 'move', { how: 'carry_in', placeId: court.shelves[1] });
    expect(await read(innerId)).toMatchObject({ parent: { id: outerId }, itemCount: 2, boxCount: 0 });
    expect(await read(outerId)).toMatchObject({ boxes: [{ id: innerId }] });
    await send('seized-items/carry-out', { itemIds: [items[1]] });
    expect(await court.read(items[1] ?? '')).toMatchObject({ container: null });
    expect(await read(innerId)).toMatchObject({ itemCount: 1 });
    await send('seized-items/carry-in', { itemIds: [items[1]], placeId: court.shelves[0] });
    await box(innerId, 'take-out', { itemIds: [items[0]] });
    expect(await box(outerId, 'close', { reason: '破损' }, 409)).toBe('CONTAINER_NOT_EMPTY');
    await box(innerId, 'nest', { parentId: null });
    await box(outerId, 'close', { reason: '破损' });
    expect(await box(outerId, 'put-in', { itemIds: items }, 409)).toBe('CONTAINER_CLOSED');
    await expectWhole();
  });

  it('is filled and moved by those in its room only, and from its room only', async () => {
    const [{ id } = { id: '' }] = await make('门口箱');
    const [item = ''] = await court.receive([listLine()]);
    const other = await court.addRoom('二号库房');
    await court.appoint(other, court.custodian);
    const shelf = await court.addPlace('1架', 'rack', other);
    expect(await box(id, 'move', { how: 'relocate', placeId: shelf }, 409)).toBe('OTHER_ROOM');
    app.clock.advanceMs(60_000);
    await court.custodian.agent.post(`/api/rooms/${court.room}/leave`).send({ visitIds: visits }).expect(200);
    app.clock.advanceMs(60_000);
    expect(await box(id, 'put-in', { itemIds: [item] }, 409)).toBe('MOVEMENT_OUTSIDE_VISIT');
    expect(await box(id, 'move', { how: 'carry_out' }, 409)).toBe('MOVEMENT_OUTSIDE_VISIT');
    await court.enter(court.room, [court.custodian, court.reviewer]);
    await box(id, 'put-in', { itemIds: [item] });
  });
});

describe('a lot', () => {
  const BOTTLES = {
    ...{ name: '散装白酒', category: 'tobacco_and_liquor', unit: '瓶', quantity: '240' },
    facts: { ...GOODS_FACTS, specification: '500 毫升' },
  };

  it('situation 56: identical goods lie in counted boxes, and some may stand for all while every seal is intact', async () => {
    const [id = ''] = await court.receive([listLine(BOTTLES)]);
    const full = (from: number, count: number, sealed = true) =>
      Array.from({ length: count }, (_, index) => ({
        quantity: '12',
        sealNumber: sealed ? `LOT-${from + index}` : null,
      }));
    const pack = (boxes: object[], status = 200) =>
      send(`seized-items/${id}/lot-boxes`, { boxes, secondPerson: court.secondPerson() }, status);
    expect(await pack(full(0, 21), 409)).toBe('LOT_EXCEEDED');
    await pack(full(0, 10));
    const draw = (seed: string) => court.custodian.agent.get(`/api/seized-items/${id}/lot-draw?seed=${seed}`);
    expect(refusedBodyOf(await draw('7').expect(409)).code).toBe('LOT_NOT_PACKED');
    const answer = await court.custodian.agent
      .post(`/api/seized-items/${id}/lot-boxes`)
      .send({ boxes: full(10, 10, false), secondPerson: court.secondPerson() })
      .expect(200);
    const open = bodyOf(packLotEndpoint, answer).containers;
    expect(refusedBodyOf(await draw('7').expect(409)).code).toBe('LOT_SEAL_BROKEN');
    for (const [index, one] of open.entries())
      await box(one.id, 'seal', { sealNumber: `LOT-B${index}`, secondPerson: court.secondPerson() });
    const stranger = await buildPerson(app, { court: court.court, role: 'case_handler' });
    const [first] = open;
    expect(await read(first?.id ?? '', stranger)).toMatchObject({ lot: null, isForeignLot: true });
    expect(await read(first?.id ?? '')).toMatchObject({ lot: { itemId: id }, isForeignLot: false });
    const scanned = await stranger.agent.get(`/api/scan?text=${first?.code ?? ''}`).expect(200);
    expect(scanned.body).toMatchObject({ subtitle: { zh: '箱 · 其他案件的大宗货物' } });
    const { drawn, boxCount } = bodyOf(drawLotEndpoint, await draw('7').expect(200));
    expect([boxCount, drawn.length]).toEqual([20, 5]);
    expect(bodyOf(drawLotEndpoint, await draw('7').expect(200)).drawn).toEqual(drawn);
    expect(bodyOf(drawLotEndpoint, await draw('8').expect(200)).drawn).not.toEqual(drawn);
    const right = drawn.map(({ containerId }) => ({ containerId, counted: '12', isSealIntact: true }));
    const check = (lines: object[], status = 200) =>
      send(`seized-items/${id}/lot-checks`, { seed: '7', lines, secondPerson: court.secondPerson() }, status);
    expect(await check(right.slice(1), 409)).toBe('LOT_DRAW_DIFFERS');
    await check(right);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', onHand: '240' });
    await check(right.map((one, index) => (index === 0 ? { ...one, counted: '11' } : one)));
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation', onHand: '240' });
  });

  it('draws the same boxes for everybody, at least five and a tenth', () => {
    const boxes = Array.from({ length: 200 }, (_, index) => ({
      ...{ containerId: String(index), quantity: '1', isSealed: true },
      code: `B150800${String(index).padStart(7, '0')}00`,
    }));
    const edition = samplingOn('2026-01-01');
    expect(decideSampling(boxes, '200', edition)).toEqual({ allowed: true, count: 20 });
    expect(decideSampling(boxes.slice(0, 3), '3', edition)).toEqual({ allowed: true, count: 3 });
    expect(decideSampling([], '0', edition)).toMatchObject({ reason: 'LOT_NOT_PACKED' });
    const drawn = new Set(drawBoxes(boxes, 20, 'a').map(({ containerId }) => containerId));
    expect(drawn.size).toBe(20);
    const halves = [...drawn].filter((each) => Number(each) < 100).length;
    expect(halves).toBeGreaterThan(3);
    expect(halves).toBeLessThan(17);
  });
});
