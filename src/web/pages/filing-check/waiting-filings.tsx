import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listWaitingFilingsEndpoint } from '../../../modules/seized-items/filing-check/filing-check.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { Day } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';

/** My prosecutions whose filing waits to be checked, or to be completed by the procuratorate; nothing when none does. */
export function WaitingFilings() {
  const { t } = useTranslation('filing-check');
  const can = useCan();
  const { data } = useQueryEndpoint(listWaitingFilingsEndpoint, {}, { enabled: can('filing.check') });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="cc-section">
      <h2>{t('waiting')}</h2>
      <ul className="cc-release-rows">
        {items.map(({ caseId, number, state, dueOn }) => (
          <li key={caseId}>
            <Link to={`/cases/${caseId}?tab=filing`} className="cc-release-row">
              <span className="cc-release-row-head">
                <strong>{number}</strong>
                <StatusTag tone={state === 'unchecked' ? 'soon' : 'alarm'}>
                  {t(state === 'unchecked' ? 'unchecked' : 'toSupply')}
                </StatusTag>
              </span>
              {dueOn !== null && (
                <span className="cc-soft">
                  {t(state === 'unchecked' ? 'reviewDueOn' : 'dueOn')} <Day day={dueOn} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
