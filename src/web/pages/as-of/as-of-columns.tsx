import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AsOfItem } from '../../../modules/fixed-assets/as-of.contract.ts';
import { ASSET_STATUSES } from '../../../modules/fixed-assets/rules.ts';
import { ItemCode } from '../../components/item-code.tsx';
import type { ListColumn, ListFilter } from '../../components/list-page/list-types.ts';
import { Money } from '../../components/money.tsx';
import { AssetPicker } from '../../components/pickers/asset-picker.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import type { PickerProps } from '../../components/pickers/picker-props.ts';
import { When } from '../../components/when.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { AssetStatusTag } from '../fixed-assets/asset-status-tag.tsx';
import { placeTail } from '../fixed-assets/place-tail.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';

function PlaceCell({ path }: { path: string | null }) {
  return path === null ? <>—</> : <span title={path}>{placeTail(path)}</span>;
}

type Say = (key: string) => string;

function whereColumns(say: Say): readonly ListColumn<AsOfItem>[] {
  return [
    {
      key: 'department',
      title: say('column.department'),
      widthPx: 140,
      render: (row) => row.department ?? '—',
    },
    { key: 'holder', title: say('column.holder'), widthPx: 80, render: (row) => row.holder ?? '—' },
    {
      key: 'place',
      title: say('column.place'),
      widthPx: 160,
      render: (row) => <PlaceCell path={row.place} />,
    },
  ];
}

function amountColumns(
  say: Say,
  sayQuantity: ReturnType<typeof useSayQuantity>,
): readonly ListColumn<AsOfItem>[] {
  return [
    {
      key: 'quantity',
      title: say('column.quantity'),
      widthPx: 70,
      align: 'right',
      render: (row) => sayQuantity(String(row.quantity), row.unit),
    },
    {
      key: 'amountFen',
      title: say('column.amount'),
      widthPx: 124,
      align: 'right',
      render: (row) => <Money fen={row.amountFen} />,
    },
  ];
}

/** The state and the card of a thing at the moment. */
export function useAsOfColumns(): readonly ListColumn<AsOfItem>[] {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('as-of');
  return useMemo(() => {
    const say: Say = (key) => t(key);
    return [
      { key: 'name', title: t('column.name'), widthPx: 180, render: (row) => row.name },
      {
        key: 'code',
        title: t('column.code'),
        widthPx: 184,
        render: (row) => <ItemCode code={row.code} withCopy={false} />,
      },
      {
        key: 'status',
        title: t('column.status'),
        widthPx: 84,
        render: (row) => <AssetStatusTag status={row.status} />,
      },
      ...whereColumns(say),
      ...amountColumns(say, sayQuantity),
      { key: 'since', title: t('column.since'), widthPx: 160, render: (row) => <When instant={row.since} /> },
      {
        key: 'className',
        title: t('column.className'),
        widthPx: 160,
        isHiddenAtFirst: true,
        render: (row) => row.className,
      },
      {
        key: 'specification',
        title: t('column.specification'),
        widthPx: 200,
        isHiddenAtFirst: true,
        render: (row) => [row.specification, row.model].filter((part) => part !== null).join(' ') || '—',
      },
    ];
  }, [t, sayQuantity]);
}

/** One of each: department, place, person, asset; several statuses. */
export function useAsOfFilters(): readonly ListFilter[] {
  const { t } = useTranslation('as-of');
  const language = useLanguage();
  const isPhone = useIsPhone();
  return useMemo(() => {
    const one = (key: string, Picker: (props: PickerProps) => ReactNode, isPrimary: boolean): ListFilter => ({
      key,
      kind: 'custom',
      label: t(`filter.${key}`),
      isPrimary,
      render: (values, onChange) => (
        <Picker
          value={values[0] ?? null}
          onChange={(id) => onChange(id === null ? [] : [id])}
          label={t(`filter.${key}`)}
          placeholder={t(`filter.${key}`)}
        />
      ),
    });
    const statuses = Object.entries(ASSET_STATUSES).map(([value, names]) => ({
      value,
      label: names[language],
    }));
    return [
      one('departmentId', DepartmentPicker, true),
      one('placeId', PlacePicker, !isPhone),
      one('holderId', PersonPicker, !isPhone),
      one('assetId', AssetPicker, !isPhone),
      { key: 'status', kind: 'choice', label: t('filter.status'), isPrimary: !isPhone, options: statuses },
    ];
  }, [isPhone, language, t]);
}
