/** What each form says, read back from its printed copy; what an entry does not say stays open to be written by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPER_FORM_IDS, paperFormOf } from '../../src/modules/papers/paper-forms.ts';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
import { commissionExaminationEndpoint } from '../../src/modules/seized-items/examinations/examinations.contract.ts';
import { ITEM_TRANSITIONS } from '../../src/modules/seized-items/item-transitions.ts';
import { bodyOf } from '../support/answers.ts';
import {
  issue,
  openPrint,
  printedText,
  recordPrint,
  refuseIssue,
  writeEvent,
} from '../support/paper-court.ts';
import { textOfPaper } from '../support/paper-text.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, listLine, SIGNATURE, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { approveUnsealing } from '../support/unsealing.ts';

let app: TestApp;
let court: SeizedCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await court.enter(court.room, [court.custodian, court.reviewer]);
});
afterAll(() => app.close());

/** Issues a paper of the case and answers what its first copy says. */
async function say(paper: object, as: TestPerson = court.custodian): Promise<string> {
  const { id } = await issue(as, { caseId: court.caseId, ...paper });
  return printedText(as, id);
}

function expectAll(text: string, parts: readonly string[]): void {
  for (const part of parts) expect(text).toContain(part.replace(/\s/g, ''));
}

async function offerOf(form: string, itemId: string) {
  const answer = await court.custodian.agent.get(`/api/cases/${court.caseId}/papers?itemId=${itemId}`);
  const found = bodyOf(listCasePapersEndpoint, answer).offers.find((offer) => offer.form === form);
  return found?.subject ?? {};
}

describe('forms', () => {
  it('are numbered by a word of their own, and made from transitions that exist', () => {
    const words = PAPER_FORM_IDS.map((id) => paperFormOf(id).word);
    expect(new Set(words).size).toBe(words.length);
    for (const id of PAPER_FORM_IDS)
      for (const kind of paperFormOf(id).kinds) expect(ITEM_TRANSITIONS).toHaveProperty(kind);
  });
});

describe('what came in', () => {
  it('入库单 says what was listed and counted, by whom it came and who took it', async () => {
    const [id = ''] = await court.receive([listLine({ name: '䶮字牌手机' })], () => ({
      sealNumber: 'F-2026-1',
    }));
    const text = await say({ form: 'receipt', ...(await offerOf('receipt', id)) });
    expectAll(text, [
      ...[
        '涉案财物入库单',
        '涉财入〔2026〕0001号',
        court.caseNumber,
        '临河区检察院',
        '王检',
        '临检移字〔2026〕7号',
      ],
      ...[
        '䶮字牌手机',
        'F-2026-1',
        '1架',
        court.custodian.name,
        court.reviewer.name,
        '确认码确认',
        '第1页/共1页',
      ],
    ]);
  });

  it('situation 26: an illegible list is received as a difference, and the notice asks for it to be written anew', async () => {
    const difference = '清单第3行字迹不清，按实物登记';
    const items = await court.preregister([listLine({ name: '移动硬盘', unit: '块', quantity: '2' })]);
    const [id = ''] = items.map((item) => item.id);
    const intakeId = await court.openIntake([id]);
    await court.photograph(id);
    const count = { outcome: 'differs', quantity: '1', placeId: court.shelves[0], difference };
    await court.count(intakeId, [{ itemId: id, count }]);
    await court.complete(intakeId, { delivererSignature: SIGNATURE });
    const receipt = await say({ form: 'receipt', ...(await offerOf('receipt', id)) });
    expectAll(receipt, ['移动硬盘', difference]);
    const notice = await say({ form: 'difference_notice', ...(await offerOf('difference_notice', id)) });
    expectAll(notice, ['临河区检察院：', '与清单不符', difference, '第二百一十九条', '三日内']);
  });
});

