/** Why a visit is not recorded, and a movement not taken. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

export const VISIT_REFUSALS = defineRefusals({
  VISIT_NOT_FOUND: {
    status: 404,
    zh: '没有找到该出入记录，可能不在您的管理范围内。',
    en: 'No such visit. It may lie outside what you manage.',
  },
  VISIT_CORRECTED: {
    status: 409,
    zh: '该记录已被更正，请在更正后的记录上办理。',
    en: 'This visit was corrected. Work on the one that corrects it.',
  },
  ESCORT_NOT_CUSTODIAN: {
    status: 409,
    zh: '来访人员须由本库房保管人或代管人（{names}）全程陪同，请其一并登记进入。',
    en: 'A visitor is escorted by whoever answers for the room ({names}) the whole time. Have one of them enter too.',
  },
  NOBODY_ENTERS: {
    status: 409,
    zh: '没有进入人员，请扫描或选择本院人员。',
    en: 'Nobody enters. Scan or choose somebody of the court.',
  },
  VISITOR_NOT_OF_COURT: {
    status: 409,
    zh: '有人员不在本院或账号已停用，请按外来人员登记。',
    en: 'Somebody does not belong to this court or their account is closed. Record them as a visitor.',
  },
  BADGE_OF_OTHER: {
    status: 409,
    zh: '所扫证件不是“{name}”的，请重新扫描。',
    en: 'The scanned badge is not that of {name}. Scan again.',
  },
  PURPOSE_NOT_SAID: {
    status: 409,
    zh: '事由为“其他”时，请在备注中写明。',
    en: 'Say in the note what the other purpose is.',
  },
  LEFT_BEFORE_ENTERING: {
    status: 409,
    zh: '“{name}”的离开时间早于进入时间，请核对。',
    en: '{name} would leave before entering. Check the times.',
  },
  VISIT_IN_FUTURE: {
    status: 409,
    zh: '进入、离开时间不能晚于现在，请核对。',
    en: 'A visit cannot be recorded ahead of time. Check the times.',
  },
  VISIT_OVER: {
    status: 409,
    zh: '“{name}”已经登记离开，如有误请更正该记录。',
    en: '{name} has left already. Correct the visit if that is wrong.',
  },
  PERSON_INSIDE_ALREADY: {
    status: 409,
    zh: '“{name}”在此期间已在库内，请先登记离开或核对时间。',
    en: '{name} is inside at that time already. Record that they left first, or check the times.',
  },
  PERSON_IN_OTHER_ROOM: {
    status: 409,
    zh: '“{name}”在此期间在其他库房内，一人不能同时在两处。请先登记离开。',
    en: '{name} is in another room at that time. Record that they left it first.',
  },
  VISITOR_WITHOUT_ESCORT: {
    status: 409,
    zh: '外来人员“{name}”须由本院人员全程陪同，请指定一同进入或已在库内的陪同人。',
    en: 'The visitor {name} needs an escort of the court all the time. Name one who enters too or is inside.',
  },
  ESCORT_LEAVES_FIRST: {
    status: 409,
    zh: '陪同人不能先走：“{name}”还在库内，请一同登记离开。',
    en: 'An escort cannot leave first: {name} is still inside. Record that they leave together.',
  },
  ALONE_IN_TWO_PERSON_ROOM: {
    status: 409,
    zh: '双人库内须始终有两名以上本院人员，“{name}”将单独在内。请两人一同进入或一同离开。',
    en: 'Two people of the court are always inside a two-person room, and {name} would be alone. Enter or leave together.',
  },
  VISIT_CARRIES_MOVEMENTS: {
    status: 409,
    zh: '“{name}”在所填时间之外办理过物品出入库，请按实际时间填写。',
    en: '{name} moved items outside the given time. Give the times as they were.',
  },
  NOT_INSIDE_ROOM: {
    status: 409,
    zh: '所选人员不在此库房内，请刷新后重试。',
    en: 'Those people are not inside this room. Reload and try again.',
  },
  MOVEMENT_OUTSIDE_VISIT: {
    status: 409,
    zh: '“{name}”此时没有“{room}”的出入记录，请先登记进入，再办理物品出入库。',
    en: '{name} is not recorded as being in {room} at that time. Record the visit first.',
  },
  MOVEMENT_NEEDS_TWO_PERSONS: {
    status: 409,
    zh: '“{room}”为双人库，须有两名在库人员共同办理。',
    en: '{room} is a two-person room: two people inside do it together.',
  },
});

export type VisitRefusalReason = keyof typeof VISIT_REFUSALS;

/** To be thrown. */
export function refuseVisit(reason: VisitRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, VISIT_REFUSALS[reason], facts);
}
