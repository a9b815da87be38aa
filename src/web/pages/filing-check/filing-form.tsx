import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { countDeadlinesEndpoint, listDeadlinesEndpoint } from '../../../modules/deadlines/contract.ts';
import {
  listWaitingFilingsEndpoint,
  readFilingEndpoint,
  recordFilingCheckEndpoint,
  type FilingState,
} from '../../../modules/seized-items/filing-check/filing-check.contract.ts';
import {
  FILING_ANSWERS,
  FILING_QUESTION_IDS,
  filingQuestion,
  type FilingAnswer,
  type FilingQuestionId,
} from '../../../modules/seized-items/filing-check/filing-questions.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

export interface ListedItem {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}

interface Said {
  answer?: FilingAnswer;
  itemIds?: string[];
  note?: string;
}
type Values = Partial<Record<FilingQuestionId, Said>>;

/** What the list says, else what the last check said. */
function initialOf(state: FilingState): Values {
  const last = state.checks[0];
  const values: Values = {};
  for (const question of FILING_QUESTION_IDS) {
    const proposal = state.proposals.find((one) => one.question === question);
    const said = last?.answers.find((one) => one.question === question);
    const answer = proposal?.answer ?? said?.answer;
    values[question] = {
      ...(answer === undefined ? {} : { answer }),
      itemIds: proposal?.answer === 'no' ? proposal.itemIds : (said?.itemIds ?? []),
      note: said?.answer === answer ? (said?.note ?? '') : '',
    };
  }
  return values;
}

function requestOf(values: Values) {
  const isSeized = values.measures?.answer !== 'no';
  return FILING_QUESTION_IDS.map((question) => {
    const said = values[question];
    const isAsked = question === 'measures' || isSeized;
    const answer = isAsked ? (said?.answer ?? 'not_applicable') : 'not_applicable';
    const isMissing = answer === 'no' && filingQuestion(question).demand !== null;
    const note = said?.note ?? '';
    return {
      question,
      answer,
      itemIds: isMissing ? (said?.itemIds ?? []) : [],
      note: isMissing && note.trim() !== '' ? note : null,
    };
  });
}

function Missing({ question, items }: { question: FilingQuestionId; items: readonly ListedItem[] }) {
  const { t } = useTranslation('filing-check');
  return (
    <>
      {items.length > 0 && (
        <Form.Item name={[question, 'itemIds']} label={t('items')}>
          <Select
            mode="multiple"
            maxTagCount={6}
            placeholder={t('itemsChoose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={items.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
          />
        </Form.Item>
      )}
      <Form.Item name={[question, 'note']} label={t('note')} extra={t('noteHint')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  );
}

function Question({
  question,
  state,
  items,
}: {
  readonly question: FilingQuestionId;
  readonly state: FilingState;
  readonly items: readonly ListedItem[];
}) {
  const { t } = useTranslation('filing-check');
  const pick = usePickSentence();
  const proposal = state.proposals.find((one) => one.question === question);
  const hints = [
    proposal?.answer == null ? t('asked') : t('proposed', { answer: pick(FILING_ANSWERS[proposal.answer]) }),
    proposal?.answer == null && proposal !== undefined && proposal.itemIds.length > 0
      ? t('undated', { count: proposal.itemIds.length })
      : '',
  ];
  return (
    <Form.Item
      noStyle
      dependencies={[
        ['measures', 'answer'],
        [question, 'answer'],
      ]}
    >
      {({ getFieldValue }) => {
        // why: the names of the fields are those of `Values`.
        const isSeized = (getFieldValue(['measures', 'answer']) as FilingAnswer | undefined) !== 'no';
        const answer = getFieldValue([question, 'answer']) as FilingAnswer | undefined;
        if (question !== 'measures' && !isSeized) return null;
        return (
          <>
            <Form.Item
              name={[question, 'answer']}
              label={pick(filingQuestion(question))}
              extra={hints.filter((hint) => hint !== '').join(' · ')}
              rules={[{ required: true, message: t('answerMissing') }]}
            >
              <Radio.Group
                optionType="button"
                options={(['yes', 'no'] as const).map((value) => ({
                  value,
                  label: pick(FILING_ANSWERS[value]),
                }))}
              />
            </Form.Item>
            {answer === 'no' && filingQuestion(question).demand !== null && (
              <Missing question={question} items={items} />
            )}
          </>
        );
      }}
    </Form.Item>
  );
}

/** Each question of the article; what the list says is filled in, the rest is asked. */
export function FilingForm({
  found,
  state,
  items,
  open,
  onClose,
}: {
  readonly found: CaseAnswer;
  readonly state: FilingState;
  readonly items: readonly ListedItem[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('filing-check');
  return (
    <CommandForm<typeof recordFilingCheckEndpoint, Values>
      declaration={recordFilingCheckEndpoint}
      open={open}
      onClose={onClose}
      onDone={onClose}
      title={t('title')}
      submitLabel={t('check')}
      subject={found.number}
      initialValues={initialOf(state)}
      invalidates={[
        ...[readFilingEndpoint, listWaitingFilingsEndpoint, listDeadlinesEndpoint, countDeadlinesEndpoint],
      ]}
      toRequest={(values) => ({ params: { caseId: found.id }, body: { answers: requestOf(values) } })}
      doneSentence={t('done')}
    >
      {FILING_QUESTION_IDS.map((question) => (
        <Question key={question} question={question} state={state} items={items} />
      ))}
    </CommandForm>
  );
}
