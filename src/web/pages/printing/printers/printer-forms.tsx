import { useTranslation } from 'react-i18next';
import {
  closePrinterEndpoint,
  createPrinterEndpoint,
  listPrintersEndpoint,
  readPrinterEndpoint,
  updatePrinterEndpoint,
  type PrinterAnswer,
} from '../../../../modules/labels/printers.contract.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { PrinterFields } from './printer-fields.tsx';
import { inputOfValues, NEW_PRINTER, valuesOfPrinter, type PrinterValues } from './printer-values.ts';

const STALE = [listPrintersEndpoint, readPrinterEndpoint];

export interface PrinterFormsProps {
  /** `create`, `edit-<id>`, `close-<id>`. */
  readonly current: string | undefined;
  readonly printers: readonly PrinterAnswer[];
  readonly onClose: () => void;
  readonly onReload: () => void;
}

function EditForm({
  printer,
  onClose,
  onReload,
}: { printer: PrinterAnswer | undefined } & Omit<PrinterFormsProps, 'current' | 'printers'>) {
  const { t } = useTranslation('printing');
  return (
    <CommandForm<typeof updatePrinterEndpoint, PrinterValues>
      declaration={updatePrinterEndpoint}
      open={printer !== undefined}
      onClose={onClose}
      onReload={onReload}
      title={t('printer.edit')}
      submitLabel={t('common:action.save')}
      subject={printer?.name}
      {...(printer === undefined
        ? {}
        : {
            ifMatch: printer.version,
            draftKey: `printer:${printer.id}`,
            initialValues: valuesOfPrinter(printer),
          })}
      invalidates={STALE}
      toRequest={(values) => ({ params: { printerId: printer?.id ?? '' }, body: inputOfValues(values) })}
      onDone={onClose}
      doneSentence={t('printer.saved')}
    >
      <PrinterFields />
    </CommandForm>
  );
}

/** The command forms of printers; the address says which is open and for which printer. */
export function PrinterForms({ current, printers, onClose, onReload }: PrinterFormsProps) {
  const { t } = useTranslation('printing');
  const target = (verb: string) => printers.find(({ id }) => current === `${verb}-${id}`);
  const closing = target('close');
  return (
    <>
      <CommandForm<typeof createPrinterEndpoint, PrinterValues>
        declaration={createPrinterEndpoint}
        open={current === 'create'}
        onClose={onClose}
        title={t('printer.create')}
        submitLabel={t('printer.create')}
        draftKey="create-printer"
        initialValues={NEW_PRINTER}
        invalidates={STALE}
        toRequest={(values) => ({ body: inputOfValues(values) })}
        onDone={onClose}
        doneSentence={t('printer.created')}
      >
        <PrinterFields />
      </CommandForm>
      <EditForm printer={target('edit')} onClose={onClose} onReload={onReload} />
      <CommandForm<typeof closePrinterEndpoint, object>
        declaration={closePrinterEndpoint}
        open={closing !== undefined}
        onClose={onClose}
        onReload={onReload}
        title={t('printer.close')}
        submitLabel={t('printer.close')}
        isDestructive
        subject={closing?.name}
        {...(closing === undefined ? {} : { ifMatch: closing.version })}
        requirements={[
          {
            label: t('printer.closeNeedsNoWork'),
            isMet: closing?.jobsAtWork === 0,
            hint: closing?.jobsAtWork === 0 ? '' : t('printer.atWork', { count: closing?.jobsAtWork ?? 0 }),
          },
        ]}
        invalidates={STALE}
        toRequest={() => ({ params: { printerId: closing?.id ?? '' }, body: {} })}
        onDone={onClose}
        doneSentence={t('printer.closedNow')}
      >
        <p>{t('printer.closeEffect')}</p>
      </CommandForm>
    </>
  );
}
