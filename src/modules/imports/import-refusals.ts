/** Why a step of an import is refused. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const IMPORT_REFUSALS = defineRefusals({
  IMPORT_TARGET_NOT_YOURS: {
    status: 403,
    zh: '您的职责不能导入这类数据，请由装备科（固定资产）或保管员（涉案财物）办理。',
    en: 'Your duty does not include importing these. The equipment office imports assets, a custodian seized property.',
  },
  IMPORT_NOT_FOUND: {
    status: 404,
    zh: '没有找到该次导入，可能不属于本院。',
    en: 'No such import. It may belong to another court.',
  },
  IMPORT_BUSY: {
    status: 409,
    zh: '该次导入正在进行，请等待完成或先取消。',
    en: 'This import is at work. Wait until it is done, or cancel it first.',
  },
  IMPORT_FINISHED: {
    status: 409,
    zh: '该次导入已完成，不能再更改。请重新上传文件。',
    en: 'This import is done and cannot be changed. Upload a file again.',
  },
  IMPORT_FILE_GONE: {
    status: 409,
    zh: '上传的文件已过保存期，请重新上传。',
    en: 'The uploaded file is no longer kept. Upload it again.',
  },
  IMPORT_NOT_READ: {
    status: 409,
    zh: '文件尚未读取，请先读取。',
    en: 'The file was not read yet. Read it first.',
  },
  IMPORT_COLUMNS_MISSING: {
    status: 409,
    zh: '没有一列对应到资产字段，请至少对应“资产名称”或编号。',
    en: 'No column fills a field. Map at least the name or a number.',
  },
  IMPORT_COLUMNS_DIFFER: {
    status: 409,
    zh: '列的对应与文件的表头不符：{missing}。请刷新后重新对应。',
    en: 'The mapping does not fit the headers of the file: {missing}. Reload and map again.',
  },
  IMPORT_NOT_CHECKED: {
    status: 409,
    zh: '请先检查，看过结果后再导入。',
    en: 'Check the file first, then import.',
  },
  IMPORT_ROWS_REFUSED: {
    status: 409,
    zh: '有 {count} 行不能导入，全部未写入。请更正后重新检查，或选择只导入没有问题的行。',
    en: '{count} row(s) are refused and nothing was written. Correct them and check again, or import the good rows only.',
  },
  IMPORT_NOTHING_REFUSED: {
    status: 404,
    zh: '没有不能导入的行。',
    en: 'No row is refused.',
  },
});

export type ImportRefusalReason = keyof typeof IMPORT_REFUSALS;

/** To be thrown. */
export function refuseImport(
  reason: ImportRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, IMPORT_REFUSALS[reason], facts, problems);
}
