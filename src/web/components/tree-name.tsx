import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const INDENT_PX = 24;

export interface TreeNameProps {
  /** 0 at the top. */
  readonly depth: number;
  /** What it lies below, for those who do not see the indent. */
  readonly parentName: string | undefined;
  readonly children: ReactNode;
}

/** A name in a tree that is shown as a table, as far to the right as it lies deep. */
export function TreeName({ depth, parentName, children }: TreeNameProps) {
  const { t } = useTranslation();
  return (
    <span className="cc-tree-name" style={{ paddingInlineStart: depth * INDENT_PX }}>
      {children}
      {depth > 0 && parentName !== undefined && (
        <span className="cc-hidden">{t('tree.below', { name: parentName })}</span>
      )}
    </span>
  );
}
