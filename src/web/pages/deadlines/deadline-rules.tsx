import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { PERIOD_UNITS, type PeriodUnit } from '../../../modules/deadlines/counting.rules.ts';
import {
  listDeadlineRulesEndpoint,
  setDeadlinePeriodEndpoint,
  type DeadlineRuleAnswer,
} from '../../../modules/deadlines/rules.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { useOpenCommand, type OpenCommand } from '../../components/command-form/use-open-command.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useCan } from '../../session/use-session.ts';
import '../../components/plain-rows.css';

interface Values {
  amount: number;
  unit: PeriodUnit;
  effectiveFrom: string;
  document: string;
  reason: string;
}

function usePeriod() {
  const { t } = useTranslation('deadline-rules');
  return ({ amount, unit }: { amount: number; unit: PeriodUnit }) => t(`period.${unit}`, { count: amount });
}

function useBound(rule: DeadlineRuleAnswer): string {
  const { t } = useTranslation('deadline-rules');
  const period = usePeriod();
  const words = useShippedWords();
  const { shipped } = rule;
  const facts = { period: period(shipped), basis: words(shipped.basis) };
  if (!shipped.isLaw) return t('practice', facts);
  return t(shipped.isAtLeast ? 'lawAtLeast' : 'lawAtMost', facts);
}

/** 设定本院期限: the law's own period stands beside what is typed. */
function PeriodForm({ rule, command }: { rule: DeadlineRuleAnswer; command: OpenCommand }) {
  const today = useToday();
  const { t } = useTranslation('deadline-rules');
  const pick = usePickSentence();
  const bound = useBound(rule);
  const { shipped } = rule;
  const units = Object.entries(PERIOD_UNITS).map(([value, words]) => ({ value, label: pick(words) }));
  return (
    <CommandForm<typeof setDeadlinePeriodEndpoint, Values>
      declaration={setDeadlinePeriodEndpoint}
      open={command.current === `set-${rule.id}`}
      onClose={command.close}
      onDone={command.close}
      title={t('set')}
      submitLabel={t('set')}
      doneSentence={t('done')}
      invalidates={[listDeadlineRulesEndpoint]}
      subject={`${rule.id} ${pick(rule)}`}
      initialValues={{ amount: shipped.amount, unit: shipped.unit, effectiveFrom: today }}
      toRequest={(body) => ({ params: { rule: rule.id }, body })}
    >
      <p className="cc-soft">{bound}</p>
      <Form.Item name="amount" label={t('amount')} rules={[{ required: true, message: t('amountMissing') }]}>
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')} required>
        <Select<PeriodUnit> options={units} disabled={shipped.isLaw} />
      </Form.Item>
      <Form.Item
        name="effectiveFrom"
        label={t('from')}
        extra={t('fromHint')}
        rules={[{ required: true, message: t('fromMissing') }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="document"
        label={t('document')}
        rules={[{ required: true, whitespace: true, message: t('documentMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}

function RuleRow({ rule, command }: { rule: DeadlineRuleAnswer; command: OpenCommand }) {
  const { t } = useTranslation('deadline-rules');
  const pick = usePickSentence();
  const can = useCan();
  const period = usePeriod();
  const bound = useBound(rule);
  const { own, history } = rule;
  const upcoming = history.filter(({ effectiveFrom }) => own === null || effectiveFrom > own.effectiveFrom);
  return (
    <li>
      <span className="cc-rows-main">
        <strong>
          {rule.id} {pick(rule)}
        </strong>
        <br />
        <span className="cc-soft">{bound}</span>
        {rule.alsoFor.map((one) => (
          <span key={one.en}>
            <br />
            <span className="cc-soft">{t('alsoFor', { what: pick(one), period: period(one) })}</span>
          </span>
        ))}
        {own !== null && (
          <>
            <br />
            <span className="cc-soft">
              {t('own', { document: own.document, from: own.effectiveFrom, by: own.setByName })}
            </span>
          </>
        )}
        {upcoming.map((one) => (
          <span key={one.setAt}>
            <br />
            <span className="cc-soft">
              {t('upcoming', { period: period(one), document: one.document, from: one.effectiveFrom })}
            </span>
          </span>
        ))}
      </span>
      <span className="cc-rows-side">
        <strong>{period(own ?? rule.shipped)}</strong>
        <StatusTag tone={own !== null ? 'soon' : rule.shipped.isLaw ? 'calm' : 'closed'}>
          {t(own !== null ? 'ownTag' : rule.shipped.isLaw ? 'lawTag' : 'practiceTag')}
        </StatusTag>
        {can('deadline-period.manage') && (
          <Button size="small" onClick={() => command.open(`set-${rule.id}`)}>
            {t('set')}
          </Button>
        )}
      </span>
      {can('deadline-period.manage') && <PeriodForm rule={rule} command={command} />}
    </li>
  );
}

/** 时限规则: every rule with its article, and what the court set itself. */
export function Component() {
  const { t } = useTranslation('deadline-rules');
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(listDeadlineRulesEndpoint, {});
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} back={{ to: '/deadlines', label: t('back') }} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      <ul className="cc-rows">
        {data?.items.map((rule) => (
          <RuleRow key={rule.id} rule={rule} command={command} />
        ))}
      </ul>
    </>
  );
}
