import { useState } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import {
  checkImportEndpoint,
  findImportEndpoint,
  runImportEndpoint,
} from '../../../modules/imports/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatCount } from '../../components/amount.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { ImportDraft } from './use-import-draft.ts';

/** 检查: with what was chosen, which is kept for the next file with the same headers. */
function CheckStep({ run, draft }: { run: ImportRunAnswer; draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const check = useCommand(checkImportEndpoint, { invalidates: [findImportEndpoint] });
  const isAgain = run.result !== null;
  const isMapped = draft.columns.some(({ field }) => field !== null);
  const body = { columns: draft.columns.map((column) => ({ ...column })), settings: draft.settings };
  return (
    <div className="cc-next-step">
      <ProblemAlert problem={check.problem} />
      <p>{t(!isMapped ? 'next.mapFirst' : isAgain ? 'next.checkAgain' : 'next.check')}</p>
      <Button
        type="primary"
        disabled={!isMapped}
        loading={check.isSending}
        onClick={() => void check.send({ params: { importId: run.id }, body })}
      >
        {t(isAgain ? 'check.again' : 'check.submit')}
      </Button>
    </div>
  );
}

type Mode = 'all' | 'good';

/** 导入: all rows or none, unless the good ones alone are asked for. */
function WriteStep({ run }: { run: ImportRunAnswer }) {
  const { t } = useTranslation('imports');
  const [mode, setMode] = useState<Mode>('all');
  const write = useCommand(runImportEndpoint, { invalidates: [findImportEndpoint], ifMatch: run.version });
  const counts = run.result?.counts ?? { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0 };
  const toWrite = counts.created + counts.changed;
  const isHeld = counts.refused > 0 && mode === 'all';
  const nothing = toWrite === 0;
  const sentence = nothing
    ? t(counts.refused > 0 ? 'write.noneGood' : 'write.nothingNew')
    : isHeld
      ? t('write.held', { count: formatCount(counts.refused) })
      : t('write.ready', { created: formatCount(counts.created), changed: formatCount(counts.changed) });
  return (
    <div className="cc-next-step">
      <ProblemAlert problem={write.problem} />
      {counts.refused > 0 && !nothing && (
        <ChoiceRow
          label={t('write.mode')}
          value={mode}
          options={[
            { value: 'all', label: t('write.all') },
            { value: 'good', label: t('write.good') },
          ]}
          onChange={(value) => setMode(value === 'good' ? 'good' : 'all')}
        />
      )}
      <p>{sentence}</p>
      <Button
        type="primary"
        disabled={isHeld || nothing}
        loading={write.isSending}
        onClick={() =>
          void write.send({ params: { importId: run.id }, body: { goodRowsOnly: mode === 'good' } })
        }
      >
        {t('write.submit', { count: formatCount(toWrite) })}
      </Button>
    </div>
  );
}

/** The one thing to do next, always in sight: check what was chosen, or import what was checked. */
export function NextStep({ run, draft }: { run: ImportRunAnswer; draft: ImportDraft }) {
  const { availableActions } = run;
  if (availableActions.includes('import') && !draft.isChanged) return <WriteStep run={run} />;
  return availableActions.includes('check') ? <CheckStep run={run} draft={draft} /> : null;
}
