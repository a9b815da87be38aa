import { useState } from 'react';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import type { ImportRunAnswer } from '../../../modules/imports/answers.contract.ts';
import { formatCount } from '../../components/amount.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { decisionOf, NameRow } from './name-row.tsx';
import { useImportNames } from './use-import-names.ts';
import type { ImportDraft } from './use-import-draft.ts';

const SHOWN_AT_FIRST = 30;
const SHOWN_MORE = 100;

/** 待对应的名称: each is matched or created by choice; nothing is created in silence. */
export function NameList({ run, draft }: { run: ImportRunAnswer; draft: ImportDraft }) {
  const { t } = useTranslation('imports');
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const { data, error, refetch } = useImportNames(run.id, run.version);
  const names = data ?? [];
  const open = names.filter((name) => ['open', 'ambiguous'].includes(decisionOf(name, draft)));
  const creatable = open.filter(({ plan }) => plan !== null);
  return (
    <section className="cc-section" aria-labelledby="names">
      <div className="cc-section-head">
        <h2 id="names">{t('names.title')}</h2>
        {creatable.length > 0 && (
          <Button onClick={() => draft.choose(creatable, { action: 'create' })}>
            {t('names.createAll', {
              departments: formatCount(creatable.filter(({ kind }) => kind === 'department').length),
              places: formatCount(creatable.filter(({ kind }) => kind === 'place').length),
            })}
          </Button>
        )}
      </div>
      <p className="cc-soft">
        {open.length === 0 ? t('names.allDecided') : t('names.open', { count: formatCount(open.length) })}
      </p>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      <ul className="cc-rows">
        {names.slice(0, shown).map((name) => (
          <NameRow key={`${name.kind} ${name.key}`} name={name} draft={draft} />
        ))}
      </ul>
      {names.length > shown && (
        <Button className="cc-names-more" onClick={() => setShown(shown + SHOWN_MORE)}>
          {t('names.more', { count: formatCount(names.length - shown) })}
        </Button>
      )}
    </section>
  );
}
