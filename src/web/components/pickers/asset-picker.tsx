import { useState } from 'react';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listAssets } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { readAsset } from '../../../modules/fixed-assets/asset-page.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ItemCode } from '../item-code.tsx';
import { controlProps, type PickerProps } from './picker-props.ts';
import { useSettled } from './use-settled.ts';
import './pickers.css';

const FOUND_MAX = 20;

interface Option {
  readonly value: string;
  readonly label: string;
  readonly code: string;
  readonly whereabouts: string;
}

function AssetLine({ option }: { option: Option }) {
  return (
    <span className="cc-pick-person">
      <span>
        {option.label} <ItemCode code={option.code} withCopy={false} />
      </span>
      <span className="cc-soft">{option.whereabouts}</span>
    </span>
  );
}

/** One asset by words of its card or any of its numbers; value is its id. */
export function AssetPicker(props: PickerProps) {
  const { t } = useTranslation('pickers');
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim());
  const found = useQueryEndpoint(
    listAssets,
    { query: { q, limit: FOUND_MAX } },
    { enabled: q !== '', keepPrevious: true },
  );
  const { value } = props;
  const picked = useQueryEndpoint(
    readAsset,
    { params: { assetId: value ?? '' } },
    { enabled: value !== undefined && value !== null },
  );
  const items = q === '' ? [] : (found.data?.items ?? []);
  const options = items.map((asset): Option => {
    const whereabouts = [asset.department?.name, asset.holder?.name].filter((part) => part !== undefined);
    return { value: asset.id, label: asset.name, code: asset.code, whereabouts: whereabouts.join(' · ') };
  });
  const isAsked = q !== '' && !found.isFetching;
  return (
    <Select<{ value: string; label: string }, Option>
      placeholder={t('asset')}
      {...controlProps(props)}
      labelInValue
      allowClear
      popupMatchSelectWidth={false}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      loading={found.isFetching}
      notFoundContent={t(isAsked ? 'assetNotFound' : 'assetHint')}
      options={options}
      optionRender={({ data }) => <AssetLine option={data} />}
      value={value == null ? null : { value, label: picked.data?.card.name ?? '…' }}
      onChange={(one: { value: string } | null | undefined) => {
        setSearch('');
        props.onChange?.(one?.value ?? null);
      }}
    />
  );
}
