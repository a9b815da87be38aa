/** Why door events are not taken or compared. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

export const DOOR_REFUSALS = defineRefusals({
  DOORS_NOT_NAMED: {
    status: 409,
    zh: '还没有库房填写门禁名称，请先在库房设置中填写。',
    en: 'No room names its doors yet. Fill them in under the room’s settings.',
  },
  DOOR_COLUMNS_MISSING: {
    status: 409,
    zh: '文件须有“时间”“门”“方向”列，以及“卡号”或“姓名”列；现有的列：{headers}。',
    en: 'The file needs the columns time, door and direction, and badge or name. It has: {headers}.',
  },
  DOOR_FILE_REFUSED: {
    status: 409,
    zh: '有 {count} 处问题，全部未导入。请更正后重新提交。',
    en: '{count} problem(s), and nothing was imported. Correct them and send again.',
  },
  DOOR_PERIOD_WRONG: {
    status: 409,
    zh: '文件所涉日期填写有误：须起止不颠倒、不晚于今天，并包含文件中的全部记录（{first} 至 {last}）。请更正后重新选择文件。',
    en: 'The days of the file are wrong: the first before the last, none after today, and all rows within ({first} to {last}). Correct them and choose the file again.',
  },
  PERIOD_TOO_LONG: {
    status: 409,
    zh: '核对期间须在 {limit} 天以内，且起止不颠倒，请重新选择。',
    en: 'Compare at most {limit} days at once, the first before the last. Choose again.',
  },
});

/** To be thrown. */
export function refuseDoors(
  reason: keyof typeof DOOR_REFUSALS,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, DOOR_REFUSALS[reason], facts, problems);
}
