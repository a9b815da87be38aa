/** Items with an outside keeper, on their way to the second instance, and used up in a test, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import { requestEndReversalEndpoint } from '../../src/modules/dispositions/reversals.contract.ts';
import { moveToKeeperEndpoint } from '../../src/modules/seized-items/releases/release-steps.contract.ts';
import { listReleasesEndpoint } from '../../src/modules/seized-items/releases/releases.contract.ts';
import { requestTransferUpEndpoint } from '../../src/modules/seized-items/releases/requests.contract.ts';
import { grantsOfRoles } from '../../src/modules/accounts/permissions.ts';
import { occasionOf } from '../../src/modules/seized-items/occasion.ts';
import { recordTransitions } from '../../src/modules/seized-items/record-transitions.ts';
import { requestForItems } from '../../src/modules/seized-items/request-for-items.ts';
import { takeApproval } from '../../src/modules/seized-items/take-approval.ts';
import { runCommand, type CommandContext } from '../../src/platform/run-command.ts';
import type { TestPerson } from '../support/people.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { buildReleaseCourt, DAY_MS, reasonOf, TAKER, type ReleaseCourt } from '../support/release-court.ts';
import { parkCar } from '../support/seized-car.ts';
import { listLine, SIGNATURE } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
});
afterAll(async () => {
  expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  await app.close();
});

async function wait(ms: number): Promise<void> {
  app.clock.advanceMs(ms);
  const now = app.clock.now();
  const until = new Date(now.getTime() + DAY_MS);
  await app.database.ownerPool.query('update sessions set last_seen_at = $1, expires_at = $2', [now, until]);
}

async function openRules(itemId: string): Promise<string[]> {
  const answer = await court.handler.agent.get(`/api/deadlines?caseId=${court.caseId}&limit=200`).expect(200);
  return bodyOf(listDeadlinesEndpoint, answer)
    .items.filter(({ subjectId, settledAt }) => subjectId === itemId && settledAt === null)
    .map(({ rule }) => rule.id);
}

async function decideUp(requestId: string): Promise<void> {
  await court.decide(requestId);
  await court.decide(requestId, court.vicePresident);
}

/** From the request to the keeper's hands. */
async function toKeeper(itemId: string, odometer: string | null = null): Promise<string> {
  const asked = (await court.ask('outside-keeping', {
    ...{
      items: [{ itemId }],
      reason: '本院无保管条件',
      receiver: '城郊牧场',
      contractNumber: '委保〔2026〕3号',
    },
    ...{ contractEndsOn: '2027-11-23', feeFen: 3000, feePeriod: 'day' },
  })) as { id: string };
  await decideUp(asked.id);
  const answer = await court.custodian.agent
    .post(`/api/item-requests/${asked.id}/to-keeper`)
    .send({
      lines: [{ itemId, condition: '完好', odometer }],
      ...{ keeperPerson: '牧场主老赵', keeperSignature: SIGNATURE, secondPerson: court.secondPerson() },
    })
    .expect(200);
  return bodyOf(moveToKeeperEndpoint, answer).id;
}

