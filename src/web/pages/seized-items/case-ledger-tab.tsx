import { useState } from 'react';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  printCaseLedgerEndpoint,
  readCaseLedgerEndpoint,
} from '../../../modules/seized-items/case-ledger.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { LedgerClosing } from './ledger-closing.tsx';
import { LedgerProofs } from './ledger-proofs.tsx';
import { LedgerRows } from './ledger-rows.tsx';
import './seized-items.css';

const ROWS_A_PAGE = 500;

/** 一案一账: the two proofs on top, then every entry with the balance of its unit. */
export function CaseLedgerTab({ found }: CaseTabProps) {
  const { t } = useTranslation('seized-items');
  const language = useLanguage();
  const [after, setAfter] = useState(0);
  const params = { caseId: found.id };
  const request = { params, query: { after, limit: ROWS_A_PAGE } };
  const { data, error, refetch } = useQueryEndpoint(readCaseLedgerEndpoint, request, { keepPrevious: true });
  if (data === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  const { nextSequence } = data;
  return (
    <section aria-label={t('ledger.title')}>
      <div className="cc-case-ledger-head">
        <p className="cc-soft">{t('ledger.sentence', { items: data.itemCount, entries: data.entryCount })}</p>
        <Button
          icon={<PrinterOutlined aria-hidden />}
          href={downloadAddress(printCaseLedgerEndpoint, { params, query: { language } })}
          target="_blank"
        >
          {t('ledger.print')}
        </Button>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <LedgerProofs ledger={data} />
      <LedgerClosing ledger={data} />
      <LedgerRows rows={data.rows} />
      {nextSequence !== null && <Button onClick={() => setAfter(nextSequence)}>{t('ledger.further')}</Button>}
    </section>
  );
}
