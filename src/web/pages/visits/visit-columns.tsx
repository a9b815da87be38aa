import { useTranslation } from 'react-i18next';
import { VISIT_PURPOSES } from '../../../modules/rooms/visit-purposes.ts';
import type { VisitAnswer } from '../../../modules/rooms/visits.contract.ts';
import { PATH_SEPARATOR } from '../../../modules/storage/rules.ts';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

/** What is odd about an entry, each as a word. */
export function VisitMarks({ visit }: { visit: VisitAnswer }) {
  const { t } = useTranslation('visits');
  return (
    <span className="cc-room-marks">
      {visit.isAlarm && <StatusTag tone="alarm">{t('mark.alarm')}</StatusTag>}
      {visit.leftAt === null && !visit.isAlarm && visit.correctedById === null && !visit.voided && (
        <StatusTag tone="open">{t('mark.inside')}</StatusTag>
      )}
      {(visit.enteredLate || visit.leftLate) && <StatusTag tone="soon">{t('mark.late')}</StatusTag>}
      {visit.correctsId !== null && !visit.voided && <StatusTag tone="calm">{t('mark.corrects')}</StatusTag>}
      {visit.correctedById !== null && <StatusTag tone="closed">{t('mark.corrected')}</StatusTag>}
      {visit.voided && <StatusTag tone="closed">{t('mark.voided')}</StatusTag>}
    </span>
  );
}

/** The last name of the path. */
const roomNameOf = ({ roomPath }: VisitAnswer) => roomPath.split(PATH_SEPARATOR).at(-1) ?? roomPath;
const dash = (text: string | null) => text ?? '—';

export function useVisitColumns(): ListColumn<VisitAnswer>[] {
  const { t } = useTranslation('visits');
  const pick = usePickSentence();
  const column = (
    key: string,
    render: ListColumn<VisitAnswer>['render'],
    widthPx: number,
    isHidden = false,
  ) => ({
    key,
    title: t(`field.${key}`),
    render,
    widthPx,
    isHiddenAtFirst: isHidden,
  });
  return [
    column('enteredAt', (row) => <When instant={row.enteredAt} />, 150),
    column('leftAt', (row) => <When instant={row.leftAt} />, 150),
    column('name', (row) => row.name, 110),
    column('unit', (row) => dash(row.unit), 160),
    column('room', (row) => roomNameOf(row), 150),
    column(
      'purpose',
      (row) => [pick(VISIT_PURPOSES[row.purpose]), row.note].filter(Boolean).join(' · '),
      170,
    ),
    column('case', (row) => dash(row.caseNumber), 180),
    column('escort', (row) => dash(row.escortName), 100),
    column('second', (row) => dash(row.secondPerson), 120),
    column('marks', (row) => <VisitMarks visit={row} />, 130),
    column('document', (row) => dash(row.document), 160, true),
    column('approver', (row) => dash(row.approvedBy), 100, true),
    column('carriedIn', (row) => dash(row.carriedIn), 140, true),
    column('carriedOut', (row) => dash(row.carriedOut), 140, true),
    column('key', (row) => dash(row.keyNumber), 100, true),
    column('anomaly', (row) => dash(row.anomaly), 160, true),
    column('recorded', (row) => row.recordedByName, 100, true),
  ];
}

/** An entry on a phone. */
export function VisitCard({ visit }: { visit: VisitAnswer }) {
  const { t } = useTranslation('visits');
  const pick = usePickSentence();
  return (
    <span className="cc-visit-card">
      <span className="cc-visit-head">
        <strong>{visit.name}</strong>
        <VisitMarks visit={visit} />
      </span>
      <span>
        <When instant={visit.enteredAt} /> —{' '}
        {visit.leftAt === null ? t('stillInside') : <When instant={visit.leftAt} />}
      </span>
      <span className="cc-soft">
        {[roomNameOf(visit), pick(VISIT_PURPOSES[visit.purpose]), visit.caseNumber, visit.unit]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </span>
  );
}
