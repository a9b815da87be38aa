import type { ReactNode } from 'react';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export interface ListCardsProps<T> {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly rowHref: ((row: T) => string) | undefined;
  readonly renderCard: (row: T) => ReactNode;
  readonly selection:
    | { readonly keys: readonly string[]; readonly onChange: (keys: string[], rows: T[]) => void }
    | undefined;
}

/** The phone's list: one card a row, the whole card is the link. */
export function ListCards<T>({ rows, rowKey, rowHref, renderCard, selection }: ListCardsProps<T>) {
  const { t } = useTranslation();
  const toggle = (key: string, isChosen: boolean) => {
    if (selection === undefined) return;
    const keys = isChosen ? [...selection.keys, key] : selection.keys.filter((each) => each !== key);
    selection.onChange(
      keys,
      rows.filter((each) => keys.includes(rowKey(each))),
    );
  };
  return (
    <ul className="cc-cards">
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          <li key={key} className="cc-card">
            {selection !== undefined && (
              <Checkbox
                className="cc-card-check"
                aria-label={t('list.selectRow')}
                checked={selection.keys.includes(key)}
                onChange={(event) => toggle(key, event.target.checked)}
              />
            )}
            {rowHref === undefined ? (
              <div className="cc-card-body">{renderCard(row)}</div>
            ) : (
              <Link to={rowHref(row)} className="cc-card-body">
                {renderCard(row)}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
