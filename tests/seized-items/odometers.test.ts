/** Situation 21: seized vehicles are not driven; what their odometers say is held against what they said before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decideOdometer,
  kilometresLeft,
  readOdometer,
} from '../../src/modules/seized-items/odometers/odometer.rules.ts';
import { compareReturn } from '../../src/modules/seized-items/releases/compare-return.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { openHandoverEndpoint } from '../../src/modules/rooms/handovers.contract.ts';
import { readOdometerEndpoint } from '../../src/modules/seized-items/odometers/odometer.contract.ts';
import { listGrantedRequestsEndpoint } from '../../src/modules/seized-items/releases/requests.contract.ts';
import { buildReleaseCourt, reasonOf, type ReleaseCourt } from '../support/release-court.ts';
import { TEST_PASSWORD } from '../support/people.ts';
import { listLine, PIN } from '../support/seized-court.ts';
import { parkCar } from '../support/seized-car.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
});
afterAll(() => app.close());

async function read(id: string, body: object, status = 200) {
  const answer = await court.custodian.agent
    .post(`/api/seized-items/${id}/odometer`)
    .send(body)
    .expect(status);
  return answer.body as unknown;
}

/** Lent with so many kilometres allowed, and ready to be handed out. */
async function prepared(id: string, allowedKm: number | null): Promise<string> {
  const requestId = await court.askLoan([id], { allowedKm });
  await court.decide(requestId);
  return court.prepare(requestId, [id]);
}
const leaving = (itemId: string, odometer?: string) => ({
  lines: [{ itemId, condition: '完好', ...(odometer === undefined ? {} : { odometer }) }],
});
/** Four photos of the moment, since the car left before. */
async function photographReturned(id: string): Promise<void> {
  app.clock.advanceMs(60_000);
  await court.photograph(id, 4);
}

describe('what a meter says', () => {
  it('is a number in any writing, or that it cannot be read', () => {
    expect(readOdometer(' 052,300 公里')).toEqual({ kind: 'km', km: '52300' });
    expect(readOdometer('86021.5km')).toEqual({ kind: 'km', km: '86021.5' });
    expect(readOdometer('读不出，电瓶没电')).toMatchObject({ kind: 'unreadable' });
    expect(readOdometer('五万多')).toEqual({ kind: 'nonsense' });
    expect(readOdometer(null)).toEqual({ kind: 'missing' });
  });

  it('may rise by what was allowed and never fall', () => {
    const verdict = (text: string, allowedKm = '0') => decideOdometer({ before: '52300', text, allowedKm });
    expect(verdict('52300')).toMatchObject({ allowed: true, difference: '0' });
    expect(verdict('52301')).toMatchObject({ allowed: false, reason: 'ODOMETER_WENT_UP', difference: '1' });
    expect(verdict('52340', '40')).toMatchObject({ allowed: true, difference: '40' });
    expect(verdict('52341', '40')).toMatchObject({ allowed: false, reason: 'ODOMETER_WENT_UP' });
    expect(verdict('52299', '40')).toMatchObject({ allowed: false, reason: 'ODOMETER_WENT_DOWN' });
    expect(verdict('读不出')).toMatchObject({ allowed: true, km: null, note: '读不出' });
    expect(decideOdometer({ before: null, text: '7', allowedKm: '0' })).toMatchObject({ allowed: true });
  });

  it('spends what was allowed for the way there and back', () => {
    const left = (outKm: string | null, last: string | null, allowedKm: string | null = '40') =>
      kilometresLeft({ outKm, last, allowedKm });
    expect(left('52300', '52300')).toBe('40');
    expect(left('52300', '52315.5')).toBe('24.5');
    expect(left('52300', '52400')).toBe('0');
    expect(left('52300', '52300', null)).toBe('0');
    expect(left('读不出', '52400')).toBe('40');
    expect(left(null, null)).toBe('40');
  });

  it('differs at a return beyond what was allowed, or when it can no longer be read', () => {
    const left = {
      ...{ kind: 'loan' as const, quantity: '1', unit: '辆', seal: null },
      ...{ odometer: '52300', allowedKm: '40' },
    };
    const back = {
      ...{ quantity: '1', seal: null, sealReason: null, isAsPictured: true, isConditionSame: true },
    };
    expect(compareReturn(left, { ...back, odometer: '52,338' })).toEqual([]);
    expect(compareReturn(left, { ...back, odometer: '52341' })[0]?.zh).toBe(
      '里程表不符：出库时 52300，归还时 52341，相差 41 公里，批准行驶 40 公里',
    );
    expect(compareReturn(left, { ...back, odometer: '读不出' })).toHaveLength(1);
    expect(compareReturn({ ...left, odometer: '读不出' }, { ...back, odometer: '1' })).toEqual([]);
  });
});

