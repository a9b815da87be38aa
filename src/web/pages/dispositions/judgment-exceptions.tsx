import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseJudgments } from './judgment-answer.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';

const SHOWN_MAX = 12;

/** What does not go away by itself: forgotten items, lines about nothing that is here, quantities that differ. */
export function JudgmentExceptions({ shown }: { shown: CaseJudgments }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const { forgotten, differing, unmatchedLineIds } = shown.exceptions;
  const unmatched = shown.lines.filter(({ id }) => unmatchedLineIds.includes(id));
  return (
    <div className="cc-disposition-exceptions">
      {forgotten.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('exception.forgotten', { count: forgotten.length })}
          description={
            <ul>
              {forgotten.slice(0, SHOWN_MAX).map((item) => (
                <li key={item.id}>
                  <Link to={`/seized-items/${item.id}`}>
                    {item.number}. {item.name}
                  </Link>{' '}
                  {sayQuantity(item.onHand, item.unit)}
                </li>
              ))}
              {forgotten.length > SHOWN_MAX && <li>…</li>}
            </ul>
          }
        />
      )}
      {differing.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('exception.differing', { count: differing.length })}
          description={
            <ul>
              {differing.map((item) => (
                <li key={item.id}>
                  <Link to={`/seized-items/${item.id}`}>
                    {item.number}. {item.name}
                  </Link>{' '}
                  {t('exception.orderedAndThere', {
                    ordered: sayQuantity(item.ordered, item.unit),
                    there: sayQuantity(item.there, item.unit),
                  })}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {unmatched.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('exception.unmatched', { count: unmatched.length })}
          description={
            <ul>
              {unmatched.map((line) => (
                <li key={line.id}>
                  {t('line.numbered', { document: line.document, number: line.lineNumber })}{' '}
                  {line.description} {sayQuantity(line.quantity, line.unit)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
