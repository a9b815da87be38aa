import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { HANDOVER_CAUSES } from '../../../modules/rooms/handover.rules.ts';
import { draftHandoverEndpoint } from '../../../modules/papers/room-papers.contract.ts';
import { readHandoverEndpoint, type HandoverAnswer } from '../../../modules/rooms/handovers.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details } from '../../components/details.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { HandoverPapers } from '../papers/handover-papers.tsx';
import { HandoverCommands } from './handover-commands.tsx';
import { HandoverCount } from './handover-count.tsx';
import { HandoverMatters } from './handover-matters.tsx';
import { HandoverSignatures } from './handover-signatures.tsx';
import { HandoverStateTag } from './handover-state-tag.tsx';
import '../../components/plain-rows.css';
import '../fixed-assets/bulk/bulk-moves.css';

const TEN_SECONDS = 10_000;

function HandoverFacts({ handover }: { handover: HandoverAnswer }) {
  const { t } = useTranslation('handovers');
  const pick = usePickSentence();
  const cause = pick(HANDOVER_CAUSES[handover.cause]);
  return (
    <Details
      items={[
        {
          label: t('field.cause'),
          value: handover.form === 'regular' ? cause : `${cause} · ${t('form.emergency')}`,
        },
        { label: t('role.outgoing'), value: handover.outgoing.name },
        { label: t('role.incoming'), value: handover.incoming.name },
        { label: t('role.supervisor'), value: handover.supervisor.name },
        { label: t('role.lead'), value: handover.lead.name },
        ...(handover.leader === null ? [] : [{ label: t('role.leader'), value: handover.leader.name }]),
        { label: t('field.document'), value: handover.document },
        { label: t('field.frozenAt'), value: <When instant={handover.frozenAt} /> },
        ...(handover.completedAt === null
          ? []
          : [{ label: t('field.completedAt'), value: <When instant={handover.completedAt} /> }]),
        ...(handover.cancelReason === null
          ? []
          : [{ label: t('field.cancelReason'), value: handover.cancelReason }]),
      ]}
    />
  );
}

function HandoverSections({ handover }: { handover: HandoverAnswer }) {
  const { t } = useTranslation('handovers');
  const can = useCan();
  const command = useOpenCommand();
  const may = (action: HandoverAnswer['availableActions'][number]) =>
    handover.availableActions.includes(action);
  return (
    <div className="cc-bulk">
      <PageHeader
        title={t('title')}
        beside={<HandoverStateTag state={handover.state} />}
        sentence={t(`sentence.${handover.state}`)}
        back={{ to: `/rooms/${handover.roomId}`, label: handover.roomPath }}
        actions={
          <>
            {handover.state !== 'completed' && (
              <Button
                icon={<PrinterOutlined aria-hidden />}
                href={downloadAddress(draftHandoverEndpoint, { params: { handoverId: handover.id } })}
                target="_blank"
              >
                {t('print')}
              </Button>
            )}
            {may('cancel') && can('handover.manage') && (
              <Button danger onClick={() => command.open('cancel')}>
                {t('cancel.title')}
              </Button>
            )}
          </>
        }
      />
      <HandoverFacts handover={handover} />
      {handover.countedAt !== null && <HandoverPapers handoverId={handover.id} moment={handover.state} />}
      <HandoverCount handover={handover} onOpen={command.open} />
      <HandoverMatters handover={handover} onOpen={command.open} />
      <HandoverSignatures handover={handover} onOpen={command.open} />
      <HandoverCommands handover={handover} current={command.current} onClose={command.close} />
    </div>
  );
}

/** One handover: who, the full count, what is open, and the signatures; read anew while others work on it. */
export function Component() {
  const { t } = useTranslation(['handovers', 'rooms']);
  const { handoverId = '' } = useParams();
  const { data, error, refetch } = useQueryEndpoint(
    readHandoverEndpoint,
    { params: { handoverId } },
    {
      refetchInterval: (answer) =>
        answer?.state === 'completed' || answer?.state === 'cancelled' ? false : TEN_SECONDS,
    },
  );
  if (data !== undefined) return <HandoverSections key={data.id} handover={data} />;
  return (
    <>
      <PageHeader title={t('title')} back={{ to: '/rooms', label: t('rooms:title') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {error === null && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
    </>
  );
}
