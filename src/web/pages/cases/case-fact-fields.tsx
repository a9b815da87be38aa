import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { SECRECY_LEVELS, type Secrecy } from '../../../modules/cases/rules.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { useOptions } from './case-words.tsx';

export interface CaseFactValues {
  cause: string;
  clerkId?: string | null;
  acceptedOn: string;
  effectiveOn?: string | null;
  closedOn?: string | null;
  secrecy?: Secrecy;
  involvesMinors?: boolean;
  seizingOrgan?: string | null;
  procuratorate?: string | null;
}

function optional(text: string | null | undefined): string | null {
  return text == null || text.trim() === '' ? null : text;
}

/** What the forms of a case send of these fields. */
export function factsOf(values: CaseFactValues) {
  return {
    cause: values.cause,
    clerkId: values.clerkId ?? null,
    acceptedOn: values.acceptedOn,
    effectiveOn: values.effectiveOn ?? null,
    closedOn: values.closedOn ?? null,
    secrecy: values.secrecy ?? 'open',
    involvesMinors: values.involvesMinors ?? false,
    seizingOrgan: optional(values.seizingOrgan),
    procuratorate: optional(values.procuratorate),
  };
}

/** The facts of a case; `isOver`: also when the judgment took effect and the case was closed. */
export function CaseFactFields({ isOver = false }: { isOver?: boolean }) {
  const { t } = useTranslation('cases');
  const levels = useOptions(SECRECY_LEVELS);
  const today = useToday();
  const required = (field: string) => [{ required: true, message: t('missing', { field }) }];
  return (
    <>
      <Form.Item name="cause" label={t('field.cause')} rules={required(t('field.cause'))}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="acceptedOn" label={t('field.acceptedOn')} rules={required(t('field.acceptedOn'))}>
        <DayInput max={today} />
      </Form.Item>
      {isOver && (
        <>
          <Form.Item name="effectiveOn" label={t('field.effectiveOn')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="closedOn" label={t('field.closedOn')}>
            <DayInput />
          </Form.Item>
        </>
      )}
      <Form.Item name="clerkId" label={t('field.clerk')}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="secrecy" label={t('field.secrecy')} extra={t('hint.secrecy')}>
        <Select options={levels} />
      </Form.Item>
      <Form.Item name="involvesMinors" valuePropName="checked" extra={t('hint.minors')}>
        <Checkbox>{t('field.involvesMinors')}</Checkbox>
      </Form.Item>
      <Form.Item name="seizingOrgan" label={t('field.seizingOrgan')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="procuratorate" label={t('field.procuratorate')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}
