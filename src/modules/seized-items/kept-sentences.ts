/**
 * What entries keep as a Chinese sentence of the product, in English beside the words in which it is kept: papers and
 * approvals on which something rests, figures that differ, what a thing was taken for, the name of what is hidden. Pure;
 * runs in the browser too.
 */
import { sayQuantity, unitOfWord } from '../../platform/quantity.ts';
import { HANDOVER_CAUSES } from '../rooms/handover.rules.ts';
import { SECRET_ITEM } from './item-piece.ts';
import { ITEM_STATES } from './item-states.ts';
import { RELEASE_PURPOSES } from './releases/release-kinds.ts';

const WORDS: ReadonlyMap<string, string> = new Map(
  [
    ...Object.values(ITEM_STATES),
    ...Object.values(RELEASE_PURPOSES),
    SECRET_ITEM,
    ...Object.values(HANDOVER_CAUSES).map(({ zh, en }) => ({ zh: `保管交接：${zh}`, en: `Handover: ${en}` })),
    { zh: '存量建账，待核', en: 'From an older register, not counted yet' },
    { zh: '未领取', en: 'Not collected' },
    { zh: '未移送', en: 'Not handed over' },
    { zh: '不详', en: 'Not known' },
    { zh: '不详（存量）', en: 'Not known (older register)' },
    { zh: '与出库照片不符', en: 'It does not look like its photos' },
    { zh: '状况与出库时不符', en: 'Its condition differs' },
  ].map(({ zh, en }) => [zh, en]),
);

/** `2 部` → `2 units`; `12,000 元` → `12,000 CNY`; `1 美元 = 7.1 元` → `1 USD = 7.1 CNY`. */
function inEnglish(amounts: string): string {
  return amounts.replace(
    /(-?[\d.,]+) ([^\s=]+)/gu,
    (_, quantity: string, word: string) => sayQuantity(quantity, unitOfWord(word)).en,
  );
}

const FIGURE = '-?[\\d.,]+ [^\\s，（）=]+';
const AMOUNT = `(${FIGURE})`;
const QUOTE = `(${FIGURE} = ${FIGURE})`;

/** Each with what its parts become. */
const PATTERNS: readonly (readonly [string, (...parts: (string | undefined)[]) => string])[] = [
  ['审批 (\\d{4}-\\d+)', (number) => `Approval ${number}`],
  ['涉密物品（第 (\\d+) 件）', (number) => `${SECRET_ITEM.en} (no. ${number})`],
  ['存款凭证 (\\S.*)', (slip) => `Deposit slip ${slip}`],
  ['保管交接清点 (\\S.*)', (document) => `Count of the handover ${document}`],
  ['旧台账 (\\S.*\\.\\w+)', (file) => `Older register ${file}`],
  ['原编号 (\\S.*)', (number) => `Former number ${number}`],
  ['原登记权属 (\\S.*)', (words) => `Ownership as registered: ${words}`],
  ['原登记保管要求 (\\S.*)', (words) => `Keeping as registered: ${words}`],
  [
    `台账 ${AMOUNT}，实点 ${AMOUNT}(，认定以实点为基准)?`,
    (booked = '', counted = '', settled) =>
      `${inEnglish(booked)} in the register, ${inEnglish(counted)} counted${settled === undefined ? '' : '; the count is the baseline'}`,
  ],
  [
    `折合 ${AMOUNT}（([\\d-]+) ${QUOTE}）`,
    (worth = '', day, quote = '') => `Worth ${inEnglish(worth)} (${day}: ${inEnglish(quote)})`,
  ],
  [
    `银行结汇 ${QUOTE}，入账 ${AMOUNT}，差额 ${AMOUNT}`,
    (quote = '', credited = '', difference = '') =>
      `the bank changed ${inEnglish(quote)}, credited ${inEnglish(credited)}, a difference of ${inEnglish(difference)}`,
  ],
  [
    '封条不符：出库时 (\\S+)，归还时 (\\S+)',
    (was, is) =>
      `The seal differs: ${was === '未加封' ? 'none' : was} when it left, ${is === '无封条' ? 'none' : is} now`,
  ],
  [
    '里程表不符：出库时 (\\S+?)，归还时 ([^\\s，]+)(?:，相差 (\\S+) 公里，批准行驶 (\\S+) 公里)?',
    (was, is, driven, allowed) =>
      `The odometer differs: ${was} when it left, ${is === '未读' ? 'not read' : is} now${driven === undefined ? '' : `: ${driven} km, ${allowed} allowed`}`,
  ],
];
const READ = PATTERNS.map(([pattern, say]) => [new RegExp(`^${pattern}$`, 'u'), say] as const);

function partInEnglish(text: string): string | undefined {
  for (const [pattern, say] of READ) {
    const found = pattern.exec(text);
    if (found !== null) return say(...found.slice(1));
  }
  return WORDS.get(text);
}

/** undefined: none of the product's, such as what somebody wrote; of several sentences those that are. */
export function keptSentenceInEnglish(text: string): string | undefined {
  const parts = text.split('；').map((part) => [part, partInEnglish(part)] as const);
  if (parts.every(([, said]) => said === undefined)) return undefined;
  return parts.map(([part, said]) => said ?? part).join('; ');
}
