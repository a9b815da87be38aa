/** What does not run as it should: wrong case, double labels, things of no case, what is kept elsewhere, what is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestLossEndpoint } from '../../src/modules/seized-items/care/care.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import {
  listReattributionsEndpoint,
  proposeReattributionEndpoint,
} from '../../src/modules/seized-items/reattribution/reattributions.contract.ts';
import {
  listUncasedEndpoint,
  recordUncasedEndpoint,
} from '../../src/modules/seized-items/uncased/uncased.contract.ts';
import type { CreatedPrintJob } from '../../src/modules/labels/print-jobs.contract.ts';
import { resolveScan } from '../../src/modules/item-codes/scan.contract.ts';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import {
  buildSeizedCourt,
  GOODS_FACTS,
  listLine,
  PIN,
  PIXEL,
  type SeizedCourt,
} from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;
let otherJudge: TestPerson;
let otherCase: string;

const withPin = (person: TestPerson) =>
  person.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  otherJudge = await buildPerson(app, { court: court.court, role: 'case_handler', name: '承办人戊' });
  await withPin(court.handler);
  await court.enter(court.room, [court.custodian, court.reviewer]);
  const answer = await court.custodian.agent
    .post('/api/cases')
    .send({
      ...{ number: '（2026）内08刑初77号', cause: '诈骗', handlerId: otherJudge.id },
      ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
    })
    .expect(200);
  otherCase = bodyOf(createCaseEndpoint, answer).id;
});
afterAll(() => app.close());

async function post(as: TestPerson, path: string, body: object, status = 200): Promise<string> {
  const answer = await as.agent.post(`/api/${path}`).send(body).expect(status);
  if (status === 200) return 'OK';
  const { code, problems } = refusedBodyOf(answer);
  return code === 'LINES_REFUSED' ? (problems[0]?.code ?? code) : code;
}
async function ledgerOf(caseId: string) {
  const answer = await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200);
  return bodyOf(readCaseLedgerEndpoint, answer);
}
async function expectWhole(): Promise<void> {
  expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
}

describe('the wrong case', () => {
  it('situation 22: both judges confirm, both ledgers show it and add up, code and chain stay', async () => {
    const [id = ''] = await court.receive([listLine({ name: '平板电脑' })], () => ({ sealNumber: 'RE-1' }));
    const { code } = await court.read(id);
    const propose = async (otherCaseId: string, status = 200) => {
      const answer = await court.custodian.agent
        .post(`/api/seized-items/${id}/reattributions`)
        .send({ otherCaseId, reason: '移送清单案号写错' })
        .expect(status);
      return status === 200 ? bodyOf(proposeReattributionEndpoint, answer).id : codeOf(answer);
    };
    expect(await propose(court.caseId, 409)).toBe('SAME_CASE');
    const move = `reattributions/${await propose(otherCase)}`;
    expect(await propose(otherCase, 409)).toBe('REATTRIBUTION_OPEN');
    const carry = (status = 200) =>
      post(court.custodian, `${move}/carry-out`, { secondPerson: court.secondPerson() }, status);
    expect(await post(court.custodian, `${move}/confirm`, {}, 403)).toBe('NOT_JUDGE_OF_EITHER');
    await post(court.handler, `${move}/confirm`, {});
    expect(await carry(409)).toBe('REATTRIBUTION_UNCONFIRMED');
    await post(otherJudge, `${move}/confirm`, {});
    await carry();
    expect(await carry(404)).toBe('REATTRIBUTION_NOT_FOUND');
    const item = await court.read(id);
    expect(item).toMatchObject({
      ...{ code, caseId: otherCase, number: 1, state: 'in_store', onHand: '1', sealNumber: 'RE-1' },
    });
    expect(item.life.map(({ kind }) => kind)).toEqual([
      ...['preregister', 'arrive', 'check_in', 'reattribute_out', 'reattribute_in'],
    ]);
    const [from, to] = [await ledgerOf(court.caseId), await ledgerOf(otherCase)];
    expect(from.conservation).toMatchObject({ holds: true, rows: [{ sums: { reattributed_out: '1' } }] });
    expect(to.conservation).toMatchObject({ holds: true, rows: [{ total: '1', sums: { in_store: '1' } }] });
    await court.custodian.agent
      .post('/api/seized-items/relocate')
      .send({ itemIds: [id], placeId: court.shelves[1] })
      .expect(200);
    const back = `reattributions/${
      bodyOf(
        proposeReattributionEndpoint,
        await otherJudge.agent
          .post(`/api/seized-items/${id}/reattributions`)
          .send({ otherCaseId: court.caseId, reason: '核对后仍属原案' })
          .expect(200),
      ).id
    }`;
    for (const judge of [court.handler, otherJudge]) await post(judge, `${back}/confirm`, {});
    await post(court.custodian, `${back}/carry-out`, { secondPerson: court.secondPerson() });
    expect((await ledgerOf(court.caseId)).conservation.differences).toEqual([]);
    expect((await court.read(id)).life).toHaveLength(8);
    const answer = await court.handler.agent.get(`/api/seized-items/${id}/reattributions`).expect(200);
    expect(bodyOf(listReattributionsEndpoint, answer).items.map(({ state }) => state)).toEqual([
      'done',
      'done',
    ]);
    await expectWhole();
  });
});

describe('labels', () => {
  it('situation 24: of two things with one code the item is frozen until it is cleared up', async () => {
    const [id = ''] = await court.receive([listLine({ name: '移动硬盘' })]);
    const report = { itemIds: [id], kind: 'duplicate_label', description: '两块硬盘贴有同一编码' };
    await post(court.custodian, 'seized-items/report-incident', report);
    const move = { itemIds: [id], placeId: court.shelves[1] };
    expect(await post(court.custodian, 'seized-items/relocate', move, 409)).toBe('ITEM_STATE_WRONG');
    const { code } = await court.read(id);
    const scan = await court.custodian.agent.get(`/api/scan?text=${code}`).expect(200);
    expect(bodyOf(resolveScan, scan)).toMatchObject({ status: { id: 'under_investigation' } });
  });

  it('situation 23: a damaged label gives way to the next version of the same code, and the old one warns', async () => {
    const [id = ''] = await court.receive([listLine({ name: '账簿' })]);
    const { code } = await court.read(id);
    const print = { selection: { kind: 'S', ids: [id] }, templateKey: 'seized-item-70x50' };
    const make = async (more: object) => {
      const answer = await court.custodian.agent
        .post('/api/print-jobs')
        .send({ ...print, ...more })
        .expect(200);
      const { job } = answer.body as CreatedPrintJob;
      await post(court.custodian, `print-jobs/${job?.id ?? ''}/confirm`, {});
    };
    await make({ purpose: 'first' });
    const replacement = { ...print, purpose: 'replacement', replacementReason: 'damaged' };
    const refused = await court.custodian.agent.post('/api/print-jobs').send(replacement).expect(409);
    expect(refusedBodyOf(refused).problems).toMatchObject([{ code: 'LABEL_THING_UNIDENTIFIED' }]);
    const identify = { recognisedBy: '与照片、封面编号一致', compared: ['name', 'features', 'photo'] };
    const path = `seized-items/${id}/identify`;
    const hasty = { ...identify, compared: ['name'], secondPerson: court.secondPerson() };
    expect(await post(court.custodian, path, hasty, 409)).toBe('MARKS_NOT_COMPARED');
    await post(court.custodian, path, { ...identify, secondPerson: court.secondPerson() });
    expect((await court.read(id)).life.at(-1)).toMatchObject({
      ...{ kind: 'identify', note: identify.recognisedBy, secondPersonName: court.reviewer.name },
    });
    await make({ purpose: 'replacement', replacementReason: 'damaged' });
    const scan = async (text: string) =>
      bodyOf(resolveScan, await court.custodian.agent.get(`/api/scan?text=${text}`).expect(200));
    expect(await scan(`${code}-2`)).toMatchObject({ id, label: { state: 'current' } });
    expect(await scan(`${code}-1`)).toMatchObject({
      ...{ id, label: { state: 'replaced', reason: 'damaged' } },
      actions: [{ key: 'report_incident' }],
    });
    expect((await court.read(id)).code).toBe(code);
  });

  it('situation 21: a vehicle states its numbers at receipt and is found by any of them', async () => {
    const car = { name: '轿车', category: 'vehicles', unit: '辆', quantity: '1', facts: GOODS_FACTS };
    const [listed] = await court.preregister([listLine(car)]);
    const itemId = listed?.id ?? '';
    const intakeId = await court.openIntake([itemId]);
    await court.photograph(itemId, 4);
    const count = { outcome: 'matches', quantity: '1', placeId: court.shelves[0] };
    await court.count(intakeId, [{ itemId, count }]);
    const refused = (await court.complete(intakeId, {}, 409)) as { problems: { code: string; zh: string }[] };
    expect(refused.problems[0]).toMatchObject({ code: 'FACTS_MISSING' });
    const facts = { ...{ model: '大众', plateNumber: '蒙L12345', vin: 'LSVAA4189E2184521' } };
    const more = { ...facts, engineNumber: 'EA111', odometerKm: '86021' };
    await court.count(intakeId, [{ itemId, count: { ...count, facts: { ...GOODS_FACTS, ...more } } }]);
    await court.complete(intakeId);
    for (const text of ['蒙L12345', 'LSVAA4189E2184521']) {
      const scan = await court.custodian.agent.get(`/api/scan?text=${encodeURIComponent(text)}`).expect(200);
      expect(bodyOf(resolveScan, scan)).toMatchObject({ outcome: 'thing', id: itemId });
    }
    expect((await court.read(itemId)).facts['odometerKm']).toBe('86021');
  });

  it('situation 33: biological samples carry their sign and are not opened in the court', async () => {
    const blood = {
      name: '血样',
      category: 'biological_samples',
      unit: '份',
      hazards: ['biological'],
      keeping: ['cold'],
    };
    const [id = ''] = await court.receive([listLine(blood)], () => ({ sealNumber: 'BIO-1' }));
    expect(await court.read(id)).toMatchObject({
      hazards: ['biological'],
      keeping: ['cold'],
      grade: 'special',
    });
    const unseal = { itemId: id, reason: '查看', secondPerson: court.secondPerson() };
    expect(await post(court.custodian, 'seized-items/unseal', unseal, 409)).toBe('NOT_OPENED_HERE');
  });
});

describe('what is kept elsewhere', () => {
  it.each([
    [
      'situation 39: a frozen or immovable thing has no place and stays in the ledger of its case',
      '不动产登记中心',
    ],
    ['situation 40: what the police keep is not in the room and keeps the ledger open', '临河区公安分局'],
  ])('%s', async (_title, keeper) => {
    const deed = {
      name: '住宅',
      category: 'title_deeds',
      unit: '件',
      facts: { address: '临河区', certificateNumber: '蒙（2020）1号' },
    };
    const [id = ''] = await court.receive([listLine(deed)], () => ({
      ...{ outcome: 'kept_elsewhere', placeId: null, keeper },
    }));
    expect(await court.read(id)).toMatchObject({ state: 'kept_elsewhere', place: null, keeper });
    const { conservation, closure } = await ledgerOf(court.caseId);
    expect(conservation.rows.find(({ unit }) => unit === '件')?.sums.with_keeper).not.toBe('0');
    expect(closure.holds).toBe(false);
    const held = await court.custodian.agent
      .get(`/api/seized-items?placeId=${court.room}&q=住宅`)
      .expect(200);
    expect((held.body as { items: unknown[] }).items).toEqual([]);
  });
});

describe('things of no case', () => {
  /** The photo of a thing that is about to be recorded, or one more of one that is. */
  const photograph = async (uncasedId?: string, status = 200) => {
    const query = uncasedId === undefined ? '' : `?uncasedId=${uncasedId}`;
    const answer = await court.custodian.agent
      .post(`/api/uncased-photos${query}`)
      .attach('file', PIXEL, 'photo.png')
      .expect(status);
    return answer.body as { uncasedId: string; fileId: string; code?: string };
  };
  const send = async (body: object) =>
    court.custodian.agent.post('/api/uncased-things').send({
      ...{ kind: 'found', name: '银色手机', quantity: '1', unit: '部', features: '无标签，背面有划痕' },
      ...{ uncasedId: (await photograph()).uncasedId },
      ...{ placeId: court.shelves[0], fromWhom: '保管员甲', secondPerson: court.secondPerson(), ...body },
    });
  const record = async (body: object, status = 200) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    return status === 200 ? bodyOf(recordUncasedEndpoint, answer) : { id: codeOf(answer), dueOn: null };
  };
  const list = async (state: string) =>
    bodyOf(
      listUncasedEndpoint,
      await court.custodian.agent.get(`/api/uncased-things?state=${state}`).expect(200),
    ).items;

  it('situation 31: a thing found without a label joins no case before its judge has said so', async () => {
    const { id } = await record({});
    const [item = ''] = await court.receive([listLine({ name: '银色手机' })]);
    const identify = { itemId: item, note: '背面划痕与照片一致' };
    const path = `uncased-things/${id}/identify`;
    expect(await post(court.custodian, path, { ...identify, secondPerson: court.secondPerson() }, 409)).toBe(
      'JUDGE_CONFIRMS',
    );
    expect(await list('open')).toMatchObject([
      { id, place: expect.stringMatching(/1架$/) as unknown, itemId: null },
    ]);
    await post(court.custodian, path, {
      ...identify,
      secondPerson: { personId: court.handler.id, pin: PIN },
    });
    expect(await list('identified')).toMatchObject([{ id, itemId: item, settledWith: court.handler.name }]);
    expect(await post(court.custodian, path, { ...identify, secondPerson: court.secondPerson() }, 409)).toBe(
      'UNCASED_SETTLED',
    );
  });

  it('photos are taken before it is recorded, are for those who may see them, and stay with the item', async () => {
    expect((await record({ uncasedId: court.room }, 409)).id).toBe('UNCASED_PHOTO_MISSING');
    const first = await photograph();
    const { id } = await record({ uncasedId: first.uncasedId, name: '光盘', isHidden: true });
    expect(id).toBe(first.uncasedId);
    expect((await record({ uncasedId: id }, 409)).id).toBe('UNCASED_PHOTO_MISSING');
    const { uncasedId } = await photograph();
    const both = await Promise.all([send({ uncasedId }), send({ uncasedId })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await list('open')).filter((thing) => thing.id === uncasedId)).toHaveLength(1);
    const [shown] = (await list('open')).filter((thing) => thing.id === id);
    expect(shown).toMatchObject({ photos: [], photoCount: 1, isHidden: true });
    const file = `/api/uncased-things/${id}/photos/${first.fileId}`;
    await court.custodian.agent.get(file).expect(404);
    await court.vicePresident.agent.get(file).expect(200);
    const open = await record({ name: '绿色手机' });
    const [seen] = (await list('open')).filter((thing) => thing.id === open.id);
    expect(seen?.photos).toHaveLength(1);
    const address = `/api/uncased-things/${open.id}/photos/${seen?.photos[0]?.id}`;
    const picture = await court.custodian.agent.get(address).expect(200);
    expect(picture.headers['content-type']).toBe('image/png');
    const [item = ''] = await court.receive([listLine({ name: '绿色手机' })]);
    const before = (await court.read(item)).files.length;
    await post(court.custodian, `uncased-things/${open.id}/identify`, {
      ...{ itemId: item, note: '与照片一致', secondPerson: { personId: court.handler.id, pin: PIN } },
    });
    const { files } = await court.read(item);
    expect(files).toHaveLength(before + 1);
    const kept = files.find(({ id: fileId }) => fileId === seen?.photos[0]?.id);
    await court.custodian.agent.get(`/api/seized-items/${item}/files/${kept?.id}`).expect(200);
    expect((await photograph(open.id, 409)).code).toBe('UNCASED_SETTLED');
    expect((await photograph(court.room, 404)).code).toBe('UNCASED_NOT_FOUND');
  });

  it('photos that the finder kept from view stay so on the item that the thing turns out to be', async () => {
    const { uncasedId, fileId } = await photograph();
    await record({ uncasedId, name: '光盘', isHidden: true });
    const [item = ''] = await court.receive([listLine({ name: '电脑' })]);
    await post(court.custodian, `uncased-things/${uncasedId}/identify`, {
      ...{ itemId: item, note: '与照片一致', secondPerson: { personId: court.handler.id, pin: PIN } },
    });
    const file = `/api/seized-items/${item}/files/${fileId}`;
    await court.custodian.agent.get(file).expect(404);
    expect((await court.read(item)).files.map(({ id }) => id)).not.toContain(fileId);
    await court.vicePresident.agent.get(file).expect(200);
  });

  it('situation 35: what came with the things of a secret case has no name and no photo for whoever is not cleared', async () => {
    const answer = await court.custodian.agent
      .post('/api/cases')
      .send({
        ...{ number: '（2026）内08刑初78号', cause: '泄密', handlerId: otherJudge.id, secrecy: 'secret' },
        ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
      })
      .expect(200);
    const { id: caseId } = bodyOf(createCaseEndpoint, answer);
    const { id } = await record({ name: '私人笔记本', caseId, kind: 'belongings', owner: '周某' });
    const seenBy = async (person: TestPerson) =>
      bodyOf(listUncasedEndpoint, await person.agent.get('/api/uncased-things').expect(200)).items.find(
        (thing) => thing.id === id,
      );
    expect(await seenBy(court.custodian)).toMatchObject({ name: '涉密物品', features: '', photos: [] });
    expect((await seenBy(otherJudge))?.photos).toHaveLength(1);
  });

  it('situation 58: personal belongings go back within three days and stand in no ledger', async () => {
    const before = (await ledgerOf(court.caseId)).entryCount;
    const wallet = { kind: 'belongings', name: '钱包', unit: '个', caseId: court.caseId };
    expect((await record(wallet, 409)).id).toBe('OWNER_MISSING');
    const { id, dueOn } = await record({ ...wallet, owner: '张某' });
    expect(dueOn).not.toBeNull();
    const identify = {
      itemId: (await court.receive([listLine()]))[0],
      note: '—',
      secondPerson: court.secondPerson(),
    };
    expect(await post(court.custodian, `uncased-things/${id}/identify`, identify, 409)).toBe(
      'BELONGINGS_ARE_RETURNED',
    );
    const back = { settledTo: '张某之妻李某，结婚证', note: '当面点交', secondPerson: court.secondPerson() };
    await post(court.custodian, `uncased-things/${id}/give-back`, back);
    expect(await list('given_back')).toMatchObject([{ id, settledTo: back.settledTo }]);
    const { rows } = await app.database.ownerPool.query(
      `select from deadlines where subject_id = $1 and rule_id = 'D01' and outcome is null`,
      [id],
    );
    expect(rows).toHaveLength(0);
    expect((await ledgerOf(court.caseId)).entryCount).toBe(before + 3);
  });

  it('situation 37: the audit trail does not hold the names of minors whose belongings came and went', async () => {
    const answer = await court.custodian.agent
      .post('/api/cases')
      .send({
        ...{ number: '（2026）内08刑初79号', cause: '抢劫', handlerId: otherJudge.id, involvesMinors: true },
        ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
      })
      .expect(200);
    const { id: caseId } = bodyOf(createCaseEndpoint, answer);
    const { id } = await record({ name: '书包', caseId, kind: 'belongings', owner: '赵小明' });
    const back = { settledTo: '赵小明', note: '当面点交', secondPerson: court.secondPerson() };
    await post(court.custodian, `uncased-things/${id}/give-back`, back);
    expect((await list('given_back')).find((thing) => thing.id === id)?.settledTo).toBe('赵小明');
    const auditor = await buildPerson(app, { court: court.court, role: 'audit_admin', name: '审计员' });
    const events = await auditor.agent.get('/api/audit-events?limit=200').expect(200);
    expect(events.text).toContain('书包');
    expect(events.text).not.toContain('赵小明');
  });

  it('situation 61: an asset of the court found among the evidence goes back to its office, not into a case', async () => {
    const { id } = await record({ name: '办公打印机', unit: '台', features: '贴有固定资产标签' });
    const back = { settledTo: '装备科', note: '属本院固定资产，串放', secondPerson: court.secondPerson() };
    await post(court.custodian, `uncased-things/${id}/give-back`, back);
    expect((await list('given_back')).map(({ name }) => name)).toContain('办公打印机');
  });
});

