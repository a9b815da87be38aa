import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ONE_LABEL_KINDS, type ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import { CODE_FORMS, COPIES_MAX, PRINT_OUTPUTS } from '../../../../modules/labels/print-job.rules.ts';
import { PRINTER_DPI } from '../../../../modules/labels/printers.contract.ts';
import { ChoiceRow } from '../../../components/fields/choice-row.tsx';
import { AS_FILE, type Settled } from './print-values.ts';
import { SheetCells } from './sheet-cells.tsx';

/** `printer` shows the device that the choice came to, which may differ from the one last used. */
function DeviceSelect({
  settled,
  value,
  onChange,
  id,
}: {
  settled: Settled;
  value?: string;
  onChange?: (device: string) => void;
  id?: string;
}) {
  const { t } = useTranslation('printing');
  const options = settled.printers.map((printer) => ({
    value: printer.id,
    label: [
      printer.name,
      printer.jobsAtWork > 0
        ? t('printer.atWork', { count: printer.jobsAtWork })
        : t(printer.address === null ? 'printer.byHand' : 'printer.free'),
    ].join(' · '),
  }));
  const shown = settled.printer?.id ?? AS_FILE;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value === shown ? value : shown}
      onChange={(device: string) => onChange?.(device)}
      options={[...options, { value: AS_FILE, label: t('dialog.asFile') }]}
    />
  );
}

function FileFields({ settled }: { settled: Settled }) {
  const { t } = useTranslation('printing');
  return (
    <>
      {settled.template.sheet === null && (
        <Form.Item required name="output" label={t('dialog.output')}>
          <ChoiceRow
            label={t('dialog.output')}
            options={PRINT_OUTPUTS.map((value) => ({ value, label: t(`output.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        required
        name="dpi"
        label={t('printer.dpi')}
        getValueFromEvent={(value: string) => Number(value)}
        getValueProps={(value: number) => ({ value: String(value) })}
      >
        <ChoiceRow
          label={t('printer.dpi')}
          options={PRINTER_DPI.map((dpi) => ({ value: String(dpi), label: t('dpi', { dpi }) }))}
        />
      </Form.Item>
    </>
  );
}

/** Where to, how many, from which cell, what the codes hold. */
export function DeviceFields({ settled, kind }: { settled: Settled; kind: ItemCodeKind }) {
  const { t } = useTranslation('printing');
  return (
    <>
      <Form.Item
        required
        name="device"
        label={t('dialog.printer')}
        {...(settled.printers.length > 0
          ? {}
          : {
              extra: (
                <>
                  {t('dialog.noPrinter')} <Link to="/printers">{t('printers.title')}</Link>
                </>
              ),
            })}
      >
        <DeviceSelect settled={settled} />
      </Form.Item>
      {settled.printer === null && <FileFields settled={settled} />}
      {settled.template.sheet !== null && (
        <Form.Item required name="skipCells" label={t('dialog.skipCells')}>
          <SheetCells sheet={settled.template.sheet} />
        </Form.Item>
      )}
      {!ONE_LABEL_KINDS.has(kind) && (
        <Form.Item required name="copies" label={t('dialog.copies')}>
          <InputNumber min={1} max={COPIES_MAX} precision={0} />
        </Form.Item>
      )}
      <Form.Item required name="codeForm" label={t('dialog.codeForm')} extra={t('dialog.codeFormHint')}>
        <ChoiceRow
          label={t('dialog.codeForm')}
          options={CODE_FORMS.map((value) => ({ value, label: t(`codeForm.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
