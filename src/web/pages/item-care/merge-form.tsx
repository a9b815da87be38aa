import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { mergeItemsBackEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { ReasonField, useCareFrame, type CareProps, type WithSecond } from './care-frame.tsx';

/** What is left of a sample goes back into what it was taken from. */
export function MergeForm(props: CareProps) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'merge_back');
  const { item, command } = props;
  const parts = item.family.filter(({ relation, state }) => relation === 'child' && state === 'in_store');
  return (
    <CommandForm<typeof mergeItemsBackEndpoint, WithSecond<{ partIds: string[]; reason: string }>>
      {...frame}
      declaration={mergeItemsBackEndpoint}
      onDone={command.close}
      toRequest={({ partIds, reason, secondPerson }) => ({
        params: { itemId: item.id },
        body: { partIds, reason, secondPerson },
      })}
    >
      <p>{t('merge.hint')}</p>
      <Form.Item
        name="partIds"
        label={t('merge.parts')}
        rules={[{ required: true, message: t('merge.none') }]}
      >
        <Checkbox.Group
          className="cc-care-choices"
          options={parts.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))}
        />
      </Form.Item>
      <ReasonField />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
