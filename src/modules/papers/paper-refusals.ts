/** Why a paper is not issued, printed or voided: one closed list in order of precedence, with its sentences. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

export const PAPER_REFUSALS = defineRefusals({
  PAPER_NOT_FOUND: {
    status: 404,
    zh: '没有找到该文书，可能不在您的管理范围内。',
    en: 'No such paper. It may lie outside what you manage.',
  },
  PAPER_CASE_UNKNOWN: {
    status: 404,
    zh: '没有找到该案件，或案件不在您的办理范围内，请核对案号。',
    en: 'No such case, or it is not yours. Check its number.',
  },
  PAPER_NAMES_HIDDEN: {
    status: 403,
    zh: '法律文书须载明真实姓名，您无权查看本案姓名，请由有权限的人员办理。',
    en: 'Legal papers bear real names, which you may not see in this case. Someone who may has to do this.',
  },
  PAPER_SUBJECT_UNKNOWN: {
    status: 404,
    zh: '没有找到可据以出具该文书的业务，请刷新后从待出具的文书中选择。',
    en: 'There is nothing that this paper could be made from. Reload and choose among those that wait to be issued.',
  },
  PAPER_SUBJECT_REVERSED: {
    status: 409,
    zh: '该项处置已经冲正，不再出具文书；重新办理后按新的处置出具。',
    en: 'The disposition was taken back, so no paper is issued about it. Issue one when it is carried out anew.',
  },
  PAPER_SUBJECT_WRONG: {
    status: 409,
    zh: '该文书不能按此方式出具，请从待出具的文书中选择。',
    en: 'This paper is not made from that. Choose among those that wait to be issued.',
  },
  PAPER_ITEMS_UNKNOWN: {
    status: 409,
    zh: '所选物品不全属于本案，请重新选择。',
    en: 'Not all of the chosen items belong to the case. Choose again.',
  },
  PAPER_ITEM_ONE: {
    status: 409,
    zh: '保管链报告一次只出具一件物品，请选择一件。',
    en: 'A chain-of-custody report is about one item. Choose one.',
  },
  PAPER_ITEM_UNSEALED: {
    status: 409,
    zh: '“{item}”当前没有封条或者已经出库了结，请先封存，或者不列入本次标签。',
    en: '“{item}” bears no seal or has left for good. Seal it first, or leave it out.',
  },
  PAPER_ITEMS_NONE: {
    status: 409,
    zh: '清单中没有物品，请至少选择一件。',
    en: 'The list is empty. Choose at least one item.',
  },
  PAPER_COUNT_OPEN: {
    status: 409,
    zh: '该次交接尚未清点完毕，请在清点结束后出具盘点表。',
    en: 'The count of this handover is not finished. Issue the sheet when it is.',
  },
  PAPER_HANDOVER_OPEN: {
    status: 409,
    zh: '该次交接尚未签字完成，请在各方签字后出具交接书。',
    en: 'This handover is not signed by everybody. Issue its paper when it is.',
  },
  PAPER_TEXT_MISSING: {
    status: 409,
    zh: '请填写{what}后出具。',
    en: 'Fill in: {whatEn}.',
  },
  PAPER_ALREADY_ISSUED: {
    status: 409,
    zh: '该业务已出具 {number}，需要更多份数请加印；内容有误的请先作废再重新出具。',
    en: '{number} was issued for this already. Print further copies, or void it first if it is wrong.',
  },
  PAPER_VOIDED: {
    status: 409,
    zh: '该文书已作废，不能再打印或补传，请使用重新出具的文书。',
    en: 'The paper is void and cannot be printed or added to. Use the one that replaced it.',
  },
  PAPER_CONTENT_DAMAGED: {
    status: 409,
    zh: '存档内容与出具时的校验值不符，不能打印。请立即报告系统管理员和审计人员。',
    en: 'What is kept differs from what was issued. It is not printed. Report this at once.',
  },
  PAPER_PRINT_NOT_YOURS: {
    status: 409,
    zh: '该份打印件不是您登记的，或登记已超过 {minutes} 分钟。请另行登记一份。',
    en: 'This copy is not yours, or it was recorded more than {minutes} minutes ago. Record another one.',
  },
  PAPER_SCAN_REFUSED: {
    status: 409,
    zh: '扫描件须为 PDF 或图片，请重新选择文件。',
    en: 'A scan is a PDF or a picture. Choose another file.',
  },
  PAPER_SCAN_NOT_FOUND: {
    status: 404,
    zh: '没有找到该扫描件，或文件已损坏，请联系管理员。',
    en: 'No such scan, or the file is damaged. Ask the administrator.',
  },
});
export type PaperRefusalReason = keyof typeof PAPER_REFUSALS;

export function refusePaper(reason: PaperRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, PAPER_REFUSALS[reason], facts);
}
