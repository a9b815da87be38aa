import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportHead, ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { formatCount } from '../../components/amount.ts';
import { Details } from '../../components/details.tsx';
import { formatInstant, When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { fileSize } from './file-size.ts';

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

function FormatOf({ head }: { head: ImportHead }) {
  const { t } = useTranslation('imports');
  if (head.format === 'xlsx') return <>{t('format.xlsx', { sheet: head.sheet ?? '' })}</>;
  const delimiter = DELIMITERS[head.delimiter ?? ''];
  return (
    <>
      {t('format.csv', {
        encoding: (head.encoding ?? '').toUpperCase(),
        delimiter: delimiter === undefined ? '' : t(`delimiter.${delimiter}`),
      })}
    </>
  );
}

function LayoutOf({ head }: { head: ImportHead }) {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  const kept = head.isMappingKept ? t('layout.kept') : null;
  if (head.layout === null) return <>{kept ?? t('layout.unknown')}</>;
  return <>{[pick(head.layout.title), kept].filter((part) => part !== null).join(' · ')}</>;
}

/** The file: what it is, how it was read, who brought it when, and whether it was here before. */
export function ImportFacts({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const { head, earlierImport } = run;
  return (
    <section className="cc-import-facts" aria-label={t('facts')}>
      <Details
        items={[
          ...(head === null
            ? []
            : [
                { label: t('field.layout'), value: <LayoutOf head={head} /> },
                { label: t('field.format'), value: <FormatOf head={head} /> },
                {
                  label: t('field.rows'),
                  value: t('rowsBelow', { count: formatCount(head.rowCount), row: head.headerRow }),
                },
              ]),
          { label: t('field.size'), value: fileSize(run.sizeBytes) },
          {
            label: t('field.uploaded'),
            value: (
              <>
                {run.createdBy.name} · <When instant={run.createdAt} />
              </>
            ),
          },
          ...(run.finishedAt === null
            ? [{ label: t('field.keptUntil'), value: <When instant={run.fileKeptUntil} /> }]
            : [{ label: t('field.finishedAt'), value: <When instant={run.finishedAt} /> }]),
        ]}
      />
      {earlierImport !== null && run.finishedAt === null && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t('earlier', { at: formatInstant(earlierImport.finishedAt) })}{' '}
              <Link to={`/imports/${earlierImport.id}`}>{t('earlierOpen')}</Link>
            </>
          }
        />
      )}
    </section>
  );
}