describe('what went out and came back', () => {
  it('出库单 and 再入库单 refer to each other', async () => {
    const [id = ''] = await court.receive([listLine()], () => ({ sealNumber: 'F-2026-9' }));
    await writeEvent(app, court, { itemIds: [id], transition: 'prepare_release' });
    const released = await writeEvent(app, court, {
      ...{ itemIds: [id], transition: 'release', occasion: { counterparty: '鉴定人赵某' } },
      details: { purpose: '送检', takerDocument: '警官证 ***12', approvalNumber: '2026-000009' },
    });
    const form = await issue(court.custodian, { form: 'release', caseId: court.caseId, sequence: released });
    const out = await printedText(court.custodian, form.id);
    expectAll(out, ['鉴定人赵某', '送检', '警官证***12', '2026-000009', 'F-2026-9']);
    const back = await writeEvent(app, court, {
      ...{ itemIds: [id], transition: 'give_back', details: { condition: '完好' } },
    });
    const text = await say({ form: 're_entry', sequence: back });
    expectAll(text, ['涉案财物再入库单', form.number, '完好', 'F-2026-9', '是']);
  });

  it('启封记录 names the old seal, both people and the reason', async () => {
    const [id = ''] = await court.receive([listLine()], () => ({ sealNumber: 'F-2026-5' }));
    await court.photograph(id);
    const { agent } = court.custodian;
    const body = { itemId: id, reason: '核对串号', secondPerson: court.secondPerson() };
    const number = await approveUnsealing(app, court, [id]);
    await agent.post('/api/seized-items/unseal').send(body).expect(200);
    const text = await say({ form: 'unsealing_record', ...(await offerOf('unsealing_record', id)) });
    expectAll(text, [
      '启封记录',
      number,
      'F-2026-5',
      '核对串号',
      court.custodian.name,
      court.reviewer.name,
      '照片',
    ]);
    // The seal that is put on later is written by hand; which paper it went by is not asked twice.
    expect(text).not.toMatch(/—|依据文书/);
  });

  it('marks what nobody recorded, so that it is not written in later, and leaves open what is written by hand', async () => {
    const [id = ''] = await court.receive([listLine({ name: '未封的扳手', unit: '把' })]);
    const receipt = await say({ form: 'receipt', ...(await offerOf('receipt', id)) });
    expect(receipt).toMatch(/未封的扳手.*把一般—一号库房\/1架—移交人/);
    await writeEvent(app, court, { itemIds: [id], transition: 'await_disposition' });
    const sequence = await writeEvent(app, court, { itemIds: [id], transition: 'sell' });
    expect(await say({ form: 'treasury', sequence })).toMatch(/拍卖变卖———经办人/);
  });
});

