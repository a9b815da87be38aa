import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { correctCaseEndpoint } from '../../../modules/cases/contract.ts';
import { CASE_ACTION_NAMES, CASE_STAGES, type CaseStage } from '../../../modules/cases/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import type { CaseFormProps } from './case-commands.tsx';
import { CaseFactFields, factsOf, type CaseFactValues } from './case-fact-fields.tsx';
import { useNameOf, useOptions } from './case-words.tsx';
import { STALE_CASES } from './stale-cases.ts';

interface Values extends CaseFactValues {
  departmentId: string;
  stage: CaseStage;
}

/** 更正案件: what is written of it; before and after stand in the audit trail. */
export function CorrectCaseForm({ found, open, onClose }: CaseFormProps) {
  const { t } = useTranslation('cases');
  const title = useNameOf(CASE_ACTION_NAMES)('correct');
  const stages = useOptions(CASE_STAGES);
  const { cause, clerkId, departmentId, stage, acceptedOn, effectiveOn, closedOn } = found;
  const { secrecy, involvesMinors, seizingOrgan, procuratorate } = found;
  return (
    <CommandForm<typeof correctCaseEndpoint, Values>
      declaration={correctCaseEndpoint}
      open={open}
      onClose={onClose}
      title={title}
      submitLabel={title}
      subject={found.number}
      ifMatch={found.version}
      initialValues={{
        ...{ cause, clerkId, departmentId, stage, acceptedOn, effectiveOn, closedOn },
        ...{ secrecy, involvesMinors, seizingOrgan, procuratorate },
      }}
      invalidates={STALE_CASES}
      toRequest={(values) => ({
        params: { caseId: found.id },
        body: { ...factsOf(values), departmentId: values.departmentId, stage: values.stage },
      })}
      onDone={onClose}
      doneSentence={t('done.corrected')}
    >
      <CaseFactFields isOver />
      <Form.Item name="stage" label={t('field.stage')}>
        <Select options={stages} />
      </Form.Item>
      <Form.Item
        name="departmentId"
        label={t('field.department')}
        rules={[{ required: true, message: t('missingChoice', { field: t('field.department') }) }]}
      >
        <DepartmentPicker />
      </Form.Item>
    </CommandForm>
  );
}
