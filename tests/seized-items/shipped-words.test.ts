/** Whatever the product ships with and keeps in Chinese has English words beside it. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/modules/accounts/roles.ts';
import { DEADLINE_RULE_IDS, deadlineRule } from '../../src/modules/deadlines/deadline-rules.ts';
import { ruleBasisInEnglish } from '../../src/modules/deadlines/rule-bases.ts';
import { ITEM_REQUEST_KINDS } from '../../src/modules/seized-items/item-request-kinds.ts';
import { requestBasisInEnglish } from '../../src/modules/seized-items/request-bases.ts';

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
});
