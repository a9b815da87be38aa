import type { Key, ReactNode } from 'react';
import TreeSelect from 'antd/es/tree-select';
import { useTranslation } from 'react-i18next';
import { controlProps, type PickerFilterProps, type PickerProps } from './picker-props.ts';
import { useOwnRooms } from './use-own-rooms.ts';
import { usePlacePaths, usePlaceTree, type PlaceNode } from './use-place-tree.ts';

interface Picked {
  readonly value: string;
  readonly label: ReactNode;
}

/** What the field shows of a picked place: the end of its path in any case, all of it on pointing at it. */
function pickedLabel(path: string | undefined): ReactNode {
  return (
    <span className="cc-path-end" title={path}>
      <bdi dir="ltr">{path ?? ''}</bdi>
    </span>
  );
}

/** `chosen`: where the tree opens; without any at the rooms for which the person answers. */
function useTreeProps(chosen: readonly string[]) {
  const { t } = useTranslation('pickers');
  const { nodes, search, setSearch, loadBelow, isLoading, openIds, setOpenIds, openAt } = usePlaceTree();
  const ownRooms = useOwnRooms();
  return {
    treeData: [...nodes],
    treeDataSimpleMode: true,
    treeNodeLabelProp: 'path',
    loadData: ({ value }: { value?: string | number }) => loadBelow(String(value)),
    showSearch: { searchValue: search, onSearch: setSearch, filterTreeNode: false },
    loading: isLoading,
    notFoundContent: t(isLoading ? 'loading' : 'placeNotFound'),
    allowClear: true,
    popupMatchSelectWidth: false,
    treeExpandedKeys: [...openIds],
    onTreeExpand: (keys: Key[]) => setOpenIds(keys.map(String)),
    onOpenChange: (isOpen: boolean) => {
      if (isOpen) void (chosen.length > 0 ? openAt(chosen, false) : openAt(ownRooms, true));
    },
  };
}

/** One place: opened branch by branch, or found by words of its path or its code; value is its id. */
export function PlacePicker(props: PickerProps) {
  const { t } = useTranslation('pickers');
  const { value } = props;
  const tree = useTreeProps(value == null ? [] : [value]);
  const paths = usePlacePaths(value == null ? [] : [value]);
  return (
    <TreeSelect<Picked | null, PlaceNode>
      placeholder={t('place')}
      {...controlProps(props)}
      {...tree}
      labelInValue
      value={value == null ? null : { value, label: pickedLabel(paths.get(value)) }}
      onChange={(picked) => {
        tree.showSearch.onSearch('');
        props.onChange?.(picked?.value ?? null);
      }}
    />
  );
}

/** Places as a list filter: each stands for everything in it. */
export function PlaceFilter({ values, onChange, label }: PickerFilterProps) {
  const tree = useTreeProps(values);
  const paths = usePlacePaths(values);
  return (
    <TreeSelect<Picked[], PlaceNode>
      aria-label={label}
      placeholder={label}
      {...tree}
      multiple
      labelInValue
      maxTagCount="responsive"
      value={values.map((value) => ({ value, label: pickedLabel(paths.get(value)) }))}
      onChange={(picked) => onChange(picked.map((each) => each.value))}
    />
  );
}
