import { useTranslation } from 'react-i18next';
import {
  downloadConversionSlipEndpoint,
  type LaterConversion,
} from '../../../modules/seized-items/money/conversions.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { formatMinor } from './money-amount.ts';
import './money.css';

/** What the bank changed of it later, with its slip. */
export function ConversionLine({
  conversion: { id, slipNumber, accountAlias, convertedOn, ...changed },
  currency,
}: {
  conversion: LaterConversion;
  currency: string;
}) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  return (
    <span className="cc-deposit-line">
      {t('conversion.later', {
        ...{ day: convertedOn, alias: accountAlias, slip: slipNumber, rate: changed.bankRate },
        amount: `${formatMinor(changed.amountMinor, currency)} ${sayUnit(currency)}`,
        credited: formatMinor(changed.creditedFen, 'CNY'),
        difference: formatMinor(changed.differenceFen, 'CNY'),
      })}{' '}
      <span className="cc-soft">
        {changed.convertedByName}
        {t('and')}
        {changed.secondPersonName}
      </span>{' '}
      <a
        href={downloadAddress(downloadConversionSlipEndpoint, { params: { conversionId: id } })}
        target="_blank"
        rel="noreferrer"
      >
        {t('conversion.seeSlip')}
      </a>
    </span>
  );
}