describe('what left for good', () => {
  const cases = [
    [
      'return_list',
      'return_to_owner',
      { counterpartyName: '张三', takerDocument: '身份证 ***1234', relation: '本人' },
      ['返还清单', '张三', '***1234', '本人'],
    ],
    [
      'destruction_record',
      'destroy',
      {
        method: '焚烧',
        place: '垃圾处理厂',
        supervisor: '督察王某',
        video: 'V-77',
        residue: '无残余',
      },
      ['销毁记录', '焚烧', '督察王某', 'V-77', '无残余'],
    ],
    [
      'treasury',
      'sell',
      { valuationNumber: '评字3号', amountFen: 123456, paymentSlip: '缴0001' },
      ['上缴（变价）单', '评字3号', '1,234.56', '缴0001', '拍卖变卖'],
    ],
    [
      'handover_list',
      'send_back',
      { takerUnit: '临河公安分局', takerName: '刘警官' },
      ['移交清单', '临河公安分局', '刘警官', '回执'],
    ],
  ] as const;

  it.each(cases)('%s', async (form, transition, details, parts) => {
    const [id = ''] = await court.receive([listLine({ name: '物品甲' })]);
    await writeEvent(app, court, { itemIds: [id], transition: 'await_disposition' });
    const sequence = await writeEvent(app, court, {
      ...{ itemIds: [id], transition, details },
      occasion: { basis: '（2026）内08刑初12号判决书' },
    });
    const text = await say({ form, sequence });
    expectAll(text, ['物品甲', '判决书', ...parts]);
  });

  it('leaves a line to write on for what an entry does not say', async () => {
    const [id = ''] = await court.receive([listLine()]);
    await writeEvent(app, court, { itemIds: [id], transition: 'await_disposition' });
    const sequence = await writeEvent(app, court, { itemIds: [id], transition: 'destroy' });
    const text = await say({ form: 'destruction_record', sequence });
    expectAll(text, ['销毁方式', '录像编号', '监督人', '年月日']);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('认领公告 says what the law gives the right holder', async () => {
    const [id = ''] = await court.receive([listLine({ name: '无主手表', unit: '块' })]);
    await writeEvent(app, court, { itemIds: [id], transition: 'await_disposition' });
    const sequence = await writeEvent(app, court, { itemIds: [id], transition: 'publish_notice' });
    expectAll(await say({ form: 'claim_notice', sequence }), [
      '认领公告',
      '无主手表',
      '一年内',
      '第四百四十五条',
    ]);
  });
});

/** Sent to an institution, which answers with an opinion on the same day. */
async function examine(
  itemId: string,
  { kind, ...opinion }: { kind: string; [of: string]: unknown },
  today: string,
): Promise<void> {
  const sent = {
    ...{ kind, mandateNumber: '（2026）内08鉴委3号', institution: '价格认证中心', sentOn: today },
    ...{ qualification: '认定机构', question: '真伪与价值', secondPerson: court.secondPerson() },
  };
  const { agent } = court.custodian;
  const answer = await agent.post(`/api/seized-items/${itemId}/examinations`).send(sent).expect(200);
  const { id } = bodyOf(commissionExaminationEndpoint, answer);
  const found = { conclusion: '见意见书', examiners: '刘工、孙工', concludedOn: today, ...opinion };
  await agent.post(`/api/examinations/${id}/opinion`).send(found).expect(200);
}

describe('lists', () => {
  it('breaks sixty lines over pages with the header on each', async () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      listLine({
        name: `第${index + 1}号很长的物品名称用来折行显示`,
        facts: { features: '黑色，屏幕有裂纹' },
      }),
    );
    const items = await court.preregister(lines);
    const itemIds = items.map(({ id }) => id);
    const text = await say({ form: 'seizure_list', itemIds });
    const pages = Number(/共(\d+)页/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(2);
    expect(text.split('规格型号').length - 1).toBe(pages);
    expectAll(text, ['第1号', '第60号', '见证人', '持有人', '一式二份']);
    const transfer = await say({
      form: 'transfer_list',
      itemIds,
      texts: { recipient: '内蒙古高级人民法院' },
    });
    expectAll(transfer, ['随案移送财物清单', '内蒙古高级人民法院', '60件', '临检移字〔2026〕7号']);
  });

  it('say of what has left how much was listed, where it went, and that it does not go along', async () => {
    const [id = ''] = await court.receive([listLine({ name: '铜币', quantity: '17' })], () => ({
      sealNumber: 'F-去-1',
    }));
    const itemIds = [id];
    await writeEvent(app, court, { itemIds, transition: 'await_disposition' });
    await writeEvent(app, court, { itemIds, transition: 'return_to_owner' });
    expect(await court.read(id)).toMatchObject({ state: 'returned' });
    expectAll(await say({ form: 'seizure_list', itemIds }), ['铜币', '17部']);
    const transfer = { form: 'transfer_list', itemIds, texts: { recipient: '市中级人民法院' } };
    expectAll(await say(transfer), ['17部', '否已返还']);
    const labels = { form: 'seal_label', caseId: court.caseId, itemIds };
    expect(await refuseIssue(court.custodian, labels)).toBe('PAPER_ITEM_UNSEALED');
  });

  it('随案移送清单 names the opinions on each thing, and nothing where there is none', async () => {
    const [id = '', other = ''] = await court.receive([listLine({ name: '玉镯' }), listLine()]);
    const today = app.clock.now().toISOString().slice(0, 10);
    await examine(id, { kind: 'appraisal', opinionNumber: '巴质鉴〔2026〕3号' }, today);
    const value = { fen: 800_000, baseDate: today };
    await examine(id, { kind: 'valuation', opinionNumber: '巴价鉴〔2026〕8号', value }, today);
    const list = { form: 'transfer_list', texts: { recipient: '市中级人民法院' } };
    expectAll(await say({ ...list, itemIds: [id] }), ['巴价鉴〔2026〕8号', '巴质鉴〔2026〕3号']);
    expect(await say({ ...list, itemIds: [other] })).not.toContain('巴价鉴');
  });
});

describe('补充材料通知书', () => {
  it('goes to the procuratorate of the case, or to whom somebody names', async () => {
    const notice = { form: 'supplement_notice', texts: { demand: '扣押清单原件' } };
    const { caseId } = court;
    expect(await refuseIssue(court.custodian, { ...notice, caseId })).toBe('PAPER_TEXT_MISSING');
    const recipient = '临河区人民检察院';
    const text = await say({ ...notice, texts: { ...notice.texts, recipient } });
    expectAll(text, [`${recipient}：`, '扣押清单原件', '三日内']);
  });
});

describe('物证保管链报告', () => {
  it('lists every entry with its hash and the one before, and that the whole book was recomputed', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const item = await court.read(id);
    const text = await say({ form: 'custody_report', itemIds: [id] });
    for (const { hash, zh } of item.life) expectAll(text, [hash, zh]);
    expectAll(text, ['哈希链完整', 'RFC8785', '账簿末笔哈希', item.files[0]?.sha256 ?? '']);
    expect(item.life.length).toBeGreaterThan(2);
  });
});

