/** Why a command on a seized item can be refused: one closed list in order of precedence, with its sentences. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const ITEM_REFUSALS = defineRefusals({
  ITEM_NOT_FOUND: {
    status: 404,
    zh: '没有找到该涉案财物，可能编码有误或不在您的管理范围内。',
    en: 'No such seized item. Check the code; it may also lie outside what you manage.',
  },
  ITEM_LISTED_TWICE: {
    status: 409,
    zh: '同一物品在清单中出现了两次，请删去重复的一行。',
    en: 'The item is listed twice. Remove one line.',
  },
  ITEM_ENDED: {
    status: 409,
    zh: '该物品{state}，不能再办理业务；确有错误的，请申请冲正。',
    en: 'The item is closed ({state}). Apply for a reversal if that is wrong.',
  },
  ITEM_STATE_WRONG: {
    status: 409,
    zh: '该物品现为“{state}”，不能办理{transition}。',
    en: 'The item is “{state}”; {transition} is not possible from there.',
  },
  ROLE_NOT_ALLOWED: {
    status: 403,
    zh: '您的职责不能办理{transition}，请由{roles}办理。',
    en: 'Your duty does not include: {transition}. It belongs to: {roles}.',
  },
  NOT_CUSTODIAN_OF_ROOM: {
    status: 403,
    zh: '专人专管：您不是该库房现任保管员，请由其本人或代管人办理。',
    en: 'You are not the custodian of this room now. Its custodian or the appointed deputy does this.',
  },
  CONCLUDER_KEEPS: {
    status: 403,
    zh: '该物品由您保管或在您手中，调查结论须由其他负责人作出。',
    en: 'The item is in your care or in your hands. Another leader concludes on it.',
  },
  KEPT_BY_RELEASE: {
    status: 409,
    zh: '该物品由本院出库委托保管，请在该出库单上办理收回。',
    en: 'The court itself gave the item to its keeper. Take it back on that release.',
  },
  KEPT_AT_BANK: {
    status: 409,
    zh: '款项存在银行，不收回库房；请按处置或结汇办理。',
    en: 'Money at the bank does not come into a room. Dispose of it or convert it.',
  },
  SEAL_NOT_AS_BEFORE: {
    status: 409,
    zh: '封条与登记的（{seal}）不符。请复核；确有不符的，先报告异常，不能直接入库。',
    en: 'The seal differs from the one on record ({seal}). Check again; if so, report an incident first. It is not simply taken in.',
  },
  PERSON_CONFLICTED: {
    status: 403,
    zh: '您与本案有利害关系，应当回避，请由他人办理。',
    en: 'You are a party to this case or related to one. Someone else must do this.',
  },
  ITEM_UNDER_LEGAL_HOLD: {
    status: 409,
    zh: '该物品已被冻结处置（{holders}），须全部解除后办理。',
    en: 'The item is under a legal hold ({holders}). All holds must be released first.',
  },
  COUNT_DIFFERENCE_OPEN: {
    status: 409,
    zh: '首次清点与旧台账不符，尚未认定（旧台账 {booked}，实点 {counted}），认定前不得处置、拆分或变动数量。请承办人或装备管理员在该物品页面“申请认定”，批准后由保管员入账；点错的，由保管员“重新清点”。',
    en: 'The first count differs from the older register and is not settled ({booked} booked, {counted} counted): nothing is disposed of, split or changed in quantity before that. The judge or the equipment office asks for the baseline on the page of the item and the custodian enters it once approved; a wrong count is counted again.',
  },
  OWNERSHIP_DISPUTED: {
    status: 409,
    zh: '该物品权属有争议，争议解决前不得返还。',
    en: 'The ownership is in dispute. The item is not returned before that is settled.',
  },
  STOCKTAKE_OPEN: {
    status: 409,
    zh: '该物品所在库房正在盘点，请在盘点结束后办理。',
    en: 'A stocktake of the room is open. Do this when it is over.',
  },
  ROOM_FROZEN: {
    status: 409,
    zh: '该库房正在交接，出入已冻结，请在交接完成后办理。',
    en: 'The room is frozen for a handover. Do this when it is done.',
  },
  CONTAINER_SEALED: {
    status: 409,
    zh: '该物品在已封存的箱袋内（封条 {seal}），请先启封箱袋，或随箱袋一并移动。',
    en: 'The item lies in a sealed box or bag (seal {seal}). Open that first, or move it as a whole.',
  },
  CLASS_PROHIBITED: {
    status: 409,
    zh: '{category}不予入库（{article}）。{advice}',
    en: '{category} is not taken in ({article}). {adviceEn}',
  },
  NOT_DESTROYED_HERE: {
    status: 409,
    zh: '{category}不得由法院销毁（{article}）。{advice}',
    en: '{category} is not destroyed by the court ({article}). {adviceEn}',
  },
  NOT_OPENED_HERE: {
    status: 409,
    zh: '{category}不得在法院启封（{article}）。{advice}',
    en: '{category} is not opened in the court ({article}). {adviceEn}',
  },
  TAKES_NO_SEAL: {
    status: 409,
    zh: '{category}不加封条，请以耳标、照片、特征识别；装入箱笼的，在箱袋上加封。',
    en: '{categoryEn} take no seal. Know them by marks and photos; what is put into a box is sealed with the box.',
  },
  SEAL_NOT_THERE: {
    status: 409,
    zh: '该物品没有封条，无须启封。封条不见的，请报告异常。',
    en: 'There is no seal to open. If one is gone, report an incident.',
  },
  SEAL_STILL_THERE: {
    status: 409,
    zh: '该物品仍在封存中（封条 {seal}），请先办理启封，再重新封存；封条破损的，请报告异常。',
    en: 'The item is still sealed ({seal}). Open that seal first, then put on another; report a broken one as an incident.',
  },
  FACTS_MISSING: {
    status: 409,
    zh: '{category}须登记：{facts}（{article}）。确实无法查明的填“不详”。',
    en: '{category} must state: {factsEn} ({article}). Write 不详 for what cannot be found out.',
  },
  QUANTITY_INVALID: {
    status: 409,
    zh: '数量须为大于零的数，并与计量单位相符；“一批”“若干”须逐件清点。',
    en: 'The quantity must be a number above zero that fits its unit. What is listed as “a batch” has to be counted.',
  },
  QUANTITY_EXCEEDS_ON_HAND: {
    status: 409,
    zh: '数量 {quantity} 超过结存 {onHand}，请核对。',
    en: 'The quantity {quantity} exceeds the {onHand} on hand. Check it.',
  },
  QUANTITY_NOT_WHOLE: {
    status: 409,
    zh: '只办理其中一部分的，请先拆分为子件。',
    en: 'For a part only, split it off first.',
  },
  LAST_ONE_NEEDS_INCIDENT: {
    status: 409,
    zh: '结存将为零，请改为报告异常，由调查结论处理。',
    en: 'Nothing would be left. Report an incident instead; its conclusion decides.',
  },
  LOSS_BEYOND_TOLERANCE: {
    status: 409,
    zh: '损耗超过该类物品的允许范围 {tolerance}，请报告异常。',
    en: 'The loss exceeds the tolerance of {tolerance}. Report an incident.',
  },
  SECOND_PERSON_MISSING: {
    status: 409,
    zh: '此项业务须两人办理，请由复核人确认。',
    en: 'Two people do this. Have the second person confirm.',
  },
  SECOND_PERSON_IS_ACTOR: {
    status: 409,
    zh: '复核人不能是经办人本人，请换人复核。',
    en: 'The second person cannot be yourself. Ask someone else.',
  },
  SECOND_PERSON_CONFLICTED: {
    status: 409,
    zh: '复核人与本案有利害关系，已登记回避，请换人复核。',
    en: 'The second person has recused themselves from this case. Choose somebody else.',
  },
  SECOND_PERSON_IS_COUNTERPART: {
    status: 409,
    zh: '复核人、保管员与移交（领取）人须为不同的人，请换人。',
    en: 'Custodian, second person and deliverer (or taker) must be three people. Ask someone else.',
  },
  TAKER_IS_STAFF: {
    status: 409,
    zh: '本院工作人员不得代领，请由权利人或其书面委托的人领取。',
    en: 'Staff of the court may not collect for others. The right holder or a delegate in writing collects.',
  },
  APPROVAL_MISSING: {
    status: 409,
    zh: '此项业务须先经审批，请提交申请并在通过后办理。',
    en: 'This needs an approval. File a request and come back when it is granted.',
  },
  APPROVAL_BY_SAME_PERSON: {
    status: 409,
    zh: '申请、审批与执行须由不同的人承担，请换人办理。',
    en: 'Who asked for or approved this cannot carry it out. Someone else must.',
  },
  APPROVAL_EXCEEDED: {
    status: 409,
    zh: '数量 {quantity} 超过批准的 {approved}，请按批准数量办理或重新申请。',
    en: 'The quantity {quantity} exceeds the {approved} approved. Stay within it or ask again.',
  },
  EVIDENCE_MISSING: {
    status: 409,
    zh: '还缺：{evidence}。请补齐后办理。',
    en: 'Still missing: {evidenceEn}. Add it and try again.',
  },
  DUE_TIME_PASSED: {
    status: 409,
    zh: '归还时限须晚于当前时间，请更正。',
    en: 'The time of return must lie in the future. Correct it.',
  },
  OCCURRED_IN_FUTURE: {
    status: 409,
    zh: '业务时间晚于当前时间，请更正。',
    en: 'The time lies in the future. Correct it.',
  },
  OCCURRED_BEFORE_LAST_ENTRY: {
    status: 409,
    zh: '业务时间早于该物品最近一笔（{lastAt}），请核对。',
    en: 'The time lies before the last entry of the item ({lastAt}). Check it.',
  },
  ITEM_FILE_REFUSED: {
    status: 415,
    zh: '照片须为 JPEG、PNG、WebP 或 HEIC 图片；附件接受图片、PDF、OFD 和不含宏的办公文档。',
    en: 'A photo must be a JPEG, PNG, WebP or HEIC picture; papers may be pictures, PDF, OFD and office files without macros.',
  },
  FILE_NOT_SHARED: {
    status: 409,
    zh: '一张照片或一份附件只能记给同案、密级相同的物品；其他物品请分别拍照、上传。',
    en: 'A photo or paper is shared by items of one case and of the same secrecy. Take or upload one for each of the others.',
  },
  ITEM_FILE_NOT_FOUND: {
    status: 404,
    zh: '文件不存在、已移除，或与登记的校验值不符。',
    en: 'The file does not exist, was removed, or does not match its checksum.',
  },
  ITEM_VERIFIED: {
    status: 409,
    zh: '该物品已经核对过，不再是存量待核，请移出后重试。',
    en: 'The item was counted already. Remove it and try again.',
  },
  COUNT_DIFFERS_FROM_REGISTER: {
    status: 409,
    zh: '实点 {counted}，台账 {booked}。核对时不调账：请在该物品页面“登记清点差异”，经批准后以实点为基准；怀疑灭失、调换的请报告异常。',
    en: '{counted} counted, {booked} booked. Nothing is adjusted here: record the difference on the page of the item, the count becomes the baseline once it is approved; report an incident where loss or exchange is suspected.',
  },
  SEIZURE_NOT_YOURS: {
    status: 403,
    zh: '本案不由您承办，续行查封扣押由承办人或其部门负责人登记。',
    en: 'The case is not yours. Its handler or the head of department renews the seizure.',
  },
  SEIZURE_END_PAST: {
    status: 409,
    zh: '新的届满日须晚于今天，请核对文书。',
    en: 'The new end must lie after today. Check the paper.',
  },
  LINES_REFUSED: {
    status: 409,
    zh: '{count} 件不能办理，全部未写入。请更正或移出后重新提交。',
    en: '{count} item(s) are refused and nothing was written. Correct or remove them and send again.',
  },
});

export type ItemRefusalReason = keyof typeof ITEM_REFUSALS;

/** A refusal on a seized item by its reason. */
export function refuseItem(
  reason: ItemRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, ITEM_REFUSALS[reason], facts, problems);
}
