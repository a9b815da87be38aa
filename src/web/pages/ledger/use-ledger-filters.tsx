import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LEDGER_DIRECTIONS } from '../../../modules/fixed-assets/ledger-direction.ts';
import { ASSET_ENTRY_KINDS } from '../../../modules/fixed-assets/rules.ts';
import type { ListFilter } from '../../components/list-page/list-types.ts';
import { DepartmentFilter } from '../../components/pickers/department-picker.tsx';
import { PersonFilter } from '../../components/pickers/person-picker.tsx';
import { PlaceFilter } from '../../components/pickers/place-picker.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';

/** Everything but the period, which has a line of its own; on a phone only the words stand in the line. */
export function useLedgerFilters(): readonly ListFilter[] {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const isPhone = useIsPhone();
  return useMemo((): readonly ListFilter[] => {
    const kinds = Object.entries(ASSET_ENTRY_KINDS).map(([value, names]) => ({
      value,
      label: names[language],
    }));
    const flows = LEDGER_DIRECTIONS.map((value) => ({ value, label: t(`flow.${value}`) }));
    return [
      { key: 'q', kind: 'text', label: t('filter.q'), isPrimary: true },
      { key: 'kind', kind: 'choice', label: t('filter.kind'), options: kinds, isPrimary: !isPhone },
      {
        key: 'departmentId',
        kind: 'custom',
        label: t('filter.department'),
        isPrimary: !isPhone,
        render: (values, onChange) => (
          <DepartmentFilter values={values} onChange={onChange} label={t('filter.department')} />
        ),
      },
      {
        key: 'placeId',
        kind: 'custom',
        label: t('filter.place'),
        isPrimary: !isPhone,
        render: (values, onChange) => (
          <PlaceFilter values={values} onChange={onChange} label={t('filter.place')} />
        ),
      },
      {
        key: 'holderId',
        kind: 'custom',
        label: t('filter.holder'),
        render: (values, onChange) => (
          <PersonFilter values={values} onChange={onChange} label={t('filter.holder')} />
        ),
      },
      { key: 'flow', kind: 'choice', label: t('filter.flow'), options: flows },
      { key: 'late', kind: 'flag', label: t('filter.late') },
      { key: 'corrections', kind: 'flag', label: t('filter.corrections') },
    ];
  }, [isPhone, language, t]);
}
