/** Whatever the product ships with and keeps in Chinese has English words beside it. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/modules/accounts/roles.ts';
import { DEADLINE_RULE_IDS, deadlineRule } from '../../src/modules/deadlines/deadline-rules.ts';
import { holidayInEnglish, SHIPPED_DAYS } from '../../src/modules/deadlines/shipped-calendar.ts';
import { ruleBasisInEnglish } from '../../src/modules/deadlines/rule-bases.ts';
import { importBasisInEnglish, keptImportBasis } from '../../src/modules/fixed-assets/import/import-basis.ts';
import { ITEM_REQUEST_KINDS } from '../../src/modules/seized-items/item-request-kinds.ts';
import { keptSentenceInEnglish } from '../../src/modules/seized-items/kept-sentences.ts';
import { requestBasisInEnglish } from '../../src/modules/seized-items/request-bases.ts';
import { titleOfRequest } from '../../src/modules/seized-items/request-title.ts';
import { sayHiddenInEnglish } from '../../src/modules/seized-items/say-hidden.ts';
import { productWordsIn } from '../support/product-words.ts';

const CHINESE = /[一-鿿]/;

describe('shipped words', () => {
  it('name in English what every deadline rests on', () => {
    for (const id of DEADLINE_RULE_IDS)
      for (const { basis } of deadlineRule(id).editions) {
        const said = ruleBasisInEnglish(basis);
        expect([basis, said !== undefined && !CHINESE.test(said)]).toEqual([basis, true]);
      }
    expect(ruleBasisInEnglish('巴中法〔2026〕18号')).toBeUndefined();
  });

  it('name in English the steps and grounds of every rule of approval', () => {
    const titles = new Set<string>(Object.values(ROLES).map(({ zh }) => zh));
    for (const { rules } of Object.values(ITEM_REQUEST_KINDS))
      for (const { basis, steps } of rules) {
        const said = basis === null ? '' : requestBasisInEnglish(basis);
        expect([basis, said !== undefined && !CHINESE.test(said)]).toEqual([basis, true]);
        for (const { title } of steps) expect(titles.has(title)).toBe(true);
      }
    expect(requestBasisInEnglish('本院院务会议纪要')).toBeUndefined();
  });

  it('name in English what entries keep as a sentence of the product', () => {
    expect(keptSentenceInEnglish('审批 2026-000123')).toBe('Approval 2026-000123');
    expect(keptSentenceInEnglish('台账 5 部，实点 1 部')).toBe('5 units in the register, 1 unit counted');
    expect(keptSentenceInEnglish('台账 10.5 元，实点 9 元，认定以实点为基准')).toBe(
      '10.5 CNY in the register, 9 CNY counted; the count is the baseline',
    );
    expect(keptSentenceInEnglish('涉密物品（第 3 件）')).toBe('Secret item (no. 3)');
    expect(keptSentenceInEnglish('台账少了一部')).toBeUndefined();
  });

  it.each([
    ['存款凭证 CK000123', 'Deposit slip CK000123'],
    ['保管交接清点 交接〔2026〕3号', 'Count of the handover 交接〔2026〕3号'],
    ['保管交接：调岗', 'Handover: Is transferred'],
    ['旧台账 2025年赃证物台账.xlsx', 'Older register 2025年赃证物台账.xlsx'],
    ['原编号 12；颜色较旧', 'Former number 12; 颜色较旧'],
    [
      '折合 710 元（2026-11-02 100 美元 = 710 元）；银行结汇 100 美元 = 709 元，入账 709 元，差额 -1 元',
      'Worth 710 CNY (2026-11-02: 100 USD = 710 CNY); the bank changed 100 USD = 709 CNY, credited 709 CNY, a difference of -1 CNY',
    ],
    ['封条不符：出库时 F001，归还时 无封条', 'The seal differs: F001 when it left, none now'],
    [
      '里程表不符：出库时 100，归还时 180，相差 80 公里，批准行驶 20 公里；司机称绕行',
      'The odometer differs: 100 when it left, 180 now: 80 km, 20 allowed; 司机称绕行',
    ],
  ])('say %s in English, and leave what somebody wrote', (kept, said) => {
    expect(keptSentenceInEnglish(kept)).toBe(said);
  });

  it('name the days of the shipped calendar and the imports on which entries rest', () => {
    for (const { name } of SHIPPED_DAYS) {
      const said = holidayInEnglish(name);
      expect([name, said !== undefined && !CHINESE.test(said)]).toEqual([name, true]);
    }
    expect(holidayInEnglish('国庆节、中秋节')).toBe('National Day and Mid-Autumn Festival');
    expect(holidayInEnglish('那达慕')).toBeUndefined();
    const runId = '01980000-0000-7000-8000-000000000000';
    expect(importBasisInEnglish(keptImportBasis('台账.xlsx', runId))).toBe(`Import of 台账.xlsx (${runId})`);
    expect(importBasisInEnglish('导入前已有')).toBeUndefined();
  });

  it('say in English what stands for a hidden name or cause, where names and causes are answered', () => {
    const answer = {
      items: [{ name: '涉密物品', cause: '（涉密，不显示）', note: '涉密物品' }],
      request: { title: '涉密物品（第 2 件）', subjectLabel: 'B1-0001 涉密物品' },
      paper: [['涉密物品', '涉密图纸']],
      other: { name: '涉密物品柜', label: '涉密图纸' },
    };
    expect(JSON.parse(JSON.stringify(answer), sayHiddenInEnglish)).toEqual({
      items: [{ name: 'Secret item', cause: '(secret, not shown)', note: '涉密物品' }],
      request: { title: 'Secret item (no. 2)', subjectLabel: 'B1-0001 Secret item' },
      paper: [['涉密物品', '涉密图纸']],
      other: { name: '涉密物品柜', label: '涉密图纸' },
    });
  });

  it('find a word of the product in the English of a refusal', () => {
    expect(productWordsIn('Line 3 counts in 部, the ledger in 台; it is 在库')).toEqual(['部', '台', '在库']);
    expect(productWordsIn('The thing 张三的手提包 is not there, nor in 一号库房 / 1架')).toEqual([]);
  });

  it('title a request in both languages', () => {
    const item = { name: '手机', quantity: '2', unit: '部', caseNumber: '（2025）内08刑初12号' };
    expect(titleOfRequest(ITEM_REQUEST_KINDS.loan, { ...item, itemCount: 1, caseCount: 1 })).toEqual({
      zh: `${ITEM_REQUEST_KINDS.loan.zh}：手机 2 部，（2025）内08刑初12号`,
      en: `${ITEM_REQUEST_KINDS.loan.en}: 手机 2 units, （2025）内08刑初12号`,
    });
    const several = titleOfRequest(ITEM_REQUEST_KINDS.loan, { ...item, itemCount: 3, caseCount: 2 });
    expect(several.zh).toContain('手机等 3 件，（2025）内08刑初12号 等 2 案');
    expect(several.en).toContain('手机 and 2 more, （2025）内08刑初12号 and 1 more');
  });
});
