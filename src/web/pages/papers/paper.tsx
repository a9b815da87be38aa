import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  downloadPrintEndpoint,
  listCasePapersEndpoint,
  listPapersEndpoint,
  printPaperEndpoint,
  readPaperEndpoint,
  readRegisterEndpoint,
  voidPaperEndpoint,
} from '../../../modules/papers/papers.contract.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details, type Detail } from '../../components/details.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../components/when.tsx';
import '../../components/plain-rows.css';
import { PaperPrints, PaperScans } from './paper-copies.tsx';
import { PaperMarks, usePaperName } from './paper-words.tsx';

type Paper = ResponseOf<typeof readPaperEndpoint>;
type ReasonValues = { reason: string };

const STALE = [readPaperEndpoint, listCasePapersEndpoint, listPapersEndpoint, readRegisterEndpoint];

function PaperForms({ paper, command }: { paper: Paper; command: OpenCommand }) {
  const { t } = useTranslation('papers');
  const params = { paperId: paper.id };
  const may = (action: Paper['availableActions'][number]) =>
    command.current === action && paper.availableActions.includes(action);
  const opened = (printId: string) =>
    downloadAddress(downloadPrintEndpoint, { params: { ...params, printId } });
  return (
    <>
      <CommandForm<typeof printPaperEndpoint, ReasonValues>
        declaration={printPaperEndpoint}
        open={may('print')}
        onClose={command.close}
        title={t('action.print')}
        subject={t(paper.isSensitive ? 'printSensitive' : 'printSentence')}
        submitLabel={t('action.print')}
        doneSentence={t('done.printed')}
        initialValues={{ reason: t('usualReason') }}
        invalidates={STALE}
        toRequest={({ reason }) => ({ params, body: { reason } })}
        onDone={({ printId }) => {
          window.open(opened(printId), '_blank', 'noopener');
          command.close();
        }}
      >
        <ReasonField label={t('printReason')} />
      </CommandForm>
      <CommandForm<typeof voidPaperEndpoint, ReasonValues>
        declaration={voidPaperEndpoint}
        open={may('void')}
        onClose={command.close}
        title={t('action.void')}
        subject={t('voidSentence')}
        submitLabel={t('action.void')}
        doneSentence={t('done.voided')}
        isDestructive
        invalidates={STALE}
        toRequest={({ reason }) => ({ params, body: { reason } })}
        onDone={command.close}
      >
        <ReasonField />
      </CommandForm>
    </>
  );
}

/** Whether the paper at hand, whose code was scanned, says what was issued. */
function Check({ paper }: { paper: Paper }) {
  const { t } = useTranslation('papers');
  const [search] = useSearchParams();
  const scanned = search.get('check')?.toLowerCase();
  const isSame = scanned === undefined || paper.contentSha256.startsWith(scanned);
  return (
    <>
      {!paper.isIntact && <Alert type="error" showIcon title={t('check.damaged')} />}
      {scanned !== undefined && paper.isIntact && (
        <Alert
          type={isSame ? 'success' : 'error'}
          showIcon
          title={t(isSame ? 'check.same' : 'check.differs')}
        />
      )}
      {paper.reversedCount > 0 && paper.voidedAt === null && (
        <Alert
          type="warning"
          showIcon
          title={t('overtaken', { count: paper.reversedCount })}
          description={t(paper.reversedCount < paper.itemCount ? 'overtakenPart' : 'overtakenWhole')}
        />
      )}
      {paper.voidedAt !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('voided', { by: paper.voidedByName, at: formatInstant(paper.voidedAt) })}
          description={paper.voidReason}
          {...(paper.replacedBy === null
            ? {}
            : { action: <Link to={`/papers/${paper.replacedBy.id}`}>{paper.replacedBy.number}</Link> })}
        />
      )}
    </>
  );
}

function PaperDetails({ paper }: { paper: Paper }) {
  const { t } = useTranslation('papers');
  const items: Detail[] = [
    {
      label: t('field.case'),
      value:
        paper.caseId === null ? (
          '—'
        ) : (
          <Link to={`/cases/${paper.caseId}?tab=papers`}>{paper.caseNumber}</Link>
        ),
    },
    { label: t('field.occurredAt'), value: formatInstant(paper.occurredAt) },
    { label: t('field.itemCount'), value: t('pieces', { count: paper.itemCount }) },
    { label: t('field.issued'), value: `${paper.issuedByName} ${formatInstant(paper.issuedAt)}` },
    ...(paper.replaces === null
      ? []
      : [
          {
            label: t('field.replaces'),
            value: <Link to={`/papers/${paper.replaces.id}`}>{paper.replaces.number}</Link>,
          },
        ]),
    { label: t('field.hash'), value: <code>{paper.contentSha256}</code> },
  ];
  return <Details items={items} />;
}

/** One paper: what it is, whether it still says what was issued, its copies, its signed scans. */
export function Component() {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const { paperId = '' } = useParams();
  const command = useOpenCommand();
  const { data: paper, error, refetch } = useQueryEndpoint(readPaperEndpoint, { params: { paperId } });
  const back = { to: '/papers', label: t('register.title') };
  if (paper === undefined)
    return (
      <>
        <PageHeader title={t('paper')} back={back} />
        {error === null ? (
          <Skeleton active />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  const buttons = (['print', 'void'] as const).filter((action) => paper.availableActions.includes(action));
  return (
    <>
      <PageHeader
        title={nameOf(paper.form)}
        back={back}
        beside={<PaperMarks paper={paper} />}
        sentence={paper.number}
        actions={buttons.map((action) => (
          <Button
            key={action}
            type={action === 'print' ? 'primary' : 'default'}
            danger={action === 'void'}
            onClick={() => command.open(action)}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      />
      <Check paper={paper} />
      <PaperDetails paper={paper} />
      <PaperPrints paper={paper} />
      <PaperScans paper={paper} />
      <PaperForms paper={paper} command={command} />
    </>
  );
}
