import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { treeRows } from '../../components/tree-rows.ts';
import type { Department } from './department-table.tsx';

export interface DepartmentValues {
  name: string;
  parentId?: string | null;
  sortOrder?: number | null;
}

export interface DepartmentFieldsProps {
  readonly departments: readonly Department[];
  /** What it cannot be put below: itself and all below it. */
  readonly exceptIds: ReadonlySet<string>;
}

/** Name, department above and place in the order. */
export function DepartmentFields({ departments, exceptIds }: DepartmentFieldsProps) {
  const { t } = useTranslation('organisation');
  const options = treeRows(departments)
    .filter(({ item }) => !exceptIds.has(item.id))
    .map(({ item, depth }) => ({ value: item.id, label: `${'\u3000'.repeat(depth)}${item.name}` }));
  return (
    <>
      <Form.Item
        name="name"
        label={t('departments.name')}
        rules={[{ required: true, whitespace: true, message: t('departments.nameMissing') }]}
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="parentId" label={t('departments.parent')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('departments.top')}
          options={options}
        />
      </Form.Item>
      <Form.Item name="sortOrder" label={t('departments.sortOrder')} extra={t('departments.sortOrderHint')}>
        <InputNumber min={0} max={100_000} precision={0} style={{ width: 140 }} />
      </Form.Item>
    </>
  );
}
