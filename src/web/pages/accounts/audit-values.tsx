import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { CARD_FIELDS } from '../../../modules/fixed-assets/asset-card.ts';
import { formatFen } from '../../components/money.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { differenceOf, type DifferenceLine, type Leaf } from './audit-difference.ts';
import { useRoleName } from './role-names.tsx';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function isCardField(key: string): key is keyof typeof CARD_FIELDS {
  return Object.hasOwn(CARD_FIELDS, key);
}

/** A field's name: ours, that of the asset card, or the key as stored. */
function useFieldName(): (path: readonly string[]) => string {
  const { t } = useTranslation('audit');
  const pick = usePickSentence();
  const nameOf = (key: string) => {
    if (/^\d+$/.test(key)) return String(Number(key) + 1);
    const ours = t(`field.${key}`, { defaultValue: '' });
    if (ours !== '') return ours;
    return isCardField(key) ? pick(CARD_FIELDS[key]) : key;
  };
  return (path) => path.map(nameOf).join(' › ');
}

function AuditValue({ value, name }: { value: Leaf | undefined; name: string | undefined }) {
  const { t } = useTranslation('audit');
  const roleName = useRoleName();
  if (value === undefined || value === null || value === '') return <>{t('value.empty')}</>;
  if (typeof value === 'boolean') return <>{t(value ? 'value.yes' : 'value.no')}</>;
  if (typeof value === 'number') return <>{name?.endsWith('Fen') === true ? formatFen(value) : value}</>;
  if (typeof value === 'object') {
    const parts = value.map((part) => (part === null ? t('value.empty') : String(part)));
    return <>{parts.length === 0 ? t('value.empty') : parts.join(t('common:listComma'))}</>;
  }
  if (INSTANT.test(value)) return <span className="cc-nowrap">{formatInstant(value)}</span>;
  if (UUID.test(value)) return <span className="cc-audit-id cc-code">{value}</span>;
  return <>{name === 'role' ? roleName(value) : value}</>;
}

function Line({ line, isOneSided }: { line: DifferenceLine; isOneSided: boolean }) {
  const { t } = useTranslation('audit');
  const fieldName = useFieldName();
  const name = line.path.at(-1);
  return (
    <div className={line.isChanged || isOneSided ? undefined : 'cc-audit-same'}>
      <dt>{fieldName(line.path)}</dt>
      <dd>
        {!isOneSided && line.isChanged && (
          <>
            <del>
              <AuditValue value={line.before} name={name} />
            </del>
            <span aria-hidden> → </span>
            <span className="cc-hidden">{t('common:command.becomes')}</span>
          </>
        )}
        <AuditValue value={line.after ?? (isOneSided ? line.before : undefined)} name={name} />
      </dd>
    </div>
  );
}

/** What changed, field by field; what stayed the same can be looked up. One side alone is shown as it is. */
export function AuditDifference({ before, after }: { before: unknown; after: unknown }) {
  const { t } = useTranslation('audit');
  const [isWhole, setWhole] = useState(false);
  const lines = differenceOf(before, after);
  const isOneSided = before == null || after == null;
  const same = isOneSided ? [] : lines.filter(({ isChanged }) => !isChanged);
  const shown = isWhole || isOneSided ? lines : lines.filter(({ isChanged }) => isChanged);
  if (lines.length === 0) return <p className="cc-soft">{t('detail.noContent')}</p>;
  return (
    <>
      {shown.length === 0 && <p className="cc-soft">{t('detail.nothingChanged')}</p>}
      <dl className="cc-audit-lines">
        {shown.map((line) => (
          <Line key={line.path.join('.')} line={line} isOneSided={isOneSided} />
        ))}
      </dl>
      {same.length > 0 && (
        <Button
          type="link"
          className="cc-audit-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {t(isWhole ? 'detail.hideSame' : 'detail.showSame', { count: same.length })}
        </Button>
      )}
    </>
  );
}
