/** What is said of input that a schema does not take: what belongs there, in both languages. Pure. */
import type { z } from 'zod';
import type { Sentence } from './errors.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;

/** What belongs there, by the name of its type or format. */
const KINDS: Readonly<Record<string, Sentence>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'a group of fields' },
  date: { zh: '日期，如 2026-11-23', en: 'a day, such as 2026-11-23' },
  datetime: {
    zh: '带时区的时间，如 2026-11-23T09:30:00+08:00',
    en: 'an instant with its offset, such as 2026-11-23T09:30:00+08:00',
  },
  uuid: { zh: '系统给出的标识', en: 'an identifier that this system gave' },
  email: { zh: '电子邮箱地址', en: 'an e-mail address' },
};

const FORM_DIFFERS: Sentence = {
  zh: '书写格式不对，请核对后重新填写。',
  en: 'It is not written as it must be. Check it and type it again.',
};
const OTHERWISE: Sentence = { zh: '填写内容不符合要求，请核对。', en: 'This does not fit here. Check it.' };

function ofType({ expected }: IssueOf<'invalid_type'>): Sentence {
  const kind = KINDS[expected];
  return kind === undefined
    ? OTHERWISE
    : { zh: `需要填写，应为${kind.zh}。`, en: `Needed here: ${kind.en}.` };
}

function ofFormat({ format }: IssueOf<'invalid_format'>): Sentence {
  const kind = KINDS[format];
  return kind === undefined ? FORM_DIFFERS : { zh: `应为${kind.zh}。`, en: `Must be ${kind.en}.` };
}

type Limited = 'string' | 'array' | 'number';
/** What is counted, by what has the limit; a number has none. */
const COUNTED: Readonly<Record<Exclude<Limited, 'number'>, Sentence>> = {
  string: { zh: '个字符', en: ' character(s)' },
  array: { zh: '项', en: ' item(s)' },
};

function ofLimit(origin: string, limit: string, isLeast: boolean): Sentence {
  if (origin !== 'string' && origin !== 'array')
    return isLeast
      ? { zh: `不能小于 ${limit}。`, en: `Must be ${limit} or more.` }
      : { zh: `不能大于 ${limit}。`, en: `Must be ${limit} or less.` };
  const { zh, en } = COUNTED[origin];
  return isLeast
    ? { zh: `至少 ${limit} ${zh}。`, en: `At least ${limit}${en}.` }
    : { zh: `最多 ${limit} ${zh}。`, en: `At most ${limit}${en}.` };
}

/** The sentence for an issue; never what was sent, and no pattern of a machine. */
export function inputSentenceOf(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue);
    case 'invalid_format':
      return ofFormat(issue);
    case 'too_small':
      return ofLimit(issue.origin, String(issue.minimum), true);
    case 'too_big':
      return ofLimit(issue.origin, String(issue.maximum), false);
    case 'unrecognized_keys':
      return {
        zh: `有不认识的字段：${issue.keys.join('、')}，请去掉。`,
        en: `Leave out what is not known here: ${issue.keys.join(', ')}.`,
      };
    case 'invalid_value':
      return {
        zh: `只能是以下之一：${issue.values.map(String).join('、')}。`,
        en: `Must be one of: ${issue.values.map(String).join(', ')}.`,
      };
    default:
      return OTHERWISE;
  }
}
