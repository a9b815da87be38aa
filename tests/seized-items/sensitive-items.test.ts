/** What secret items, obscene material and cases of minors show to whom; what lapses, what is held on paper only. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import {
  listDeadlineRulesEndpoint,
  setDeadlinePeriodEndpoint,
} from '../../src/modules/deadlines/rules.contract.ts';
import { resolveScan } from '../../src/modules/item-codes/scan.contract.ts';
import { listIntakesEndpoint, openIntakeEndpoint } from '../../src/modules/seized-items/intakes.contract.ts';
import { listItemsEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import { readOwnersEndpoint } from '../../src/modules/seized-items/owners/owners.contract.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { getFile, travelTo } from '../support/http-json.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, GOODS_FACTS, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;
let cleared: TestPerson;
let president: TestPerson;
let auditAdmin: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  cleared = await buildPerson(app, { court: court.court, role: 'cleared_staff', name: '涉密岗' });
  president = await buildPerson(app, { court: court.court, role: 'president', name: '院长' });
  auditAdmin = await buildPerson(app, { court: court.court, role: 'audit_admin', name: '审计员' });
  await court.enter(court.room, [court.custodian, court.reviewer]);
});
afterAll(() => app.close());

const listBy = async (person: TestPerson, query = '') =>
  bodyOf(listItemsEndpoint, await person.agent.get(`/api/seized-items?limit=200${query}`).expect(200)).items;
const readBy = async (person: TestPerson, id: string) =>
  (await person.agent.get(`/api/seized-items/${id}`).expect(200)).body as {
    name: string;
    files: unknown[];
    isHidden: boolean;
  };

describe('secret items', () => {
  let id: string;
  beforeAll(async () => {
    [id = ''] = await court.receive([listLine({ name: '加密硬盘甲', keeping: ['secret'] })]);
  });

  it('a delivery names a secret item to whoever receives it, until it is taken in, and to nobody else who is not cleared', async () => {
    const secret = listLine({
      name: '涉密笔记本乙',
      keeping: ['secret'],
      facts: { ...GOODS_FACTS, source: '乙处' },
    });
    const [item] = await court.preregister([secret]);
    const awaited = `/api/cases/${court.caseId}/awaited-items`;
    const told = async (person: TestPerson, path: string) => (await person.agent.get(path).expect(200)).text;
    expect(await told(court.custodian, awaited)).toContain('涉密笔记本乙');
    expect(await told(court.equipment, awaited)).not.toContain('涉密笔记本');
    const intakeId = await court.openIntake([item?.id ?? '']);
    const delivery = `/api/intakes/${intakeId}`;
    expect(await told(court.custodian, delivery)).toContain('涉密笔记本乙');
    expect(await told(court.equipment, delivery)).not.toMatch(/涉密笔记本|乙处/);
    await court.photograph(item?.id ?? '');
    const count = { outcome: 'matches', quantity: '1', placeId: court.shelves[0] };
    await court.count(intakeId, [{ itemId: item?.id, count }]);
    await court.complete(intakeId);
    expect(await told(court.custodian, delivery)).not.toMatch(/涉密笔记本|乙处/);
    expect(await told(president, delivery)).toContain('涉密笔记本乙');
  });

  it('situation 35: a secret item has no name for whoever is not cleared, in lists, on labels, in the ledger, in the audit', async () => {
    expect((await listBy(court.custodian)).find((item) => item.id === id)).toMatchObject({
      name: '涉密物品',
      photoFileId: null,
    });
    expect((await listBy(president)).find((item) => item.id === id)?.name).toBe('加密硬盘甲');
    expect(await listBy(court.custodian, '&q=加密硬盘')).toEqual([]);
    expect(await listBy(president, '&q=加密硬盘')).toHaveLength(1);
    expect(await readBy(court.custodian, id)).toMatchObject({ name: '涉密物品', files: [], isHidden: true });
    expect((await readBy(court.handler, id)).name).toBe('加密硬盘甲');
    const { code } = await court.read(id);
    const scanned = await court.custodian.agent.get(`/api/scan?text=${code}`).expect(200);
    expect(JSON.stringify(bodyOf(resolveScan, scanned))).not.toContain('加密硬盘');
    const ledger = await court.custodian.agent.get(`/api/cases/${court.caseId}/ledger`).expect(200);
    expect(ledger.text).not.toContain('加密硬盘');
    const paper = await getFile(court.custodian, `/cases/${court.caseId}/ledger.pdf`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true });
    expect(text).not.toContain('加密硬盘');
    const moved = await court.custodian.agent
      .post('/api/seized-items/relocate')
      .send({ itemIds: [id], placeId: court.shelves[1] })
      .expect(200);
    expect(moved.text).not.toContain('加密硬盘');
    await court.custodian.agent
      .post(`/api/seized-items/${id}/files?purpose=attachment`)
      .attach('file', Buffer.from('%PDF-1.7\n'), '加密硬盘甲 说明.pdf')
      .expect(200);
    const { rows } = await app.database.ownerPool.query<{ after: { fileName: string } }>(
      "select after from audit_events where command = 'uploadItemFile' and after ->> 'purpose' = 'attachment'",
    );
    expect(rows.map(({ after }) => after.fileName)).toEqual(['涉密物品.pdf']);
    const events = await auditAdmin.agent.get('/api/audit-events?limit=200').expect(200);
    expect(events.text).toContain('涉密物品');
    expect(events.text).not.toMatch(/relocateItems[^}]*加密硬盘/u);
    expect(cleared.name).toBe('涉密岗');
  });

  it('deliveries, what is still to come and examinations name a secret thing to those who receive it and the cleared', async () => {
    const finance = await buildPerson(app, { court: court.court, role: 'finance_officer', name: '财务丁' });
    const [item] = await court.preregister([listLine({ name: '密级图纸', keeping: ['secret'] })]);
    const awaited = `/api/cases/${court.caseId}/awaited-items`;
    expect((await court.custodian.agent.get(awaited).expect(200)).text).toContain('密级图纸');
    expect((await finance.agent.get(awaited).expect(200)).text).not.toContain('密级图纸');
    const delivery = `/api/intakes/${await court.openIntake([item?.id ?? ''])}`;
    expect((await court.custodian.agent.get(delivery).expect(200)).text).toContain('密级图纸');
    expect((await finance.agent.get(delivery).expect(200)).text).not.toContain('密级图纸');
    const done = await finance.agent.get('/api/intakes?state=completed&limit=50').expect(200);
    const received = `/api/intakes/${bodyOf(listIntakesEndpoint, done).items[0]?.id}`;
    expect((await court.custodian.agent.get(received).expect(200)).text).toContain('涉密物品');
    expect((await president.agent.get(received).expect(200)).text).toContain('涉密笔记本乙');
    await court.custodian.agent
      .post(`/api/seized-items/${id}/examinations`)
      .send({
        ...{ kind: 'appraisal', mandateNumber: '鉴委35号', institution: '鉴定所', qualification: '电子数据' },
        ...{ question: '是否损坏', sentOn: app.clock.now().toISOString().slice(0, 10) },
        secondPerson: court.secondPerson(),
      })
      .expect(200);
    const examinations = `/api/examinations?itemId=${id}`;
    expect((await finance.agent.get(examinations).expect(200)).text).not.toMatch(/加密硬盘|是否损坏/u);
    expect((await president.agent.get(examinations).expect(200)).text).toMatch(/加密硬盘甲.*是否损坏/u);
  });

  it('situation 36: obscene material has no preview, and its pictures are for those who must', async () => {
    const obscene = { name: '光盘', category: 'obscene_materials', unit: '张', facts: GOODS_FACTS };
    const [disc = ''] = await court.receive([listLine(obscene)], () => ({ sealNumber: 'Y-1' }));
    const shown = (await listBy(president)).find((item) => item.id === disc);
    expect(shown).toMatchObject({ name: '光盘', photoFileId: null });
    expect(await readBy(court.custodian, disc)).toMatchObject({ files: [], isHidden: true });
    const { files } = (await readBy(president, disc)) as { files: { id: string }[] };
    expect(files).toHaveLength(1);
    const path = `/api/seized-items/${disc}/files/${files[0]?.id}`;
    await president.agent.get(path).expect(200);
    await court.custodian.agent.get(path).expect(404);
  });
});

describe('cases of minors', () => {
  it('situation 37: names of minors are masked wherever an item of their case is listed or labelled', async () => {
    const answer = await court.custodian.agent
      .post('/api/cases')
      .send({
        ...{
          number: '（2026）内08刑初37号',
          cause: '抢劫',
          handlerId: court.handler.id,
          involvesMinors: true,
        },
        ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
        parties: [{ role: 'victim', kind: 'person', name: '赵小明' }],
      })
      .expect(200);
    const { id: caseId } = bodyOf(createCaseEndpoint, answer);
    const [item] = await court.preregister([listLine({ name: '书包' })], caseId);
    const finance = await buildPerson(app, { court: court.court, role: 'finance_officer', name: '财务戊' });
    const owners = await finance.agent.get(`/api/seized-items/${item?.id}/owners`).expect(200);
    expect(bodyOf(readOwnersEndpoint, owners).parties).toMatchObject([{ name: '赵某某' }]);
    expect(JSON.stringify(await listBy(finance))).not.toContain('赵小明');
    const cases = await finance.agent.get('/api/cases?limit=50').expect(200);
    expect(cases.text).not.toContain('赵小明');
    const preview = await court.custodian.agent.get(`/api/item-labels/S/${item?.id}`).expect(200);
    expect(preview.text).not.toContain('赵小明');
  });
});

describe('what is paper, and what lapses', () => {
  it('situation 38: originals of certificates are items of their own, with the day on which they expire', async () => {
    const certificate = {
      ...{ name: '护照原件', category: 'stamps_and_certificates', unit: '本', expiresOn: '2026-12-20' },
      facts: { features: '护照 E1', source: '扣押' },
    };
    const [id = ''] = await court.receive([listLine(certificate)], () => ({ sealNumber: 'Z-1' }));
    const list = await court.handler.agent.get('/api/deadlines?limit=200').expect(200);
    const due = bodyOf(listDeadlinesEndpoint, list).items.find(({ subjectId }) => subjectId === id);
    expect(due).toMatchObject({ rule: { id: 'D28' }, dueOn: '2026-12-20' });
  });

  it('situation 41: a seizure that runs out is told, shown as lapsed and deletes nothing; the judge renews it', async () => {
    const items = await court.custodian.agent
      .post(`/api/cases/${court.caseId}/items`)
      .send({
        listNumber: '扣字9号',
        seizureDocument: '扣押决定书9号',
        seizureExpiresOn: '2026-12-31',
        lines: [listLine({ name: '摩托' })],
      })
      .expect(200);
    const { id = '' } = (items.body as { items: { id: string }[] }).items[0] ?? {};
    const intakeId = await court.openIntake([id]);
    await court.photograph(id);
    await court.count(intakeId, [
      { itemId: id, count: { outcome: 'matches', quantity: '1', placeId: court.shelves[0] } },
    ]);
    await court.complete(intakeId);
    const running = async () =>
      bodyOf(
        listDeadlinesEndpoint,
        await court.handler.agent.get('/api/deadlines?limit=200').expect(200),
      ).items.find(({ rule }) => rule.id === 'D18');
    expect(await running()).toMatchObject({ dueOn: '2026-12-31', level: 1 });
    await travelTo(app, '2027-01-05T09:00:00.000+08:00');
    expect((await listBy(court.custodian, '&lapsed=true')).map((item) => item.id)).toEqual([id]);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', isSeizureLapsed: true });
    const renewal = { itemIds: [id], expiresOn: '2027-12-31', document: '续行扣押决定书1号' };
    await court.custodian.agent.post('/api/seized-items/renew-seizure').send(renewal).expect(403);
    await court.handler.agent.post('/api/seized-items/renew-seizure').send(renewal).expect(200);
    expect(await court.read(id)).toMatchObject({ isSeizureLapsed: false, seizureExpiresOn: '2027-12-31' });
    expect(await running()).toMatchObject({ dueOn: '2027-12-31' });
    expect((await court.read(id)).life.at(-1)).toMatchObject({
      kind: 'renew_seizure',
      basis: '续行扣押决定书1号',
    });
  });

  it('titles of real estate lapse by a rule of their own, and things seized in execution are to be priced', async () => {
    const body = { number: '（2026）内08执51号', cause: '追缴违法所得', handlerId: court.handler.id };
    const opened = await court.custodian.agent
      .post('/api/cases')
      .send({ ...body, stage: 'execution', acceptedOn: '2026-03-02' })
      .expect(200);
    const caseId = bodyOf(createCaseEndpoint, opened).id;
    const titled = { address: '临河区胜利路 12 号', certificateNumber: '蒙（2019）房权证 0088 号' };
    const listed = await court.custodian.agent
      .post(`/api/cases/${caseId}/items`)
      .send({
        ...{ listNumber: '查字3号', seizureDocument: '查封裁定3号', seizureExpiresOn: '2029-03-01' },
        lines: [listLine({ name: '不动产权证', category: 'title_deeds', unit: '本', facts: titled })],
      })
      .expect(200);
    const { id = '' } = (listed.body as { items: { id: string }[] }).items[0] ?? {};
    const delivery = {
      deliverer: '执行员',
      delivererUnit: '执行局',
      itemIds: [id],
      secondPerson: court.secondPerson(),
    };
    const arrived = await court.custodian.agent
      .post(`/api/cases/${caseId}/intakes`)
      .send(delivery)
      .expect(200);
    const intakeId = bodyOf(openIntakeEndpoint, arrived).id;
    await court.photograph(id, 2);
    const count = { outcome: 'matches', quantity: '1', placeId: court.shelves[0] };
    await court.count(intakeId, [{ itemId: id, count }]);
    await court.complete(intakeId);
    const rules = async () => {
      const answer = await court.handler.agent.get(`/api/deadlines?limit=200&caseId=${caseId}`).expect(200);
      return bodyOf(listDeadlinesEndpoint, answer).items.map(({ rule }) => rule.id);
    };
    expect(await rules()).toEqual(expect.arrayContaining(['D19', 'D20']));
    expect(await rules()).not.toContain('D18');
  });

  it('situation 53: what was written on paper while the power was out is entered late, with both times', async () => {
    const [id = ''] = await court.receive([listLine({ name: '停电时移动' })]);
    await travelTo(app, '2027-01-07T09:00:00.000+08:00');
    await court.custodian.agent
      .post('/api/seized-items/relocate')
      .send({
        itemIds: [id],
        placeId: court.shelves[1],
        occurredAt: '2027-01-06T16:00:00.000+08:00',
        basis: '纸质登记表 0017',
      })
      .expect(200);
    expect((await court.read(id)).life.at(-1)).toMatchObject({
      ...{ isLate: true, basis: '纸质登记表 0017', occurredAt: '2027-01-06T16:00:00.000+08:00' },
      recordedAt: '2027-01-07T09:00:00.000+08:00',
    });
  });
});

describe('periods that a court sets itself', () => {
  const set = (rule: string, body: object, status: number, as = president) =>
    as.agent
      .post(`/api/deadline-rules/${rule}/periods`)
      .send({ effectiveFrom: '2027-01-01', document: '内08法〔2027〕1号', reason: '加强管理', ...body })
      .expect(status);

  it('counts by the court’s paper from its day on, shows the law beside it, and never makes the law milder', async () => {
    expect(codeOf(await set('D12', { amount: 15, unit: 'day' }, 422))).toBe('PERIOD_BEYOND_LAW');
    expect(codeOf(await set('D12', { amount: 1, unit: 'month' }, 422))).toBe('PERIOD_UNIT_OF_LAW');
    expect(codeOf(await set('D17', { amount: 6, unit: 'month' }, 422))).toBe('PERIOD_BELOW_LAW');
    await set('D30', { amount: 90, unit: 'day' }, 403, court.custodian);
    expect(
      bodyOf(setDeadlinePeriodEndpoint, await set('D30', { amount: 90, unit: 'day' }, 200)),
    ).toMatchObject({
      own: { amount: 90, document: '内08法〔2027〕1号' },
      shipped: { amount: 180 },
    });
    const rules = bodyOf(
      listDeadlineRulesEndpoint,
      await court.handler.agent.get('/api/deadline-rules').expect(200),
    );
    expect(rules.items.find(({ id }) => id === 'D17')?.shipped).toMatchObject({
      isLaw: true,
      isAtLeast: true,
    });
  });

  it('a review that is done begins anew, counted by the court’s own period', async () => {
    const list = async () =>
      bodyOf(listDeadlinesEndpoint, await court.handler.agent.get('/api/deadlines?limit=200').expect(200))
        .items;
    const review = (await list()).find(({ rule }) => rule.id === 'D30');
    expect(review).toBeDefined();
    await court.handler.agent
      .post(`/api/deadlines/${review?.id}/settle`)
      .send({ outcome: 'done', note: '继续保管' })
      .expect(200);
    const next = (await list()).find(
      ({ rule, subjectId }) => rule.id === 'D30' && subjectId === review?.subjectId,
    );
    expect(next).toMatchObject({ startOn: '2027-01-07', dueOn: '2027-04-07' });
    expect(next?.rule.basis).toContain('内08法〔2027〕1号');
  });
});
