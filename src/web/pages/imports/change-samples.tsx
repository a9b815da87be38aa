import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportResult } from '../../../modules/imports/answers.contract.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

/** Some of the cards that change, each field from what to what. */
export function ChangeSamples({ samples }: { samples: ImportResult['changeSamples'] }) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  return (
    <ul className="cc-rows">
      {samples.map((sample) => (
        <li key={sample.rowNumber}>
          <div className="cc-rows-main">
            <span className="cc-soft">{t('rowNumber', { row: sample.rowNumber })}</span>{' '}
            <Link to={`/assets/${sample.subjectId}`}>{sample.label}</Link>
            <ul className="cc-import-changes">
              {sample.changes.map((change) => (
                <li key={change.field.en}>
                  <span className="cc-soft">{pick(change.field)}</span> {pick(change.from)} →{' '}
                  {pick(change.to)}
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}
