import { lazy, Suspense, useState } from 'react';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { listCasesEndpoint, readCaseEndpoint } from '../../../modules/cases/contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useCan } from '../../session/use-session.ts';

const RegisterCaseForm = lazy(() =>
  import('../cases/register-case-form.tsx').then((module) => ({ default: module.RegisterCaseForm })),
);

function ChosenCase({ caseId, onChange }: { caseId: string; onChange: () => void }) {
  const { t } = useTranslation('seized-items');
  const { data, error } = useQueryEndpoint(readCaseEndpoint, { params: { caseId } });
  return (
    <div className="cc-chosen">
      <ProblemAlert problem={error} />
      <strong>{data?.number ?? '…'}</strong>
      <span>{data?.cause}</span>
      <Button onClick={onChange}>{t('receive.otherCase')}</Button>
    </div>
  );
}

/** Things are brought before anybody has registered their case: it is registered here and now. */
function NoCase({ number, onRegistered }: { number: string; onRegistered: (id: string) => void }) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className="cc-soft">{t('receive.noCase')}</p>
      {can('case.write') && (
        <>
          <Button size="large" onClick={() => setOpen(true)}>
            {t('receive.registerCase')}
          </Button>
          {isOpen && (
            <Suspense fallback={null}>
              <RegisterCaseForm
                open
                number={number}
                onClose={() => setOpen(false)}
                onDone={({ id }) => onRegistered(id)}
              />
            </Suspense>
          )}
        </>
      )}
    </>
  );
}

/** The case by any of its numbers in any bracket form, or by words of its cause. */
export function CaseField({
  caseId,
  onChoose,
}: {
  caseId: string | null;
  onChoose: (id: string | null) => void;
}) {
  const { t } = useTranslation('seized-items');
  const [text, setText] = useState('');
  const settled = useSettled(text.trim());
  const { data, error } = useQueryEndpoint(
    listCasesEndpoint,
    { query: { q: settled, limit: 8 } },
    { enabled: settled !== '' && caseId === null },
  );
  if (caseId !== null) return <ChosenCase caseId={caseId} onChange={() => onChoose(null)} />;
  return (
    <div className="cc-case-field">
      <Input
        autoFocus
        size="large"
        aria-label={t('receive.caseNumber')}
        placeholder={t('receive.caseNumber')}
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemAlert problem={error} />
      {settled !== '' && data?.items.length === 0 && <NoCase number={settled} onRegistered={onChoose} />}
      <ul>
        {settled !== '' &&
          data?.items.map((one) => (
            <li key={one.id}>
              <Button block size="large" onClick={() => onChoose(one.id)}>
                <strong>{one.number}</strong> {one.cause}
              </Button>
            </li>
          ))}
      </ul>
    </div>
  );
}
