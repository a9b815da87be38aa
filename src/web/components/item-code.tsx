import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { foldCodeText, groupItemCode } from '../../modules/item-codes/item-code.ts';
import { CopyButton } from './copy-button.tsx';
import './item-code.css';

/** `A150800000123456` → `A 150800 0001234 56`; anything else is shown as it is. */
function codeText(code: string): string {
  const folded = foldCodeText(code);
  return /^[A-Z]\d{15}$/.test(folded) ? groupItemCode(folded) : code;
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
      <span className="cc-code">{codeText(code)}</span>
      {withCopy && <CopyButton text={code.replaceAll(/\s/g, '')} what={t('itemCode')} />}
      {actions}
    </span>
  );
}
