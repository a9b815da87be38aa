import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { BUSINESS_ROLES, ROLES } from '../../../modules/accounts/roles.ts';
import {
  listPoliciesEndpoint,
  savePolicyEndpoint,
  type ApprovalPolicy,
} from '../../../modules/approvals/policies.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { PolicySteps } from './policy-steps.tsx';
import { EMPTY_RULE, ruleOf, valuesOf, type RuleValues } from './policy-values.ts';

const RULES_MAX = 20;

interface PolicyValues {
  readonly rules: readonly (RuleValues | undefined)[];
  readonly note: string;
}

interface RuleProps {
  readonly index: number;
  readonly isLast: boolean;
  readonly mayBeWaived: boolean;
}

function RuleFields({ index, isLast, mayBeWaived }: RuleProps) {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  const roles = BUSINESS_ROLES.map((role) => ({ value: role, label: pick(ROLES[role]) }));
  return (
    <>
      {isLast ? (
        <p className="cc-soft">{t('policy.lastRule')}</p>
      ) : (
        <>
          <Form.Item name={[index, 'grades']} label={t('policy.grades')}>
            <Select mode="tags" tokenSeparators={[...t('policy.separators')]} open={false} suffix={null} />
          </Form.Item>
          <Form.Item name={[index, 'minAmountFen']} label={t('policy.minAmount')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name={[index, 'applicantRoles']} label={t('policy.applicantRoles')}>
            <Select mode="multiple" options={roles} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        </>
      )}
      <PolicySteps ruleIndex={index} mayBeWaived={mayBeWaived} />
      <Form.Item
        name={[index, 'validDays']}
        label={t('policy.days')}
        rules={[{ required: true, message: t('policy.daysMissing') }]}
      >
        <InputNumber min={1} max={365} precision={0} />
      </Form.Item>
      <Form.Item name={[index, 'basis']} label={t('basis')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Rules in order: the first that applies is taken, and the last one applies to everything. */
function RuleList({ mayBeWaived }: { mayBeWaived: boolean }) {
  const { t } = useTranslation('approvals');
  return (
    <Form.List name="rules">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, place) => (
            <fieldset key={key} className="cc-policy-rule">
              <legend>{t('policy.rule', { number: place + 1 })}</legend>
              <RuleFields index={name} isLast={place === fields.length - 1} mayBeWaived={mayBeWaived} />
              {place < fields.length - 1 && (
                <Button size="small" onClick={() => remove(name)}>
                  {t('policy.removeRule')}
                </Button>
              )}
            </fieldset>
          ))}
          {fields.length < RULES_MAX && (
            <Button block className="cc-policy-add" onClick={() => add(EMPTY_RULE, 0)}>
              {t('policy.addRule')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

export interface PolicyFormProps {
  readonly policy: ApprovalPolicy;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

export function PolicyForm({ policy, onClose, onReload }: PolicyFormProps) {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  return (
    <CommandForm<typeof savePolicyEndpoint, PolicyValues>
      declaration={savePolicyEndpoint}
      open
      onClose={onClose}
      onReload={onReload}
      title={t('policy.change')}
      subject={<strong>{pick(policy.name)}</strong>}
      initialValues={{ rules: policy.rules.map(valuesOf) }}
      toRequest={({ rules, note }) => ({
        params: { kind: policy.kind },
        body: { rules: rules.map(ruleOf), note },
      })}
      ifMatch={policy.version}
      invalidates={[listPoliciesEndpoint]}
      submitLabel={t('policy.save')}
      onDone={onClose}
      doneSentence={t('policy.done')}
      draftKey={`approval-policy:${policy.kind}:${policy.version}`}
    >
      <RuleList mayBeWaived={policy.mayBeWaived} />
      <Form.Item
        name="note"
        label={t('policy.note')}
        rules={[{ required: true, whitespace: true, message: t('policy.noteMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}
