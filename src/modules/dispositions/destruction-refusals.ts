/** Why a destruction is not recorded: who watches over it, and when it was. Runs in the browser too. */
import { defineRefusals } from '../../platform/errors.ts';

/** In order of precedence. */
export const DESTRUCTION_REFUSALS = defineRefusals({
  SUPERVISOR_ASKED_FOR_IT: {
    status: 409,
    zh: '{name} 是本次销毁的申请人，不能监督销毁（申请与监督须由不同的人担任）。请另选监督人。',
    en: '{name} asked for this destruction and so does not supervise it: asking and supervising are kept apart. Choose another supervisor.',
  },
  SUPERVISOR_UNFIT: {
    status: 409,
    zh: '监督人须为督察或盘点人员，且不是执行人、审批人或本案承办人，请换人。',
    en: 'The supervisor is an inspector or a stocktaker and neither an executor, nor an approver, nor the case handler. Choose another.',
  },
  DESTRUCTION_TIMES_WRONG: {
    status: 409,
    zh: '销毁的开始时间须早于结束时间，且不晚于现在。',
    en: 'Destruction begins before it ends, and not in the future.',
  },
});
