/** Papers of what people did by the real rules: releases, approvals, returns, destructions, hand-overs, notices, counts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  buildDispositionCourt,
  execution,
  line,
  listLine,
  SIGNATURE,
  TAKER,
  type DispositionCourt,
} from '../support/disposition-court.ts';
import { issue, printedText, refuseIssue } from '../support/paper-court.ts';
import type { TestPerson } from '../support/people.ts';
import { buildReleaseCourt, TAKER as LOAN_TAKER, type ReleaseCourt } from '../support/release-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

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
    const signed = { takerSignature: SIGNATURE, officerSignature: SIGNATURE };
    await court.post('dispositions/return', execution(court, requestId, items, { taker: TAKER, ...signed }));
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
    await app.database.ownerPool.query(`update public_notices set due_on = '2026-03-01' where item_id = $1`, [
      itemId,
    ]);
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
    expectAll(text, ['盘点表', '盘点库房', '调令 3 号', '账面 0 件', '监盘人', court.vicePresident.name]);
    expect(await refuseIssue(court.equipment, paper)).toBe('PAPER_ALREADY_ISSUED');
  });
});