describe('with an outside keeper', () => {
  it('comes into the room when it was with the keeper since its receipt, as it was then, before two', async () => {
    const kept = () => ({ outcome: 'kept_elsewhere', placeId: null, keeper: '临河区停车场' });
    const [id = '', released = ''] = await court.receive(
      [listLine({ name: '电缆盘' }), listLine({ name: '配电箱' })],
      (index) => (index === 0 ? kept() : {}),
    );
    await toKeeper(released);
    const bring = async (body: object, status = 200, by: TestPerson = court.custodian) =>
      by.agent
        .post('/api/seized-items/from-keeper')
        .send({
          ...{ itemId: id, placeId: court.shelves[0], condition: '完好', keeperPerson: '看场人老李' },
          ...{ keeperSignature: SIGNATURE, secondPerson: court.secondPerson(), ...body },
        })
        .expect(status);
    expect((await court.read(id)).availableActions.map(({ key }) => key)).toContain('from_keeper');
    expect((await court.read(released)).availableActions.map(({ key }) => key)).not.toContain('from_keeper');
    expect(codeOf(await bring({ itemId: released }, 409))).toBe('KEPT_BY_RELEASE');
    expect(codeOf(await bring({ sealNumber: 'F-9' }, 409))).toBe('SEAL_NOT_AS_BEFORE');
    expect(codeOf(await bring({}, 403, court.handler))).toBe('PERMISSION_DENIED');
    expect(await court.read(id)).toMatchObject({ state: 'kept_elsewhere', keeper: '临河区停车场' });
    expect(codeOf(await bring({}, 409))).toBe('PHOTOS_MISSING');
    await wait(60_000);
    await court.photograph(id);
    await bring({});
    const item = await court.read(id);
    expect(item).toMatchObject({ state: 'in_store', keeper: null, holder: null });
    expect(item.life.at(-1)).toMatchObject({ kind: 'from_keeper', counterparty: '看场人老李' });
    expect(codeOf(await bring({}, 409))).toBe('ITEM_STATE_WRONG');
  });

  it('situation 65: contract, fee and inspections stand on the release, and the next inspection is due', async () => {
    const [id = ''] = await court.receive([listLine({ name: '大型机床' })]);
    const releaseId = await toKeeper(id);
    expect(await court.read(id)).toMatchObject({ state: 'kept_elsewhere', keeper: '城郊牧场', place: null });
    expect(await openRules(id)).toEqual(['D24']);
    await wait(DAY_MS * 31);
    const overdue = await court.custodian.agent.get('/api/releases?view=overdue').expect(200);
    expect(bodyOf(listReleasesEndpoint, overdue).items.map((release) => release.id)).toContain(releaseId);
    await court.photograph(id);
    await court.step(releaseId, 'inspections', {
      lines: [{ itemId: id, isInOrder: true, condition: '遮盖完好', feeFen: 93_000 }],
      secondPerson: court.secondPerson(),
    });
    expect(await court.readRelease(releaseId)).toMatchObject({
      ...{ contractNumber: '委保〔2026〕3号', feeFen: 3000, feePeriod: 'day', isOverdue: false },
      inspections: [{ isInOrder: true, feeFen: 93_000, secondPersonName: '保管员乙' }],
    });
    expect(await openRules(id)).toEqual(['D24']);
    const lines = [court.back(id)];
    const back = { lines, returnerName: '牧场主老赵', returnerSignature: SIGNATURE };
    expect(reasonOf(await court.step(releaseId, 'from-keeper', back, 409))).toBe('SECOND_PERSON_MISSING');
    await court.step(releaseId, 'from-keeper', { ...back, secondPerson: court.secondPerson() });
    expect(await court.read(id)).toMatchObject({ state: 'in_store', keeper: null });
    expect(await openRules(id)).toEqual([]);
  });

  it('situation 19: animals are fed by a keeper under a contract, seen by two, and what was paid is kept', async () => {
    const [sheep = ''] = await court.receive([
      listLine({
        name: '绵羊',
        category: 'live_animals',
        unit: '只',
        quantity: '12',
        keeping: ['feeding'],
      }),
    ]);
    const releaseId = await toKeeper(sheep);
    await wait(DAY_MS);
    await court.photograph(sheep);
    await court.step(releaseId, 'inspections', {
      lines: [{ itemId: sheep, isInOrder: true, condition: '12 只，健康', feeFen: 36_000, note: '兽医检疫' }],
      secondPerson: court.secondPerson(),
    });
    const { inspections } = await court.readRelease(releaseId, court.handler);
    expect(inspections).toMatchObject([{ name: '绵羊', note: '兽医检疫', feeFen: 36_000 }]);
  });

  it('situation 21: a car is not driven: an inspection reads it, and what moved is an incident of the same step', async () => {
    const car = await parkCar(court, '52300');
    const releaseId = await toKeeper(car, '52300');
    expect((await court.readRelease(releaseId)).lines).toMatchObject([
      { odometerOut: '52300', isVehicle: true },
    ]);
    await wait(DAY_MS);
    await court.photograph(car, 4);
    expect((await court.read(car)).careActions).not.toContain('read_odometer');
    const alone = await court.custodian.agent
      .post(`/api/seized-items/${car}/odometer`)
      .send({ odometer: '52688', incident: '擅自使用' })
      .expect(409);
    expect(reasonOf(alone.body)).toBe('ODOMETER_AT_INSPECTION');
    const seen = (odometer: string | null, more: object = {}) => ({
      lines: [{ itemId: car, isInOrder: true, condition: '外观完好', odometer, ...more }],
    });
    const inspect = (body: object, status?: number) => court.step(releaseId, 'inspections', body, status);
    expect(reasonOf(await inspect(seen(null), 409))).toBe('ODOMETER_MISSING');
    expect(reasonOf(await inspect(seen('很多', { incident: '司机称绕行' }), 409))).toBe('ODOMETER_NONSENSE');
    await inspect(seen('52300'));
    app.clock.advanceMs(60_000);
    const refused = refusedBodyOf({ body: await inspect(seen('52688'), 409) });
    expect(refused.problems).toMatchObject([
      {
        path: 'body.lines.0.odometer',
        code: 'ODOMETER_WENT_UP',
        zh: expect.stringContaining('多出 388 公里') as unknown,
      },
    ]);
    expect((await court.read(car)).state).toBe('kept_elsewhere');
    await inspect(seen('52688', { incident: '保管单位擅自使用' }));
    expect((await court.readRelease(releaseId)).inspections).toMatchObject([
      { isInOrder: false, odometer: '52688', note: '保管单位擅自使用' },
      { isInOrder: true, odometer: '52300' },
    ]);
    expect(await court.read(car)).toMatchObject({
      ...{ state: 'under_investigation', keeper: '城郊牧场' },
      odometers: [
        { km: '52688', occasion: 'incident', differenceKm: '388' },
        { occasion: 'inspection' },
        {},
        {},
      ],
    });
  });

  it('once the incident is closed the car is read against what it said then, and comes back with the finding', async () => {
    const car = await parkCar(court, '52300');
    const releaseId = await toKeeper(car, '52300');
    await wait(DAY_MS);
    await court.photograph(car, 4);
    const seen = { itemId: car, isInOrder: true, condition: '完好', odometer: '52310' };
    await court.step(releaseId, 'inspections', { lines: [{ ...seen, incident: '场内挪车' }] });
    await court.head.agent
      .post('/api/seized-items/close-incident')
      .send({ itemIds: [car], conclusion: '场内挪位，已责令改正' })
      .expect(200);
    await court.step(releaseId, 'inspections', { lines: [seen] });
    expect(await court.read(car)).toMatchObject({
      ...{
        state: 'kept_elsewhere',
        odometers: [{ km: '52310', occasion: 'inspection', differenceKm: '0' }, {}, {}, {}],
      },
    });
    const back = {
      returnerName: '牧场主老赵',
      returnerSignature: SIGNATURE,
      secondPerson: court.secondPerson(),
    };
    const silent = { ...back, lines: [court.back(car, { odometer: '52310' })] };
    const refused = refusedBodyOf({ body: await court.step(releaseId, 'from-keeper', silent, 409) });
    expect(refused.problems[0]?.zh).toContain('里程表不符：出库时 52300，归还时 52310');
    const lines = [court.back(car, { odometer: '52310', explanation: '场内挪位，已责令改正' })];
    await court.step(releaseId, 'from-keeper', { ...back, lines });
    expect(await court.read(car)).toMatchObject({ state: 'in_store' });
  });
});

