/** What happens to items in store, through the public door: moves, seals, incidents, the page, the scan, the ledger. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  countItemMattersEndpoint,
  countItemsEndpoint,
  listItemsEndpoint,
} from '../../src/modules/seized-items/items.contract.ts';
import { readRoomMapEndpoint } from '../../src/modules/seized-items/room-map.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { resolveScan } from '../../src/modules/item-codes/scan.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { countWaits } from '../support/count-waits.ts';
import { getFile } from '../support/http-json.ts';
import { setDeadline } from '../../src/modules/deadlines/set-deadline.ts';
import { buildCourt, buildPerson, writeAsSystem, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { approveAsked, askUnsealing } from '../support/unsealing.ts';

let app: TestApp;
let court: SeizedCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await goInto(court.room);
});
afterAll(() => app.close());

let inside: { readonly roomId: string; readonly visitIds: readonly string[] } | undefined;

/** Custodian and reviewer leave where they are and enter another room, a minute later each. */
async function goInto(roomId: string): Promise<void> {
  if (inside) {
    app.clock.advanceMs(60_000);
    const { roomId: left, visitIds } = inside;
    await court.custodian.agent.post(`/api/rooms/${left}/leave`).send({ visitIds }).expect(200);
  }
  app.clock.advanceMs(60_000);
  const visits = await court.enter(roomId, [court.custodian, court.reviewer]);
  inside = { roomId, visitIds: visits.map(({ id }) => id) };
}

async function send(
  path: string,
  body: object,
  status = 200,
  as: TestPerson = court.custodian,
): Promise<unknown> {
  const answer = await as.agent.post(`/api/seized-items/${path}`).send(body).expect(status);
  return answer.body;
}

async function refusal(path: string, body: object, as?: TestPerson): Promise<string | undefined> {
  const answer = refusedBodyOf({ body: await send(path, body, 409, as) });
  return answer.problems[0]?.code ?? answer.code;
}

/** A check of the item that somebody who keeps its room no more was asked for. */
async function checkWeekly(id: string, by: TestPerson): Promise<void> {
  const subject = { kind: 'seized_item', id, label: 'S', caseId: court.caseId };
  const clock = { rule: 'D24' as const, subject, roomId: court.room, ownerId: by.id, departmentId: null };
  await writeAsSystem(app, court.court.id, (command) =>
    setDeadline(command, { ...clock, startOn: '2026-11-23' }),
  );
}

/** Whose the clocks of the item are, and what was recorded of them. */
async function clocksOf(id: string) {
  const { rows } = await app.database.ownerPool.query<{ room: string; owner: string; events: string[] }>(
    `select room_id as room, owner_id as owner, array(select kind from deadline_events event
       where event.deadline_id = deadlines.id order by kind) as events
     from deadlines where subject_id = $1 and settled_at is null`,
    [id],
  );
  return rows;
}

describe('what a move costs', () => {
  it('waits three times: for who asks, for all that the verdict rests on, and for the commit', async () => {
    const [id = ''] = await court.receive([listLine()]);
    await send('relocate', { itemIds: [id], placeId: court.shelves[1] });
    const counted = countWaits(app.database.pool);
    await send('relocate', { itemIds: [id], placeId: court.shelves[0] });
    expect(counted).toEqual({ waits: 3, statements: 9 });
  });
});

describe('the map of a room', () => {
  it('counts what lies at each place and below it, and tells nothing to a court beside', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const map = async () =>
      bodyOf(
        readRoomMapEndpoint,
        await court.custodian.agent.get(`/api/rooms/${court.room}/map`).expect(200),
      );
    const before = await map();
    const countAt = ({ places }: typeof before, placeId: string) =>
      places.find((place) => place.id === placeId)?.itemsBelow ?? 0;
    await send('relocate', { itemIds: [id], placeId: court.shelves[1] });
    const after = await map();
    expect(after.itemCount).toBe(before.itemCount);
    expect(countAt(after, court.shelves[1])).toBe(countAt(before, court.shelves[1]) + 1);
    expect(countAt(after, court.shelves[0])).toBe(countAt(before, court.shelves[0]) - 1);
    const stranger = await buildPerson(app, { court: await buildCourt(app), role: 'property_custodian' });
    const refused = await stranger.agent.get(`/api/rooms/${court.room}/map`).expect(404);
    expect(codeOf(refused)).toBe('ROOM_NOT_FOUND');
  });
});

