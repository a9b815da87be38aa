import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button.tsx';
import './item-code.css';

/** `A1508000001234NN` → `A 150800 0001234 NN`; anything else is shown as it is. */
export function groupItemCode(code: string): string {
  const match = /^([A-Z])(\d{6})([0-9A-Z]{7})([0-9A-Z]{2})$/.exec(code.replaceAll(/\s/g, '').toUpperCase());
  return match === null ? code : match.slice(1).join(' ');
}

export interface ItemCodeProps {
  readonly code: string;
  /** False in dense rows where the copy button would repeat a hundred times. */
  readonly withCopy?: boolean;
  /** What stands beside it, for example a print button. */
  readonly actions?: ReactNode;
}

/** A code in monospaced groups, with copy. Copies without spaces, as the label encodes it. */
export function ItemCode({ code, withCopy = true, actions }: ItemCodeProps) {
  const { t } = useTranslation();
  return (
    <span className="cc-item-code">
      <span className="cc-code">{groupItemCode(code)}</span>
      {withCopy && <CopyButton text={code.replaceAll(/\s/g, '')} what={t('itemCode')} />}
      {actions}
    </span>
  );
}
