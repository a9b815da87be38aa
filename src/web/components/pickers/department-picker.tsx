import { useMemo } from 'react';
import TreeSelect from 'antd/es/tree-select';
import { listDirectoryDepartments } from '../../../modules/accounts/directory.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { controlProps, type PickerFilterProps, type PickerProps } from './picker-props.ts';

const FIVE_MINUTES = 5 * 60 * 1000;

export interface DepartmentNode {
  readonly value: string;
  readonly title: string;
  readonly children: DepartmentNode[];
}

interface Department {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** The flat list as a tree; a department whose parent is closed stands at the top. */
export function departmentTree(departments: readonly Department[]): DepartmentNode[] {
  const nodes = new Map(departments.map(({ id, name }) => [id, { value: id, title: name, children: [] }]));
  const roots: DepartmentNode[] = [];
  for (const { id, parentId } of departments) {
    const node: DepartmentNode | undefined = nodes.get(id);
    if (node === undefined) continue;
    const above: DepartmentNode | undefined = parentId === null ? undefined : nodes.get(parentId);
    (above?.children ?? roots).push(node);
  }
  return roots;
}

/** The open departments of the acting court, and the name of one of them. */
export function useDepartments() {
  const { data, isPending } = useQueryEndpoint(listDirectoryDepartments, {}, { staleTime: FIVE_MINUTES });
  return useMemo(() => {
    const items = data?.items ?? [];
    const names = new Map(items.map(({ id, name }) => [id, name]));
    return {
      tree: departmentTree(items),
      isLoading: isPending,
      nameOf: (id: string | null | undefined) => (id == null ? undefined : names.get(id)),
    };
  }, [data, isPending]);
}

const SEARCH = { treeNodeFilterProp: 'title' };

/** One department out of the court's tree, with search; value is its id. */
export function DepartmentPicker(props: PickerProps) {
  const { tree, isLoading } = useDepartments();
  return (
    <TreeSelect<string | null, DepartmentNode>
      {...controlProps(props)}
      value={props.value ?? null}
      onChange={(id) => props.onChange?.(id ?? null)}
      treeData={tree}
      loading={isLoading}
      treeDefaultExpandAll
      allowClear
      showSearch={SEARCH}
      popupMatchSelectWidth={false}
    />
  );
}

/** Departments as a list filter: each stands for all below it. */
export function DepartmentFilter({ values, onChange, label }: PickerFilterProps) {
  const { tree, isLoading } = useDepartments();
  return (
    <TreeSelect<string[], DepartmentNode>
      aria-label={label}
      placeholder={label}
      value={[...values]}
      onChange={(ids) => onChange(ids)}
      treeData={tree}
      loading={isLoading}
      multiple
      treeDefaultExpandAll
      allowClear
      showSearch={SEARCH}
      maxTagCount="responsive"
      popupMatchSelectWidth={false}
    />
  );
}
