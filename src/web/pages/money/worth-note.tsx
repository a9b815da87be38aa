import { useTranslation } from 'react-i18next';
import { RATE_SOURCES, sayQuote } from '../../../modules/seized-items/rates/exchange.rules.ts';
import type { Worth } from '../../../modules/seized-items/rates/worth.contract.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { formatMinor } from './money-amount.ts';

/** What foreign money is worth in yuan, with the rate; shown beside the amount, never instead. */
export function WorthNote({ worth }: { worth: Worth }) {
  const { t } = useTranslation('money');
  const pick = usePickSentence();
  return (
    <span className="cc-soft cc-worth" title={pick(RATE_SOURCES[worth.source])}>
      {t('worth.is', { yuan: formatMinor(worth.fen, 'CNY') })}{' '}
      {t('worth.by', {
        day: worth.quotedOn,
        source: pick(RATE_SOURCES[worth.source].short),
        quote: pick(sayQuote(worth)),
      })}
    </span>
  );
}
