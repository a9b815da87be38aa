/** Every form over many lines with long words: heads on each page, signature places never alone, nothing cut off. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
import type { ItemTransition } from '../../src/modules/seized-items/item-transitions.ts';
import { bodyOf } from '../support/answers.ts';
import { issue, printedText, writeEvent } from '../support/paper-court.ts';
import { buildSeizedCourt, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const COUNT = 24;
const LONG = '和田玉籽料手镯附原配紫檀木盒、鉴定证书及购买发票各一份，';
const DETAILS = {
  ...{
    condition: '外包装完好，镯身内侧有一道长约三毫米的旧裂，与入库照片一致',
    reason: '开庭质证，当庭辨认后当日归还',
  },
  ...{ takerName: '阿拉坦乌拉·苏和巴特尔', takerUnit: '内蒙古自治区巴彦淖尔市公安局临河区分局刑事侦查大队' },
  ...{
    takerDocument: '人民警察证 ***217',
    counterpartyName: '阿拉坦乌拉·苏和巴特尔',
    relation: '诉讼代理人',
  },
  ...{ proof: '经公证的授权委托书（2026）巴公证字第 118 号及户口簿复印件', approvalNumber: '2026-000019' },
  ...{
    method: '机械粉碎后高温焚烧',
    place: '巴彦淖尔市临河区固体废物处置中心二号焚烧线',
    supervisor: '督察王某',
  },
  ...{ video: 'V-2026-0417-03', residue: '无残余', judgment: '（2026）内08刑初12号刑事判决书主文第四项' },
  ...{
    valuationNumber: '内价鉴〔2026〕118号',
    valueFen: 128_000_00,
    amountFen: 96_500_00,
    paymentSlip: '缴0001',
  },
  ...{ medium: '人民法院公告网、本院公告栏', expiresOn: '2027-11-23', sealCondition: '完好，骑缝签字清晰' },
  ...{ present: '承办人丁、书记员己', dueAt: '2026-12-01T18:00:00+08:00', takenOn: '2026-11-23' },
};

let app: TestApp;
let court: SeizedCourt;
let itemIds: string[];

const named = (index: number) => listLine({ name: `${LONG}第${index + 1}号`, quantity: String(index + 1) });
const receive = () =>
  court.receive(
    Array.from({ length: COUNT }, (_, index) => named(index)),
    () => ({
      sealNumber: `长-${(serial += 1)}`,
    }),
  );
let serial = 0;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await court.enter(court.room, [court.custodian, court.reviewer]);
  itemIds = await receive();
});
afterAll(() => app.close());

async function write(transition: ItemTransition, ids = itemIds): Promise<number> {
  const occasion = { basis: DETAILS.judgment, counterparty: DETAILS.takerName };
  return writeEvent(app, court, { itemIds: ids, transition, details: DETAILS, occasion });
}

/** Its copy says the column's title once a page, and shows the last line and who signs on one page at least together. */
async function expectWhole(paper: object, column: string, signer: string): Promise<void> {
  const { id } = await issue(court.custodian, { caseId: court.caseId, ...paper });
  const pages = (await printedText(court.custodian, id)).split(/第\d+页\/共\d+页/).slice(0, -1);
  const withLines = pages.filter((page) => page.includes(LONG.slice(0, 6)));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of withLines) expect(page).toContain(column);
  expect(pages.find((page) => page.includes(`第${COUNT}号`))).toContain(signer);
  expect(pages.join('')).not.toMatch(/undefined|null|NaN/);
}

describe('papers of many lines', () => {
  it('are lists of what came and went', async () => {
    const answer = await court.custodian.agent.get(`/api/cases/${court.caseId}/papers`);
    const receipt = bodyOf(listCasePapersEndpoint, answer).offers.find(({ form }) => form === 'receipt');
    await expectWhole({ form: 'receipt', ...receipt?.subject }, '应入数量', '复核人');
    await expectWhole({ form: 'seizure_list', itemIds }, '规格型号', '见证人');
    const texts = { recipient: DETAILS.takerUnit, opinion: '请依法审查后随案保管。'.repeat(6) };
    await expectWhole({ form: 'transfer_list', itemIds, texts }, '原清单号', '接收单位（盖章）');
    await write('unseal');
    await write('prepare_release');
    await expectWhole({ form: 'release', sequence: await write('release') }, '应归还时间', '领取人');
    await expectWhole({ form: 're_entry', sequence: await write('give_back') }, '本次归还数', '归还人');
  });

  it('are papers of what left for good', async () => {
    await write('await_disposition');
    await expectWhole({ form: 'claim_notice', sequence: await write('publish_notice') }, '物品编号', '院印');
    for (const [form, transition, column, signer] of [
      ['return_list', 'return_to_owner', '照片号', '领取人'],
      ['destruction_record', 'destroy', '照片号', '监督人'],
      ['treasury', 'sell', '评估号', '财务人员'],
      ['handover_list', 'send_back', '封条号', '接收人'],
    ] as const) {
      const ids = await receive();
      await write('await_disposition', ids);
      await expectWhole({ form, sequence: await write(transition, ids) }, column, signer);
    }
  });

  it('are statements and labels', async () => {
    const body = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${LONG}经查属实。`).join('\n');
    const { id } = await issue(court.custodian, {
      ...{ form: 'statement', caseId: court.caseId, itemIds, texts: { recipient: DETAILS.takerUnit, body } },
    });
    const text = await printedText(court.custodian, id);
    expect(text).toContain('60.和田玉');
    expect(text).toContain('单位（盖章）');
    const sealed = await receive();
    const labels = await issue(court.custodian, {
      form: 'seal_label',
      caseId: court.caseId,
      itemIds: sealed,
    });
    expect((await printedText(court.custodian, labels.id)).split('严禁启封').length - 1).toBe(COUNT);
  });
});
