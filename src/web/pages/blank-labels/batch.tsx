import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import {
  exportCodeBatchEndpoint,
  readCodeBatchEndpoint,
  type CodeBatch,
} from '../../../modules/item-codes/code-batches.contract.ts';
import { groupItemCode, ITEM_CODE_KINDS } from '../../../modules/item-codes/item-code.ts';
import { downloadFile } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { BatchCodes } from './batch-codes.tsx';
import { StateCounts } from './state-counts.tsx';
import { VoidCodesForm } from './void-codes-form.tsx';
import '../../components/plain-rows.css';
import './blank-labels.css';

function BatchActions({ batch, onVoid }: { batch: CodeBatch; onVoid: () => void }) {
  const { t } = useTranslation('blank-labels');
  const language = useLanguage();
  const navigate = useNavigate();
  const may = (action: CodeBatch['availableActions'][number]) => batch.availableActions.includes(action);
  return (
    <>
      {may('bind') && (
        <Button type="primary" onClick={() => void navigate('/blank-labels/bind')}>
          {t('bind.title')}
        </Button>
      )}
      {may('print') && (
        <PrintLabels target={{ by: 'batch', kind: batch.kind, batchId: batch.id }} purpose="batch" />
      )}
      {may('download') && (
        <ExportButton
          onExport={(format) =>
            downloadFile(exportCodeBatchEndpoint, {
              params: { batchId: batch.id },
              query: { format, language },
            })
          }
        />
      )}
      {may('void') && (
        <Button danger onClick={onVoid}>
          {t('void.title')}
        </Button>
      )}
    </>
  );
}

/** One batch of blank labels: where its codes stand, for the print shop, what became of each, and voiding. */
export function Component() {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  const { batchId = '' } = useParams();
  const command = useOpenCommand();
  const [voidedCount, setVoidedCount] = useState<number>();
  const { data: batch, error, refetch } = useQueryEndpoint(readCodeBatchEndpoint, { params: { batchId } });
  const back = { to: '/blank-labels', label: t('title') };
  if (batch === undefined)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
        {error === null && <Skeleton active />}
      </>
    );
  const issued = { who: batch.createdByName, at: formatInstant(batch.createdAt) };
  return (
    <>
      <PageHeader
        title={batch.note ?? t('unnamed', { day: issued.at.slice(0, 10) })}
        back={back}
        sentence={`${t('countOfKind', { kind: pick(ITEM_CODE_KINDS[batch.kind]), count: batch.codeCount, shown: formatCount(batch.codeCount) })} · ${t('issuedBy', issued)}`}
        actions={<BatchActions batch={batch} onVoid={() => command.open('void')} />}
      />
      {voidedCount !== undefined && (
        <Alert
          type="success"
          showIcon
          className="cc-done"
          title={t('void.doneCount', { count: voidedCount })}
        />
      )}
      <p className="cc-batch-range cc-code">
        <span>{groupItemCode(batch.firstCode)}</span>
        <span>– {groupItemCode(batch.lastCode)}</span>
      </p>
      <StateCounts batch={batch} />
      <BatchCodes batch={batch} />
      <VoidCodesForm
        batch={batch}
        open={command.current === 'void'}
        onClose={command.close}
        onDone={(count) => {
          command.close();
          setVoidedCount(count);
        }}
      />
    </>
  );
}
