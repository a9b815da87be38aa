import { useMemo } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { classWarningOf, SUGGESTED_CLASS_CODES } from '../../../../modules/fixed-assets/class-warning.ts';
import { useAssetClasses } from '../../../components/pickers/use-asset-classes.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';

const MONTHS_OF_YEAR = 12;

export interface ClassNotesProps {
  readonly name: string;
  readonly classCode: string | null;
  readonly onTake: (classCode: string) => void;
}

/** What the chosen class means, and a warning where the name rather belongs to another one. */
export function ClassNotes({ name, classCode, onTake }: ClassNotesProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const { classes, table } = useAssetClasses();
  const own = classCode === null ? undefined : table.get(classCode);
  const warning = useMemo(() => {
    if (own === undefined || name.trim() === '') return null;
    const near = classes.filter(
      ({ code, parentCode }) =>
        parentCode === own.parentCode || parentCode === own.code || SUGGESTED_CLASS_CODES.includes(code),
    );
    return classWarningOf(name, own, near);
  }, [classes, own, name]);
  if (own === undefined) return null;
  const years =
    own.usefulLifeMonths === null
      ? t('card.neverDepreciated')
      : t('card.lifeYears', { count: own.usefulLifeMonths / MONTHS_OF_YEAR });
  const suggested = warning?.suggestedClassCode;
  return (
    <div className="cc-class-notes">
      <span>
        {own.path} · {years}
        {!own.sourced && ` · ${t('card.uncheckedHint')}`}
      </span>
      {warning !== null && (
        <span role="status" className="cc-class-warning">
          {pick(warning)}{' '}
          {suggested != null && (
            <Button type="link" size="small" onClick={() => onTake(suggested)}>
              {t('card.takeClass', { code: suggested })}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
