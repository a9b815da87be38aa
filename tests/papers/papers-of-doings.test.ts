/** Papers of what people did by the real rules: releases, approvals, returns, destructions, hand-overs, notices, counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
import { listHandoverPapersEndpoint } from '../../src/modules/papers/room-papers.contract.ts';
import { openHandoverEndpoint, readHandoverEndpoint } from '../../src/modules/rooms/handovers.contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  buildDispositionCourt,
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
} from '../support/disposition-court.ts';
import { issue, printedText, refuseIssue } from '../support/paper-court.ts';
import { TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { buildReleaseCourt, TAKER as LOAN_TAKER, type ReleaseCourt } from '../support/release-court.ts';
import { PIN } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

/** 䶮 is in the typeface, the other one in none. */
const RARE_NAME = '䶮⿰钅𬭚佛像';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** Issues the paper that is offered for the item and answers what its first copy says. */
async function sayOffered(person: TestPerson, caseId: string, form: string, itemId: string): Promise<string> {
  const answer = await person.agent.get(`/api/cases/${caseId}/papers?itemId=${itemId}`).expect(200);
  const offer = bodyOf(listCasePapersEndpoint, answer).offers.find((each) => each.form === form);
  const { id } = await issue(person, { form, caseId, ...offer?.subject });
  return printedText(person, id);
}

async function setPin(person: TestPerson): Promise<void> {
  await person.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
}

function expectAll(text: string, parts: readonly string[]): void {
  for (const part of parts) expect(text).toContain(part.replace(/\s/g, ''));
  expect(text).not.toMatch(/undefined|null|NaN/);
}

describe('a loan', () => {
  let court: ReleaseCourt;
  beforeAll(async () => {
    court = await buildReleaseCourt(app);
  });

  it('has its approval, its release and its return as papers, which refer to each other', async () => {
    const [itemId = ''] = await court.receive([listLine({ name: '借出的手机' })], () => ({
      sealNumber: 'F-借-1',
    }));
    const releaseId = await court.lend([itemId]);
    const { custodian, caseId, head, handler } = court;
    const approval = await sayOffered(custodian, caseId, 'release_approval', itemId);
    expectAll(approval, [
      '出库审批表',
      '借出的手机',
      '涉案财物借出',
      handler.name,
      head.name,
      '同意',
      '一式二份',
    ]);
    const out = await sayOffered(custodian, caseId, 'release', itemId);
    expectAll(out, [
      ...['出库单', '借出的手机', 'F-借-1', '开庭', LOAN_TAKER.takerName, LOAN_TAKER.takerUnit],
      ...[custodian.name, '应归还时间'],
    ]);
    expect(out).not.toContain(LOAN_TAKER.takerDocument);
    await court.giveBack(releaseId, [court.back(itemId, { seal: 'F-借-1' })]);
    const back = await sayOffered(custodian, caseId, 're_entry', itemId);
    expectAll(back, ['再入库单', '涉财出〔2026〕0001号', 'F-借-1', '是', LOAN_TAKER.takerName]);
  });
});

