import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  MONEY_COLUMNS,
  MONEY_INFLOWS,
  type MoneyColumn,
} from '../../../modules/seized-items/money/money-figures.ts';
import {
  printMoneyMonthEndpoint,
  readMoneyMonthEndpoint,
  type MoneyMonthAnswer,
} from '../../../modules/seized-items/money/months.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { CloseMonthForm } from './close-month-form.tsx';
import { DifferenceList } from './difference-list.tsx';
import { formatMinor } from './money-amount.ts';
import { MonthTag, useIsRunning } from './month-tag.tsx';
import { StatementForm } from './statement-form.tsx';
import '../../components/plain-rows.css';
import './money.css';

/** Shown only of a month in which it happened. */
const RARE: readonly MoneyColumn[] = ['recovered', 'convertedIn', 'convertedOut'];

/** The equation as a column of figures, and what the closing consists of. */
function Equation({ month }: { month: MoneyMonthAnswer }) {
  const { t } = useTranslation('money');
  const { figures, currency } = month;
  const row = (key: string, minor: number, sign = '') => (
    <tr key={key} className={key === 'closing' || key === 'opening' ? 'cc-money-total' : undefined}>
      <th scope="row">{t(`figure.${key}`)}</th>
      <td className="cc-money">
        {sign}
        {formatMinor(minor, currency)}
      </td>
    </tr>
  );
  return (
    <div className="cc-money-figures">
      <table>
        <caption>{t('equation')}</caption>
        <tbody>
          {row('opening', figures.openingMinor)}
          {MONEY_COLUMNS.filter((column) => !RARE.includes(column) || figures.columns[column] !== 0).map(
            (column) => row(column, figures.columns[column], MONEY_INFLOWS.includes(column) ? '+ ' : '− '),
          )}
          {row('closing', figures.closingMinor)}
        </tbody>
      </table>
      <table>
        <caption>{t('consists')}</caption>
        <tbody>
          {row('inStore', figures.inStoreMinor)}
          {row('atBank', figures.atBankMinor)}
          {row('elsewhere', figures.elsewhereMinor)}
          {month.statement !== null && row('bankSays', month.statement.bankMinor)}
          {month.statement !== null && row('bookSays', month.statement.bookMinor)}
        </tbody>
      </table>
    </div>
  );
}

/** With its sign where it changes what there is; what only moved to the bank is told as such. */
function EntryAmount({
  entry: { changeMinor, amountMinor },
  currency,
}: {
  entry: MoneyMonthAnswer['entries'][number];
  currency: string;
}) {
  const { t } = useTranslation('money');
  if (changeMinor === 0)
    return (
      <span className="cc-money cc-soft">
        {t('moved')} {formatMinor(amountMinor, currency)}
      </span>
    );
  return (
    <strong className="cc-money">
      {changeMinor > 0 ? '+ ' : '− '}
      {formatMinor(Math.abs(changeMinor), currency)}
    </strong>
  );
}

function Entries({ month }: { month: MoneyMonthAnswer }) {
  const { t } = useTranslation('money');
  const pick = usePickSentence();
  return (
    <section aria-label={t('entries')}>
      <h2>{t('entries')}</h2>
      {month.entries.length === 0 && <p className="cc-soft">{t('noEntries')}</p>}
      <ul className="cc-rows">
        {month.entries.map((entry) => (
          <li key={entry.id}>
            <span className="cc-rows-main">
              {entry.occurredOn} {pick(entry)} <Link to={`/seized-items/${entry.itemId}`}>{entry.name}</Link>
              <br />
              <span className="cc-soft">
                <Link to={`/cases/${entry.caseId}?tab=ledger`}>{entry.caseNumber}</Link> {entry.slip}
              </span>
            </span>
            <span className="cc-rows-side">
              {entry.isLate && <StatusTag tone="soon">{t('late')}</StatusTag>}
              <EntryAmount entry={entry} currency={month.currency} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentence({ month }: { month: MoneyMonthAnswer }) {
  const { t } = useTranslation('money');
  const isRunning = useIsRunning(month.month);
  if (isRunning) return t('runningHint');
  if (month.closedAt !== null)
    return (
      <WithMoments
        text={t('closedBy', {
          by: month.closedByName,
          second: month.secondPersonName,
          at: formatInstant(month.closedAt),
        })}
      />
    );
  return month.enteredByName === null ? t('notEntered') : t('enteredBy', { by: month.enteredByName });
}

function Actions({ month, command }: { month: MoneyMonthAnswer; command: OpenCommand }) {
  const { t } = useTranslation('money');
  const language = useLanguage();
  const { availableActions: actions } = month;
  const params = { month: month.month, currency: month.currency };
  return (
    <>
      {actions.includes('close') && (
        <Button type="primary" onClick={() => command.open('close')}>
          {t('close.title')}
        </Button>
      )}
      {actions.includes('enter') && (
        <Button
          type={actions.includes('close') ? 'default' : 'primary'}
          onClick={() => command.open('enter')}
        >
          {t('statement.title')}
        </Button>
      )}
      <Button
        icon={<PrinterOutlined aria-hidden />}
        href={downloadAddress(printMoneyMonthEndpoint, { params, query: { language } })}
        target="_blank"
      >
        {t('print')}
      </Button>
    </>
  );
}

/** 案款对账: one month of one currency, from the equation to the signatures of finance and custodian. */
export function Component() {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('money');
  const { month = '', currency = 'CNY' } = useParams();
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(readMoneyMonthEndpoint, { params: { month, currency } });
  const title = t('reconciliation', { month, currency: sayUnit(currency) });
  return (
    <div className="cc-money-page">
      <PageHeader
        title={title}
        back={{ to: '/money', label: t('title') }}
        beside={data !== undefined && <MonthTag month={data.month} state={data.state} />}
        sentence={data !== undefined && <Sentence month={data} />}
        actions={data !== undefined && <Actions month={data} command={command} />}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && (
        <>
          <Equation month={data} />
          <DifferenceList month={data} command={command} />
          <Entries month={data} />
          <StatementForm month={data} command={command} />
          <CloseMonthForm month={data} command={command} />
        </>
      )}
    </div>
  );
}