describe('to the second instance', () => {
  async function dispatch(itemId: string, more: object = {}): Promise<string> {
    const asked = bodyOf(requestTransferUpEndpoint, {
      body: await court.ask('transfers-up', {
        ...{ items: [{ itemId }], reason: '被告人上诉', receiver: '内蒙古自治区高级人民法院' },
        appealNumber: '（2026）内刑终103号',
      }),
    });
    await decideUp(asked.id);
    const releaseId = await court.prepare(asked.id, [itemId]);
    expect((await court.readRelease(releaseId)).availableActions).toEqual(['dispatch', 'cancel']);
    await court.step(releaseId, 'dispatch', {
      ...TAKER,
      ...{ listNumber: '移送〔2026〕9号', lines: [{ itemId, condition: '完好' }] },
      ...{ secondPerson: court.secondPerson(), ...more },
    });
    return releaseId;
  }

  it('goes by a list with two people, is acknowledged, and comes back compared', async () => {
    const [id = ''] = await court.receive([listLine()], () => ({ sealNumber: 'T-1' }));
    const releaseId = await dispatch(id);
    expect(await court.read(id)).toMatchObject({
      state: 'in_transit',
      holder: { name: '内蒙古自治区高级人民法院' },
    });
    expect(await openRules(id)).toEqual(['D27']);
    const receipt = {
      receiptNumber: '回执7号',
      receiptOn: '2026-01-01',
      receiptBy: '二审书记员',
      isFinal: false,
    };
    expect(reasonOf(await court.step(releaseId, 'receipt', receipt, 409))).toBe('RECEIPT_BEFORE_DISPATCH');
    const today = app.clock.now().toISOString().slice(0, 10);
    await court.step(releaseId, 'receipt', { ...receipt, receiptOn: today });
    expect(await openRules(id)).toEqual([]);
    expect(await court.readRelease(releaseId)).toMatchObject({
      ...{ state: 'in_transit', receiptNumber: '回执7号', availableActions: ['take_back'] },
    });
    const lines = [court.back(id, { seal: 'T-1' })];
    const back = { lines, returnerName: '高院法警', returnerSignature: SIGNATURE };
    await court.step(releaseId, 'take-back', { ...back, secondPerson: court.secondPerson() });
    expect(await court.read(id)).toMatchObject({ state: 'in_store', sealNumber: 'T-1' });
  });

  it('or is handed over for good, only after the receipt', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const releaseId = await dispatch(id);
    const today = app.clock.now().toISOString().slice(0, 10);
    const receipt = { receiptNumber: '回执8号', receiptOn: today, receiptBy: '二审书记员', isFinal: true };
    await court.step(releaseId, 'receipt', receipt);
    expect(await court.read(id)).toMatchObject({ state: 'handed_over', onHand: '0' });
    expect(await court.readRelease(releaseId)).toMatchObject({ state: 'closed' });
  });

  it('situation 51: without a receipt after ten days it is overdue, loud, and reported as an incident', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const releaseId = await dispatch(id);
    await wait(DAY_MS * 11);
    const overdue = await court.custodian.agent.get('/api/releases?view=overdue').expect(200);
    expect(bodyOf(listReleasesEndpoint, overdue).items.map((release) => release.id)).toContain(releaseId);
    const report = { itemIds: [id], kind: 'missing', description: '移送二审十日无回执' };
    await court.handler.agent.post('/api/seized-items/report-incident').send(report).expect(200);
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation', onHand: '1' });
    expect(await court.readRelease(releaseId)).toMatchObject({
      lines: [{ itemState: 'under_investigation' }],
    });
    const { id: requestId } = await act(court.equipment, (command) =>
      requestForItems(command, { kind: 'loss', items: [{ itemId: id }], reason: '寄递遗失，责任待追' }),
    );
    await court.decide(requestId, court.vicePresident);
    await expect(conclude(requestId, id)).rejects.toMatchObject({ code: 'APPROVAL_NOT_GRANTED' });
    await court.decide(requestId, court.president);
    await conclude(requestId, id);
    expect(await court.read(id)).toMatchObject({ state: 'lost', onHand: '0' });
    expect((await court.readRelease(releaseId)).availableActions).toContain('settle_ended');
    await court.step(releaseId, 'settle-ended', {});
    expect(await court.readRelease(releaseId)).toMatchObject({
      ...{ state: 'closed', lines: [{ state: 'ended', note: '已灭失' }] },
    });
  });

  function act<T>(person: TestPerson, work: (command: CommandContext) => Promise<T>): Promise<T> {
    const { roles, departmentId } = person;
    const actor = {
      ...{ personId: person.id, personName: person.name, departmentId, departmentName: null, roles },
      ...{ via: 'session' as const, courtId: court.court.id, readableCourtIds: [court.court.id] },
      grants: grantsOfRoles(roles.map((role) => ({ role, departmentId }))),
    };
    const call = { name: 'concludeInTest', input: null };
    return runCommand(app.dependencies, actor, { requestId: 'test', address: null }, call, work);
  }

  /** The head of a department carries out what vice president and president approved. */
  function conclude(requestId: string, itemId: string): Promise<unknown> {
    return act(court.head, async (command) => {
      const asked = { requestId, kind: 'loss' as const, items: [{ itemId }], secondPerson: null };
      const taken = await takeApproval(command, asked);
      const approval = taken.approvals.get(itemId) ?? null;
      return recordTransitions(command, {
        occasion: occasionOf(command, {}),
        lines: [{ itemId, transition: 'confirm_loss', evidence: ['conclusion'], approval }],
      });
    });
  }

  it('situation 68: by courier with the number of the parcel, the taker proved by a document that is kept masked', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const parcel = { carrier: '中国邮政机要', trackingNumber: 'JY1503770015' };
    const releaseId = await dispatch(id, { ...parcel, takerName: '机要员', takerUnit: '邮政机要局' });
    expect(await court.readRelease(releaseId)).toMatchObject({
      ...parcel,
      takerDocument: '15************1234',
    });
  });
});

