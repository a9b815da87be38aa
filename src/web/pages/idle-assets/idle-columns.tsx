import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { ASSET_COLUMNS } from '../../../modules/fixed-assets/asset-columns.ts';
import type { AssetListItem } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { ItemCode } from '../../components/item-code.tsx';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { Money } from '../../components/money.tsx';
import { Day } from '../../components/when.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shanghaiToday } from '../../court-day.ts';
import { placeTail } from '../fixed-assets/place-tail.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Whole calendar days from the day of `since` to `today`. */
export function idleDays(since: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(shanghaiToday(new Date(since)))) / DAY_MS);
}

/** Who answers for an idle thing: the person who has it, the department, else the one that manages it. */
export function whoToAsk({ holder, department, managingDepartment }: AssetListItem): string {
  const named = [holder?.name, department?.name].filter((part) => part !== undefined);
  return named.length > 0 ? named.join(' · ') : (managingDepartment?.name ?? '—');
}

type Column = ListColumn<AssetListItem>;
type Head = (key: keyof typeof ASSET_COLUMNS) => string;

function moneyColumn(
  key: 'originalValueFen' | 'netValueFen',
  head: Head,
  more: Partial<Pick<Column, 'sortKey'>>,
): Column {
  const render = (row: AssetListItem) => <Money fen={row[key]} />;
  return { key, title: head(key), widthPx: 122, align: 'right', render, ...more };
}

function thingColumns(head: Head): readonly Column[] {
  return [
    { key: 'name', title: head('name'), widthPx: 160, sortKey: 'name', render: (row) => row.name },
    {
      key: 'code',
      title: head('code'),
      widthPx: 188,
      sortKey: 'code',
      render: (row) => <ItemCode code={row.code} withCopy={false} />,
    },
  ];
}

function hiddenColumns(head: Head): readonly Column[] {
  const isHiddenAtFirst = true;
  return [
    {
      key: 'acquiredOn',
      title: head('acquiredOn'),
      widthPx: 110,
      isHiddenAtFirst,
      sortKey: 'acquired',
      render: (row) => <Day day={row.acquiredOn} />,
    },
    {
      key: 'specification',
      title: head('specification'),
      widthPx: 200,
      isHiddenAtFirst,
      render: (row) => [row.specification, row.brand, row.model].filter(Boolean).join(' ') || '—',
    },
    {
      key: 'className',
      title: head('className'),
      widthPx: 150,
      isHiddenAtFirst,
      render: (row) => row.className,
    },
  ];
}

/** Name, since when and why, what it is worth, whom to ask, and where to fetch it. */
export function useIdleColumns(): readonly Column[] {
  const { t } = useTranslation('idle-assets');
  const language = useLanguage();
  const today = useToday();
  return useMemo(() => {
    const head: Head = (key) => ASSET_COLUMNS[key][language];
    return [
      ...thingColumns(head),
      {
        key: 'idleDays',
        title: t('column.days'),
        widthPx: 96,
        align: 'right',
        render: (row) => t('days', { count: idleDays(row.stateSince, today) }),
      },
      { key: 'reason', title: t('column.reason'), widthPx: 150, render: (row) => row.idleReason ?? '—' },
      moneyColumn('originalValueFen', head, { sortKey: 'value' }),
      moneyColumn('netValueFen', head, {}),
      { key: 'ask', title: t('column.ask'), widthPx: 136, render: whoToAsk },
      {
        key: 'place',
        title: head('place'),
        widthPx: 160,
        render: ({ place }) =>
          place === null ? '—' : <span title={place.path}>{placeTail(place.path)}</span>,
      },
      ...hiddenColumns(head),
    ];
  }, [language, t, today]);
}