describe('situation 21: a seized car is not driven', () => {
  it('the mileage is taken at receipt and at every exit; what went up in store does not leave', async () => {
    const car = await parkCar(court, '52300');
    expect((await court.read(car)).odometers).toMatchObject([
      { km: '52300', occasion: 'receipt', differenceKm: null },
    ]);
    const releaseId = await prepared(car, null);
    const handOut = (odometer: string | undefined, status: number) =>
      court.handOut(releaseId, [car], leaving(car, odometer), status);
    expect(reasonOf(await handOut(undefined, 409))).toBe('ODOMETER_MISSING');
    expect(reasonOf(await handOut('很多', 409))).toBe('ODOMETER_NONSENSE');
    const refused = refusedBodyOf({ body: await handOut('52320', 409) });
    expect(refused.problems).toMatchObject([
      {
        path: 'body.lines.0.odometer',
        code: 'ODOMETER_WENT_UP',
        zh: expect.stringContaining('多出 20 公里') as unknown,
      },
    ]);
    await handOut('52300', 200);
    expect((await court.read(car)).odometers[0]).toMatchObject({ occasion: 'exit', differenceKm: '0' });
  });

  it('the approval says how far it may go; within that it comes in, and the difference is shown', async () => {
    const car = await parkCar(court, '1000');
    const releaseId = await prepared(car, 40);
    await court.handOut(releaseId, [car], leaving(car, '1000'));
    expect(await court.readRelease(releaseId)).toMatchObject({
      ...{ allowedKm: '40', lines: [{ odometerOut: '1000', odometerLast: '1000' }] },
    });
    await photographReturned(car);
    expect(reasonOf(await court.giveBack(releaseId, [court.back(car)], 409))).toBe('RETURN_DIFFERS');
    const far = [court.back(car, { odometer: '1041' })];
    expect(reasonOf(await court.giveBack(releaseId, far, 409))).toBe('RETURN_DIFFERS');
    await court.giveBack(releaseId, [court.back(car, { odometer: '1038' })]);
    expect((await court.read(car)).odometers[0]).toMatchObject({
      ...{ occasion: 'return', km: '1038', differenceKm: '38', allowedKm: '40' },
    });
  });

  it('without an allowance every kilometre is an incident, and its reading is kept', async () => {
    const car = await parkCar(court, '700');
    const releaseId = await prepared(car, null);
    await court.handOut(releaseId, [car], leaving(car, '700'));
    await photographReturned(car);
    const driven = court.back(car, { odometer: '712', incident: '法警称绕行加油' });
    await court.giveBack(releaseId, [driven]);
    expect(await court.read(car)).toMatchObject({
      ...{ state: 'under_investigation', odometers: [{ occasion: 'incident', differenceKm: '12' }, {}, {}] },
    });
  });

  it('a reading in store that moved is refused without an incident, and is the base of the next after it', async () => {
    const car = await parkCar(court, '300');
    expect(bodyOf(readOdometerEndpoint, { body: await read(car, { odometer: '300' }) }).isReported).toBe(
      false,
    );
    expect(reasonOf(await read(car, { odometer: '305' }, 409))).toBe('ODOMETER_WENT_UP');
    expect(reasonOf(await read(car, { odometer: '299' }, 409))).toBe('ODOMETER_WENT_DOWN');
    await read(car, { odometer: '305', incident: '清洗时挪车' });
    expect(await court.read(car)).toMatchObject({
      ...{ state: 'under_investigation', odometers: [{ km: '305', differenceKm: '5' }, {}, {}] },
    });
    await court.head.agent
      .post('/api/seized-items/close-incident')
      .send({ itemIds: [car], conclusion: '车场内挪位，已批评教育' })
      .expect(200);
    await read(car, { odometer: '305' });
    const [phone = ''] = await court.receive([listLine()]);
    expect(reasonOf(await read(phone, { odometer: '1' }, 409))).toBe('NOT_A_VEHICLE');
  });

  it('a refusal does not name a secret car', async () => {
    const car = await parkCar(court, '800', { name: '侦查车', keeping: ['secret'] });
    const moved = refusedBodyOf({ body: await read(car, { odometer: '805' }, 409) });
    expect(moved.problems[0]?.zh).toMatch(/^涉密物品：里程表上次/);
    expect(JSON.stringify(moved)).not.toContain('侦查车');
    const releaseId = await prepared(car, null);
    await court.handOut(releaseId, [car], leaving(car, '800'));
    const releases = await court.custodian.agent.get('/api/releases?view=out').expect(200);
    expect(releases.text + JSON.stringify(await court.readRelease(releaseId))).not.toContain('侦查车');
    await photographReturned(car);
    const returned = await court.giveBack(releaseId, [court.back(car, { odometer: '830' })], 409);
    expect(reasonOf(returned)).toBe('RETURN_DIFFERS');
    expect(JSON.stringify(returned)).not.toContain('侦查车');
  });

  it('a dead battery is said, and the last number stays the one that counts', async () => {
    const car = await parkCar(court, '9000');
    await read(car, { odometer: '读不出，没电' });
    expect((await court.read(car)).odometers[0]).toMatchObject({ km: null, note: '读不出，没电' });
    const requestId = await court.askLoan([car], { allowedKm: 5 });
    await court.decide(requestId);
    const granted = await court.custodian.agent.get('/api/item-requests/granted').expect(200);
    const request = bodyOf(listGrantedRequestsEndpoint, granted).items.find(({ id }) => id === requestId);
    expect(request?.items).toMatchObject([{ isVehicle: true, odometerLast: '9000' }]);
  });
});

