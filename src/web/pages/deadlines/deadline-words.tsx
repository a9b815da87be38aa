import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeadlineAnswer } from '../../../modules/deadlines/contract.ts';
import { LEVELS } from '../../../modules/deadlines/levels.rules.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { subjectAddress } from './subject-address.ts';

const TONES: readonly StatusTone[] = ['calm', 'soon', 'alarm', 'alarm', 'alarm'];

/** How loud it is, or how it ended. */
export function DeadlineLevel({ deadline }: { deadline: DeadlineAnswer }) {
  const { t } = useTranslation('deadlines');
  const pick = usePickSentence();
  if (deadline.outcome !== null)
    return (
      <StatusTag tone={deadline.outcome === 'done' ? 'settled' : 'closed'}>
        {t(`outcome.${deadline.outcome}`)}
      </StatusTag>
    );
  const level = LEVELS[deadline.level] ?? LEVELS[0];
  return <StatusTag tone={TONES[deadline.level] ?? 'calm'}>{pick(level)}</StatusTag>;
}

/** The day, or the moment where it counts. */
export function DueTime({ deadline }: { deadline: DeadlineAnswer }) {
  const { t } = useTranslation('deadlines');
  return (
    <span className="cc-nowrap">
      {deadline.isMoment ? formatInstant(deadline.dueAt) : deadline.dueOn}
      {deadline.isProvisional && (
        <span className="cc-soft" title={t('provisionalHint')}>
          {' '}
          {t('provisional')}
        </span>
      )}
    </span>
  );
}

/** What it is about, as a link where there is a page. */
export function DeadlineSubject({ deadline }: { deadline: DeadlineAnswer }) {
  const address = subjectAddress(deadline.subjectKind, deadline.subjectId, deadline.caseId);
  return address === undefined ? (
    <>{deadline.subjectLabel}</>
  ) : (
    <Link to={address}>{deadline.subjectLabel}</Link>
  );
}
