import { useTranslation } from 'react-i18next';
import type { ImportHead, ImportResult, ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { formatCount } from '../../components/amount.ts';
import { ChangeSamples } from './change-samples.tsx';
import { ColumnList } from './column-list.tsx';
import { Disclosure } from './disclosure.tsx';
import { NameList } from './name-list.tsx';
import { NextStep } from './next-step.tsx';
import { OutcomeCounts } from './outcome-counts.tsx';
import { ProblemList } from './problem-list.tsx';
import { ReadingForm } from './reading-form.tsx';
import { Reconciliation } from './reconciliation.tsx';
import { SettingsFields } from './settings-fields.tsx';
import { useImportDraft, type ImportDraft } from './use-import-draft.ts';

function Columns({ run, head, draft }: { run: ImportRunAnswer; head: ImportHead; draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const filled = draft.columns.filter(({ field }) => field !== null).length;
  return (
    <Disclosure
      title={t('columns.title')}
      summary={t('columns.summary', { filled, total: draft.columns.length })}
      isOpenAtFirst={run.state === 'ready'}
    >
      <ColumnList head={head} draft={draft} target={run.target} />
    </Disclosure>
  );
}

/** What a check found, or an import did. */
export function ImportOutcome({ run, result }: { run: ImportRunAnswer; result: ImportResult }) {
  const { t } = useTranslation('imports');
  const samples = result.changeSamples;
  return (
    <>
      <Reconciliation result={result} />
      {samples.length > 0 && (
        <Disclosure
          title={t('samples.title')}
          summary={t('samples.summary', {
            shown: formatCount(samples.length),
            total: formatCount(result.counts.changed),
          })}
        >
          <ChangeSamples samples={samples} />
        </Disclosure>
      )}
      {result.problems.count > 0 && <ProblemList run={run} result={result} />}
    </>
  );
}

/** An import at rest that may still be changed: reading, columns, options, names, what the check found, the next step. */
export function ImportEditor({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const draft = useImportDraft(run);
  const { head, result, availableActions } = run;
  return (
    <>
      {result !== null && (
        <section className="cc-import-result" aria-label={t('result')}>
          <OutcomeCounts counts={result.counts} />
        </section>
      )}
      <div className="cc-disclosures">
        {availableActions.includes('read') && (
          <Disclosure title={t('reading.title')} isOpenAtFirst={run.state === 'refused'}>
            <ReadingForm run={run} />
          </Disclosure>
        )}
        {head !== null && run.columns !== null && <Columns run={run} head={head} draft={draft} />}
        {head !== null && (
          <Disclosure
            title={t('settings.title')}
            summary={t(draft.settings.clearBlank ? 'settings.clear' : 'settings.keep')}
          >
            <SettingsFields draft={draft} target={run.target} />
          </Disclosure>
        )}
      </div>
      {result !== null && result.names.shown > 0 && <NameList run={run} draft={draft} />}
      {result !== null && <ImportOutcome run={run} result={result} />}
      {head !== null && <NextStep run={run} draft={draft} />}
    </>
  );
}
