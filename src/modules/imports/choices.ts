/** Values that come from closed lists, with the words people write for them. Pure data. */
import { accept, refuseCell, type CellReason, type Verdict } from './problems.ts';
import { errorVerdict, plainText } from './cells/cell-value.ts';
import type { RawCell } from './raw-table.ts';

type Words<V extends string> = Readonly<
  Record<V, { readonly zh: readonly string[]; readonly en: readonly string[] }>
>;

interface ChoiceTable<V extends string> {
  /** The first word of each value is what templates and lists show. */
  readonly words: Words<V>;
  readonly unknown: CellReason;
  /** Words that are understood and cannot be taken. */
  readonly refused?: { readonly words: readonly string[]; readonly reason: CellReason };
}

export interface ChoiceList<V extends string> extends ChoiceTable<V> {
  readonly values: readonly V[];
  /** The verdict on each word by its key. */
  readonly verdicts: ReadonlyMap<string, Verdict<V>>;
}

function defineChoices<V extends string>(table: ChoiceTable<V>): ChoiceList<V> {
  const values = Object.keys(table.words).filter((key): key is V => Object.hasOwn(table.words, key));
  const verdicts = new Map<string, Verdict<V>>();
  if (table.refused !== undefined) {
    for (const word of table.refused.words) verdicts.set(choiceKey(word), refuseCell(table.refused.reason));
  }
  for (const value of values) {
    const { zh, en } = table.words[value];
    for (const word of [value, ...zh, ...en]) verdicts.set(choiceKey(word), accept(value));
  }
  return { ...table, values, verdicts };
}

export type AcquisitionMethod =
  | 'purchase'
  | 'transfer_in'
  | 'donation'
  | 'exchange'
  | 'self_built'
  | 'surplus'
  | 'other';
export type ValueKind = 'original' | 'provisional' | 'nominal' | 'appraised';
export type ImportedStatus = 'in_stock' | 'in_use' | 'on_loan' | 'in_repair' | 'idle';

export const ACQUISITION_METHODS = defineChoices<AcquisitionMethod>({
  words: {
    purchase: {
      zh: ['购置', '新购', '购买', '外购', '采购', '政府采购', '集中采购', '自行采购', '购入'],
      en: ['purchase', 'purchased', 'bought'],
    },
    transfer_in: {
      zh: [
        '调拨',
        '调入',
        '无偿调拨',
        '无偿调入',
        '无偿划拨',
        '无偿划转',
        '划拨',
        '划转',
        '划入',
        '上级拨入',
        '拨入',
        '配发',
      ],
      en: ['transfer in', 'transfer', 'transferred'],
    },
    donation: {
      zh: ['捐赠', '接受捐赠', '受赠', '赠送'],
      en: ['donation', 'donated', 'gift'],
    },
    exchange: { zh: ['置换', '置换换入', '换入', '交换'], en: ['exchange', 'exchanged', 'swap'] },
    self_built: {
      zh: ['自建', '自行建造', '自制', '自行研制', '建造', '新建', '改建', '扩建'],
      en: ['self-built', 'built', 'construction'],
    },
    surplus: { zh: ['盘盈', '清查盘盈', '盘盈入账'], en: ['surplus', 'stocktake surplus', 'found'] },
    other: { zh: ['其他', '其它', '其他方式'], en: ['other'] },
  },
  unknown: 'ACQUISITION_METHOD_UNKNOWN',
});

export const VALUE_KINDS = defineChoices<ValueKind>({
  words: {
    original: {
      zh: ['原值', '账面原值', '历史成本', '实际成本', '成本'],
      en: ['original', 'cost', 'original cost'],
    },
    provisional: {
      zh: ['暂估', '暂估价', '暂估价值', '暂估值', '暂估入账'],
      en: ['provisional', 'estimated'],
    },
    nominal: { zh: ['名义金额', '名义价值', '名义'], en: ['nominal', 'nominal amount'] },
    appraised: {
      zh: ['评估', '评估价', '评估价值', '评估值', '重置价', '重置价值'],
      en: ['appraised', 'appraisal', 'valuation'],
    },
  },
  unknown: 'VALUE_KIND_UNKNOWN',
});

export const IMPORTED_STATUSES = defineChoices<ImportedStatus>({
  words: {
    in_stock: {
      zh: ['在库', '库存', '在库未用', '未领用', '未使用', '待领用', '已入库', '入库'],
      en: ['in stock', 'stock', 'ready to deploy', 'deployable', 'available', 'pending'],
    },
    in_use: {
      zh: ['在用', '使用', '使用中', '正常', '正常使用', '已领用', '领用', '自用', '在用资产'],
      en: ['in use', 'deployed', 'ready to deploy deployed', 'used', 'active', 'checked out'],
    },
    on_loan: {
      zh: ['出借', '借出', '已借出', '借用', '外借', '出租出借'],
      en: ['on loan', 'loaned', 'lent'],
    },
    in_repair: {
      zh: ['维修', '维修中', '在修', '送修', '修理', '待维修', '待修', '检修'],
      en: ['in repair', 'repair', 'out for repair', 'out for diagnostics', 'maintenance'],
    },
    idle: { zh: ['闲置', '停用', '封存', '闲置资产', '未使用闲置'], en: ['idle', 'unused'] },
  },
  unknown: 'STATUS_UNKNOWN',
  refused: {
    words: [
      ...[
        '报废',
        '已报废',
        '待报废',
        '拟报废',
        '报损',
        '毁损',
        '报废待处置',
        '待处置',
        '拟处置',
        '处置中',
        '已处置',
        '处置',
        '已核销',
        '核销',
      ],
      ...[
        '盘亏',
        '丢失',
        '遗失',
        '被盗',
        '出售',
        '已出售',
        '转让',
        '已转让',
        '对外捐赠',
        '已捐赠',
        '调出',
        '已调出',
        '划出',
        '已注销',
        '注销',
      ],
      ...[
        'archived',
        'disposed',
        'disposal',
        'scrapped',
        'retired',
        'sold',
        'lost',
        'stolen',
        'lost/stolen',
        'missing',
        'written off',
      ],
      ...['broken - not fixable', 'undeployable'],
    ],
    reason: 'STATUS_IS_DISPOSAL',
  },
});

/** The value whose word stands in the cell, without regard to case, width and inner spaces. The cell is not blank. */
export function parseChoice<V extends string>(cell: RawCell, list: ChoiceList<V>): Verdict<V> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  return list.verdicts.get(choiceKey(plainText(cell))) ?? refuseCell(list.unknown);
}

/** The word that templates and lists show for a value. */
export function choiceWord<V extends string>(list: ChoiceList<V>, value: V, language: 'zh' | 'en'): string {
  return list.words[value][language][0] ?? value;
}

function choiceKey(word: string): string {
  return word.toLowerCase().replace(/[\s_\-/、,]+/g, '');
}
