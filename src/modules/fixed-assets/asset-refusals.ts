/** Why a command on a fixed asset can be refused: one closed list in order of precedence, with its sentences. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const ASSET_REFUSALS = defineRefusals({
  ASSET_NOT_FOUND: {
    status: 404,
    zh: '没有找到该资产，可能编码有误或不在您的管理范围内。',
    en: 'No such asset. Check the code; it may also lie outside what you manage.',
  },
  ASSET_LISTED_TWICE: {
    status: 409,
    zh: '同一资产在清单中出现了两次，请删去重复的一行。',
    en: 'The asset is listed twice. Remove one line.',
  },
  ASSET_DISPOSED: {
    status: 409,
    zh: '该资产已处置，不能再办理业务。',
    en: 'The asset is disposed of; nothing more can be done with it.',
  },
  ASSET_ON_LOAN: {
    status: 409,
    zh: '该资产已借出，请先办理归还。',
    en: 'The asset is on loan. Take it back first.',
  },
  ASSET_IN_REPAIR: {
    status: 409,
    zh: '该资产正在维修，请先办理修复取回。',
    en: 'The asset is in repair. Take it back from repair first.',
  },
  ASSET_NOT_ON_LOAN: {
    status: 409,
    zh: '该资产未借出，无需归还。',
    en: 'The asset is not on loan, so it cannot be given back.',
  },
  ASSET_NOT_IN_REPAIR: {
    status: 409,
    zh: '该资产不在维修中，无需取回。',
    en: 'The asset is not in repair, so it cannot be taken back.',
  },
  ASSET_ALREADY_IN_USE: {
    status: 409,
    zh: '该资产已在用，换人使用请办理调拨或先退库。',
    en: 'The asset is in use. Transfer it, or return it first.',
  },
  ASSET_ALREADY_IN_STOCK: {
    status: 409,
    zh: '该资产已在库，无需退库。',
    en: 'The asset is in stock already.',
  },
  ASSET_ALREADY_IDLE: { status: 409, zh: '该资产已标记闲置。', en: 'The asset is marked idle already.' },
  ASSET_NOT_IDLE: { status: 409, zh: '该资产未标记闲置。', en: 'The asset is not marked idle.' },
  RECEIPT_PENDING: {
    status: 409,
    zh: '上一次移交尚待 {receiver} 签收，请先签收或退回。',
    en: 'The last hand-over still waits for {receiver} to sign. Have it signed or refused first.',
  },
  RECEIVER_MISSING: {
    status: 409,
    zh: '借出的资产须有借用人，请选择借用人。',
    en: 'A loan needs the person who borrows. Choose one.',
  },
  STOCK_HAS_NO_HOLDER: {
    status: 409,
    zh: '在库资产没有使用人，交给个人使用请办理领用。',
    en: 'What is in stock has no user. Issue it to the person instead.',
  },
  NOTHING_CHANGES: {
    status: 409,
    zh: '部门、使用人、地点与现状相同，无需办理。',
    en: 'Department, holder and place stay as they are; nothing to record.',
  },
  CORRECTION_CHANGES_NOTHING: {
    status: 409,
    zh: '更正后的内容与原记录相同，没有可更正的。请改好有误之处再提交。',
    en: 'The record already says this; nothing would be corrected. Change what is wrong and send again.',
  },
  OCCURRED_IN_FUTURE: {
    status: 409,
    zh: '业务时间晚于当前时间，请更正。',
    en: 'The time of the move lies in the future. Correct it.',
  },
  OCCURRED_BEFORE_LAST_ENTRY: {
    status: 409,
    zh: '业务时间早于台账上最近一笔（{lastAt}），请改用更正台账。',
    en: 'The time lies before the last entry ({lastAt}). Correct that entry instead.',
  },
  DUE_DAY_NOT_AFTER_LOAN: {
    status: 409,
    zh: '应还日期须晚于借出日期。',
    en: 'The due day must come after the day of the loan.',
  },
  DEPARTMENT_UNKNOWN: {
    status: 409,
    zh: '所选部门不存在或已撤销，请重新选择。',
    en: 'The department does not exist or is closed. Choose another.',
  },
  PERSON_UNKNOWN: {
    status: 409,
    zh: '所选人员不在本院或已离任，请重新选择。',
    en: 'The person is not a member of this court now. Choose another.',
  },
  PLACE_UNKNOWN: {
    status: 409,
    zh: '所选地点不存在或已停用，请重新选择。',
    en: 'The place does not exist or is closed. Choose another.',
  },
  CARD_REFUSED: {
    status: 409,
    zh: '资产卡片有 {count} 处矛盾，请逐项核对。',
    en: 'The card contradicts itself in {count} place(s). Check each one.',
  },
  CLASS_UNKNOWN: {
    status: 409,
    zh: '资产分类代码不在 GB/T 14885 表内，请重新选择或先导入分类。',
    en: 'The class is not in the GB/T 14885 table. Choose another, or import the table.',
  },
  PARENT_UNKNOWN: {
    status: 409,
    zh: '上级资产不存在或构成循环，请重新选择。',
    en: 'The parent asset does not exist or would form a circle. Choose another.',
  },
  FUNDS_NOT_VALUE: {
    status: 409,
    zh: '财政性与非财政性资金之和须等于原值，请核对。',
    en: 'Fiscal and other funds must add up to the value. Check both.',
  },
  DEPRECIATION_EXCEEDS_VALUE: {
    status: 409,
    zh: '累计折旧不能大于原值，请核对。',
    en: 'Accumulated depreciation cannot exceed the value. Check both.',
  },
  ACQUIRED_IN_FUTURE: {
    status: 409,
    zh: '取得日期晚于今天，请核对。',
    en: 'The day of acquisition lies in the future. Check it.',
  },
  BLANK_CODES_TOO_MANY: {
    status: 409,
    zh: '空白标签 {count} 张，多于入库数量 {copies} 件，请删去多余的标签。',
    en: '{count} blank labels for {copies} thing(s). Remove those that are too many.',
  },
  ENTRY_UNKNOWN: {
    status: 404,
    zh: '没有找到要更正的台账记录。',
    en: 'There is no such ledger entry to correct.',
  },
  ENTRY_NOT_CORRECTABLE: {
    status: 409,
    zh: '该笔记录是签收或卡片更正，不能用更正台账修改；卡片有误请办理更正卡片。',
    en: 'This entry is a receipt or a card correction. Correct the card instead.',
  },
  ENTRY_CORRECTED_ALREADY: {
    status: 409,
    zh: '该笔记录已由第 {by} 笔更正，请更正最新的一笔。',
    en: 'Entry {by} corrects this one already. Correct the newest.',
  },
  LATER_MOVE_EXISTS: {
    status: 409,
    zh: '此后已有新的业务，只能更正依据与说明；去向有误请办理新的业务。',
    en: 'A later move exists, so only basis and note can be corrected. Record a new move for a wrong destination.',
  },
  RECEIPT_UNKNOWN: {
    status: 404,
    zh: '没有待签收的记录，可能已签收。',
    en: 'Nothing waits to be signed here; it may be signed already.',
  },
  RECEIPT_NOT_YOURS: {
    status: 403,
    zh: '只能由接收人本人签收。',
    en: 'Only the receiver may sign for this.',
  },
  SIGNATURE_INVALID: {
    status: 400,
    zh: '签名图片无法识别或过大，请重新签名。',
    en: 'The drawn signature cannot be read or is too large. Sign again.',
  },
  FILE_TYPE_REFUSED: {
    status: 415,
    zh: '只接受 JPEG、PNG、WebP、HEIC 图片和 PDF、OFD、Word、Excel、PowerPoint（不含宏）、UTF-8 文本附件。',
    en: 'Only JPEG, PNG, WebP and HEIC pictures, PDF, OFD, Word, Excel and PowerPoint without macros, and UTF-8 text are taken.',
  },
  PHOTO_NOT_A_PICTURE: {
    status: 415,
    zh: '照片须为 JPEG、PNG、WebP 或 HEIC 图片；其他文件请作为附件上传。',
    en: 'A photo must be a JPEG, PNG, WebP or HEIC picture. Upload other files as attachments.',
  },
  FILE_NOT_FOUND: { status: 404, zh: '文件不存在或已移除。', en: 'The file does not exist or was removed.' },
  FILE_DAMAGED: {
    status: 500,
    zh: '文件内容与登记的校验值不符，请从备份恢复。',
    en: 'The file does not match its recorded checksum. Restore it from a backup.',
  },
  CLASS_TABLE_NOT_YOURS: {
    status: 409,
    zh: '资产分类表各院共用，请由上级法院的装备科管理员导入。',
    en: 'All courts share the table of classes. The equipment officer of the court at the top imports it.',
  },
  CLASS_COLUMNS_MISSING: {
    status: 422,
    zh: '没有找到“代码”和“名称”两列，现有：{headers}。请补上表头。',
    en: 'No columns for code and name were found; there are: {headers}. Name them in the header.',
  },
  CLASS_TABLE_REFUSED: {
    status: 422,
    zh: '表中有 {count} 处问题，全部未导入。请逐项更正后重新导入。',
    en: '{count} problem(s) in the table and nothing was imported. Correct them and import again.',
  },
  LINES_REFUSED: {
    status: 409,
    zh: '{count} 行不能办理，全部未写入。请更正或移出这些行后重新提交。',
    en: '{count} line(s) are refused and nothing was written. Correct or remove them and send again.',
  },
});

export type AssetRefusalReason = keyof typeof ASSET_REFUSALS;

/** An asset refusal by its reason. */
export function refuseAsset(
  reason: AssetRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, ASSET_REFUSALS[reason], facts, problems);
}
