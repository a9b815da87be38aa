import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listDirectoryPeople } from '../../../modules/accounts/directory.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';

export interface CustodianPickerProps {
  readonly value?: string;
  readonly onChange?: (personId: string) => void;
  readonly id?: string;
}

/** One of the court's custodians: the few who hold the role. */
export function CustodianPicker({ value, onChange, id }: CustodianPickerProps) {
  const { t } = useTranslation('rooms');
  const { data, isLoading } = useQueryEndpoint(listDirectoryPeople, {
    query: { role: 'property_custodian', limit: 200 },
  });
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      placeholder={t('appoint.personMissing')}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('appoint.nobody')}
      options={(data?.items ?? []).map((person) => ({
        value: person.id,
        label: person.departmentName === null ? person.name : `${person.name} · ${person.departmentName}`,
      }))}
      onChange={(personId) => onChange?.(personId)}
    />
  );
}
