import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { reassignCaseEndpoint } from '../../../modules/cases/contract.ts';
import { CASE_ACTION_NAMES } from '../../../modules/cases/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import type { CaseFormProps } from './case-form-props.ts';
import { useNameOf } from './case-words.tsx';
import { STALE_CASES } from './stale-cases.ts';

interface Values {
  handlerId: string;
  fromOn: string;
  reason: string;
}

/** 变更承办人: from a day on; who handled it before stays on record. */
export function ReassignForm({ found, open, onClose }: CaseFormProps) {
  const { t } = useTranslation('cases');
  const title = useNameOf(CASE_ACTION_NAMES)('reassign');
  const today = useToday();
  const present = found.handlers[0]?.fromOn;
  return (
    <CommandForm<typeof reassignCaseEndpoint, Values>
      declaration={reassignCaseEndpoint}
      open={open}
      onClose={onClose}
      title={title}
      submitLabel={title}
      subject={t('reassign.subject', { number: found.number, handler: found.handler })}
      ifMatch={found.version}
      initialValues={{ fromOn: today }}
      invalidates={STALE_CASES}
      toRequest={(values) => ({ params: { caseId: found.id }, body: values })}
      onDone={onClose}
      doneSentence={t('done.reassigned')}
    >
      <Form.Item
        name="handlerId"
        label={t('reassign.handler')}
        rules={[{ required: true, message: t('missingChoice', { field: t('reassign.handler') }) }]}
      >
        <PersonPicker />
      </Form.Item>
      <Form.Item
        name="fromOn"
        label={t('reassign.fromOn')}
        extra={t('hint.reassign')}
        rules={[{ required: true, message: t('missing', { field: t('reassign.fromOn') }) }]}
      >
        <DayInput max={today} {...(present === undefined ? {} : { min: present })} />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}
