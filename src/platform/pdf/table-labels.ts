/** How many missing characters the note on the last page names; the outcome names all. */
const LISTED = 12;

function listed(names: readonly string[]): string {
  return names.slice(0, LISTED).join('');
}

/** The words a table paper adds of its own. */
export const TABLE_LABELS = {
  zh: {
    organisation: '单位：',
    moneyUnit: '金额单位：元',
    rowNumber: '序号',
    noRows: '无记录',
    pageSubtotal: (rows: number) => `本页小计（${rows} 条）`,
    total: (rows: number) => `合计（${rows} 条）`,
    page: (page: number) => `第 ${page} 页 / `,
    ofPages: (pages: number) => `共 ${pages} 页`,
    printedBy: '打印人：',
    printedAt: '打印时间：',
    signature: (role: string) => `${role}：`,
    date: '年　　月　　日',
    missing: (names: readonly string[]) =>
      `注：字库未收 ${names.length} 个字符，以码位标示：${listed(names)}${names.length > LISTED ? ' 等' : ''}。`,
  },
  en: {
    organisation: 'Organisation: ',
    moneyUnit: 'Amounts in CNY',
    rowNumber: 'No.',
    noRows: 'No records',
    pageSubtotal: (rows: number) => `Page subtotal (${rows} rows)`,
    total: (rows: number) => `Total (${rows} rows)`,
    page: (page: number) => `Page ${page} `,
    ofPages: (pages: number) => `of ${pages}`,
    printedBy: 'Printed by: ',
    printedAt: 'Printed at: ',
    signature: (role: string) => `${role}: `,
    date: 'Date: ____________',
    missing: (names: readonly string[]) =>
      `Note: the typeface lacks ${names.length} character(s), shown by code point: ${listed(names)}${names.length > LISTED ? ' …' : ''}.`,
  },
} as const;

export type TableLanguage = keyof typeof TABLE_LABELS;
export type TableLabels = (typeof TABLE_LABELS)[TableLanguage];
