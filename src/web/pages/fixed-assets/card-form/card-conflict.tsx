import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { CARD_FIELDS, type AssetCard, type CardField } from '../../../../modules/fixed-assets/asset-card.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { useCardValue } from '../use-card-value.tsx';

export interface CardConflict {
  readonly field: CardField;
  readonly before: AssetCard[CardField];
  readonly latest: AssetCard[CardField];
  readonly mine: AssetCard[CardField];
}

/** What somebody else changed meanwhile, beside what was typed here; a field that only they changed is theirs. */
export function conflictsOf(before: AssetCard, latest: AssetCard, mine: AssetCard): readonly CardConflict[] {
  // why: CARD_FIELDS has exactly the keys of AssetCard.
  const fields = Object.keys(CARD_FIELDS) as CardField[];
  return fields
    .filter((field) => before[field] !== latest[field])
    .map((field) => ({ field, before: before[field], latest: latest[field], mine: mine[field] }));
}

export interface CardConflictTableProps {
  readonly conflicts: readonly CardConflict[];
  readonly onTakeLatest: (conflict: CardConflict) => void;
}

/** Both versions side by side; what was typed stays until the latest is taken on purpose. */
export function CardConflictTable({ conflicts, onTakeLatest }: CardConflictTableProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const cardValue = useCardValue();
  return (
    <table className="cc-conflict">
      <thead>
        <tr>
          <th scope="col">{t('correct.field')}</th>
          <th scope="col">{t('correct.before')}</th>
          <th scope="col">{t('correct.latest')}</th>
          <th scope="col">{t('correct.mine')}</th>
          <th scope="col">
            <span className="cc-hidden">{t('correct.choose')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => {
          const { field, before, latest, mine } = conflict;
          return (
            <tr key={field}>
              <th scope="row">{pick(CARD_FIELDS[field])}</th>
              <td className="cc-soft">{cardValue(field, before)}</td>
              <td>{cardValue(field, latest)}</td>
              <td>{cardValue(field, mine)}</td>
              <td>
                {mine === latest ? (
                  t('correct.same')
                ) : (
                  <Button size="small" onClick={() => onTakeLatest(conflict)}>
                    {t('correct.takeLatest')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
