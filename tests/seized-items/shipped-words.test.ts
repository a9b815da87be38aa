/** Whatever the product ships with and keeps in Chinese has English words beside it. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/modules/accounts/roles.ts';
import { DEADLINE_RULE_IDS, deadlineRule } from '../../src/modules/deadlines/deadline-rules.ts';
import { ruleBasisInEnglish } from '../../src/modules/deadlines/rule-bases.ts';
import { ITEM_REQUEST_KINDS } from '../../src/modules/seized-items/item-request-kinds.ts';
import { keptSentenceInEnglish } from '../../src/modules/seized-items/kept-sentences.ts';
import { requestBasisInEnglish } from '../../src/modules/seized-items/request-bases.ts';
import { titleOfRequest } from '../../src/modules/seized-items/request-title.ts';

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
