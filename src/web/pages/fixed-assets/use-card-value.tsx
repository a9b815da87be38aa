import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  ACQUISITION_METHODS,
  VALUE_KINDS,
  type AcquisitionMethod,
  type CardField,
  type ValueKind,
} from '../../../modules/fixed-assets/asset-card.ts';
import { sayUnit } from '../../../platform/quantity.ts';
import { formatFen } from '../../components/money.tsx';
import { useDepartments } from '../../components/pickers/department-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const AMOUNTS: ReadonlySet<CardField> = new Set([
  'originalValueFen',
  'fiscalFundsFen',
  'nonFiscalFundsFen',
  'openingDepreciationFen',
]);

function isMethod(value: string): value is AcquisitionMethod {
  return Object.hasOwn(ACQUISITION_METHODS, value);
}

function isValueKind(value: string): value is ValueKind {
  return Object.hasOwn(VALUE_KINDS, value);
}

/** How a field's value of the card is read: money, months, words instead of keys and ids. */
export function useCardValue(): (field: CardField, value: string | number | null) => ReactNode {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const { nameOf } = useDepartments();
  return (field, value) => {
    if (value === null || value === '') return '—';
    if (typeof value === 'number') {
      if (AMOUNTS.has(field)) return formatFen(value);
      return field === 'usefulLifeMonths' ? t('card.months', { count: value }) : value;
    }
    if (field === 'acquisitionMethod' && isMethod(value)) return pick(ACQUISITION_METHODS[value]);
    if (field === 'unit') return pick(sayUnit(value));
    if (field === 'valueKind' && isValueKind(value)) return pick(VALUE_KINDS[value]);
    if (field === 'managingDepartmentId') return nameOf(value) ?? t('card.closedDepartment');
    if (field === 'parentAssetId') return <Link to={`/assets/${value}`}>{t('card.openParent')}</Link>;
    return field === 'openingDepreciationMonth' ? value.slice(0, 7) : value;
  };
}
