import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { createCaseEndpoint, listCasesEndpoint } from '../../../modules/cases/contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { useSession } from '../../session/use-session.ts';
import { CaseFactFields, factsOf, type CaseFactValues } from './case-fact-fields.tsx';
import { CaseNumberItem } from './case-number-item.tsx';

interface Values extends CaseFactValues {
  number: string;
  handlerId: string;
  departmentId?: string | null;
}

export interface RegisterCaseFormProps {
  readonly open: boolean;
  /** Typed already where the case was looked for. */
  readonly number?: string;
  readonly onClose: () => void;
  readonly onDone: (registered: CaseAnswer) => void;
}

/** 登记案件: its number first, which shows at once whether the case is there already. */
export function RegisterCaseForm({ open, number, onClose, onDone }: RegisterCaseFormProps) {
  const today = useToday();
  const { t } = useTranslation('cases');
  const { person, roles } = useSession();
  const isHandler = roles.includes('case_handler');
  return (
    <CommandForm<typeof createCaseEndpoint, Values>
      declaration={createCaseEndpoint}
      open={open}
      onClose={onClose}
      title={t('register.title')}
      submitLabel={t('register.submit')}
      draftKey="register-case"
      initialValues={{
        acceptedOn: today,
        secrecy: 'open',
        ...(number === undefined ? {} : { number }),
        ...(isHandler ? { handlerId: person.id } : {}),
      }}
      invalidates={[listCasesEndpoint]}
      toRequest={({ number, handlerId, departmentId, ...facts }) => ({
        body: { number, handlerId, departmentId: departmentId ?? null, ...factsOf(facts) },
      })}
      onDone={onDone}
      doneSentence={t('register.done')}
    >
      <CaseNumberItem name="number" label={t('field.number')} />
      <Form.Item
        name="handlerId"
        label={t('field.handler')}
        rules={[{ required: true, message: t('missingChoice', { field: t('field.handler') }) }]}
      >
        <PersonPicker />
      </Form.Item>
      <Form.Item name="departmentId" label={t('field.department')} extra={t('hint.department')}>
        <DepartmentPicker />
      </Form.Item>
      <CaseFactFields />
    </CommandForm>
  );
}
