import { useState } from 'react';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listAssets } from '../../../../modules/fixed-assets/asset-list.contract.ts';
import { readAsset } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { groupItemCode } from '../../../../modules/item-codes/item-code.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { controlProps, type PickerProps } from '../../../components/pickers/picker-props.ts';
import { useSettled } from '../../../components/pickers/use-settled.ts';

const FOUND_MAX = 20;

function labelOf(asset: { readonly name: string; readonly code: string }): string {
  return `${asset.name}  ${groupItemCode(asset.code)}`;
}

/** One asset by name or number; value is its id. */
export function AssetPicker(props: PickerProps) {
  const { t } = useTranslation('fixed-assets');
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim());
  const { value } = props;
  const found = useQueryEndpoint(
    listAssets,
    { query: { q, limit: FOUND_MAX } },
    { enabled: q !== '', keepPrevious: true },
  );
  const picked = useQueryEndpoint(
    readAsset,
    { params: { assetId: value ?? '' } },
    { enabled: value != null, staleTime: Infinity },
  );
  const label = picked.data === undefined ? '…' : labelOf({ ...picked.data.card, code: picked.data.code });
  return (
    <Select<{ value: string; label: string } | null, { value: string; label: string }>
      placeholder={t('card.findParent')}
      {...controlProps(props)}
      labelInValue
      allowClear
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      loading={found.isFetching}
      notFoundContent={q === '' ? t('card.typeToFind') : t('card.notFound')}
      options={(q === '' ? [] : (found.data?.items ?? [])).map((asset) => ({
        value: asset.id,
        label: labelOf(asset),
      }))}
      value={value == null ? null : { value, label }}
      onChange={(next) => {
        setSearch('');
        props.onChange?.(next?.value ?? null);
      }}
    />
  );
}
