import type { Key, KeyboardEvent, MouseEvent } from 'react';
import CaretDownOutlined from '@ant-design/icons/es/icons/CaretDownOutlined';
import CaretUpOutlined from '@ant-design/icons/es/icons/CaretUpOutlined';
import Table from 'antd/es/table';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ListState } from './list-state.ts';
import type { ListColumn } from './list-types.ts';

const HEADER_PX = 52;
const FOOTER_PX = 40;
const CHECKBOX_COLUMN_PX = 44;
const USUAL_COLUMN_PX = 140;

export interface ListTableProps<T> {
  readonly columns: readonly ListColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly rowHref: ((row: T) => string) | undefined;
  readonly state: ListState;
  readonly hasPreview: boolean;
  /** Undefined: rows cannot be selected. */
  readonly selection:
    | { readonly keys: readonly string[]; readonly onChange: (keys: string[], rows: T[]) => void }
    | undefined;
  readonly isRefreshing: boolean;
}

function SortHead<T>({ column, state }: { column: ListColumn<T>; state: ListState }) {
  const { t } = useTranslation();
  if (column.sortKey === undefined) return column.title;
  const isUp = state.sort === column.sortKey;
  const isDown = state.sort === `-${column.sortKey}`;
  const next = isUp ? `-${column.sortKey}` : isDown ? undefined : column.sortKey;
  const hint = t(isUp ? 'list.sortDown' : isDown ? 'list.sortOff' : 'list.sortUp');
  return (
    <button
      type="button"
      className="cc-plain-button cc-sort"
      title={hint}
      onClick={() => state.setSort(next)}
    >
      {column.title}
      {isUp && <CaretUpOutlined aria-label={t('list.sortedUp')} />}
      {isDown && <CaretDownOutlined aria-label={t('list.sortedDown')} />}
    </button>
  );
}

function isInside(event: MouseEvent | KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}

function moveFocus(from: HTMLElement, step: 1 | -1): void {
  const rows = [...(from.closest('table')?.querySelectorAll<HTMLElement>('tbody tr[data-row-key]') ?? [])];
  rows[rows.indexOf(from) + step]?.focus();
}

/**
 * The desktop's table: sticky head, first column fixed. A click opens the side preview, Enter the page, arrows walk,
 * the space bar selects.
 */
export function ListTable<T extends object>(props: ListTableProps<T>) {
  const { columns, rows, rowKey, rowHref, state, hasPreview, selection, isRefreshing } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const antdColumns: ColumnsType<T> = columns.map((column, index) => ({
    key: column.key,
    title: <SortHead column={column} state={state} />,
    width: column.widthPx ?? USUAL_COLUMN_PX,
    ...(column.align === undefined ? {} : { align: column.align }),
    ...(index === 0 ? { fixed: 'start' as const, rowScope: 'row' as const } : {}),
    onHeaderCell: () => ({
      'aria-sort':
        state.sort === column.sortKey && state.sort !== undefined
          ? ('ascending' as const)
          : column.sortKey !== undefined && state.sort === `-${column.sortKey}`
            ? ('descending' as const)
            : undefined,
    }),
    render: (_value: unknown, row: T) =>
      index === 0 && rowHref !== undefined ? (
        <Link to={rowHref(row)} className="cc-row-link">
          {column.render(row)}
        </Link>
      ) : (
        column.render(row)
      ),
  }));

  const open = (row: T) => {
    if (hasPreview) state.setPreviewKey(rowKey(row));
    else if (rowHref !== undefined) void navigate(rowHref(row));
  };
  const toggle = (row: T) => {
    if (selection === undefined) return;
    const key = rowKey(row);
    const keys = selection.keys.includes(key)
      ? selection.keys.filter((each) => each !== key)
      : [...selection.keys, key];
    selection.onChange(
      keys,
      rows.filter((each) => keys.includes(rowKey(each))),
    );
  };
  const onKeyDown = (row: T) => (event: KeyboardEvent<HTMLElement>) => {
    if (isInside(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      moveFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && rowHref !== undefined) void navigate(rowHref(row));
    else if (event.key === ' ') toggle(row);
    else return;
    event.preventDefault();
  };
  const firstKey = rows[0] === undefined ? undefined : rowKey(rows[0]);
  const tabStop = state.previewKey ?? firstKey;
  const isTabStopShown = rows.some((row) => rowKey(row) === tabStop);

  return (
    <Table<T>
      size="small"
      className={`cc-table${isRefreshing ? ' cc-table-refreshing' : ''}`}
      columns={antdColumns}
      dataSource={[...rows]}
      rowKey={rowKey}
      pagination={false}
      showSorterTooltip={false}
      sticky={{ offsetHeader: HEADER_PX, offsetScroll: FOOTER_PX }}
      scroll={{
        x: columns.reduce((sum, column) => sum + (column.widthPx ?? USUAL_COLUMN_PX), CHECKBOX_COLUMN_PX),
      }}
      rowClassName={(row) => (rowKey(row) === state.previewKey ? 'cc-row-previewed' : '')}
      onRow={(row) => {
        const key = rowKey(row);
        const isTabStop = isTabStopShown ? key === tabStop : key === firstKey;
        return {
          tabIndex: isTabStop ? 0 : -1,
          onClick: (event) => {
            if (!isInside(event)) open(row);
          },
          onKeyDown: onKeyDown(row),
        };
      }}
      {...(selection === undefined
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: [...selection.keys],
              preserveSelectedRowKeys: true,
              columnWidth: CHECKBOX_COLUMN_PX,
              fixed: true,
              onChange: (keys: Key[], chosen: T[]) => selection.onChange(keys.map(String), chosen),
              getCheckboxProps: () => ({ 'aria-label': t('list.selectRow'), tabIndex: -1 }),
              getTitleCheckboxProps: () => ({ 'aria-label': t('list.selectAll') }),
            },
          })}
    />
  );
}
