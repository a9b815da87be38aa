import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImportResult, ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { formatCount } from '../../components/amount.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { listAddress } from '../../components/list-page/list-address.ts';
import { PrintImportedLabels } from '../printing/dialog/print-imported-labels.tsx';
import { ImportOutcome } from './import-editor.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';

interface FinishedImportProps {
  readonly run: ImportRunAnswer;
  readonly result: ImportResult;
}

/** Where what was imported is found. */
function useListOfImported({ run, result: { codes } }: FinishedImportProps): { label: string; to: string } {
  const { t } = useTranslation('imports');
  if (run.target === 'seized_items') return { label: t('done.toCount'), to: '/seized-items?unverified=true' };
  if (codes === null) return { label: t('done.list'), to: '/assets' };
  return {
    label: t('done.show'),
    to: listAddress('/assets', { codeFrom: codes.first, codeTo: codes.last }),
  };
}

function WhatWasMade({ run, result }: FinishedImportProps) {
  const { codes, createdNames, counts, problems } = result;
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const list = useListOfImported({ run, result });
  const misplaced = problems.byCode.find(({ code }) => code === 'REGISTER_NEEDS_UNMET')?.rows ?? 0;
  const made = createdNames.departments + createdNames.places;
  return (
    <div className="cc-made">
      <p className="cc-made-head">
        <CheckCircleOutlined aria-hidden /> {t('done.sentence')}
      </p>
      {codes !== null && (
        <p>
          {t('done.codes', { count: formatCount(counts.created) })} <ItemCode code={codes.first} /> –{' '}
          <ItemCode code={codes.last} />
        </p>
      )}
      {made > 0 && (
        <p>
          {t('done.names', {
            departments: formatCount(createdNames.departments),
            places: formatCount(createdNames.places),
          })}
        </p>
      )}
      <div className="cc-made-next">
        <Button type="primary" onClick={() => void navigate(list.to)}>
          {list.label}
        </Button>
        {misplaced > 0 && (
          <Button onClick={() => void navigate('/kept-wrongly')}>
            {t('done.keptWrongly', { count: formatCount(misplaced) })}
          </Button>
        )}
        {counts.created + counts.changed > 0 && <PrintImportedLabels importId={run.id} />}
      </div>
    </div>
  );
}

/** An import that is done: what it made, and both sides to the 分. */
export function FinishedImport({ run, result }: FinishedImportProps) {
  const { t } = useTranslation('imports');
  return (
    <>
      <section className="cc-import-result" aria-label={t('result')}>
        <WhatWasMade run={run} result={result} />
        <OutcomeCounts counts={result.counts} />
      </section>
      <ImportOutcome run={run} result={result} />
    </>
  );
}