describe('moving', () => {
  it('gives an item another place in its room', async () => {
    const [id = ''] = await court.receive([listLine()]);
    await send('relocate', { itemIds: [id], placeId: court.shelves[1] });
    const item = await court.read(id);
    expect(item.place?.name).toMatch(/2架$/);
    expect(item.life.at(-1)).toMatchObject({ kind: 'relocate', fromState: 'in_store', toState: 'in_store' });
  });

  it('situation 15: between two rooms is two entries, each within a visit there, and in between in the hands of the mover', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const other = await court.addRoom('三号库房');
    const shelf = await court.addPlace('1架', 'rack', other);
    await court.appoint(other, court.custodian);
    expect(await refusal('relocate', { itemIds: [id], placeId: shelf })).toBe('OTHER_ROOM');
    await checkWeekly(id, court.reviewer);
    await send('carry-out', { itemIds: [id] });
    expect(await court.read(id)).toMatchObject({
      state: 'in_store',
      place: null,
      holder: { id: court.custodian.id, name: '保管员甲' },
      availableActions: [{ key: 'carry_in' }, { key: 'reseal' }, { key: 'report_incident' }],
    });
    const carried = async () => {
      const counts = await court.custodian.agent.get('/api/seized-items/counts').expect(200);
      const list = await court.custodian.agent.get('/api/seized-items?carried=true').expect(200);
      const ids = bodyOf(listItemsEndpoint, list).items.map((item) => item.id);
      return [bodyOf(countItemsEndpoint, counts).carried, ids];
    };
    expect(await carried()).toEqual([1, [id]]);
    expect(await refusal('carry-in', { itemIds: [id], placeId: shelf })).toBe('MOVEMENT_OUTSIDE_VISIT');
    await goInto(other);
    await send('carry-in', { itemIds: [id], placeId: shelf });
    const item = await court.read(id);
    expect(item).toMatchObject({ holder: null, place: { id: shelf } });
    expect(await clocksOf(id)).toEqual([
      { room: other, owner: court.custodian.id, events: ['handed_on', 'set'] },
    ]);
    expect(await carried()).toEqual([0, []]);
    expect(item.life.slice(-2).map(({ kind, fromHolder, toHolder }) => [kind, fromHolder, toHolder])).toEqual(
      [
        ['carry_out', null, '保管员甲'],
        ['carry_in', '保管员甲', null],
      ],
    );
  });
});

