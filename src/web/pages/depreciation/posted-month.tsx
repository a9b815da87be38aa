import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  downloadDepreciationVoucherEndpoint,
  exportDepreciationLinesEndpoint,
  listDepreciationLinesEndpoint,
  readDepreciationMonthEndpoint,
} from '../../../modules/fixed-assets/depreciation.contract.ts';
import { downloadAddress, downloadFile } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { useCourtChoice } from '../../components/court-choice.tsx';
import { listAddress } from '../../components/list-page/list-address.ts';
import { formatFen } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { LineTable } from './line-table.tsx';
import { VoucherTable } from './voucher-table.tsx';
import './depreciation.css';

const PAGE_SIZE = 100;

function Papers({ month, courtId }: { month: string; courtId: number | undefined }) {
  const { t } = useTranslation('depreciation');
  const language = useLanguage();
  const params = { month };
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        onClick={() =>
          downloadFile(exportDepreciationLinesEndpoint, { params, query: { language, courtId } })
        }
      >
        {t('lines.xlsx')}
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        onClick={() =>
          downloadFile(downloadDepreciationVoucherEndpoint, {
            params,
            query: { format: 'xlsx', language, courtId },
          })
        }
      >
        {t('voucher.xlsx')}
      </Button>
      <Button
        type="primary"
        icon={<PrinterOutlined aria-hidden />}
        href={downloadAddress(downloadDepreciationVoucherEndpoint, {
          params,
          query: { format: 'pdf', language, courtId },
        })}
        target="_blank"
        rel="noopener"
      >
        {t('voucher.pdf')}
      </Button>
    </>
  );
}

function Lines({ month, courtId }: { month: string; courtId: number | undefined }) {
  const { t } = useTranslation('depreciation');
  const pages = useEndpointPages(listDepreciationLinesEndpoint, {
    params: { month },
    query: { courtId, limit: PAGE_SIZE },
  });
  return (
    <section>
      <h2>{t('lines.title')}</h2>
      <LineTable pages={pages} withMonths={false} />
    </section>
  );
}

/** One posted month: its voucher by department and class, its papers, and what each asset bore. */
export function Component() {
  const { t } = useTranslation('depreciation');
  const pick = usePickSentence();
  const { month = '' } = useParams();
  const { courtId } = useCourtChoice('depreciation.read');
  const { data, error, refetch } = useQueryEndpoint(readDepreciationMonthEndpoint, {
    params: { month },
    query: { courtId },
  });
  return (
    <div className="cc-depreciation-page">
      <PageHeader
        title={t('posted.of', { month })}
        back={{ to: listAddress('/depreciation', { courtId }), label: t('title') }}
        sentence={
          data === undefined
            ? undefined
            : t('posted.sentence', {
                count: formatCount(data.assetCount),
                amount: formatFen(data.amountFen),
                name: data.postedByName,
                at: formatInstant(data.postedAt),
              })
        }
        {...(data === undefined ? {} : { actions: <Papers month={month} courtId={courtId} /> })}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {data !== undefined && (
        <>
          <section>
            <h2>{t('voucher.title')}</h2>
            <p className="cc-accounts">
              {t('voucher.debit')} <span className="cc-code">{data.accounts.debit.number}</span>{' '}
              {pick(data.accounts.debit)}
              {t('voucher.pause')}
              {t('voucher.credit')} <span className="cc-code">{data.accounts.credit.number}</span>{' '}
              {pick(data.accounts.credit)}
            </p>
            <VoucherTable voucher={data.voucher} />
          </section>
          <Lines month={month} courtId={courtId} />
        </>
      )}
    </div>
  );
}
