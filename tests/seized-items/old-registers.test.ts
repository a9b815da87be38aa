/** Older registers of seized property: what each row says, what is wrong with it, and the first count. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listItemsEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import {
  readChineseNumber,
  readQuantity,
  unitOf,
} from '../../src/modules/seized-items/import/read-quantity.ts';
import { categoryOfWord, ownershipOfWord } from '../../src/modules/seized-items/import/register-words.ts';
import { importRun, rowProblem } from '../../src/modules/imports/answers.contract.ts';
import { isBusy } from '../../src/modules/imports/rules.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { ensureReaderWorker } from '../imports/import-driver.ts';
import { evidenceOfWord } from '../../src/modules/seized-items/import/register-words.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { getJson, travelTo } from '../support/http-json.ts';
import { buildSeizedCourt, PIN, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_PASSWORD } from '../support/people.ts';

describe('quantities of old registers', () => {
  it.each([
    ['3', '3', null],
    ['3部', '3', '部'],
    ['两件', '2', '件'],
    ['十二瓶', '12', '瓶'],
    ['５，０００元', '5000', '元'],
    ['¥1,234.50', '1234.5', '元'],
    ['3.5万元', '35000', '元'],
    ['0.25千克', '0.25', '千克'],
  ])('%s is %s %s', (typed, quantity, unit) => {
    expect(readQuantity(typed)).toEqual({ ok: true, quantity, unit });
  });

  it.each(['一批', '若干', '一宗', '手机等物', '数量不详', '二十余件', '数件'])(
    '%s is no number',
    (typed) => {
      expect(readQuantity(typed)).toEqual({ ok: false, reason: 'uncounted' });
    },
  );

  it('reads Chinese numbers, units and the words of categories and owners', () => {
    expect([readChineseNumber('两百零三'), readChineseNumber('十'), readChineseNumber('一一')]).toEqual([
      203,
      10,
      null,
    ]);
    expect([unitOf('公斤'), unitOf('美元'), unitOf('（瓶）'), unitOf('批')]).toEqual([
      '千克',
      'USD',
      '瓶',
      null,
    ]);
    expect([categoryOfWord('手机'), categoryOfWord('作案工具'), categoryOfWord('电子设备/存储介质')]).toEqual(
      ['electronics', 'tools', 'electronics'],
    );
    expect(ownershipOfWord('犯罪嫌疑人')).toBe('defendant');
  });
});

describe('an older register', () => {
  let app: TestApp;
  let court: SeizedCourt;
  beforeAll(async () => {
    await ensureReaderWorker();
    app = await createTestApp();
    court = await buildSeizedCourt(app);
  });
  afterAll(() => app.close());

  const HEADER = '序号,案号,物品编号,物品名称,类别,数量,单位,权属,存放位置,封条号,入库时间,备注';
  const csv = (...rows: string[]) => [HEADER, ...rows].join('\r\n');

  async function wait(id: string) {
    for (;;) {
      const run = importRun.parse(await getJson(court.custodian, `/imports/${id}`));
      if (!isBusy(run.state)) return run;
    }
  }

  async function upload(text: string) {
    const answer = await court.custodian.agent
      .post('/api/imports?target=seized_items')
      .attach('file', Buffer.from(text, 'utf8'), '赃证物台账.csv')
      .expect(200);
    return wait(importRun.parse(answer.body).id);
  }

  async function write(id: string, version: number, goodRowsOnly = false) {
    await court.custodian.agent
      .post(`/api/imports/${id}/import`)
      .set('If-Match', `"${version}"`)
      .send({ goodRowsOnly })
      .expect(200);
    return wait(id);
  }

  async function problemsOf(id: string) {
    const page = await getJson<{ items: unknown[] }>(court.custodian, `/imports/${id}/problems`, {
      limit: 200,
    });
    return page.items.map((item) => rowProblem.parse(item));
  }

  const listUnverified = async () =>
    bodyOf(
      listItemsEndpoint,
      await court.custodian.agent.get('/api/seized-items?unverified=true&limit=200').expect(200),
    ).items;

  it('lists every problem of every row, each with what to do next, and writes nothing', async () => {
    const run = await upload(
      csv(
        '1,(2026)内08刑初12,ZW-1,手机,手机,一批,,被告人,一号库房/1架,,2020-03-04,',
        '2,（2019）内08刑初77号,ZW-2,手机,手机,1,部,,一号库房/1架,,,',
        '3,内8刑,ZW-3,手机,手机,1,部,,,,,',
        '4,（2026）内08刑初12号,ZW-4,,手机,,部,,四号库房,,,',
        '5,（2026）内08刑初12号,ZW-5,冰毒,毒品,20,克,,一号库房/1架,,,',
        '6,（2026）内08刑初12号,ZW-6,手表,什么,1,块,,一号库房/1架,F-1,,',
        '7,（2026）内08刑初12号,ZW-7,酒,烟酒,2,扎,,一号库房/2架,,2020-13-01,',
      ),
    );
    expect(run).toMatchObject({ state: 'checked', head: { layout: { id: 'item-register' } } });
    expect(run.result?.counts).toMatchObject({ read: 7, created: 0, refused: 7 });
    const codes = (await problemsOf(run.id))
      .filter(({ severity }) => severity === 'refused')
      .map(({ rowNumber, code }) => [rowNumber - 1, code]);
    expect(codes).toEqual(
      expect.arrayContaining([
        [1, 'REGISTER_CASE_INVALID'],
        [1, 'REGISTER_QUANTITY_UNCOUNTED'],
        [2, 'REGISTER_CASE_UNKNOWN'],
        [3, 'REGISTER_CASE_INVALID'],
        [4, 'REGISTER_NAME_MISSING'],
        [4, 'REGISTER_QUANTITY_MISSING'],
        [4, 'REGISTER_PLACE_UNKNOWN'],
        [5, 'REGISTER_CLASS_PROHIBITED'],
        [6, 'REGISTER_CATEGORY_UNKNOWN'],
        [7, 'REGISTER_UNIT_UNKNOWN'],
        [7, 'DATE_IMPOSSIBLE'],
      ]),
    );
    expect(await listUnverified()).toEqual([]);
  });

  it('situation 62: whoever keeps away from a case imports nothing of it', async () => {
    const number = '（2026）内08刑初9901号';
    const kept = { personId: court.custodian.id, caseNumber: number, reason: '与被告人系近亲属' };
    await court.custodian.agent.post('/api/recusals').send(kept).expect(200);
    const run = await upload(csv('1,(2026)内08刑初9901号,ZW-9,手机,手机,1部,,被告人,一号库房/1架,,,'));
    expect(run.result?.counts).toMatchObject({ created: 0, refused: 1 });
    expect((await problemsOf(run.id)).map(({ code }) => code)).toContain('REGISTER_CASE_KEPT_AWAY');
  });

  it.each([
    ['是', true],
    ['否', false],
    ['不详', null],
    ['', null],
  ])('says of “%s” whether a thing is evidence: %s', (word, expected) => {
    expect(evidenceOfWord(word)).toBe(expected);
  });

  it('situation 64: a register without numbers comes in as 存量待核, unknown fields 不详, the first count is the baseline', async () => {
    const text = csv(
      '1,（2026）内08刑初12号,ZW-1,手机,手机,2部,,被告人,一号库房/1架,F-9,2020-03-04,屏碎',
      '2,(2026)内08刑初12号,,现金,,"3,200元",,被害人,一号库房/2架,,,',
      '3,〔2026〕内08刑初12号,,酒,烟酒,十二瓶,,某公司,,,,',
    );
    const run = await upload(text);
    expect(run.result?.counts).toMatchObject({ created: 3, refused: 0 });
    const done = await write(run.id, run.version);
    expect(done).toMatchObject({ state: 'done', result: { register: { after: { count: 3 } } } });
    const items = await listUnverified();
    expect(items.map(({ name }) => name).sort()).toEqual(['手机', '现金', '酒']);
    const ids = new Map(items.map(({ name, id }) => [name, id]));
    const phone = await court.read(ids.get('手机') ?? '');
    expect(phone).toMatchObject({
      ...{ state: 'in_store', onHand: '2', unit: '部', ownership: 'defendant', sealNumber: 'F-9' },
      facts: { wear: '不详', defects: '不详', source: '不详', serialNumber: '不详' },
      ...{ isUnverified: true, listLine: 'ZW-1', notes: '原编号 ZW-1；是否作为证据不详；屏碎' },
    });
    expect(phone.place?.name).toMatch(/1架$/);
    expect(phone.life.map(({ kind, basis }) => [kind, basis])).toEqual([
      ['take_over', '旧台账 赃证物台账.csv'],
    ]);
    expect(await court.read(ids.get('现金') ?? '')).toMatchObject({
      category: 'cash',
      unit: 'CNY',
      onHand: '3200',
    });
    expect(await court.read(ids.get('酒') ?? '')).toMatchObject({
      ...{ place: null, ownership: 'unknown', notes: '原登记权属 某公司；是否作为证据不详' },
    });
    expect((await upload(text)).result?.counts).toMatchObject({ created: 0, unchanged: 3 });

    await court.enter(court.room, [court.custodian, court.reviewer]);
    const count = (quantity: string, status: number) =>
      court.custodian.agent
        .post('/api/seized-items/verify')
        .send({
          lines: [{ itemId: phone.id, quantity }],
          secondPerson: court.secondPerson(),
        })
        .expect(status);
    expect(refusedBodyOf(await count('3', 409)).problems[0]?.code).toBe('COUNT_DIFFERS_FROM_REGISTER');
    await count('2', 200);
    expect(await court.read(phone.id)).toMatchObject({ isUnverified: false, onHand: '2' });
    expect(refusedBodyOf(await count('2', 409)).problems[0]?.code).toBe('ITEM_VERIFIED');
  });

  it('the full count of a handover clears the mark of what was found, but not where another number was counted', async () => {
    const [, incoming] = [court.custodian, court.reviewer];
    const cash = (await listUnverified()).find(({ name }) => name === '现金')?.id ?? '';
    await court.photograph(cash);
    await court.custodian.agent
      .post(`/api/seized-items/${cash}/count-differences`)
      .send({ counted: '3100', reason: '缺一张', secondPerson: court.secondPerson() })
      .expect(200);
    for (const { agent } of [court.custodian, court.vicePresident, court.equipment])
      await agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN });
    await court.enter(court.room, [court.equipment]);
    const opened = await court.equipment.agent
      .post(`/api/rooms/${court.room}/handovers`)
      .send({
        ...{ cause: 'transfer', document: '装备〔2026〕9号', incomingId: incoming.id },
        ...{ supervisorId: court.vicePresident.id, leadId: court.equipment.id },
      })
      .expect(200);
    const { id, lines } = opened.body as { id: string; lines: { id: string; code: string | null }[] };
    for (const { code } of lines)
      await court.equipment.agent.post(`/api/handovers/${id}/check`).send({ text: code }).expect(200);
    await court.equipment.agent.post(`/api/handovers/${id}/finish-count`).send({}).expect(200);
    for (const role of ['outgoing', 'incoming', 'supervisor'])
      await court.equipment.agent
        .post(`/api/handovers/${id}/sign`)
        .send({ role, pin: PIN, locks: '已更换' })
        .expect(200);
    expect((await listUnverified()).map(({ name }) => name).sort()).toEqual(['现金', '酒']);
  });

  it('registers the cases of the file when the person chose so, and names what is missing for one', async () => {
    const text = [
      '案号,案由,承办人,物品名称,数量,单位,入库日期',
      '（2019）内08刑初5号,诈骗罪,承办人丁,电脑,1,台,2019-04-02',
      '（2019）内08刑初6号,,某法官,电脑,1,台,2019-04-02',
    ].join('\r\n');
    const run = await upload(text);
    const settings = { ...run.settings, createCases: true };
    await court.custodian.agent.post(`/api/imports/${run.id}/check`).send({ settings }).expect(200);
    const checked = await wait(run.id);
    expect(checked.result?.counts).toMatchObject({ created: 1, refused: 1 });
    expect((await problemsOf(run.id)).map(({ code }) => code)).toContain('REGISTER_CASE_WITHOUT_HANDLER');
    const done = await write(run.id, checked.version, true);
    expect(done).toMatchObject({ state: 'done', result: { counts: { created: 1 } } });
    expect((await listUnverified()).map(({ caseNumber }) => caseNumber)).toContain('（2019）内08刑初5号');
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('only custodians import registers, of rooms for which they answer', async () => {
    await travelTo(app, '2026-11-24T09:00:00.000+08:00');
    await court.equipment.agent
      .post('/api/imports?target=seized_items')
      .attach('file', Buffer.from(csv(), 'utf8'), 'a.csv')
      .expect(403);
    const run = await upload(csv('1,（2026）内08刑初12号,,刀,刀具,1,把,,一号库房/1架,,,'));
    expect((await problemsOf(run.id)).map(({ code }) => code)).toContain('REGISTER_NOT_CUSTODIAN');
  });
});
