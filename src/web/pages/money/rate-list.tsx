import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { RATE_AGE, RATE_SOURCES, sayQuote } from '../../../modules/seized-items/rates/exchange.rules.ts';
import { listExchangeRatesEndpoint } from '../../../modules/seized-items/rates/rates.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { useCan } from '../../session/use-session.ts';
import { RateForm } from './rate-form.tsx';

/** 外币汇率: what finance entered, the newest day first. */
export function RateList() {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const pick = usePickSentence();
  const can = useCan();
  const command = useOpenCommand();
  const pages = useEndpointPages(listExchangeRatesEndpoint, { query: { limit: 50 } });
  return (
    <section aria-label={t('rates.title')}>
      <h2>{t('rates.title')}</h2>
      <p className="cc-soft">{t('rates.sentence')}</p>
      <p className="cc-soft">{pick(RATE_AGE.basis)}</p>
      {can('money.rate.enter') && (
        <p className="cc-rate-enter">
          <Button type="primary" onClick={() => command.open('rate')}>
            {t('rates.enter')}
          </Button>
        </p>
      )}
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {!pages.isLoading && pages.items.length === 0 && pages.problem === null && (
        <p className="cc-soft">{t('rates.empty')}</p>
      )}
      <ul className="cc-rows">
        {pages.items.map((rate) => (
          <li key={rate.id}>
            <span className="cc-rows-main">
              {rate.quotedOn} {sayUnit(rate.currency)}
              <br />
              <span className="cc-soft">
                {[pick(RATE_SOURCES[rate.source].short), rate.reference, rate.enteredByName]
                  .filter((part) => part !== null)
                  .join(' · ')}{' '}
                · <When instant={rate.enteredAt} />
              </span>
            </span>
            <span className="cc-rows-side">
              <strong className="cc-money">{pick(sayQuote(rate))}</strong>
            </span>
          </li>
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      {can('money.rate.enter') && <RateForm command={command} />}
    </section>
  );
}