describe('dispositions', () => {
  let court: DispositionCourt;
  beforeAll(async () => {
    court = await buildDispositionCourt(app);
  });

  async function ready(order: string, listed: object = {}, more: object = {}) {
    const { caseId, itemIds } = await court.open([listLine(listed)]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, order, more)]);
    return { caseId, itemId, items: [{ itemId }] };
  }

  it('返还清单 says who took it, by what right, with both signatures', async () => {
    const { caseId, itemId, items } = await ready('return_victim', {}, { beneficiary: '赵权利' });
    const requestId = await court.approved('return', items);
    await court.photograph(itemId);
    await court.post('dispositions/return', execution(court, requestId, items, { taker: TAKER, ...SIGNED }));
    const text = await sayOffered(court.custodian, caseId, 'return_list', itemId);
    expectAll(text, [
      '返还清单',
      '赵权利',
      '居民身份证',
      '权利人本人',
      court.custodian.name,
      court.reviewer.name,
    ]);
    expect(text).not.toContain(TAKER.documentNumber);
    expect(text).toMatch(/审批单号2026-\d{6}/);
  });

  it('销毁记录 says how, where, from when to when, under whose eyes and on what video', async () => {
    const { caseId, itemId, items } = await ready('destroy', { name: '游戏机', unit: '台' }, { unit: '台' });
    const requestId = await court.approved('destruction', items);
    await court.photograph(itemId);
    app.clock.advanceMs(3_600_000);
    await court.photograph(itemId);
    const at = (minutes: number) => new Date(app.clock.now().getTime() - minutes * 60_000).toISOString();
    const more = {
      ...{ supervisor: { personId: court.inspector.id, pin: court.secondPerson().pin } },
      ...{
        method: '熔炼',
        place: '市钢厂',
        startedAt: at(40),
        endedAt: at(5),
        video: 'V-2026-7',
        witness: '周见证',
      },
    };
    await court.post('dispositions/destruction', execution(court, requestId, items, more));
    const text = await sayOffered(court.custodian, caseId, 'destruction_record', itemId);
    expectAll(text, ['销毁记录', '游戏机', '熔炼', '市钢厂', 'V-2026-7', court.inspector.name, '周见证']);
    expectAll(text, ['销毁前照片号', '销毁后照片号']);
  });

  it('移交清单 names the organ, its receiver and the list', async () => {
    const listed = { name: '青铜镜', unit: '件' };
    const { caseId, itemId, items } = await ready('hand_over', listed, {
      unit: '件',
      beneficiary: '市文物局',
    });
    const requestId = await court.approved('hand_over', items);
    const to = { organ: '市文物局', receiver: '孙文', receiverDocument: '工作证 7', list: '移交清单 4 号' };
    await court.post('dispositions/hand-over', execution(court, requestId, items, to));
    const text = await sayOffered(court.custodian, caseId, 'handover_list', itemId);
    expectAll(text, ['移交清单', '青铜镜', '市文物局', '孙文', '工作证 7', '移交清单 4 号', '回执']);
  });

  it('认领公告 and 上缴单 of what nobody collects', async () => {
    const { caseId, itemId, items } = await ready(
      'return_victim',
      { ownership: 'unknown' },
      { beneficiary: '赵' },
    );
    const notice = { document: '认领公告（2026）3号', medium: '法院公告网', publishedOn: '2026-03-03' };
    await court.post('dispositions/notices', { itemIds: [itemId], ...notice }, court.handler);
    const text = await sayOffered(court.handler, caseId, 'claim_notice', itemId);
    expectAll(text, ['认领公告', '法院公告网', '2027-03-03', '第四百四十五条']);
    const requestId = await court.approved('forfeit', items);
    await app.database.ownerPool.query(
      `update deadlines set due_on = '2026-03-01' where rule_id = 'D17' and subject_id = $1`,
      [itemId],
    );
    const pay = execution(court, requestId, items, { way: 'forfeit', paymentSlip: '缴款书 88' });
    await court.post('dispositions/treasury', pay);
    const paid = await sayOffered(court.custodian, caseId, 'treasury', itemId);
    expectAll(paid, ['上缴（变价）单', '公告期满上缴', '缴款书 88']);
  });

  it('先行处置审批表 names the case of the law and the will of the right holder', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '鲜果', unit: '箱' })]);
    const [itemId = ''] = itemIds;
    const ground = {
      ...{ itemId, cause: 'perishable', consent: 'applied', rightHolder: '赵权利' },
      ...{ consentDocument: '申请书', document: '保管员报告', reason: '开始腐烂' },
    };
    await court.post('disposition-grounds/early', ground, court.handler);
    const [request] = (await court.disposition(itemId)).requests;
    await court.approve(request?.id ?? '');
    const text = await sayOffered(court.custodian, caseId, 'early_disposal', itemId);
    expectAll(text, [
      '先行处置审批表',
      '鲜果',
      '不宜长期保存',
      '赵权利',
      '权利人申请',
      '申请书',
      '第四百三十九条',
    ]);
  });
});

