import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { z } from 'zod';
import {
  downloadDepreciationVoucherEndpoint,
  type postedMonth,
} from '../../../modules/fixed-assets/depreciation.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { formatCount } from '../../components/amount.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { Money } from '../../components/money.tsx';
import { When } from '../../components/when.tsx';
import { useLanguage } from '../../i18n/use-language.ts';

export interface PostedMonthsProps {
  readonly months: readonly z.output<typeof postedMonth>[];
  readonly courtId: number | undefined;
}

/** The months that are posted, newest first, each with its page and its paper. */
export function PostedMonths({ months, courtId }: PostedMonthsProps) {
  const { t } = useTranslation('depreciation');
  const language = useLanguage();
  return (
    <div className="cc-sheet-frame" tabIndex={0} role="region" aria-label={t('posted.title')}>
      <table className="cc-sheet">
        <thead>
          <tr>
            <th scope="col">{t('column.month')}</th>
            <th scope="col" className="cc-sheet-number">
              {t('column.count')}
            </th>
            <th scope="col" className="cc-sheet-number">
              {t('column.amount')}
            </th>
            <th scope="col">{t('column.postedAt')}</th>
            <th scope="col">{t('column.postedBy')}</th>
            <th scope="col" className="cc-no-print">
              {t('column.paper')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, assetCount, amountFen, postedAt, postedByName }) => (
            <tr key={month}>
              <th scope="row">
                <Link to={listAddress(`/depreciation/${month}`, { courtId })}>{month}</Link>
              </th>
              <td className="cc-sheet-number">{formatCount(assetCount)}</td>
              <td>
                <Money fen={amountFen} />
              </td>
              <td>
                <When instant={postedAt} />
              </td>
              <td>{postedByName}</td>
              <td className="cc-no-print">
                <a
                  href={downloadAddress(downloadDepreciationVoucherEndpoint, {
                    params: { month },
                    query: { format: 'pdf', language, courtId },
                  })}
                  target="_blank"
                  rel="noopener"
                >
                  {t('voucher.pdfOf', { month })}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
