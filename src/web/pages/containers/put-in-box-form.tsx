import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { putIntoContainerEndpoint } from '../../../modules/seized-items/containers/containers.contract.ts';
import { isDear } from '../../../modules/seized-items/dear.rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { orNull, useCareFrame, type CareProps } from '../item-care/care-frame.tsx';
import { BoxFit } from './box-fit.tsx';
import { BoxSearch } from './box-search.tsx';

type PutInValues = SecondPersonValues & { containerId: string; placeReason?: string };

/** The item goes into a box of its room. */
export function PutInBoxForm(props: CareProps) {
  const { t } = useTranslation('containers');
  const frame = useCareFrame(props, 'put_in_box');
  const { item, command } = props;
  return (
    <CommandForm<typeof putIntoContainerEndpoint, PutInValues>
      {...frame}
      declaration={putIntoContainerEndpoint}
      onDone={command.close}
      toRequest={({ containerId, secondPerson, placeReason }) => ({
        params: { containerId },
        body: {
          itemIds: [item.id],
          placeReason: orNull(placeReason),
          secondPerson: secondPerson ?? null,
        },
      })}
    >
      <Form.Item name="containerId" label={t('box')} rules={[{ required: true, message: t('boxMissing') }]}>
        <BoxSearch />
      </Form.Item>
      <BoxFit itemId={item.id} />
      {isDear(item) && <SecondPersonFields />}
    </CommandForm>
  );
}
