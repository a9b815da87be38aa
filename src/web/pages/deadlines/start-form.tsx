import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { startCaseDeadlineEndpoint } from '../../../modules/cases/clocks.contract.ts';
import { countDeadlinesEndpoint, listDeadlinesEndpoint } from '../../../modules/deadlines/contract.ts';
import { deadlineRule } from '../../../modules/deadlines/deadline-rules.ts';
import {
  HAND_STARTED_RULES,
  STARTED_BY_HAND,
  type HandStartedRule,
} from '../../../modules/deadlines/decided-deadlines.rules.ts';
import { useToday } from '../../clock.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { DocumentItem } from './settle-forms.tsx';

interface Values {
  rule: HandStartedRule;
  startOn: string;
  document: string;
}

export const START_CLOCK = 'start-clock';

/** 登记起算: what began outside the program, on which day, by what paper. */
export function StartForm({
  found,
  command,
}: Pick<CaseTabProps, 'found'> & { readonly command: OpenCommand }) {
  const { t } = useTranslation('deadlines');
  const pick = usePickSentence();
  const today = useToday();
  return (
    <CommandForm<typeof startCaseDeadlineEndpoint, Values>
      declaration={startCaseDeadlineEndpoint}
      open={command.current === START_CLOCK}
      onClose={command.close}
      onDone={command.close}
      title={t('start.title')}
      submitLabel={t('start.title')}
      subject={found.number}
      initialValues={{ startOn: today }}
      invalidates={[listDeadlinesEndpoint, countDeadlinesEndpoint]}
      toRequest={(body) => ({ params: { caseId: found.id }, body })}
      doneSentence={t('start.done')}
    >
      <Form.Item
        name="rule"
        label={t('field.what')}
        rules={[{ required: true, message: t('start.ruleMissing') }]}
      >
        <Select
          options={HAND_STARTED_RULES.map((rule) => ({ value: rule, label: pick(deadlineRule(rule)) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['rule']}>
        {({ getFieldValue }) => {
          const rule = getFieldValue('rule') as HandStartedRule | undefined;
          return (
            <Form.Item
              name="startOn"
              label={t('field.start')}
              extra={rule === undefined ? t('start.startHint') : pick(STARTED_BY_HAND[rule])}
              rules={[{ required: true, message: t('start.dayMissing') }]}
            >
              <DayInput max={today} />
            </Form.Item>
          );
        }}
      </Form.Item>
      <DocumentItem label={t('start.document')} />
    </CommandForm>
  );
}
