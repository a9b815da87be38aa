import TableOutlined from '@ant-design/icons/es/icons/TableOutlined';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Popover from 'antd/es/popover';
import { useTranslation } from 'react-i18next';
import type { ListState } from './list-state.ts';
import type { ListColumn } from './list-types.ts';

function storageKey(listKey: string): string {
  return `court-custody.columns.${listKey}`;
}

/** The columns to show: from the address, else as last chosen on this device, else the usual ones. First is fixed. */
export function chosenColumns<T>(
  listKey: string,
  columns: readonly ListColumn<T>[],
  fromAddress: readonly string[] | undefined,
): readonly ListColumn<T>[] {
  const stored = localStorage.getItem(storageKey(listKey));
  const wanted = fromAddress ?? stored?.split(',');
  return columns.filter((column, index) => {
    if (index === 0) return true;
    return wanted === undefined ? column.isHiddenAtFirst !== true : wanted.includes(column.key);
  });
}

export interface ColumnChooserProps<T> {
  readonly listKey: string;
  readonly columns: readonly ListColumn<T>[];
  readonly shown: readonly ListColumn<T>[];
  readonly state: ListState;
}

export function ColumnChooser<T>({ listKey, columns, shown, state }: ColumnChooserProps<T>) {
  const { t } = useTranslation();
  const choose = (key: string, isChosen: boolean) => {
    const keys = columns
      .filter((column) => (column.key === key ? isChosen : shown.includes(column)))
      .map((column) => column.key);
    localStorage.setItem(storageKey(listKey), keys.join(','));
    state.setColumns(keys);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div role="group" aria-label={t('list.columns')} className="cc-columns">
          {columns.map((column, index) => (
            <Checkbox
              key={column.key}
              checked={shown.includes(column)}
              disabled={index === 0}
              onChange={(event) => choose(column.key, event.target.checked)}
            >
              {column.title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<TableOutlined aria-hidden />}>{t('list.columns')}</Button>
    </Popover>
  );
}