describe('seals and incidents', () => {
  let id: string;
  beforeAll(async () => {
    await goInto(court.room);
    [id = ''] = await court.receive([listLine({ name: '电脑' })], () => ({ sealNumber: 'A-1' }));
  });

  it('situation 13: a seal is opened by two for a reason, with a photo, and the old one stays in the history', async () => {
    const body = { itemId: id, reason: '鉴定取样', secondPerson: court.secondPerson() };
    expect(await refusal('unseal', body)).toBe('UNSEALING_NOT_APPROVED');
    const asked = await askUnsealing(court, [id]);
    expect(await refusal('unseal', body)).toBe('UNSEALING_NOT_APPROVED');
    const number = await approveAsked(app, court, asked);
    expect(await court.read(id)).toMatchObject({
      unsealing: { isApprovalNeeded: true, approvalNumber: number },
    });
    await send('unseal', body);
    expect(await court.read(id)).toMatchObject({
      sealNumber: null,
      seals: [{ number: 'A-1', openedByName: '保管员甲', openReason: '鉴定取样' }],
    });
    const seal = { itemId: id, secondPerson: court.secondPerson() };
    expect(await refusal('reseal', { ...seal, sealNumber: 'A-1' })).toBe('SEAL_NUMBER_TAKEN');
    await send('reseal', { ...seal, sealNumber: 'A-2' });
    expect(await court.read(id)).toMatchObject({
      sealNumber: 'A-2',
      seals: [{ number: 'A-2' }, { number: 'A-1' }],
    });
    expect(await refusal('unseal', body)).toBe('UNSEALING_NOT_APPROVED');
  });

  it('a seal is opened and put on in its room alone, by whoever answers for the room, and never over another seal', async () => {
    const [one = ''] = await court.receive([listLine({ name: '印章盒' })], () => ({ sealNumber: 'H-1' }));
    await approveAsked(app, court, await askUnsealing(court, [one]));
    const open = { itemId: one, reason: '核对', secondPerson: court.secondPerson() };
    const seal = { itemId: one, sealNumber: 'H-2', secondPerson: court.secondPerson() };
    expect(await refusal('reseal', seal)).toBe('SEAL_STILL_THERE');
    const byAnother = { ...open, secondPerson: court.secondPerson(court.custodians[2]) };
    expect(await refusal('unseal', byAnother, court.reviewer)).toBe('NOT_CUSTODIAN_OF_ROOM');
    const elsewhere = await court.addRoom('五号库房');
    await goInto(elsewhere);
    expect(await refusal('unseal', open)).toBe('MOVEMENT_OUTSIDE_VISIT');
    await goInto(court.room);
    await send('unseal', open);
    expect(await refusal('unseal', open)).toBe('SEAL_NOT_THERE');
    await goInto(elsewhere);
    expect(await refusal('reseal', seal)).toBe('MOVEMENT_OUTSIDE_VISIT');
    await goInto(court.room);
    await send('reseal', seal);
    expect(await court.read(one)).toMatchObject({ sealNumber: 'H-2' });
  });

  it('whoever has come to keep the things since they were asked for decides nothing either', async () => {
    const [id = ''] = await court.receive([listLine({ name: '硬盘' })], () => ({ sealNumber: 'K-1' }));
    const head = await buildPerson(app, { court: court.court, role: 'department_head', name: '庭长代' });
    const deputy = court.custodians[2];
    const [validFrom, validTo] = ['2026-11-23', '2026-11-30'];
    const delegation = { toPersonId: deputy.id, validFrom, validTo, reason: '出差' };
    await head.agent.post('/api/approval-delegations').send(delegation).expect(200);
    const asked = await askUnsealing(court, [id]);
    const decide = () =>
      deputy.agent
        .post(`/api/approvals/${asked}/decide`)
        .set('If-Match', '"1"')
        .send({ verdict: 'approve', opinion: '同意' });
    const term = { personId: deputy.id, startsOn: validFrom, lastDay: validTo, document: '装备〔2026〕9号' };
    await court.vicePresident.agent.post(`/api/rooms/${court.room}/deputies`).send(term).expect(200);
    expect(codeOf(await decide().expect(403))).toBe('APPROVER_KEPT_APART');
  });

  it('a court may let ordinary things be opened without an approval, by a rule of its own', async () => {
    const [plain = ''] = await court.receive([listLine({ name: '旧手机' })], () => ({ sealNumber: 'R-0' }));
    const [dear = ''] = (await court.preregister([listLine({ name: '玉镯', grade: 'valuable' })])).map(
      (item) => item.id,
    );
    const intakeId = await court.openIntake([dear]);
    await court.photograph(dear, 4);
    const count = { outcome: 'matches', quantity: '1', placeId: court.shelves[0], sealNumber: 'R-1' };
    await court.count(intakeId, [{ itemId: dear, count }]);
    await court.complete(intakeId);
    const rule = { when: {}, steps: [], validDays: 15, basis: null };
    const seat = { role: 'vice_president', of: 'court' };
    const strict = {
      ...rule,
      when: { grades: ['贵重', '特殊'] },
      steps: [{ title: '分管院长', needs: 'any', seats: [seat] }],
    };
    const save = (kind: string, rules: object[]) =>
      court.vicePresident.agent
        .put(`/api/approval-policies/${kind}`)
        .set('If-Match', '"0"')
        .send({ rules, note: '院务会 3 号纪要' });
    expect(codeOf(await save('seized_item_loan', [rule]).expect(409))).toBe('POLICY_STEPS_MISSING');
    await save('seized_item_unseal', [strict, rule]).expect(200);
    const ask = { reason: '核对', items: [{ itemId: plain }] };
    const asked = court.handler.agent.post('/api/item-requests/unsealings').send(ask);
    expect(codeOf(await asked.expect(409))).toBe('APPROVAL_NOT_NEEDED');
    const open = { reason: '核对串号', secondPerson: court.secondPerson() };
    await send('unseal', { ...open, itemId: plain });
    expect(await refusal('unseal', { ...open, itemId: dear })).toBe('UNSEALING_NOT_APPROVED');
  });

  it('situation 14: a broken seal freezes the item; only a leader concludes, and it returns to where it was', async () => {
    await send(
      'report-incident',
      { itemIds: [id], kind: 'seal_broken', description: '封条断裂' },
      200,
      court.equipment,
    );
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation', onHand: '1' });
    const inspector = await buildPerson(app, { court: court.court, role: 'inspector' });
    const stranger = await buildPerson(app, { court: court.court, role: 'case_handler' });
    const told = async ({ agent }: TestPerson) => {
      const answer = await agent.get('/api/seized-items/matters').expect(200);
      return bodyOf(countItemMattersEndpoint, answer).underInvestigation;
    };
    const everybody = [court.handler, inspector, court.vicePresident, stranger].map(told);
    expect(await Promise.all(everybody)).toEqual([1, 1, 1, 0]);
    expect(await refusal('relocate', { itemIds: [id], placeId: court.shelves[1] })).toBe('ITEM_STATE_WRONG');
    await court.custodian.agent
      .post('/api/seized-items/close-incident')
      .send({ itemIds: [id], conclusion: '搬运所致' })
      .expect(403);
    await send('close-incident', { itemIds: [id], conclusion: '搬运所致' }, 200, court.vicePresident);
    expect(await court.read(id)).toMatchObject({ state: 'in_store' });
  });

  it('all of several or none', async () => {
    const [other = ''] = await court.receive([listLine()]);
    await send('report-incident', { itemIds: [other], kind: 'missing', description: '不见了' });
    const answer = refusedBodyOf({
      body: await send('relocate', { itemIds: [id, other, id], placeId: court.shelves[1] }, 409),
    });
    expect(answer.code).toBe('LINES_REFUSED');
    expect(answer.problems.map(({ path, code }) => [path, code])).toEqual([
      ['body.lines.1', 'ITEM_STATE_WRONG'],
      ['body.lines.2', 'ITEM_LISTED_TWICE'],
    ]);
    expect((await court.read(id)).place?.name).toMatch(/1架$/);
  });

  it('situation 54: two people move one item at once: one after the other, and the book stays whole', async () => {
    const [one = ''] = await court.receive([listLine()]);
    const move = (placeId: string) =>
      court.custodian.agent.post('/api/seized-items/relocate').send({ itemIds: [one], placeId });
    const answers = await Promise.all([
      move(court.shelves[0]),
      move(court.shelves[1]),
      move(court.shelves[0]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await court.read(one)).life).toHaveLength(6);
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('a mistaken entry is voided by two before anything happened, and never after', async () => {
    const [item] = await court.preregister([listLine()]);
    const body = { itemIds: [item?.id], reason: '重复登记', secondPerson: court.secondPerson() };
    await send('void', body);
    expect(await court.read(item?.id ?? '')).toMatchObject({
      state: 'entered_by_mistake',
      availableActions: [],
    });
    expect(await refusal('void', { ...body, itemIds: [id] })).toBe('ITEM_STATE_WRONG');
  });
});

describe('reading', () => {
  it('a scan of the code, of the seal and of the serial number opens the item', async () => {
    const facts = {
      wear: '新',
      defects: '无',
      source: '扣押',
      features: '黑',
      model: 'P40',
      colour: '黑',
      serialNumber: 'SN-778',
    };
    const [id = ''] = await court.receive(
      [listLine({ name: '华为手机', category: 'electronics', facts })],
      () => ({ sealNumber: 'B-77' }),
    );
    const { code } = await court.read(id);
    for (const text of [code, 'B-77', 'SN-778']) {
      const answer = await court.custodian.agent
        .get(`/api/scan?text=${encodeURIComponent(text)}`)
        .expect(200);
      expect(bodyOf(resolveScan, answer)).toMatchObject({
        outcome: 'thing',
        kind: 'S',
        id,
        title: '华为手机',
        status: { id: 'in_store' },
      });
    }
  });

  it('lists by case, state, place and words, and only what one may see', async () => {
    const list = async (query: string, as: TestPerson = court.custodian) =>
      bodyOf(listItemsEndpoint, await as.agent.get(`/api/seized-items?${query}`).expect(200)).items;
    const all = await list(`caseId=${court.caseId}&limit=200`);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
    expect(await list('state=under_investigation')).toHaveLength(1);
    expect(
      (await list(`placeId=${court.shelves[1]}`)).every(({ place }) => place?.name.endsWith('2架')),
    ).toBe(true);
    expect((await list(`q=${encodeURIComponent('华为')}`)).map(({ name }) => name)).toEqual(['华为手机']);
    expect((await list('limit=200', court.handler)).length).toBe(all.length);
    const stranger = await buildPerson(app, { court: court.court, role: 'case_handler' });
    expect(await list('limit=200', stranger)).toEqual([]);
    await stranger.agent.get(`/api/seized-items/${all[0]?.id ?? ''}`).expect(404);
    expect(codeOf(await stranger.agent.get(`/api/cases/${court.caseId}/ledger`).expect(404))).toBe(
      'INTAKE_CASE_UNKNOWN',
    );
  });

  it('the ledger of the case runs balances per unit and carries both proofs, on screen and on paper', async () => {
    const path = `/cases/${court.caseId}/ledger`;
    const ledger = bodyOf(readCaseLedgerEndpoint, await court.custodian.agent.get(`/api${path}`).expect(200));
    expect(ledger.conservation).toMatchObject({ holds: true, differences: [] });
    expect(ledger.closure.holds).toBe(false);
    const received = ledger.rows.filter(({ kind, unit }) => kind === 'check_in' && unit === '部');
    expect(received.map(({ balance }) => balance)).toEqual(received.map((_, index) => String(index + 1)));
    const later = bodyOf(
      readCaseLedgerEndpoint,
      await court.custodian.agent.get(`/api${path}?after=3&limit=2`).expect(200),
    );
    expect(later.rows.map(({ sequence }) => sequence)).toEqual([4, 5]);
    expect(later.nextSequence).toBe(5);
    const pdf = await getFile(court.custodian, `${path}.pdf`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    expect(text).toContain('涉案财物案件台账');
    expect(text).toContain(court.caseNumber);
    expect(text).toMatch(/数量守恒\s*成立/);
    expect(text).toContain('查验入库');
    expect(text.replace(/\s/g, '')).toMatch(
      /保管责任人保管员甲.*收入合计＝在库.*物品目录.*重量（毛\/净）.*临检移字〔2026〕7号.*台账明细.*本页末笔哈希[0-9a-f]{32}/,
    );
  });
});
