import { useTranslation } from 'react-i18next';
import {
  isCurrent,
  RATE_AGE,
  RATE_SOURCES,
  sayQuote,
} from '../../../modules/seized-items/rates/exchange.rules.ts';
import type { Worth } from '../../../modules/seized-items/rates/worth.contract.ts';
import { useToday } from '../../clock.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { formatMinor } from './money-amount.ts';

/**
 * What foreign money is worth in yuan, with the rate; shown beside the amount, never instead. `isKept`: as it was on its
 * day; otherwise a rate that is too old to decide on anything says so.
 */
export function WorthNote({ worth, isKept = false }: { worth: Worth; isKept?: boolean }) {
  const today = useToday();
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
      {!isKept && !isCurrent(worth.quotedOn, today) && (
        <>
          {' '}
          <StatusTag tone="soon">{t('worth.old', { days: RATE_AGE.days })}</StatusTag>
        </>
      )}
    </span>
  );
}
