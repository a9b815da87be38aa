import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  listHeldMoneyEndpoint,
  type HeldMoney,
} from '../../../modules/seized-items/money/conversions.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { ConversionForm } from './conversion-form.tsx';
import { ConversionLine } from './conversion-line.tsx';
import { formatMinor } from './money-amount.ts';
import { WorthNote } from './worth-note.tsx';
import '../../components/plain-rows.css';
import './money.css';

function HoldingRow({ holding, command }: { holding: HeldMoney; command: OpenCommand }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const { keeper, currency, since, amountMinor, worth, lines, availableActions } = holding;
  const name = `convert-${currency}-${keeper}`;
  const mayConvert = availableActions.includes('convert');
  return (
    <li>
      <span className="cc-rows-main">
        {keeper}
        <br />
        {lines.map((line) => (
          <span key={line.itemId} className="cc-deposit-line">
            <Link to={`/seized-items/${line.itemId}`}>{line.name}</Link>{' '}
            <span className="cc-soft">{line.caseNumber}</span> {formatMinor(line.amountMinor, currency)}
          </span>
        ))}
        {worth !== null && (
          <span className="cc-deposit-line">
            <WorthNote worth={worth} />
          </span>
        )}
      </span>
      <span className="cc-rows-side">
        <strong className="cc-money">
          {formatMinor(amountMinor, currency)} {sayUnit(currency)}
        </strong>
        {mayConvert && (
          <Button size="small" onClick={() => command.open(name)}>
            {t('conversion.title')}
          </Button>
        )}
      </span>
      <ConversionForm
        money={{
          depositId: null,
          account: keeper,
          slipNumber: null,
          currency,
          since,
          amountMinor,
          worth,
          lines,
        }}
        open={command.current === name && mayConvert}
        onClose={command.close}
      />
    </li>
  );
}

/** Foreign money at the bank that no deposit brought there, and what the bank changed of such money; of one item, or all. */
export function HeldMoneyList({ itemId }: { itemId?: string }) {
  const { t } = useTranslation('money');
  const command = useOpenCommand();
  const { data } = useQueryEndpoint(listHeldMoneyEndpoint, { query: itemId === undefined ? {} : { itemId } });
  if (data === undefined || data.holdings.length + data.conversions.length === 0) return null;
  return (
    <section aria-label={t('held.title')}>
      <h2>{t('held.title')}</h2>
      <p className="cc-soft">{t('held.sentence')}</p>
      <ul className="cc-rows">
        {data.holdings.map((holding) => (
          <HoldingRow key={`${holding.currency} ${holding.keeper}`} holding={holding} command={command} />
        ))}
        {data.conversions.map((conversion) => (
          <li key={conversion.id}>
            <span className="cc-rows-main">
              {conversion.bank}
              <br />
              <ConversionLine conversion={conversion} currency={conversion.currency} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
