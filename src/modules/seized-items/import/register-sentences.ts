/** What is found about rows of an older register, with what to do next. `{value}` is the cell as typed. */

export const REGISTER_REFUSALS = {
  REGISTER_NAME_MISSING: {
    zh: '没有物品名称。请填写名称；无法辨认的写“名称不详”并说明特征。',
    en: 'The row names nothing. Write what it is; where that cannot be told, write 名称不详 and describe it.',
  },
  REGISTER_CASE_MISSING: {
    zh: '没有案号。请填写案号；查不到案件的物品按无主、待查物品另行登记。',
    en: 'The row has no case number. Write it; what belongs to no case is registered as found property.',
  },
  REGISTER_CASE_INVALID: {
    zh: '案号“{value}”不合规则：{problem}',
    en: 'The case number “{value}” is not right: {problemEnglish}',
  },
  REGISTER_CASE_UNKNOWN: {
    zh: '本院没有登记案号 {number}。请先登记该案；或在导入选项中选择“登记文件中的新案件”。',
    en: 'The court has no case {number}. Register it first, or choose to register the cases of the file.',
  },
  REGISTER_CASE_WITHOUT_HANDLER: {
    zh: '登记新案 {number} 须有承办人：“{handler}”不是本院唯一的在册人员。请填写承办人姓名或先登记该案。',
    en: 'To register {number} its handler is needed: “{handler}” is not one person of the court. Write the name or register the case first.',
  },
  REGISTER_CASE_WITHOUT_DAY: {
    zh: '登记新案 {number} 须有日期。请填写入库（收案）日期或先登记该案。',
    en: 'To register {number} a day is needed. Write when it was received, or register the case first.',
  },
  REGISTER_CASE_KEPT_AWAY: {
    zh: '您须回避案号 {number}，不能导入该案物品。请由其他人员导入这些行。',
    en: 'You keep away from case {number}, so its things are not imported by you. Have somebody else import these rows.',
  },
  REGISTER_CASE_HELD_ELSEWHERE: {
    zh: '案号 {number} 是已更正的原错号，请改用正确案号。',
    en: 'The number {number} was a mistake that is corrected. Use the right one.',
  },
  REGISTER_QUANTITY_MISSING: {
    zh: '没有数量。请现场清点后填写；数量不详不能入账。',
    en: 'There is no quantity. Count the thing and write it; nothing is booked without a number.',
  },
  REGISTER_QUANTITY_UNCOUNTED: {
    zh: '“{value}”不是数量。请逐件清点后填写实际数量和单位；种类不同的分行登记。',
    en: '“{value}” is no number. Count it piece by piece; different things go into rows of their own.',
  },
  REGISTER_QUANTITY_UNREADABLE: {
    zh: '“{value}”不是可识别的数量。请写成 3、2.5 或 3部；一格只写一种数量。',
    en: '“{value}” is not a quantity we can read. Write 3, 2.5 or 3部, one quantity a cell.',
  },
  REGISTER_UNIT_UNKNOWN: {
    zh: '单位“{unit}”不在计量单位表中。请改用表中的单位，如 件、部、克、千克；款项填 元 或币种。',
    en: 'The unit “{unit}” is not in the list. Use one of it; for money write 元 or the currency.',
  },
  REGISTER_QUANTITY_UNFIT: {
    zh: '数量 {quantity} 与单位“{unit}”不符（件数须为整数、金额到分、大于零）。请核对。',
    en: 'The quantity {quantity} does not fit the unit “{unit}”. Check it.',
  },
  REGISTER_MONEY_UNIT: {
    zh: '“{category}”须以币种计量，其他物品不得以货币计量。请核对类别和单位。',
    en: '“{category}” counts in a currency, and nothing else does. Check the category and the unit.',
  },
  REGISTER_CATEGORY_UNKNOWN: {
    zh: '类别“{value}”无法识别。请填写：{categories}。',
    en: 'The category “{value}” is unknown. Write one of: {categories}.',
  },
  REGISTER_CLASS_PROHIBITED: {
    zh: '{category}不予入库（{article}）。{advice}',
    en: '{category} is not taken in ({article}). {adviceEn}',
  },
  REGISTER_PLACE_UNKNOWN: {
    zh: '没有名为“{value}”的库位。请在名称对应中选择实际库位，或先在库房中建好。',
    en: 'There is no place called “{value}”. Choose the place it means, or set it up first.',
  },
  REGISTER_PLACE_NOT_A_STORE: {
    zh: '“{value}”不在涉案财物库房内。请改为库房中的位置。',
    en: '“{value}” does not lie in a storage room of seized property. Choose a place in one.',
  },
  REGISTER_NOT_CUSTODIAN: {
    zh: '专人专管：您不是“{room}”的现任保管员或代管人，请由其本人导入该库房的台账。',
    en: 'You are not the custodian or deputy of “{room}”. Its custodian takes over its register.',
  },
  REGISTER_CATEGORY_NOT_KEPT: {
    zh: '“{room}”不收存{category}。请改放其他库房。',
    en: '“{room}” does not keep {category}. Choose another room.',
  },
  REGISTER_ROOM_FROZEN: {
    zh: '“{room}”正在交接，出入已冻结。请在交接完成后导入。',
    en: '“{room}” is frozen for a handover. Import when it is done.',
  },
  REGISTER_SEAL_TAKEN: {
    zh: '封条号“{value}”已被其他物品使用，或在文件中重复。请核对实物封条。',
    en: 'The seal “{value}” was used before, or stands twice in the file. Check the seal itself.',
  },
} as const;
export type RegisterRefusal = keyof typeof REGISTER_REFUSALS;

export const REGISTER_NOTICES = {
  REGISTER_NEEDS_UNMET: {
    zh: '须{needs}保管，所在库位“{value}”不具备：照台账入账，列入“保管条件不符”，请尽快移至符合条件的库位。',
    en: 'It needs: {needsEnglish}; “{value}” does not offer that. It is booked where the register says and listed as kept wrongly; move it to a place that fits.',
  },
  REGISTER_KEEPING_UNKNOWN: {
    zh: '保管要求“{words}”无法识别，原文保留在备注；清点时核定。',
    en: 'What “{words}” asks for is unknown; the text is kept in the notes until it is counted.',
  },
  REGISTER_CATEGORY_BLANK: {
    zh: '没有类别，暂归“其他”；清点时核定。',
    en: 'No category is given; it comes in as “other” until it is counted.',
  },
  REGISTER_UNIT_ASSUMED: {
    zh: '没有单位，按“件”入账；清点时核定。',
    en: 'No unit is given; pieces are assumed until it is counted.',
  },
  REGISTER_PLACE_BLANK: {
    zh: '没有存放位置，入账后位置不详；清点时补录。',
    en: 'No place is given; it is booked without one until it is counted.',
  },
  REGISTER_OWNERSHIP_UNKNOWN: {
    zh: '权属“{value}”无法归类，记为“不明”，原文保留在备注。',
    en: 'The ownership “{value}” fits no kind; it is booked as unknown, and the text is kept in the notes.',
  },
} as const;
export type RegisterNotice = keyof typeof REGISTER_NOTICES;
