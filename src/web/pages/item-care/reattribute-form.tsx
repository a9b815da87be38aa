import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { proposeReattributionEndpoint } from '../../../modules/seized-items/reattribution/reattributions.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { CaseField } from '../seized-items/case-field.tsx';
import { ReasonField, useCareFrame, type CareProps } from './care-frame.tsx';

function CaseInput({ value, onChange }: { value?: string; onChange?: (id: string | null) => void }) {
  return <CaseField caseId={value ?? null} onChoose={(id) => onChange?.(id)} />;
}

/** The item stands in the books of the wrong case; both judges confirm before it is moved. */
export function ReattributeForm(props: CareProps) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'reattribute');
  const { item, command } = props;
  return (
    <CommandForm<typeof proposeReattributionEndpoint, { otherCaseId: string; reason: string }>
      {...frame}
      declaration={proposeReattributionEndpoint}
      submitLabel={t('move.propose')}
      doneSentence={t('move.proposed')}
      onDone={command.close}
      toRequest={(body) => ({ params: { itemId: item.id }, body })}
    >
      <p>{t('move.hint', { number: item.caseNumber })}</p>
      <Form.Item
        name="otherCaseId"
        label={t('move.toCase')}
        rules={[{ required: true, message: t('move.toCaseMissing') }]}
      >
        <CaseInput />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}
