/** Why codes are not issued, bound or voided. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const CODE_REFUSALS = defineRefusals({
  BATCH_NOT_FOUND: {
    status: 404,
    zh: '没有找到该批空白标签，可能不在您的管理范围内。',
    en: 'No such batch of blank labels. It may lie outside what you manage.',
  },
  CODE_MISREAD: {
    status: 409,
    zh: '“{text}”的校验位不符，可能是误读或误录。请重新扫描标签。',
    en: 'The check digits of “{text}” are wrong, so it was misread or mistyped. Scan the label again.',
  },
  CODE_UNKNOWN: {
    status: 409,
    zh: '本院没有发过编码 {code}，请核对标签是否本院所印。',
    en: 'This court never issued the code {code}. Check whether the label is one of its own.',
  },
  CODE_LISTED_TWICE: {
    status: 409,
    zh: '标签 {code} 在清单中出现了两次，请删去重复的一行。',
    en: 'The label {code} is listed twice. Remove one line.',
  },
  CODE_VOID: {
    status: 409,
    zh: '标签 {code} 已作废，不能再用。请销毁此标签，另取一张。',
    en: 'The label {code} is void. Destroy it and take another.',
  },
  CODE_BOUND_HERE: {
    status: 409,
    zh: '标签 {code} 已绑定在此物上，无需再绑定。',
    en: 'The label {code} is bound to this very thing already.',
  },
  CODE_BOUND: {
    status: 409,
    zh: '标签 {code} 已绑定“{thing}”，请换一张空白标签。',
    en: 'The label {code} is bound to “{thingEnglish}” already. Take another blank label.',
  },
  CODE_KIND_DIFFERS: {
    status: 409,
    zh: '标签 {code} 用于{kind}，不能贴在{thingKind}上，请换用{thingKind}的标签。',
    en: 'The label {code} is for the kind {kindEnglish}, not for {thingKindEnglish}. Take a label of the right kind.',
  },
  THING_UNKNOWN: {
    status: 409,
    zh: '没有找到要绑定的对象，可能已移走或不在您的管理范围内。请重新选择。',
    en: 'The thing to bind was not found; it may lie outside what you manage. Choose again.',
  },
  THING_LISTED_TWICE: {
    status: 409,
    zh: '“{thing}”在清单中出现了两次，一物只能绑定一张标签，请删去一行。',
    en: '“{thing}” is listed twice. A thing has one label; remove one line.',
  },
  THING_OVER: {
    status: 409,
    zh: '“{thing}”已处置或停用，不再贴标签。',
    en: '“{thing}” is disposed of or closed and gets no label any more.',
  },
  REBIND_REASON_MISSING: {
    status: 409,
    zh: '“{thing}”已贴有标签 {code}。确需改绑请填写原因；原标签损坏或丢失的，请改为补打。',
    en: '“{thing}” carries the label {code} already. Give a reason to bind another; if the label is damaged or lost, replace it instead.',
  },
  BINDINGS_REFUSED: {
    status: 409,
    zh: '{count} 行不能绑定，全部未写入。请更正或移出这些行后重新提交。',
    en: '{count} line(s) cannot be bound and nothing was written. Correct or remove them and send again.',
  },
  CODES_REFUSED: {
    status: 409,
    zh: '{count} 个编码不能作废，全部未写入。请更正或移出后重新提交。',
    en: '{count} code(s) cannot be voided and nothing was written. Correct or remove them and send again.',
  },
  CODE_NOT_IN_BATCH: {
    status: 409,
    zh: '编码 {code} 不属于这一批，请核对。',
    en: 'The code {code} does not belong to this batch. Check it.',
  },
  CODE_VOID_ALREADY: {
    status: 409,
    zh: '编码 {code} 已经作废，请移出。',
    en: 'The code {code} is void already. Remove it.',
  },
  CODE_RANGE_BACKWARDS: {
    status: 409,
    zh: '起始编码在截止编码之后，请对调。',
    en: 'The first code comes after the last. Swap them.',
  },
  NOTHING_TO_VOID: {
    status: 409,
    zh: '没有可作废的空白标签，均已绑定或作废。',
    en: 'There is no blank label to void: all are bound or void.',
  },
});

export type CodeRefusalReason = keyof typeof CODE_REFUSALS;

/** To be thrown. */
export function refuseCode(
  reason: CodeRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, CODE_REFUSALS[reason], facts, problems);
}