describe('what nobody looks at', () => {
  it('situation 36: papers about obscene things bear checksums of their photos and no picture', async () => {
    const facts = { features: '光盘', source: '扣押' };
    const line = listLine({ name: '光盘', category: 'obscene_materials', unit: '张', facts });
    const [hidden = ''] = await court.receive([line], () => ({ sealNumber: 'F-36' }));
    const [plain = ''] = await court.receive([listLine()]);
    const pictureCount = async (itemId: string) => {
      const paper = { form: 'custody_report', caseId: court.caseId, itemIds: [itemId] };
      const { id } = await issue(court.custodian, paper);
      const { printId } = await recordPrint(court.custodian, id);
      const bytes = await openPrint(court.custodian, id, printId);
      const { sha256 } = (await court.read(itemId)).files[0] ?? { sha256: '' };
      expect(await textOfPaper(bytes)).toContain(sha256);
      return bytes.toString('latin1').split('/Subtype /Image').length - 1;
    };
    expect(await pictureCount(hidden)).toBe(0);
    expect(await pictureCount(plain)).toBeGreaterThan(0);
  });
});

describe('after a power cut', () => {
  it('situation 53: a movement recorded late shows both times on its papers, and a book tampered with is told', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const happened = new Date(app.clock.now().getTime() + 3_600_000);
    app.clock.advanceMs(2 * 86_400_000);
    const late = { itemIds: [id], occasion: { occurredAt: happened, counterparty: '公诉人李某' } };
    await writeEvent(app, court, { ...late, transition: 'prepare_release' });
    const sequence = await writeEvent(app, court, { ...late, transition: 'release' });
    const custodian = await buildPerson(app, {
      ...{ court: court.court, role: 'property_custodian', name: '保管员晚' },
    });
    const both = /2026-11-23\d\d:\d\d（2026-11-25\d\d:\d\d补录）/;
    expect(await say({ form: 'release', sequence }, custodian)).toMatch(both);
    const report = await say({ form: 'custody_report', itemIds: [id] }, custodian);
    expect(report).toMatch(both);
    expect(report).toContain('哈希链完整');

    const owner = app.database.ownerPool;
    await owner.query('alter table ledger_entries disable trigger user');
    await owner.query(`update ledger_entries set actor_name = '他人' where details ->> 'itemId' = $1`, [id]);
    await owner.query('alter table ledger_entries enable trigger user');
    const tampered = await say({ form: 'custody_report', itemIds: [id] }, custodian);
    expectAll(tampered, ['哈希链不相符', '须经审计核实']);
  });
});