describe('a loss', () => {
  it('situation 30: is written off by a leader on the president’s approval, never by the custodian', async () => {
    const [id = ''] = await court.receive([listLine({ quantity: '3' })]);
    const lost = { itemIds: [id], kind: 'missing', description: '盘查时缺 2 部' };
    await post(court.custodian, 'seized-items/report-incident', lost);
    const person = (role: 'vice_president' | 'president', name: string) =>
      buildPerson(app, { court: court.court, role, name });
    const [president, head] = [
      await person('president', '院长己'),
      await person('vice_president', '分管院长庚'),
    ];
    const asked = { quantity: '2', reason: '确认灭失' };
    expect(await post(court.custodian, `seized-items/${id}/request-loss`, asked, 403)).toBe(
      'PERMISSION_DENIED',
    );
    expect(await post(court.handler, `seized-items/${id}/request-loss`, asked, 403)).toBe(
      'REQUEST_NOT_YOURS_TO_ASK',
    );
    const { id: requestId } = await ask(court.vicePresident, id, '2');
    const confirm = { requestId, quantity: '2', conclusion: '保管不善，责任人已处理' };
    expect(await post(court.custodian, `seized-items/${id}/confirm-loss`, confirm, 403)).toBe(
      'PERMISSION_DENIED',
    );
    expect(await post(head, `seized-items/${id}/confirm-loss`, confirm, 409)).toBe('APPROVAL_NOT_GRANTED');
    await approve(president, requestId);
    const executor = await person('vice_president', '分管院长壬');
    await post(executor, `seized-items/${id}/confirm-loss`, confirm);
    expect(await court.read(id)).toMatchObject({ state: 'under_investigation', onHand: '1' });
    expect((await court.read(id)).life.at(-1)).toMatchObject({ kind: 'confirm_loss', quantity: '2' });
    await expectWhole();
  });

  async function ask(by: TestPerson, itemId: string, quantity: string) {
    const answer = await by.agent
      .post(`/api/seized-items/${itemId}/request-loss`)
      .send({ quantity, reason: '确认灭失' })
      .expect(200);
    return bodyOf(requestLossEndpoint, answer);
  }

  async function approve(by: TestPerson, requestId: string): Promise<void> {
    const answer = await by.agent.get(`/api/approvals/${requestId}`).expect(200);
    const { version } = answer.body as { version: number };
    await by.agent
      .post(`/api/approvals/${requestId}/decide`)
      .set('If-Match', `"${version}"`)
      .send({ verdict: 'approve' })
      .expect(200);
  }
});
