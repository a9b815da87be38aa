import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  correctVisitEndpoint,
  listVisitsEndpoint,
  type VisitAnswer,
} from '../../../modules/rooms/visits.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { formatInstant } from '../../components/when.tsx';
import {
  EntryFields,
  EntryTimes,
  instantOf,
  PurposeField,
  typedOf,
  type EntryValues,
} from '../rooms/entry-details.tsx';
import { STALE_VISITS } from '../rooms/stale-rooms.ts';

interface Values extends EntryValues {
  reason: string;
  isVoid?: boolean;
  withVisitIds?: string[];
}

function valuesOf(visit: VisitAnswer): Partial<Values> {
  const { note, caseNumber, approvedBy, carriedIn, carriedOut, keyNumber, anomaly } = visit;
  const texts = { note, caseNumber, approvedBy, carriedIn, carriedOut, keyNumber, anomaly };
  return {
    purpose: visit.purpose,
    enteredAt: formatInstant(visit.enteredAt),
    leftAt: visit.leftAt === null ? null : formatInstant(visit.leftAt),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null)),
  };
}

/** What was not touched keeps its seconds. */
function momentOf(typed: string | null | undefined, before: string | null): string | null {
  if (typed == null) return null;
  return before !== null && formatInstant(before) === typed ? before : (instantOf(typed) ?? null);
}

function requestOf(visit: VisitAnswer, values: Values) {
  return {
    params: { visitId: visit.id },
    body: {
      reason: values.reason,
      isVoid: values.isVoid === true,
      withVisitIds: values.withVisitIds ?? [],
      enteredAt: momentOf(values.enteredAt, visit.enteredAt) ?? visit.enteredAt,
      leftAt: momentOf(values.leftAt, visit.leftAt),
      purpose: values.purpose,
      note: typedOf(values.note),
      caseId: visit.caseId,
      caseNumber: typedOf(values.caseNumber),
      approvedBy: typedOf(values.approvedBy),
      carriedIn: typedOf(values.carriedIn),
      carriedOut: typedOf(values.carriedOut),
      keyNumber: typedOf(values.keyNumber),
      anomaly: typedOf(values.anomaly),
    },
  };
}

/** People who were in the room on the same day: in a two-person room they are corrected together. */
function TogetherField({ visit }: { visit: VisitAnswer }) {
  const { t } = useTranslation('visits');
  const day = formatInstant(visit.enteredAt).slice(0, 10);
  const { data } = useQueryEndpoint(listVisitsEndpoint, {
    query: { roomId: [visit.roomId], enteredFrom: day, enteredTo: day, limit: 100 },
  });
  const others = (data?.items ?? []).filter(({ id }) => id !== visit.id);
  if (others.length === 0) return null;
  return (
    <Form.Item name="withVisitIds" label={t('correct.together')} extra={t('correct.togetherHint')}>
      <Select
        mode="multiple"
        options={others.map((other) => ({
          value: other.id,
          label: `${other.name} ${formatInstant(other.enteredAt).slice(11)}`,
        }))}
      />
    </Form.Item>
  );
}

export interface CorrectVisitFormProps {
  /** The form is open while there is one. */
  readonly visit: VisitAnswer | undefined;
  readonly onClose: () => void;
}

/** 更正: a new entry that refers to the old one; both stay in the log. */
export function CorrectVisitForm({ visit, onClose }: CorrectVisitFormProps) {
  const { t } = useTranslation('visits');
  if (visit === undefined) return null;
  return (
    <CommandForm<typeof correctVisitEndpoint, Values>
      declaration={correctVisitEndpoint}
      open
      onClose={onClose}
      title={t('correct.title')}
      submitLabel={t('correct.title')}
      subject={`${visit.name} · ${visit.roomPath}`}
      initialValues={valuesOf(visit)}
      invalidates={STALE_VISITS}
      toRequest={(values) => requestOf(visit, values)}
      onDone={onClose}
      doneSentence={t('correct.done')}
    >
      <p>{t('correct.effect')}</p>
      <ReasonField />
      <Form.Item name="isVoid" valuePropName="checked">
        <Checkbox>{t('correct.void')}</Checkbox>
      </Form.Item>
      <EntryTimes />
      <TogetherField visit={visit} />
      <PurposeField />
      <EntryFields withLeaving />
    </CommandForm>
  );
}
