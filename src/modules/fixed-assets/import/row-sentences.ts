/** What can be wrong with a row of an asset file beyond its cells, and what is worth knowing. Pure data. */
import type { Sentence } from '../../../platform/errors.ts';

function sentences<const T extends Record<string, Sentence>>(table: T): Readonly<T> {
  return table;
}

/** Each keeps its row from being imported. */
export const ROW_REFUSALS = sentences({
  REQUIRED_FIELD_MISSING: {
    zh: '新建资产缺少“{field}”。请在文件中补填，或在“新卡片默认值”中设定后重新检查。',
    en: 'A new card lacks “{field}”. Fill it in, or set a value for new cards and check again.',
  },
  CODE_CHECK_DIGITS_WRONG: {
    zh: '编码“{value}”的校验位不对，可能有误写。请按资产标签核对。',
    en: 'The check digits of “{value}” are wrong. Compare it with the label.',
  },
  CODE_NOT_FOUND: {
    zh: '本院没有编码为“{value}”的资产。请核对；新资产请将编码留空，原系统的编号请填在“曾用编号 1”。',
    en: 'This court has no asset with the code “{value}”. Check it; leave it blank for a new asset, and put a number of another system under “old number 1”.',
  },
  NUMBER_TWICE_IN_FILE: {
    zh: '编号“{value}”在文件的第 {rows} 行重复出现。请核对，每件资产只留一行。',
    en: '“{value}” stands in rows {rows} of the file. Check them and keep one row for each asset.',
  },
  NUMBER_AMBIGUOUS: {
    zh: '编号“{value}”对应系统中 {count} 件资产（{codes}）。请在“资产编码”列填写其中一件的编码。',
    en: '“{value}” calls {count} assets ({codes}). Write the code of one of them under “asset code”.',
  },
  SERIAL_NUMBER_TAKEN: {
    zh: '序列号“{value}”与 {codes} 相同，而编号不同。如为同一件，请填写其资产编码；如不是，请核对序列号。',
    en: 'The serial number “{value}” is that of {codes}, which has other numbers. Write its code if it is the same thing; otherwise check the serial number.',
  },
  ASSET_TWICE_IN_FILE: {
    zh: '本行与第 {rows} 行指向同一件资产（{codes}）。请核对，每件资产只留一行。',
    en: 'This row and row {rows} mean the same asset ({codes}). Check them and keep one row for each asset.',
  },
  ASSET_DISPOSED: {
    zh: '资产 {codes} 已处置，不能再更改。请从文件中删去本行。',
    en: '{codes} is disposed of and cannot be changed. Take the row out of the file.',
  },
  OLD_NUMBERS_FULL: {
    zh: '卡片只能保存两个曾用编号，“{value}”放不下。请把其中一个移到备注。',
    en: 'A card keeps two old numbers, and there is no room for “{value}”. Move one of them to the notes.',
  },
  DEPARTMENT_UNKNOWN: {
    zh: '没有部门“{value}”。请在“待对应的名称”中选择对应的部门，或选择新建。',
    en: 'There is no department “{value}”. Match it under “names”, or choose to create it.',
  },
  PERSON_UNKNOWN: {
    zh: '本院没有人员“{value}”。请在“待对应的名称”中选择对应的人员；人员不能经导入新建。',
    en: 'This court has nobody called “{value}”. Match the name under “names”; people are never created by an import.',
  },
  PERSON_AMBIGUOUS: {
    zh: '“{value}”有 {count} 人同名。请填写账号，或在“待对应的名称”中选择。',
    en: '{count} people are called “{value}”. Add the username, or choose under “names”.',
  },
  PERSON_NAME_DIFFERS: {
    zh: '账号对应的姓名是“{name}”，与文件中的“{value}”不同。请核对。',
    en: 'The username belongs to “{name}”, not to “{value}”. Check it.',
  },
  PLACE_UNKNOWN: {
    zh: '没有位置“{value}”。请在“待对应的名称”中选择对应的位置，或选择新建。',
    en: 'There is no place “{value}”. Match it under “names”, or choose to create it.',
  },
  PLACE_AMBIGUOUS: {
    zh: '“{value}”可以指 {count} 个位置。请写出上级位置，或在“待对应的名称”中选择。',
    en: '“{value}” may be {count} places. Write the places above it too, or choose under “names”.',
  },
  CLASS_UNKNOWN: {
    zh: '分类表中没有“{value}”。请在“待对应的名称”中选择对应的分类；分类不能经导入新建。',
    en: 'The table of classes lacks “{value}”. Match it under “names”; classes are never created by this import.',
  },
  LOAN_WITHOUT_HOLDER: {
    zh: '状态为出借，但没有使用人。请填写借用人。',
    en: 'The asset is on loan but nobody holds it. Write who borrowed it.',
  },
  LOAN_DUE_WITHOUT_HOLDER: {
    zh: '有应还日期“{value}”，但没有使用人。请填写借用人，或将应还日期留空。',
    en: 'There is a due day, “{value}”, and nobody who borrowed it. Write who did, or leave the day blank.',
  },
  LOAN_DUE_DIFFERS: {
    zh: '应还日期与系统不同：文件为“{value}”，系统为“{kept}”。导入不改变已有的借用，请归还后重新办理，或将此格改为与系统一致。',
    en: 'The due day differs: “{value}” in the file, “{kept}” in the system. An import changes no loan: take it back and lend it anew, or make the cell agree.',
  },
  DEPARTMENT_DIFFERS: {
    zh: '使用部门与系统不同：文件为“{value}”，系统为“{kept}”。导入不移动已有资产，请办理调拨，或将此格改为与系统一致。',
    en: 'The department differs: “{value}” in the file, “{kept}” in the system. An import moves no asset: transfer it, or make the cell agree.',
  },
  HOLDER_DIFFERS: {
    zh: '使用人与系统不同：文件为“{value}”，系统为“{kept}”。导入不移动已有资产，请办理领用、退库或调拨，或将此格改为与系统一致。',
    en: 'The holder differs: “{value}” in the file, “{kept}” in the system. An import moves no asset: issue, return or transfer it, or make the cell agree.',
  },
  PLACE_DIFFERS: {
    zh: '存放地点与系统不同：文件为“{value}”，系统为“{kept}”。导入不移动已有资产，请办理移位或调拨，或将此格改为与系统一致。',
    en: 'The place differs: “{value}” in the file, “{kept}” in the system. An import moves no asset: relocate or transfer it, or make the cell agree.',
  },
  STATUS_DIFFERS: {
    zh: '状态与系统不同：文件为“{value}”，系统为“{kept}”。导入不改变已有资产的状态，请办理相应业务，或将此格改为与系统一致。',
    en: 'The status differs: “{value}” in the file, “{kept}” in the system. An import changes no status: record what happened, or make the cell agree.',
  },
  PARENT_UNKNOWN: {
    zh: '没有找到上级资产“{value}”，文件中也没有。请核对编号。',
    en: 'The parent “{value}” is neither in the system nor in the file. Check the number.',
  },
  PARENT_AMBIGUOUS: {
    zh: '上级资产“{value}”对应多件资产。请填写其资产编码。',
    en: '“{value}” calls several assets. Write the code of the parent.',
  },
  PARENT_REFUSED: {
    zh: '上级资产“{value}”所在的行不能导入。请先更正第 {rows} 行。',
    en: 'The row of the parent “{value}” is refused. Correct row {rows} first.',
  },
  PARENT_CIRCLE: {
    zh: '上级资产“{value}”归属于本资产，构成循环。请核对。',
    en: 'The parent “{value}” belongs to this asset, so the two form a circle. Check it.',
  },
});
export type RowRefusal = keyof typeof ROW_REFUSALS;

