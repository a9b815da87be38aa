import { lazy, Suspense } from 'react';
import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { PrintPurpose } from '../../../../modules/labels/print-job.rules.ts';
import { useOpenCommand } from '../../../components/command-form/use-open-command.ts';
import { useCan } from '../../../session/use-session.ts';
import type { PrintTarget } from './print-target.ts';

const PrintDrawer = lazy(() =>
  import('./print-drawer.tsx').then((module) => ({ default: module.PrintDrawer })),
);

/** The drawer of `?do=<name>`, for pages that bring a button of their own. */
export function PrintLabelsDrawer({
  name,
  target,
  purpose,
}: {
  readonly name: string;
  readonly target: PrintTarget;
  readonly purpose?: PrintPurpose | undefined;
}) {
  const command = useOpenCommand();
  const can = useCan();
  if (command.current !== name || !can('label.print')) return null;
  return (
    <Suspense>
      <PrintDrawer target={target} purpose={purpose} onClose={command.close} />
    </Suspense>
  );
}

export interface PrintLabelsProps {
  readonly target: PrintTarget;
  readonly purpose?: PrintPurpose | undefined;
  /** 打印标签 unless given. */
  readonly label?: string;
  /** In the address while the drawer is open; two on one page need two names. */
  readonly name?: string;
}

/** A button that opens the print dialog; nothing for those who print no labels. */
export function PrintLabels({ target, purpose, label, name = 'print-labels' }: PrintLabelsProps) {
  const { t } = useTranslation('printing');
  const can = useCan();
  const command = useOpenCommand();
  if (!can('label.print')) return null;
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => command.open(name)}>
        {label ?? t('dialog.open')}
      </Button>
      <PrintLabelsDrawer name={name} target={target} purpose={purpose} />
    </>
  );
}