describe('used up in a test', () => {
  async function examine(quantity: string): Promise<{ id: string; releaseId: string }> {
    const [id = ''] = await court.receive([listLine({ name: '白色粉末', unit: '克', quantity })], () => ({
      sealNumber: `X-${quantity}`,
    }));
    const requestId = await court.askLoan([id], { purpose: 'test', receiver: '司法鉴定中心' });
    await court.decide(requestId);
    const releaseId = await court.prepare(requestId, [id]);
    await court.handOut(releaseId, [id]);
    return { id, releaseId };
  }
  const opinion = { opinionNumber: '理化鉴〔2026〕5号' };

  it('part of it, confirmed by the judge; the rest comes back with the seal of the institute', async () => {
    const { id, releaseId } = await examine('10');
    const body = { itemId: id, quantity: '2.5', ...opinion };
    const asked = (secondPerson: object, status: number) =>
      court.step(releaseId, 'consume', { ...body, secondPerson }, status);
    expect(reasonOf(await asked(court.secondPerson(), 409))).toBe('CONSUMPTION_NEEDS_JUDGE');
    await asked(court.secondPerson(court.handler), 200);
    expect(await court.read(id)).toMatchObject({ state: 'on_loan', onHand: '7.5' });
    const opened = court.back(id, { quantity: '7.5', seal: 'X-NEW', sealReason: '鉴定取样启封' });
    const whole = refusedBodyOf({
      body: await court.giveBack(releaseId, [{ ...opened, quantity: '10' }], 409),
    });
    expect(whole.problems[0]?.zh).toContain('应还 7.5 克，实还 10 克');
    await court.giveBack(releaseId, [opened]);
    const item = await court.read(id);
    expect(item).toMatchObject({ state: 'in_store', onHand: '7.5', sealNumber: 'X-NEW' });
    expect(item.seals).toMatchObject([{ number: 'X-NEW' }, { number: 'X-10', openReason: '鉴定取样启封' }]);
  });

  it('situation 02: all of it ends the item and its loan', async () => {
    const { id, releaseId } = await examine('1');
    const body = { itemId: id, quantity: '1', ...opinion, secondPerson: court.secondPerson(court.handler) };
    await court.step(releaseId, 'consume', body);
    expect(await court.read(id)).toMatchObject({ state: 'consumed', onHand: '0' });
    expect(await court.readRelease(releaseId)).toMatchObject({
      state: 'closed',
      lines: [{ state: 'consumed' }],
    });
    expect(await openRules(id)).toEqual([]);
  });

  it('by mistake: it is back in the store by an entry of its own on approval, and waits for a place', async () => {
    const { id, releaseId } = await examine('3');
    const secondPerson = court.secondPerson(court.handler);
    await court.step(releaseId, 'consume', { itemId: id, quantity: '3', ...opinion, secondPerson });
    const why = { document: '鉴定机构更正函', reason: '检材没有用完' };
    const path = `/api/seized-items/${id}/reversal`;
    const asked = await court.handler.agent.post(`${path}-requests`).send(why).expect(200);
    const requestId = bodyOf(requestEndReversalEndpoint, asked).id;
    const body = { requestId, ...why, secondPerson: court.secondPerson() };
    await court.head.agent.post(path).send(body).expect(409);
    await court.decide(requestId, court.vicePresident);
    await court.decide(requestId, court.president);
    await court.head.agent.post(path).send(body).expect(200);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', onHand: '3', place: null });
    expect((await court.read(id)).life.at(-1)).toMatchObject({ kind: 'reverse_end', quantity: '3' });
  });
});
