import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import * as contract from '../../../modules/seized-items/containers/containers.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { LineField } from '../item-care/care-frame.tsx';

type MakeValues = { kind: 'box' | 'bag'; name: string; count: number; placeId: string };

/** Empty boxes at a place of a room; their labels are printed right after. */
export function MakeForm({
  command,
  onMade,
}: {
  readonly command: OpenCommand;
  readonly onMade: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation('containers');
  const pick = usePickSentence();
  const kinds = Object.entries(contract.CONTAINER_KINDS).map(([value, words]) => ({
    value,
    label: pick(words),
  }));
  return (
    <CommandForm<typeof contract.createContainersEndpoint, MakeValues>
      open={command.current === 'make'}
      onClose={command.close}
      onDone={({ containers }) => {
        onMade(containers.map(({ id }) => id));
        command.close();
      }}
      title={t('make')}
      submitLabel={t('make')}
      doneSentence={t('made')}
      invalidates={[contract.listContainersEndpoint]}
      declaration={contract.createContainersEndpoint}
      initialValues={{ kind: 'box', count: 1 }}
      toRequest={({ count, ...body }) => ({ body: { ...body, count: Number(count) } })}
    >
      <Form.Item required name="kind" label={t('kind')}>
        <Select<string> options={kinds} />
      </Form.Item>
      <LineField name="name" label={t('name')} maxLength={80} />
      <Form.Item required name="count" label={t('count')} extra={t('countHint')}>
        <Input type="number" min={1} max={200} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="placeId" label={t('place')} rules={[{ required: true, message: t('placeMissing') }]}>
        <PlacePicker />
      </Form.Item>
    </CommandForm>
  );
}