/** Worth knowing; the row is imported. */
export const ROW_NOTICES = sentences({
  CLASS_NAME_DIFFERS: {
    zh: '文件中的分类名称为“{value}”，而代码 {code} 在分类表中是“{kept}”。按代码导入，请核对。',
    en: 'The file calls the class “{value}”; the code {code} is “{kept}”. The code counts. Check it.',
  },
  SERIAL_NUMBER_TWICE: {
    zh: '序列号“{value}”在文件的第 {rows} 行重复出现。请核对是否误写。',
    en: 'The serial number “{value}” stands in rows {rows}. Check whether it is a slip.',
  },
  PHOTOS_NOT_IMPORTED: {
    zh: '照片“{value}”不随文件导入，请在资产页面上传。',
    en: 'The photos “{value}” do not come with the file. Upload them on the asset’s page.',
  },
  LOAN_WITHOUT_DUE_DAY: {
    zh: '借用没有应还日期，到期不会提醒。请补填“应还日期”。',
    en: 'The loan has no due day, so nobody is reminded of it. Fill in “loan due on”.',
  },
  LOAN_DUE_NOT_KEPT: {
    zh: '维修或闲置的资产没有借用，应还日期“{value}”不导入。',
    en: 'What is in repair or idle is not on loan; the due day “{value}” is not imported.',
  },
  OPENING_KEPT: {
    zh: '该资产已在系统中计提折旧，期初累计折旧不再随导入更改。如有误，请更正卡片。',
    en: 'The asset was depreciated here already, so the opening balance is left as it is. Correct the card if it is wrong.',
  },
});
export type RowNotice = keyof typeof ROW_NOTICES;
