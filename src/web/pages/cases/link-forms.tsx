import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { endCaseLinkEndpoint, linkCasesEndpoint } from '../../../modules/cases/numbers.contract.ts';
import { LINK_KINDS, type LinkKind } from '../../../modules/cases/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import type { CaseFormProps } from './case-form-props.ts';
import { CaseNumberItem } from './case-number-item.tsx';
import { useOptions } from './case-words.tsx';
import { STALE_CASES } from './stale-cases.ts';

interface Values {
  otherNumber: string;
  kind: LinkKind;
  main: 'here' | 'there';
  sourceDocument: string;
  linkedOn: string;
}

/** 并案、分案: both cases keep their numbers and ledgers; one keeps the ledger of what both need. */
export function LinkForm({ found, open, onClose }: CaseFormProps) {
  const today = useToday();
  const { t } = useTranslation('cases');
  const kinds = useOptions(LINK_KINDS);
  const mains = (['here', 'there'] as const).map((value) => ({ value, label: t(`link.${value}`) }));
  const missing = (field: string) => [{ required: true, whitespace: true, message: t('missing', { field }) }];
  return (
    <CommandForm<typeof linkCasesEndpoint, Values>
      declaration={linkCasesEndpoint}
      open={open}
      onClose={onClose}
      title={t('link.title')}
      submitLabel={t('link.submit')}
      subject={found.number}
      ifMatch={found.version}
      initialValues={{ kind: 'merged', main: 'here', linkedOn: today }}
      invalidates={STALE_CASES}
      toRequest={({ main, ...values }) => ({
        params: { caseId: found.id },
        body: { ...values, isMain: main === 'here' },
      })}
      onDone={onClose}
      doneSentence={t('done.linked')}
    >
      <CaseNumberItem name="otherNumber" label={t('link.otherNumber')} use="other" />
      <Form.Item name="kind" label={t('link.kind')}>
        <ChoiceRow label={t('link.kind')} options={kinds} />
      </Form.Item>
      <Form.Item name="main" label={t('link.main')} extra={t('hint.main')}>
        <ChoiceRow label={t('link.main')} options={mains} />
      </Form.Item>
      <Form.Item
        name="sourceDocument"
        label={t('field.sourceDocument')}
        rules={missing(t('field.sourceDocument'))}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="linkedOn" label={t('link.linkedOn')} rules={missing(t('link.linkedOn'))}>
        <DayInput />
      </Form.Item>
    </CommandForm>
  );
}

/** 解除关联. */
export function EndLinkForm({
  found,
  link,
  open,
  onClose,
}: CaseFormProps & { link: CaseAnswer['links'][number] }) {
  const { t } = useTranslation('cases');
  return (
    <CommandForm<typeof endCaseLinkEndpoint, { reason: string }>
      declaration={endCaseLinkEndpoint}
      open={open}
      onClose={onClose}
      title={t('link.end')}
      submitLabel={t('link.end')}
      subject={`${found.number} — ${link.number}`}
      ifMatch={found.version}
      isDestructive
      invalidates={STALE_CASES}
      toRequest={({ reason }) => ({
        params: { caseId: found.id, otherCaseId: link.caseId },
        body: { reason },
      })}
      onDone={onClose}
      doneSentence={t('done.unlinked')}
    >
      <ReasonField />
    </CommandForm>
  );
}