describe('盘点表', () => {
  it('is made of the full count at a handover, once it is counted', async () => {
    const court = await buildReleaseCourt(app);
    const other = await court.addRoom('盘点库房');
    await court.appoint(other, court.custodian);
    const people = { incomingId: court.reviewer.id, supervisorId: court.vicePresident.id };
    const opening = { cause: 'transfer', document: '调令 3 号', ...people, leadId: court.equipment.id };
    const opened = await court.equipment.agent
      .post(`/api/rooms/${other}/handovers`)
      .send(opening)
      .expect(200);
    const { id: handoverId } = opened.body as { id: string };
    const paper = { form: 'count_sheet', handoverId };
    expect(await refuseIssue(court.equipment, paper)).toBe('PAPER_COUNT_OPEN');
    await court.equipment.agent.post(`/api/handovers/${handoverId}/finish-count`).send({}).expect(200);
    const { id } = await issue(court.equipment, paper);
    const text = await printedText(court.equipment, id);
    expectAll(text, ['盘点表', '盘点库房', '调令 3 号', '应点 0 件', '监盘人', court.vicePresident.name]);
    expect(await refuseIssue(court.equipment, paper)).toBe('PAPER_ALREADY_ISSUED');
  });

  it('and 交接书 of a room with things: differences, several pages, characters outside every font', async () => {
    const court = await buildReleaseCourt(app);
    const { custodian, reviewer, vicePresident, equipment, room } = court;
    const lines = Array.from({ length: 60 }, (_, index) =>
      listLine({ name: `${RARE_NAME}第${index + 1}号，带底座及锦盒的很长的物品名称`, unit: '件' }),
    );
    const itemIds = await court.receive(lines, (index) =>
      index % 2 === 0 ? { sealNumber: `盘-${index}` } : {},
    );
    const codes = await Promise.all(itemIds.map(async (id) => (await court.read(id)).code));
    const people = { incomingId: reviewer.id, supervisorId: vicePresident.id, leadId: equipment.id };
    const opening = { cause: 'transfer', document: '巴中法〔2026〕18号', ...people };
    const opened = await equipment.agent.post(`/api/rooms/${room}/handovers`).send(opening).expect(200);
    const { id: handoverId, lines: listed } = bodyOf(openHandoverEndpoint, opened);
    const step = (verb: string, body: object) =>
      equipment.agent.post(`/api/handovers/${handoverId}/${verb}`).send(body).expect(200);
    await court.enter(room, [equipment, vicePresident]);
    const [missing = '', ...found] = codes;
    for (const text of found) await step('check', { text });
    const lineId = listed.find(({ code }) => code === missing)?.id;
    await step('explain', { lineId, explanation: '清点时未见，监控显示上月移至二架，待查' });
    await step('surplus', { title: '无标签手表', explanation: '三架顶部发现，疑为漏登' });
    const open = bodyOf(readHandoverEndpoint, await equipment.agent.get(`/api/handovers/${handoverId}`));
    for (const matter of open.matters.filter(({ outcome }) => outcome === null))
      await step(`matters/${matter.id}/settle`, { outcome: 'taken_over' });
    await step('finish-count', {});

    const sheet = await issue(equipment, { form: 'count_sheet', handoverId });
    const counted = await printedText(equipment, sheet.id);
    expectAll(counted, [
      ...['应点 60 件，相符 59 件，未见 1 件，清单外 1 件', '䶮⿰钅', '第60号', '盘-58', '无标签手表'],
      ...['未见，已说明：清点时未见', '-1'],
    ]);
    const pages = Number(/共(\d+)页/.exec(counted)?.[1]);
    expect([pages > 3, counted.split('库位').length - 1]).toEqual([true, pages]);

    const record = { form: 'handover_record', handoverId };
    expect(await refuseIssue(equipment, record)).toBe('PAPER_HANDOVER_OPEN');
    for (const [role, person] of [
      ['outgoing', custodian],
      ['supervisor', vicePresident],
      ['incoming', reviewer],
    ] as const) {
      if (person !== reviewer) await setPin(person);
      const signature = { role, pin: PIN, locks: '门锁和门禁权限已更换' };
      await person.agent.post(`/api/handovers/${handoverId}/sign`).send(signature).expect(200);
    }
    const issued = await issue(equipment, record);
    expect(issued.number).toBe('涉财接〔2026〕0001号');
    expectAll(await printedText(equipment, issued.id), [
      ...['保管交接书', '巴中法〔2026〕18号', '调岗', custodian.name, reviewer.name, '确认码签字'],
      ...['责任转移', '移交人负责', '门锁和门禁权限已更换', '无标签手表', '一式三份', '第60号'],
    ]);
    const listing = await equipment.agent.get(`/api/handovers/${handoverId}/papers`).expect(200);
    expect(bodyOf(listHandoverPapersEndpoint, listing).papers).toMatchObject([
      { form: 'count_sheet', paper: { number: sheet.number }, mayIssue: false },
      { form: 'handover_record', paper: { number: issued.number }, mayIssue: false },
    ]);
  });
});

describe('封存标签', () => {
  it('are numbered and kept like any other paper, one a sealed item, without names', async () => {
    const court = await buildReleaseCourt(app);
    const sealed = (index: number) => ({ sealNumber: `标-${index}` });
    const names = [
      '铜佛',
      `${RARE_NAME}一尊，左臂残缺，附带木质底座和锦盒，原存放于被告人住处二楼保险柜内`,
      '白酒',
    ];
    const itemIds = await court.receive(
      names.map((name) => listLine({ name })),
      sealed,
    );
    const [bare = ''] = await court.receive([listLine({ name: '未封的椅子' })]);
    const paper = { form: 'seal_label', caseId: court.caseId };
    const refused = { ...paper, itemIds: [...itemIds, bare] };
    expect(await refuseIssue(court.custodian, refused)).toBe('PAPER_ITEM_UNSEALED');
    const { id, number } = await issue(court.custodian, { ...paper, itemIds });
    expect(number).toBe('涉财封〔2026〕0001号');
    const text = await printedText(court.custodian, id);
    const { code } = await court.read(itemIds[0] ?? '');
    expectAll(text, [
      ...['封存标签', code, '标-0', '标-2', court.caseNumber, '第1件/共4件', '铜佛', '见证人'],
      ...[court.custodian.name, court.reviewer.name, '非经批准严禁启封'],
    ]);
    expect(text.split('严禁启封').length - 1).toBe(3);
  });
});
