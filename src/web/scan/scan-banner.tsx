import type { ReactNode } from 'react';
import CheckCircleFilled from '@ant-design/icons/es/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/es/icons/CloseCircleFilled';
import ExclamationCircleFilled from '@ant-design/icons/es/icons/ExclamationCircleFilled';
import QuestionCircleFilled from '@ant-design/icons/es/icons/QuestionCircleFilled';
import type { ScanResult } from './scan-feedback.ts';
import './standing-flow.css';

export const SCAN_ICONS: Record<ScanResult, typeof CheckCircleFilled> = {
  right: CheckCircleFilled,
  wrong: CloseCircleFilled,
  unknown: QuestionCircleFilled,
  duplicate: ExclamationCircleFilled,
};

/** The last scan, large enough to be read at arm's length; said to screen readers too. `none`: nothing came yet. */
export function ScanBanner({ result, children }: { result: ScanResult | 'none'; children: ReactNode }) {
  const Icon = result === 'none' ? undefined : SCAN_ICONS[result];
  return (
    <div className="cc-scan-last" data-result={result} role="status">
      {Icon !== undefined && <Icon aria-hidden />}
      <span>{children}</span>
    </div>
  );
}
