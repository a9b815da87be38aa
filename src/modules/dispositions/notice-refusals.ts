/** Why a public notice is not published or ended, and what waits for its end. Runs in the browser too. */
import { defineRefusals } from '../../platform/errors.ts';

/** In order of precedence. */
export const NOTICE_REFUSALS = defineRefusals({
  NOTICE_BEFORE_ORDER: {
    status: 409,
    zh: '{earliest}（裁判生效或依据认定之日）起才能公告，请更正公告日期。',
    en: 'A notice may be published from {earliest} on, the day on which the judgment took effect or the ground was found. Correct its day.',
  },
  NOTICE_RUNNING: {
    status: 409,
    zh: '公告尚未期满，{dueOn} 届满后方可上缴（刑诉法解释第445条）。',
    en: 'The notice runs until {dueOn}; nothing is forfeited before (article 445).',
  },
  NOTICE_NOT_FOUND: {
    status: 409,
    zh: '该物品没有正在进行的认领公告。',
    en: 'No public notice of the item is running.',
  },
  NOTICE_IN_FUTURE: {
    status: 409,
    zh: '日期晚于今天，请更正。',
    en: 'The day lies in the future. Correct it.',
  },
});
