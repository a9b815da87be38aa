import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  readReleaseEndpoint,
  type ReleaseDetail,
} from '../../../modules/seized-items/releases/releases.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { Details, type Detail } from '../../components/details.tsx';
import { formatFen } from '../../components/money.tsx';
import { readOdometer } from '../../../modules/seized-items/odometers/odometer.rules.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When, formatInstant } from '../../components/when.tsx';
import { useCan } from '../../session/use-session.ts';
import { PapersOf } from '../papers/papers-of.tsx';
import { ReleaseForms } from './release-forms.tsx';
import { ReleaseLines } from './release-lines.tsx';
import { ReleaseStateTag, useReleaseReason } from './release-words.tsx';
import '../../components/plain-rows.css';
import './releases.css';

const when = (instant: string | null) => (instant === null ? null : formatInstant(instant));

function useFacts(release: ReleaseDetail): Detail[] {
  const { t } = useTranslation('releases');
  const { takerUnit, takerName, takerDocument, feeFen, feePeriod } = release;
  const taker = [takerUnit, takerName, takerDocument].filter((part) => part !== null).join(' ');
  const left = [when(release.leftAt), release.leftByName, release.secondPersonName];
  const receipt = [release.receiptNumber, release.receiptOn, release.receiptBy];
  const parcel = [release.carrier, release.trackingNumber];
  const say = (parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ');
  const facts: [string, string | null][] = [
    ['receiver', release.receiver],
    ['applicant', release.applicantName],
    ['approvedDueAt', when(release.approvedDueAt)],
    ['prepared', say([formatInstant(release.preparedAt), release.preparedByName])],
    ['left', say(left)],
    ['taker', taker],
    ['signed', release.isSigned ? t('fact.signedBoth') : null],
    ['listNumber', release.listNumber],
    ['parcel', say(parcel)],
    ['receipt', say(receipt)],
    ['contract', say([release.contractNumber, release.contractEndsOn])],
    ['fee', feeFen === null ? null : `${formatFen(feeFen)} / ${t(`feePeriod.${feePeriod ?? 'once'}`)}`],
    ['closed', when(release.closedAt)],
  ];
  return facts.flatMap(([key, value]) =>
    value === null || value === '' ? [] : [{ label: t(`fact.${key}`), value }],
  );
}

function Actions({ release, command }: { release: ReleaseDetail; command: OpenCommand }) {
  const { t } = useTranslation('releases');
  const items = release.lines.filter(({ state }) => state === 'out').map(({ itemId }) => `item=${itemId}`);
  return release.availableActions.map((action, index) =>
    action === 'extend' ? (
      <Link key={action} to={`/item-requests/new?kind=extension&${items.join('&')}`}>
        <Button>{t('action.extend')}</Button>
      </Link>
    ) : (
      <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => command.open(action)}>
        {t(`action.${action}`)}
      </Button>
    ),
  );
}

function Inspections({ release }: { release: ReleaseDetail }) {
  const shipped = useShippedWords();
  const { t } = useTranslation('releases');
  const odometerOf = (text: string | null) =>
    readOdometer(text).kind === 'km' ? t('odometer', { km: text }) : text;
  if (release.inspections.length === 0) return null;
  return (
    <section className="cc-section">
      <h2>{t('inspections')}</h2>
      <ul className="cc-release-rows">
        {release.inspections.map((one) => (
          <li key={`${one.inspectedAt} ${one.itemId}`} className="cc-release-row">
            <span className="cc-release-row-head">
              <strong>{one.name}</strong>
              <span className={one.isInOrder ? 'cc-soft' : 'cc-release-wrong'}>
                {t(one.isInOrder ? 'inOrder' : 'notInOrder')}
              </span>
            </span>
            <span>
              {[one.condition, odometerOf(one.odometer), one.note && shipped(one.note)]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <span className="cc-soft">
              <When instant={one.inspectedAt} /> · {one.inspectedByName}
              {one.secondPersonName !== null && ` · ${one.secondPersonName}`}
              {one.feeFen !== null && ` · ${formatFen(one.feeFen)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 出库单: one approval's things, who took them, until when, and how each came back. */
export function Component() {
  const { t } = useTranslation('releases');
  const can = useCan();
  const { releaseId = '' } = useParams();
  const command = useOpenCommand();
  const reasonOf = useReleaseReason();
  const { data: release, error, refetch } = useQueryEndpoint(readReleaseEndpoint, { params: { releaseId } });
  const isJudge = can('item.request') && !can('item.release');
  const back = isJudge
    ? { to: '/my-property', label: t('mine.title') }
    : { to: '/releases', label: t('title') };
  if (release === undefined)
    return (
      <>
        <PageHeader title={t('one')} back={back} />
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
        {error === null && <Skeleton active />}
      </>
    );
  return (
    <div className="cc-release">
      <PageHeader
        title={reasonOf(release)}
        back={back}
        beside={<ReleaseStateTag release={release} />}
        sentence={
          <>
            <Link to={`/cases/${release.caseId}?tab=items`}>{release.caseNumber}</Link>
            {` · ${t('approval', { number: release.number })} · `}
            {t(`attention.${release.state}`)} <When instant={release.attentionAt} />
          </>
        }
        actions={<Actions release={release} command={command} />}
      />
      {release.isOverdue && <Alert type="error" showIcon title={t(`overdue.${release.state}`)} />}
      {release.hasIncident && <Alert type="warning" showIcon title={t('incidentHint')} />}
      <div className="cc-release-columns">
        <ReleaseLines release={release} />
        <div>
          <FactsOf release={release} />
          <Inspections release={release} />
        </div>
      </div>
      {release.lines[0] !== undefined && (
        <PapersOf
          caseId={release.caseId}
          itemId={release.lines[0].itemId}
          isBrief
          moment={`${release.state} ${release.attentionAt}`}
        />
      )}
      <ReleaseForms release={release} command={command} />
    </div>
  );
}

function FactsOf({ release }: { release: ReleaseDetail }) {
  return <Details items={useFacts(release)} />;
}
