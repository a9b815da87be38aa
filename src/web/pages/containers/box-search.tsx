import { useState } from 'react';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listContainersEndpoint } from '../../../modules/seized-items/containers/containers.contract.ts';
import { foldCodeText } from '../../../modules/item-codes/item-code.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSettled } from '../../components/pickers/use-settled.ts';

interface BoxSearchProps {
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly id?: string;
  readonly exceptId?: string;
}

/** A box or bag by its name, its code (a scan ends here too) or its seal. */
export function BoxSearch({ value, onChange, id, exceptId }: BoxSearchProps) {
  const { t } = useTranslation('containers');
  const [search, setSearch] = useState('');
  const settled = useSettled(search.trim());
  const isCode = /^B\d{6}/.test(foldCodeText(settled));
  const q = isCode ? foldCodeText(settled).replace(/-.$/, '') : settled;
  const { data } = useQueryEndpoint(listContainersEndpoint, {
    query: { limit: 20, ...(q === '' ? {} : { q }) },
  });
  const boxes = (data?.items ?? []).filter(
    (box) => box.id !== exceptId && box.lot === null && !box.isForeignLot,
  );
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      placeholder={t('search')}
      notFoundContent={t('noneFound')}
      options={boxes.map((box) => ({
        value: box.id,
        label: [box.name, box.place?.name ?? box.holder ?? '', box.sealNumber ?? '']
          .filter(Boolean)
          .join(' · '),
      }))}
      onChange={(next: string) => onChange?.(next)}
    />
  );
}
