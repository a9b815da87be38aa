import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../modules/imports/answers.contract.ts';
import { formatCount } from '../../components/amount.ts';
import { formatFen, Money } from '../../components/money.tsx';

const OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What was written and what the register then has; null where there is no other side. */
export function differenceFen({ fileFen, registerFen }: ImportResult['sums'][Outcome]): number | null {
  return registerFen === null ? null : registerFen - fileFen;
}

function Verdict({ result }: { result: ImportResult }) {
  const { t } = useTranslation('imports');
  const { created, changed, unchanged } = result.sums;
  const written = [created, changed].map(differenceFen);
  const isSame = written.every((difference) => difference === 0 || difference === null);
  const kept = differenceFen(unchanged) ?? 0;
  return (
    <>
      <p className="cc-verdict" data-same={isSame}>
        {isSame ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
        {t(isSame ? 'sums.same' : 'sums.different')}
      </p>
      {kept !== 0 && <p className="cc-soft">{t('sums.keptDifference', { amount: formatFen(kept) })}</p>}
    </>
  );
}

function RegisterLine({ result }: { result: ImportResult }) {
  const { t } = useTranslation('imports');
  const { before, after } = result.register;
  return (
    <p>
      {t(result.isWritten ? 'sums.register' : 'sums.registerPlanned', {
        before: formatCount(before.count),
        beforeAmount: formatFen(before.valueFen),
        after: formatCount(after.count),
        afterAmount: formatFen(after.valueFen),
        change: formatFen(after.valueFen - before.valueFen),
      })}
    </p>
  );
}

/** 对账: rows and values by outcome, on both sides to the 分 once it is written. */
export function Reconciliation({ result }: { result: ImportResult }) {
  const { t } = useTranslation('imports');
  const { isWritten, sums } = result;
  return (
    <section className="cc-section" aria-labelledby="reconciliation">
      <h2 id="reconciliation">{t(isWritten ? 'sums.title' : 'sums.planned')}</h2>
      {isWritten && <Verdict result={result} />}
      <table className="cc-sums">
        <thead>
          <tr>
            <th scope="col">{t('sums.outcome')}</th>
            <th scope="col">{t('sums.rows')}</th>
            <th scope="col" className="cc-wide-only">
              {t('sums.rowsWithValue')}
            </th>
            <th scope="col">{t('sums.file')}</th>
            {isWritten && <th scope="col">{t('sums.registerSide')}</th>}
            {isWritten && (
              <th scope="col" className="cc-wide-only">
                {t('sums.difference')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {OUTCOMES.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{t(`outcome.${outcome}`)}</th>
              <td>{formatCount(sums[outcome].rows)}</td>
              <td className="cc-wide-only">{formatCount(sums[outcome].rowsWithValue)}</td>
              <td>
                <Money fen={sums[outcome].fileFen} />
              </td>
              {isWritten && (
                <td>
                  <Money fen={sums[outcome].registerFen} />
                </td>
              )}
              {isWritten && (
                <td className="cc-wide-only">
                  <Money fen={differenceFen(sums[outcome])} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <RegisterLine result={result} />
    </section>
  );
}
