import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { BUSINESS_ROLES } from '../../../modules/accounts/roles.ts';
import { seatName } from '../../../modules/approvals/policy-rules.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { EMPTY_STEP } from './policy-values.ts';

const STEPS_MAX = 6;
const SEATS_MAX = 5;

function useSeatOptions() {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  return [
    {
      value: 'applicant:department_head',
      label: pick(seatName({ role: 'department_head', of: 'applicant' }, null)),
    },
    ...BUSINESS_ROLES.map((role) => ({
      value: `court:${role}`,
      label: pick(seatName({ role, of: 'court' }, null)),
    })),
    { value: 'person', label: t('policy.person') },
  ];
}

function SeatFields({ ruleIndex, stepIndex }: { ruleIndex: number; stepIndex: number }) {
  const { t } = useTranslation('approvals');
  const options = useSeatOptions();
  return (
    <Form.List name={[stepIndex, 'seats']}>
      {(fields, { add, remove }) => (
        <div className="cc-policy-seats">
          {fields.map(({ key, name }) => (
            <div key={key} className="cc-policy-seat">
              <Form.Item
                name={[name, 'who']}
                label={t('policy.seat')}
                rules={[{ required: true, message: t('policy.seatMissing') }]}
              >
                <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['rules', ruleIndex, 'steps', stepIndex, 'seats', name, 'who']) ===
                    'person' && (
                    <Form.Item
                      name={[name, 'personId']}
                      label={t('policy.person')}
                      rules={[{ required: true, message: t('policy.seatMissing') }]}
                    >
                      <PersonPicker />
                    </Form.Item>
                  )
                }
              </Form.Item>
              {fields.length > 1 && (
                <Button size="small" onClick={() => remove(name)}>
                  {t('policy.removeSeat')}
                </Button>
              )}
            </div>
          ))}
          {fields.length < SEATS_MAX && (
            <Button size="small" onClick={() => add({})}>
              {t('policy.addSeat')}
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

/** The steps of one rule, one after the other, each with its seats. */
export function PolicySteps({ ruleIndex, mayBeWaived }: { ruleIndex: number; mayBeWaived: boolean }) {
  const { t } = useTranslation('approvals');
  const needs = (['all', 'any'] as const).map((value) => ({ value, label: t(`needs.${value}`) }));
  return (
    <Form.List name={[ruleIndex, 'steps']}>
      {(fields, { add, remove }) => (
        <>
          {fields.length === 0 && <p>{t('policy.noSteps')}</p>}
          {fields.map(({ key, name }, place) => (
            <fieldset key={key} className="cc-policy-step">
              <legend>{t('policy.step', { number: place + 1 })}</legend>
              <Form.Item
                name={[name, 'title']}
                label={t('policy.stepTitle')}
                rules={[{ required: true, whitespace: true, message: t('policy.stepTitleMissing') }]}
              >
                <Input maxLength={40} />
              </Form.Item>
              <SeatFields ruleIndex={ruleIndex} stepIndex={name} />
              <Form.Item name={[name, 'needs']} label={t('policy.needs')}>
                <ChoiceRow label={t('policy.needs')} options={needs} />
              </Form.Item>
              {(fields.length > 1 || mayBeWaived) && (
                <Button size="small" onClick={() => remove(name)}>
                  {t('policy.removeStep')}
                </Button>
              )}
            </fieldset>
          ))}
          {fields.length < STEPS_MAX && (
            <Button size="small" className="cc-policy-add" onClick={() => add(EMPTY_STEP)}>
              {t('policy.addStep')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
