/** Why nobody is appointed, released or kept away. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

export const CUSTODIANSHIP_REFUSALS = defineRefusals({
  CUSTODIANSHIP_NOT_FOUND: {
    status: 404,
    zh: '没有找到该任命，可能不在您的管理范围内。',
    en: 'No such appointment. It may lie outside what you manage.',
  },
  APPOINTS_ONESELF: {
    status: 409,
    zh: '不能任命本人，请由其他有权人员办理。',
    en: 'Nobody appoints themselves. Ask somebody else who may appoint.',
  },
  CUSTODIAN_NOT_OF_COURT: {
    status: 409,
    zh: '该人员不在本院或账号已停用，请另选。',
    en: 'The person does not belong to this court or their account is closed. Choose another.',
  },
  CUSTODIAN_LACKS_ROLE: {
    status: 409,
    zh: '该人员没有“涉案财物保管员”角色，请先由安全管理员授予。',
    en: 'The person does not hold the custodian’s role. The security administrator grants it first.',
  },
  OFFICE_ENDS_BEFORE_IT_BEGINS: {
    status: 409,
    zh: '截止时间须晚于起始时间，请重新填写。',
    en: 'The end must lie after the beginning. Give another.',
  },
  OFFICE_BEGINS_LATER: {
    status: 409,
    zh: '保管人不能预先任命，请在到任时办理；将来接任的，到时办理保管交接。',
    en: 'A custodian is not appointed ahead of time. Do it when they begin, or hand the room over then.',
  },
  ROOM_HAS_CUSTODIAN: {
    status: 409,
    zh: '一间库房同时只有一名保管人，现任尚未卸任。请办理保管交接。',
    en: 'A room has one custodian at a time, and this one has. Hand the room over instead.',
  },
  OFFICE_OVERLAPS: {
    status: 409,
    zh: '所填期间与已有的任命重叠，请核对起止时间。',
    en: 'The term overlaps another appointment. Check beginning and end.',
  },
  ROOM_HAS_NO_CUSTODIAN: {
    status: 409,
    zh: '库房还没有保管人，请先任命保管人，再指定代管人。',
    en: 'The room has no custodian yet. Appoint one first, then a deputy.',
  },
  DEPUTY_IS_CUSTODIAN: {
    status: 409,
    zh: '该人员就是现任保管人，代管人请另选。',
    en: 'The person is the custodian. Choose somebody else as deputy.',
  },
  OFFICE_OVER: {
    status: 409,
    zh: '该任命已经结束，无需终止。',
    en: 'The appointment is over already.',
  },
  CUSTODIAN_MUST_HAND_OVER: {
    status: 409,
    zh: '库房内有物品或未结事项，保管人不能直接卸任，请办理保管交接。',
    en: 'The room holds things or has matters open, so the custodian cannot simply leave. Hand the room over.',
  },
  OFFICE_HAS_MATTER: {
    status: 409,
    zh: '{why}',
    en: '{whyEnglish}',
  },
  RECUSAL_NOT_FOUND: {
    status: 404,
    zh: '没有找到该回避登记，或已撤销。',
    en: 'No such recusal, or it was withdrawn.',
  },
  RECUSAL_EXISTS: {
    status: 409,
    zh: '该人员对此案已登记回避，无需重复登记。',
    en: 'The person is kept away from this case already.',
  },
  RECUSAL_WITHDRAWN_BY_ONESELF: {
    status: 409,
    zh: '本人的回避须由他人核实后撤销。',
    en: 'Your own recusal is withdrawn by somebody else who has checked it.',
  },
});

export type CustodianshipRefusalReason = keyof typeof CUSTODIANSHIP_REFUSALS;

/** To be thrown. */
export function refuseCustodianship(reason: CustodianshipRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, CUSTODIANSHIP_REFUSALS[reason], facts);
}
