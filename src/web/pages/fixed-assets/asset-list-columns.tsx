import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { ACQUISITION_METHODS, VALUE_KINDS } from '../../../modules/fixed-assets/asset-card.ts';
import { ASSET_COLUMNS, type AssetColumnKey } from '../../../modules/fixed-assets/asset-columns.ts';
import { sayUnitOf } from '../../../platform/quantity.ts';
import type { AssetListItem } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { ItemCode } from '../../components/item-code.tsx';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { Money } from '../../components/money.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Day, When } from '../../components/when.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { AssetStatusTag } from './asset-status-tag.tsx';
import { isOverdueOn } from '../../court-day.ts';
import { placeTail } from './place-tail.ts';

interface Layout {
  readonly widthPx?: number;
  readonly align?: 'right';
  readonly sortKey?: string;
  readonly isShown?: true;
}

/** Width and first appearance, which fits beside the menu of a screen 1440 px wide; the heads come from the table that also names the columns of files. */
const LAYOUTS: Partial<Record<AssetColumnKey, Layout>> = {
  name: { widthPx: 200, sortKey: 'name', isShown: true },
  court: { widthPx: 190, isShown: true },
  code: { widthPx: 188, sortKey: 'code', isShown: true },
  status: { widthPx: 80, isShown: true },
  department: { widthPx: 136, isShown: true },
  holder: { widthPx: 80, isShown: true },
  place: { widthPx: 160, isShown: true },
  className: { widthPx: 150 },
  originalValueFen: { widthPx: 128, align: 'right', sortKey: 'value', isShown: true },
  acquiredOn: { widthPx: 108, sortKey: 'acquired', isShown: true },
  specification: { widthPx: 200 },
  accumulatedDepreciationFen: { widthPx: 150, align: 'right' },
  netValueFen: { widthPx: 140, align: 'right' },
  quantity: { widthPx: 80, align: 'right' },
  unit: { widthPx: 80 },
  stateSince: { widthPx: 150 },
  labelledAt: { widthPx: 150 },
  labelVersion: { widthPx: 90 },
  updatedAt: { widthPx: 150, sortKey: 'updated' },
  notes: { widthPx: 240 },
};

/** The name leads, because people read it; then the rest as on the paper card. */
const ORDER: readonly AssetColumnKey[] = [
  ...(['name', 'code', 'status', 'department', 'holder', 'place', 'className', 'originalValueFen'] as const),
  ...([
    'acquiredOn',
    'specification',
    'brand',
    'model',
    'serialNumber',
    'classCode',
    'manufacturer',
  ] as const),
  ...(['quantity', 'unit', 'oldNumber1', 'oldNumber2', 'acquisitionMethod', 'inUseOn', 'bookedOn'] as const),
  ...(['valueKind', 'accumulatedDepreciationFen', 'netValueFen', 'managingDepartment'] as const),
  ...([
    'stateSince',
    'labelledAt',
    'labelVersion',
    'pendingReceiver',
    'loanDueOn',
    'warrantyUntil',
    'supplier',
    'contractNumber',
  ] as const),
  ...(['invoiceNumber', 'voucherNumber', 'notes', 'updatedAt'] as const),
];

function Unlabelled() {
  const { t } = useTranslation('fixed-assets');
  return <StatusTag tone="soon">{t('filter.isLabelled.no')}</StatusTag>;
}

type Pick = (sentence: { readonly zh: string; readonly en: string }) => string;

function cellOf(row: AssetListItem, key: AssetColumnKey, pick: Pick, today: string): ReactNode {
  switch (key) {
    case 'code':
      return <ItemCode code={row.code} withCopy={false} />;
    case 'status':
      return <AssetStatusTag status={row.status} isOverdue={isOverdueOn(row.loanDueOn, today)} />;
    case 'department':
    case 'managingDepartment':
    case 'holder':
      return row[key]?.name ?? '—';
    case 'place':
      return row.place === null ? '—' : <span title={row.place.path}>{placeTail(row.place.path)}</span>;
    case 'unit':
      return pick(sayUnitOf(row.quantity, row.unit));
    case 'acquisitionMethod':
      return pick(ACQUISITION_METHODS[row.acquisitionMethod]);
    case 'valueKind':
      return pick(VALUE_KINDS[row.valueKind]);
    case 'originalValueFen':
    case 'accumulatedDepreciationFen':
    case 'netValueFen':
      return <Money fen={row[key]} />;
    case 'acquiredOn':
    case 'inUseOn':
    case 'bookedOn':
    case 'loanDueOn':
    case 'warrantyUntil':
      return <Day day={row[key]} />;
    case 'labelledAt':
      return row.labelledAt === null ? <Unlabelled /> : <When instant={row.labelledAt} />;
    case 'stateSince':
    case 'updatedAt':
      return <When instant={row[key]} />;
    default:
      return row[key] ?? '—';
  }
}

/** Every column of the list; the first is the link, and of several courts the second says whose thing it is. */
export function useAssetColumns({ withCourt = false } = {}): readonly ListColumn<AssetListItem>[] {
  const language = useLanguage();
  const today = useToday();
  return useMemo(() => {
    const pick: Pick = (sentence) => sentence[language];
    const [first, ...others] = ORDER;
    const order = withCourt && first !== undefined ? [first, 'court' as const, ...others] : ORDER;
    return order.map((key): ListColumn<AssetListItem> => {
      const { isShown, ...layout } = LAYOUTS[key] ?? {};
      return {
        key,
        title: pick(ASSET_COLUMNS[key]),
        render: (row) => cellOf(row, key, pick, today),
        ...layout,
        ...(isShown === true ? {} : { isHiddenAtFirst: true }),
      };
    });
  }, [language, today, withCourt]);
}

/** The columns in the order of files, of those that are shown on the screen. */
export function isColumnKey(key: string): key is AssetColumnKey {
  return Object.hasOwn(ASSET_COLUMNS, key);
}
