import { lazy, Suspense } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { readCaseEndpoint } from '../../../modules/cases/contract.ts';
import { CASE_ACTION_NAMES, CASE_STAGES, SECRECY_LEVELS } from '../../../modules/cases/rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details, type Detail } from '../../components/details.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { CaseTabs } from './case-tabs.tsx';
import { CaseMarks, CaseState, useNameOf } from './case-words.tsx';
import '../../components/plain-rows.css';
import './cases.css';

const CaseCommands = lazy(() =>
  import('./case-commands.tsx').then((module) => ({ default: module.CaseCommands })),
);

function CaseDetails({ found }: { found: CaseAnswer }) {
  const { t } = useTranslation('cases');
  const stageName = useNameOf(CASE_STAGES);
  const secrecyName = useNameOf(SECRECY_LEVELS);
  const items: Detail[] = [
    { label: t('field.cause'), value: found.cause },
    { label: t('field.stage'), value: stageName(found.stage) },
    { label: t('field.handler'), value: found.handler },
    { label: t('field.clerk'), value: found.clerk ?? '—' },
    { label: t('field.department'), value: found.department },
    { label: t('field.acceptedOn'), value: found.acceptedOn },
    { label: t('field.effectiveOn'), value: found.effectiveOn ?? '—' },
    { label: t('field.closedOn'), value: found.closedOn ?? '—' },
    { label: t('field.secrecy'), value: secrecyName(found.secrecy) },
    { label: t('field.seizingOrgan'), value: found.seizingOrgan ?? '—' },
    { label: t('field.procuratorate'), value: found.procuratorate ?? '—' },
  ];
  return <Details items={items} />;
}

function CaseSections({ found }: { found: CaseAnswer }) {
  const { t } = useTranslation('cases');
  const actionName = useNameOf(CASE_ACTION_NAMES);
  const command = useOpenCommand();
  const isPhone = useIsPhone();
  const [search] = useSearchParams();
  // On a phone the facts stand on the first tab only; they would push every other one off the screen.
  const isBrief = isPhone && search.get('tab') !== null;
  const buttons = (['correct', 'reassign'] as const).filter((action) =>
    found.availableActions.includes(action),
  );
  return (
    <>
      <PageHeader
        title={found.number}
        {...(isBrief ? { sentence: `${found.cause} · ${found.handler}` } : {})}
        beside={
          <>
            <CaseState closedOn={found.closedOn} />
            <CaseMarks {...found} />
          </>
        }
        back={{ to: '/cases', label: t('list.title') }}
        actions={buttons.map((action) => (
          <Button key={action} onClick={() => command.open(action)}>
            {actionName(action)}
          </Button>
        ))}
      />
      {found.isMasked && <Alert type="info" className="cc-notice" title={t('masked')} />}
      {!isBrief && <CaseDetails found={found} />}
      <CaseTabs found={found} onOpen={command.open} />
      <Suspense>
        <CaseCommands found={found} command={command} />
      </Suspense>
    </>
  );
}

/** One case: what it is, its numbers and parties, and what else is known of it. */
export function Component() {
  const { t } = useTranslation('cases');
  const { caseId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(readCaseEndpoint, { params: { caseId } });
  if (data !== undefined) return <CaseSections key={data.id} found={data} />;
  return (
    <>
      <PageHeader title={t('case')} back={{ to: '/cases', label: t('list.title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}
