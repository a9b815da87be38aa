import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  downloadDepositSlipEndpoint,
  listDepositsEndpoint,
  type DepositAnswer,
} from '../../../modules/seized-items/money/deposits.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { ConversionForm, type MoneyAtBank } from './conversion-form.tsx';
import { ConversionLine } from './conversion-line.tsx';
import { HeldMoneyList } from './held-money-list.tsx';
import { WorthNote } from './worth-note.tsx';
import { formatMinor } from './money-amount.ts';
import './money.css';

const PAGE_SIZE = 20;

/** What of it the bank still keeps in its currency. */
function remainingOf(deposit: DepositAnswer): MoneyAtBank {
  return {
    ...{ depositId: deposit.id, account: `${deposit.bank} ${deposit.accountAlias}` },
    ...{ slipNumber: deposit.slipNumber, currency: deposit.currency, since: deposit.depositedOn },
    amountMinor: deposit.remaining?.amountMinor ?? 0,
    worth: deposit.remaining?.worth ?? null,
    lines: deposit.lines.flatMap(({ itemId, name, caseNumber, remainingMinor }) =>
      remainingMinor === null ? [] : [{ itemId, name, caseNumber, amountMinor: remainingMinor }],
    ),
  };
}

export function DepositRow({ deposit, command }: { deposit: DepositAnswer; command: OpenCommand }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const { currency } = deposit;
  return (
    <li>
      <span className="cc-rows-main">
        {deposit.depositedOn} {deposit.bank} {deposit.accountAlias}
        <br />
        <span className="cc-soft">
          {t('deposit.slipOf', { slip: deposit.slipNumber })} · {deposit.depositedByName}
          {t('and')}
          {deposit.secondPersonName}
        </span>
        <br />
        {deposit.lines.map((line) => (
          <span key={line.itemId} className="cc-deposit-line">
            <Link to={`/seized-items/${line.itemId}`}>{line.name}</Link>{' '}
            <span className="cc-soft">{line.caseNumber}</span> {formatMinor(line.amountMinor, currency)}
            {line.creditedFen !== null &&
              deposit.lines.length > 1 &&
              t('conversion.credit', { credited: formatMinor(line.creditedFen, 'CNY') })}
          </span>
        ))}
        {deposit.conversion !== null && (
          <span className="cc-deposit-line">
            {t('conversion.done', {
              rate: deposit.conversion.bankRate,
              credited: formatMinor(deposit.conversion.creditedFen, 'CNY'),
              difference: formatMinor(deposit.conversion.differenceFen, 'CNY'),
            })}
          </span>
        )}
        {deposit.conversions.map((one) => (
          <ConversionLine key={one.id} conversion={one} currency={currency} />
        ))}
        {deposit.worth !== null && (
          <span className="cc-deposit-line">
            <WorthNote worth={deposit.worth} isKept />
          </span>
        )}
      </span>
      <span className="cc-rows-side">
        <strong className="cc-money">
          {formatMinor(deposit.amountMinor, currency)} {sayUnit(currency)}
        </strong>
        <Button
          size="small"
          href={downloadAddress(downloadDepositSlipEndpoint, { params: { depositId: deposit.id } })}
          target="_blank"
        >
          {t('deposit.seeSlip')}
        </Button>
        {deposit.availableActions.includes('convert') && (
          <Button size="small" onClick={() => command.open(`convert-${deposit.id}`)}>
            {t('conversion.title')}
          </Button>
        )}
      </span>
      <ConversionForm
        money={remainingOf(deposit)}
        open={command.current === `convert-${deposit.id}` && deposit.availableActions.includes('convert')}
        onClose={command.close}
      />
    </li>
  );
}

/** 存款登记: every deposit with its slip, the newest first. */
export function DepositList() {
  const { t } = useTranslation('money');
  const command = useOpenCommand();
  const pages = useEndpointPages(listDepositsEndpoint, { query: { limit: PAGE_SIZE } });
  return (
    <section aria-label={t('deposits')}>
      <HeldMoneyList />
      <h2>{t('deposits')}</h2>
      {pages.items.length === 0 ? (
        <p className="cc-soft">{t('noDeposits')}</p>
      ) : (
        <ul className="cc-rows">
          {pages.items.map((deposit) => (
            <DepositRow key={deposit.id} deposit={deposit} command={command} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <Button onClick={pages.loadMore} loading={pages.isLoadingMore}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
