import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemSummary } from '../../../modules/seized-items/items.contract.ts';
import { shortPlace } from '../../../modules/storage/place-path.ts';
import { ItemCode } from '../../components/item-code.tsx';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useCategoryName } from './item-words.ts';
import { HeldTag, ItemStateTag } from './item-state-tag.tsx';

/** Where it is: its place from the room on with its box, else whoever has it. */
export function whereIs({ place, container, holder, keeper }: ItemSummary): string {
  const where = (place === null ? null : shortPlace(place.name)) ?? holder?.name ?? keeper ?? '—';
  return container === null ? where : `${where} / ${container.name}`;
}

function StateTags({ row }: { row: ItemSummary }) {
  const { t } = useTranslation('seized-items');
  return (
    <>
      <ItemStateTag state={row.state} />
      {row.isUnverified && <StatusTag tone="soon">{t('tag.unverified')}</StatusTag>}
      {row.isSeizureLapsed && <StatusTag tone="alarm">{t('tag.lapsed')}</StatusTag>}
      <HeldTag isHeld={row.isHeld} />
    </>
  );
}

export function useItemColumns(): readonly ListColumn<ItemSummary>[] {
  const shipped = useShippedWords();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const categoryName = useCategoryName();
  return useMemo(
    () => [
      { key: 'name', title: t('column.name'), widthPx: 150, render: (row) => shipped(row.name) },
      {
        key: 'case',
        title: t('column.case'),
        widthPx: 190,
        render: (row) => <Link to={`/cases/${row.caseId}?tab=ledger`}>{row.caseNumber}</Link>,
      },
      { key: 'number', title: t('column.number'), widthPx: 55, align: 'right', render: (row) => row.number },
      {
        key: 'code',
        title: t('column.code'),
        widthPx: 190,
        render: (row) => <ItemCode code={row.code} withCopy={false} />,
      },
      {
        key: 'category',
        title: t('column.category'),
        widthPx: 130,
        isHiddenAtFirst: true,
        render: (row) => categoryName(row.category),
      },
      {
        key: 'quantity',
        title: t('column.quantity'),
        widthPx: 80,
        align: 'right',
        render: (row) => sayQuantity(row.onHand, row.unit),
      },
      {
        key: 'state',
        title: t('column.state'),
        widthPx: 140,
        render: (row) => <StateTags row={row} />,
      },
      { key: 'where', title: t('column.where'), widthPx: 215, render: whereIs },
      { key: 'seal', title: t('column.seal'), widthPx: 115, render: (row) => row.sealNumber ?? '—' },
      {
        key: 'since',
        title: t('column.since'),
        widthPx: 150,
        isHiddenAtFirst: true,
        render: (row) => <When instant={row.stateSince} />,
      },
    ],
    [categoryName, sayQuantity, shipped, t],
  );
}
