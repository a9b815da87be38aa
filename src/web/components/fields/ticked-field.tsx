import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';

interface TickedFieldProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly extra?: ReactNode;
  readonly className?: string;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
  /** What speaks against the boxes that are ticked; null: nothing. */
  readonly objectTo: (ticked: readonly T[]) => string | null;
}

/** Boxes of which some must be ticked. ARIA knows no required group, so its rule must not be a `required` one. */
export function TickedField<T extends string>(props: TickedFieldProps<T>) {
  const { name, label, extra, className = '', options, objectTo } = props;
  const judge = (_rule: unknown, ticked: readonly T[] = []) => {
    const objection = objectTo(ticked);
    return objection === null ? Promise.resolve() : Promise.reject(new Error(objection));
  };
  return (
    <Form.Item label={label} extra={extra} required>
      <Form.Item noStyle name={name} rules={[{ validator: judge }]}>
        <Checkbox.Group<T> className={className} options={[...options]} />
      </Form.Item>
    </Form.Item>
  );
}

/** At least one box. */
export function oneTicked(missing: string): (ticked: readonly string[]) => string | null {
  return (ticked) => (ticked.length === 0 ? missing : null);
}
