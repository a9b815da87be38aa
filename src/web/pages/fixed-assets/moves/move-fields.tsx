import type { ReactNode } from 'react';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../../clock.ts';
import { DayInput } from '../../../components/fields/day-input.tsx';
import { MoneyInput } from '../../../components/fields/money-input.tsx';
import { DepartmentPicker } from '../../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../../components/pickers/person-picker.tsx';
import { PlacePicker } from '../../../components/pickers/place-picker.tsx';
import { MomentInput } from './moment-input.tsx';
import type { MoveField, MoveForm, MoveValues, OfferedMove } from './move-forms.ts';

const LINE = 200;
const PARAGRAPH = 500;
const NOTE = 1000;

/** A person brings their department along, where none was chosen yet. */
function ReceiverPicker(props: {
  value?: string | null;
  onChange?: (id: string | null) => void;
  id?: string;
}) {
  const form = Form.useFormInstance<MoveValues>();
  return (
    <PersonPicker
      {...props}
      onPicked={({ departmentId }) => {
        if (departmentId !== null && form.getFieldValue('departmentId') == null)
          form.setFieldValue('departmentId', departmentId);
      }}
    />
  );
}

function controlOf(field: MoveField, today: string): ReactNode {
  switch (field) {
    case 'holderId':
      return <ReceiverPicker />;
    case 'departmentId':
      return <DepartmentPicker />;
    case 'placeId':
      return <PlacePicker />;
    case 'dueOn':
    case 'expectedOn':
      return <DayInput min={today} />;
    case 'costFen':
      return <MoneyInput />;
    case 'condition':
    case 'repairer':
      return <Input maxLength={LINE} />;
    case 'fault':
    case 'outcome':
    case 'reason':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={PARAGRAPH} />;
  }
}

/** The fields of one move, then what every entry of the ledger has: when, on which paper, a note. */
export function MoveFields({
  move,
  form,
  occurredAt,
}: {
  move: OfferedMove;
  form: MoveForm;
  occurredAt: string | null;
}) {
  const today = useToday();
  const { t } = useTranslation('fixed-assets');
  const labelOf = (field: MoveField) => t([`move.label.${move}.${field}`, `move.label.${field}`]);
  const isLate = occurredAt !== null && occurredAt.slice(0, 10) < today;
  return (
    <>
      {form.fields.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={labelOf(field)}
          rules={[
            {
              required: form.required.includes(field),
              message: t('move.missing', { field: labelOf(field) }),
            },
            ...(form.needsReceiver === true && field === 'holderId'
              ? [receiverRule(t('move.receiverMissing'))]
              : []),
          ]}
        >
          {controlOf(field, today)}
        </Form.Item>
      ))}
      <Form.Item
        name="occurredAt"
        required
        label={t('move.occurredAt')}
        extra={t(isLate ? 'move.late' : 'move.occurredHint')}
      >
        <MomentInput />
      </Form.Item>
      <Form.Item name="basis" label={t('move.basis')} extra={t('move.basisHint')}>
        <Input maxLength={LINE} />
      </Form.Item>
      <Form.Item name="note" label={t('move.note')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={NOTE} />
      </Form.Item>
    </>
  );
}

function receiverRule(message: string) {
  return ({ getFieldValue }: { getFieldValue: (name: keyof MoveValues) => unknown }) => ({
    validator: (_rule: unknown, holderId: unknown) =>
      holderId == null && getFieldValue('departmentId') == null
        ? Promise.reject(new Error(message))
        : Promise.resolve(),
  });
}
