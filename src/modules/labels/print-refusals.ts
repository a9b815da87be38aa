/** Why templates, printers and print jobs refuse. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const PRINT_REFUSALS = defineRefusals({
  LABEL_THING_NOT_FOUND: {
    status: 404,
    zh: '没有找到该物品，可能不在您的管理范围内。',
    en: 'No such thing. It may lie outside what you manage.',
  },
  TEMPLATE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该标签模板，可能已停用，请重新选择。',
    en: 'No such label template. It may be retired; choose another.',
  },
  TEMPLATE_VERSION_NOT_FOUND: {
    status: 404,
    zh: '该模板没有第 {version} 版，请重新选择。',
    en: 'The template has no version {version}. Choose another.',
  },
  TEMPLATE_KEY_DIFFERS: {
    status: 409,
    zh: '模板标识“{key}”与地址中的不一致，请刷新后重试。',
    en: 'The key “{key}” of the template differs from the address. Reload and try again.',
  },
  TEMPLATE_RETIRED: {
    status: 409,
    zh: '该模板已停用。如需使用，请恢复一个版本。',
    en: 'The template is retired. Restore a version to use it.',
  },
  TEMPLATE_IN_PRINTERS: {
    status: 409,
    zh: '新尺寸与打印机“{printer}”的标签纸不符。请先从该打印机移除此模板，或另存为新模板。',
    en: 'The new size does not fit the stock of printer “{printer}”. Remove the template there first, or save under a new key.',
  },
  TEMPLATE_NOT_FOR_KIND: {
    status: 409,
    zh: '该模板不适用于此类物品，请选择其他模板。',
    en: 'The template is not for this kind of thing. Choose another.',
  },
  PRINTER_NOT_FOUND: {
    status: 404,
    zh: '没有找到该打印机，可能不属于本院。',
    en: 'No such printer. It may belong to another court.',
  },
  PRINTER_CLOSED: {
    status: 409,
    zh: '该打印机已停用，请选择其他打印机。',
    en: 'The printer is out of use. Choose another.',
  },
  PRINTER_AT_WORK: {
    status: 409,
    zh: '该打印机还有 {count} 个任务未发送完，请等待完成或先取消。',
    en: '{count} job(s) are still sent to the printer. Wait, or cancel them first.',
  },
  PRINTER_NAME_TAKEN: {
    status: 409,
    zh: '已有名为“{name}”的打印机，请换一个名称。',
    en: 'There is a printer “{name}” already. Choose another name.',
  },
  PRINTER_ADDRESS_NOT_LITERAL: {
    status: 409,
    zh: '打印机地址须为 IP 地址，如 192.168.1.50，不能用域名。',
    en: 'Give the IP address of the printer, such as 192.168.1.50, not a name.',
  },
  PRINTER_ADDRESS_NOT_ALLOWED: {
    status: 409,
    zh: '地址 {host} 不在允许的打印机网段内。请核对，或请系统管理员调整 PRINTER_NETWORKS。',
    en: 'The address {host} lies outside the networks of printers. Check it, or ask the system administrator to change PRINTER_NETWORKS.',
  },
  PRINTER_PORT_NOT_ALLOWED: {
    status: 409,
    zh: '端口 {port} 不在允许的打印机端口内（通常为 9100）。请核对，或请系统管理员调整 PRINTER_PORTS。',
    en: 'The port {port} is not one of printers (mostly 9100). Check it, or ask the system administrator to change PRINTER_PORTS.',
  },
  PRINTER_ADDRESS_NEEDS_LANGUAGE: {
    status: 409,
    zh: '办公打印机不直接发送，请删去地址，或将打印语言改为 ZPL 或 TSPL。',
    en: 'Nothing is sent to an office printer. Remove the address, or choose ZPL or TSPL.',
  },
  PRINTER_PLACE_NOT_FOUND: {
    status: 409,
    zh: '所选位置不存在，请重新选择。',
    en: 'The place does not exist. Choose another.',
  },
  PRINTER_TEMPLATES_DO_NOT_FIT: {
    status: 409,
    zh: '有 {count} 个模板与标签纸尺寸不符，请取消勾选或更正尺寸。',
    en: '{count} template(s) do not fit the stock. Remove them, or correct the size.',
  },
  PRINTER_HAS_NO_ADDRESS: {
    status: 409,
    zh: '该打印机没有网络地址，请下载文件打印。',
    en: 'The printer has no network address. Download the file instead.',
  },
  TEMPLATE_NOT_OF_PRINTER: {
    status: 409,
    zh: '打印机“{printer}”未绑定此模板，请选择其他模板或打印机。',
    en: 'Printer “{printer}” may not print this template. Choose another template or printer.',
  },
  TEMPLATE_IS_SHEET: {
    status: 409,
    zh: '整张排版的模板只能输出 PDF，请选择 PDF 或单张模板。',
    en: 'A template for sheets of paper is printed as PDF only. Choose PDF, or a template of single labels.',
  },
  PRINT_SKIPS_SHEET: {
    status: 409,
    zh: '跳过 {skipped} 格，已超出每张 {cells} 格。请更正跳过的格数。',
    en: '{skipped} cells are skipped of the {cells} of a sheet. Correct how many are used already.',
  },
  PRINT_REASON_MISSING: {
    status: 409,
    zh: '重印或换发须说明原因，请填写。',
    en: 'Say why the label is printed again.',
  },
  PRINT_ONE_COPY: {
    status: 409,
    zh: '涉案财物一物一签，每件只打 1 份。请将份数改为 1；封存袋、箱另有自己的编码和标签。',
    en: 'A seized item carries one label. Set the copies to 1; a sealed bag or a box has a code and a label of its own.',
  },
  PRINT_PURPOSE_DIFFERS: {
    status: 409,
    zh: '打印用途与所选内容不符：空白标签按批次打印，其他按物品打印。',
    en: 'The purpose does not fit what was chosen: blank labels are printed by batch, others by thing.',
  },
  PRINT_NOTHING_CHOSEN: {
    status: 409,
    zh: '所选范围内没有可打印的物品，请重新选择。',
    en: 'Nothing that can be labelled was chosen. Choose again.',
  },
  PRINT_TOO_MANY: {
    status: 409,
    zh: '所选 {count} 件，超过一次 {limit} 张的上限，请分次打印。',
    en: '{count} things were chosen, more than the {limit} labels of one job. Print them in parts.',
  },
  PRINT_THINGS_REFUSED: {
    status: 409,
    zh: '有 {count} 件不能打印，全部未打印。请逐项处理，或选择跳过这些后打印其余。',
    en: '{count} label(s) cannot be printed, so none was. Settle each, or choose to leave them out.',
  },
  PRINT_JOB_NOT_FOUND: {
    status: 404,
    zh: '没有找到该打印任务，可能不属于本院。',
    en: 'No such print job. It may belong to another court.',
  },
  PRINT_JOB_NOT_IN_STATE: {
    status: 409,
    zh: '打印任务当前为“{state}”，不能这样办理，请刷新后查看。',
    en: 'The print job is “{stateEnglish}”, so this cannot be done. Reload and look again.',
  },
  PRINT_JOB_IN_DOUBT: {
    status: 409,
    zh: '有 {count} 张标签不知是否打出，请先扫描或选择最后打出的一张。',
    en: 'Nobody knows whether {count} label(s) came out. Scan or choose the last one that did, then resume.',
  },
  PRINT_LABEL_NOT_IN_JOB: {
    status: 409,
    zh: '扫描的标签不在此打印任务中，请扫描本次打出的最后一张。',
    en: 'The label is not of this print job. Scan the last one that came out of it.',
  },
  PRINT_LABEL_NOT_HANDED_OVER: {
    status: 409,
    zh: '第 {position} 张尚未发送，不可能已打出，请核对后重新选择。',
    en: 'Label {position} was never handed over, so it cannot have come out. Check and choose again.',
  },
  PRINT_NOTHING_WAITS: {
    status: 409,
    zh: '此任务没有可打印的标签。',
    en: 'The job has no label to print.',
  },
  PRINT_RANGE_EMPTY: {
    status: 409,
    zh: '所选范围内没有已打印或已发送的标签，请重新选择起止序号。',
    en: 'No label in this range was printed or handed over. Choose the range again.',
  },
});

export type PrintRefusalReason = keyof typeof PRINT_REFUSALS;

/** To be thrown. */
export function refusePrint(
  reason: PrintRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, PRINT_REFUSALS[reason], facts, problems);
}