describe('a room with a car is handed over', () => {
  beforeAll(async () => {
    await app.close();
    app = await createTestApp();
    court = await buildReleaseCourt(app);
  });

  it('when its odometer was read since the room was frozen, in the frozen room', async () => {
    const car = await parkCar(court, '4000');
    for (const { agent } of [court.custodian, court.vicePresident])
      await agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
    await court.enter(court.room, [court.equipment]);
    app.clock.advanceMs(60_000);
    const lead = court.equipment.agent;
    const opened = await lead
      .post(`/api/rooms/${court.room}/handovers`)
      .send({
        ...{ cause: 'transfer', document: '装备〔2026〕9号', incomingId: court.reviewer.id },
        ...{ supervisorId: court.vicePresident.id, leadId: court.equipment.id },
      })
      .expect(200);
    const { id } = bodyOf(openHandoverEndpoint, opened);
    const { code } = await court.read(car);
    await lead.post(`/api/handovers/${id}/check`).send({ text: code }).expect(200);
    await lead.post(`/api/handovers/${id}/finish-count`).send({}).expect(200);
    const sign = (role: string, status = 200, more: object = {}) =>
      lead
        .post(`/api/handovers/${id}/sign`)
        .send({ role, pin: PIN, ...more })
        .expect(status);
    await sign('outgoing');
    await sign('incoming', 200, { locks: '门锁、密码已更换' });
    expect(refusedBodyOf(await sign('supervisor', 409)).code).toBe('ODOMETER_NOT_READ');
    await read(car, { odometer: '4000' });
    await sign('supervisor');
  });
});
