import type { ReactNode } from 'react';

export interface ListColumn<T> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: T) => ReactNode;
  readonly widthPx?: number;
  /** Money and numbers stand at the right. */
  readonly align?: 'right';
  /** Name of the sort in the query; the head becomes a button. */
  readonly sortKey?: string;
  /** Shown only when somebody chooses it. */
  readonly isHiddenAtFirst?: boolean;
}

interface FilterBase {
  readonly key: string;
  readonly label: string;
  /** In the one line that is always seen; the others are behind 更多. */
  readonly isPrimary?: boolean;
}

export type ListFilter = FilterBase &
  (
    | { readonly kind: 'text' }
    /** Several of a closed list: `?status=idle&status=in_use`. */
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly value: string; readonly label: string }[];
      }
    /** Two days under `<key>From` and `<key>To`. */
    | { readonly kind: 'days' }
    /** `true` or absent. */
    | { readonly kind: 'flag' }
    /** Any control that reads and writes a list of strings, for example a department tree. */
    | {
        readonly kind: 'custom';
        readonly render: (
          values: readonly string[],
          onChange: (values: readonly string[]) => void,
        ) => ReactNode;
      }
  );

export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** What `ListState.search` was when it was saved. */
  readonly search: string;
}

export interface SavedViews {
  readonly items: readonly SavedView[];
  readonly onSave: (name: string, search: string) => Promise<unknown>;
  readonly onDelete: (view: SavedView) => Promise<unknown>;
}
