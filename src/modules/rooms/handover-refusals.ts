/** Why a room is not handed over. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

export const HANDOVER_REFUSALS = defineRefusals({
  HANDOVER_NOT_FOUND: {
    status: 404,
    zh: '没有找到该交接，可能不在您的管理范围内。',
    en: 'No such handover. It may lie outside what you manage.',
  },
  HANDOVER_STATE_DIFFERS: {
    status: 409,
    zh: '交接已进入其他阶段，请刷新后按当前阶段办理。',
    en: 'The handover has moved on. Reload and go on from where it stands.',
  },
  NOT_IN_HANDOVER: {
    status: 409,
    zh: '此步骤须由参加本次交接的相应人员办理，移交人不参与清点。',
    en: 'This step is taken by those who take part in the handover; the outgoing custodian does not count.',
  },
  LINES_PENDING: {
    status: 409,
    zh: '还有 {count} 件未扫描也未说明，请逐件核对后再结束清点。',
    en: '{count} thing(s) are neither scanned nor explained. Go through them first.',
  },
  MATTERS_OPEN: {
    status: 409,
    zh: '还有 {count} 项未结事项没有明确由谁负责，请逐项确认。',
    en: 'Nobody has said who answers for {count} open matter(s). Settle each of them first.',
  },
  HANDOVER_SIGNED_ALREADY: {
    status: 409,
    zh: '已有人签字，不能退回清点。如需重来，请取消后重新发起。',
    en: 'Somebody has signed. To count again, cancel this handover and open another.',
  },
  HANDOVER_OPEN_ALREADY: {
    status: 409,
    zh: '该库房已有办理中的交接，请先完成或取消。',
    en: 'A handover of this room is open. Complete or cancel it first.',
  },
  INCOMING_IS_OUTGOING: {
    status: 409,
    zh: '接收人与移交人不能是同一人，请另选接收人。',
    en: 'The room goes to somebody else. Choose another incoming custodian.',
  },
  INCOMING_OPENS: {
    status: 409,
    zh: '不能把库房交给自己，请由其他有权人员发起交接。',
    en: 'Nobody hands a room to themselves. Ask somebody else who may open a handover.',
  },
  INCOMING_LACKS_ROLE: {
    status: 409,
    zh: '接收人没有“涉案财物保管员”角色，请先由安全管理员授予。',
    en: 'The incoming custodian lacks the role. The security administrator grants it first.',
  },
  SUPERVISOR_TAKES_PART: {
    status: 409,
    zh: '监交人不能是移交人或接收人，请另选。',
    en: 'The supervisor is neither the outgoing nor the incoming custodian. Choose another.',
  },
  OUTGOING_LEADS_COUNT: {
    status: 409,
    zh: '清点不能由移交人牵头，请另选清点负责人。',
    en: 'The outgoing custodian does not lead the count. Choose somebody else.',
  },
  INCOMING_LEADS_COUNT: {
    status: 409,
    zh: '清点须两人以上，清点负责人与接收人不能是同一人，请另选。',
    en: 'The count takes two: the lead is somebody else than the incoming custodian.',
  },
  LEADER_MISSING: {
    status: 409,
    zh: '移交人不能到场时，须由一名领导与监交人共同开库，请选择领导。',
    en: 'Without the outgoing custodian a leader opens the room with the supervisor. Choose one.',
  },
  LEADER_NOT_FIT: {
    status: 409,
    zh: '开库领导须为院领导或部门负责人，且不是交接双方或监交人，请另选。',
    en: 'The leader is a president or head of department and takes no other part. Choose another.',
  },
  LEADER_DID_NOT_OPEN: {
    status: 409,
    zh: '移交人不能到场的，须由领导与监交人共同开库：请先登记该领导进入库房，再清点。',
    en: 'Without the outgoing custodian a leader opens the room with the supervisor. Record that the leader enters, then count.',
  },
  HANDOVER_PERSON_UNFIT: {
    status: 409,
    zh: '所选人员中有人不在本院或账号已停用，请重新选择。',
    en: 'Somebody does not belong to this court or their account is closed. Choose again.',
  },
  ROOM_NOT_FREEZABLE: {
    status: 409,
    zh: '{why}',
    en: '{whyEnglish}',
  },
  LINE_NOT_FOUND: {
    status: 409,
    zh: '清单中没有“{text}”。如确在库内，请登记为清单外物品。',
    en: '“{text}” is not on the list. If it is in the room, record it as a surplus.',
  },
  LABEL_NOT_CURRENT: {
    status: 409,
    zh: '这不是该编码现在的标签，不能据此核对“{title}”。请核对实物：同一件的旧标签撕下后扫新标签；如是另一件，请隔离存放，并报告异常“两件物品标签相同”。',
    en: 'This is not the current label of the code, so “{title}” is not checked by it. If it is an old label on the same thing, take it off and scan the new one; if it is another thing, set it apart and report “Two things with one label”.',
  },
  LINE_CHECKED_ALREADY: {
    status: 409,
    zh: '“{title}”已经核对过，不重复计入。如眼前是贴有同一编码的另一件，请隔离存放，并报告异常“两件物品标签相同”。',
    en: '“{title}” was checked already and counts once. If another thing with the same code lies before you, set it apart and report the incident “Two things with one label”.',
  },
  MATTER_NOT_FOUND: {
    status: 409,
    zh: '没有找到该事项，请刷新后重试。',
    en: 'No such matter. Reload and try again.',
  },
  MATTER_NOT_LEFT: {
    status: 409,
    zh: '该事项没有留在移交人名下，或已经了结。',
    en: 'The matter did not stay with the outgoing custodian, or it was cleared already.',
  },
  MATTER_IS_OWN: {
    status: 409,
    zh: '该事项留在您本人名下，不能由您自行了结，请由其他有权人员办理。',
    en: 'The matter stayed with you. Somebody else who manages handovers clears it.',
  },
  SIGNATURE_NOT_ASKED: {
    status: 409,
    zh: '本次交接不需要这一方签字，请核对。',
    en: 'This handover asks for no such signature.',
  },
  SIGNATURE_THERE: {
    status: 409,
    zh: '“{name}”已经签字，无需重复。',
    en: '{name} has signed already.',
  },
  LOCKS_UNSAID: {
    status: 409,
    zh: '请写明门锁、钥匙、密码和门禁权限的更换情况；未更换的，写明原因。',
    en: 'Say what was changed of locks, keys, codes and rights at the door, or why nothing was.',
  },
});

export type HandoverRefusalReason = keyof typeof HANDOVER_REFUSALS;

/** To be thrown. */
export function refuseHandover(reason: HandoverRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, HANDOVER_REFUSALS[reason], facts);
}
