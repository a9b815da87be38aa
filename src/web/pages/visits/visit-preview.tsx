import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { VISIT_PURPOSES } from '../../../modules/rooms/visit-purposes.ts';
import type { VisitAnswer } from '../../../modules/rooms/visits.contract.ts';
import { Details } from '../../components/details.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { VisitMarks } from './visit-columns.tsx';

export interface VisitPreviewProps {
  readonly visit: VisitAnswer;
  readonly onCorrect: () => void;
}

/** Everything that the log keeps of one entry: when it happened, when and by whom it was recorded. */
export function VisitPreview({ visit, onCorrect }: VisitPreviewProps) {
  const { t } = useTranslation('visits');
  const pick = usePickSentence();
  const known: [string, string | null][] = [
    ['unit', visit.unit],
    ['document', visit.document],
    ['case', visit.caseNumber],
    ['note', visit.note],
    ['escort', visit.escortName],
    ['second', visit.secondPerson],
    ['approver', visit.approvedBy],
    ['carriedIn', visit.carriedIn],
    ['carriedOut', visit.carriedOut],
    ['key', visit.keyNumber],
    ['anomaly', visit.anomaly],
    ['reason', visit.correctionReason],
  ];
  const recorded = (at: string | null, who: string | null) =>
    at === null ? (
      '—'
    ) : (
      <>
        <When instant={at} /> {who}
      </>
    );
  return (
    <>
      <h2>
        {visit.name} <VisitMarks visit={visit} />
      </h2>
      <Details
        items={[
          { label: t('field.room'), value: visit.roomPath },
          { label: t('field.purpose'), value: pick(VISIT_PURPOSES[visit.purpose]) },
          { label: t('field.enteredAt'), value: <When instant={visit.enteredAt} /> },
          { label: t('field.enteredRecorded'), value: recorded(visit.recordedAt, visit.recordedByName) },
          {
            label: t('field.leftAt'),
            value: visit.leftAt === null ? t('stillInside') : <When instant={visit.leftAt} />,
          },
          {
            label: t('field.leftRecorded'),
            value: recorded(visit.leftRecordedAt, visit.leftRecordedByName),
          },
          { label: t('field.signature'), value: t(visit.signedByBadge ? 'byBadge' : 'onPaper') },
          ...known.flatMap(([key, value]) => (value === null ? [] : [{ label: t(`field.${key}`), value }])),
        ]}
      />
      {visit.availableActions.includes('correct') && (
        <Button onClick={onCorrect}>{t('correct.title')}</Button>
      )}
    </>
  );
}
