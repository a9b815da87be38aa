import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import { useTranslation } from 'react-i18next';
import { PRINTER_DPI, PRINTER_LANGUAGES } from '../../../../modules/labels/printers.contract.ts';
import { ChoiceRow } from '../../../components/fields/choice-row.tsx';
import { PlacePicker } from '../../../components/pickers/place-picker.tsx';
import { TemplatesField } from './fitting-templates.tsx';
import { OffsetDrawing } from './offset-drawing.tsx';
import type { PrinterValues } from './printer-values.ts';

interface NumberFieldProps {
  readonly name: string | string[];
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly unit: string;
  readonly isOptional?: boolean;
  readonly placeholder?: string;
}

function NumberField({
  name,
  label,
  min,
  max,
  step = 1,
  unit,
  isOptional = false,
  placeholder,
}: NumberFieldProps) {
  const { t } = useTranslation('printing');
  return (
    <Form.Item
      name={name}
      label={label}
      rules={isOptional ? [] : [{ required: true, message: t('printer.numberMissing') }]}
    >
      <InputNumber
        {...{ min, max, step }}
        {...(placeholder === undefined ? {} : { placeholder })}
        suffix={unit}
      />
    </Form.Item>
  );
}

function AddressFields() {
  const { t } = useTranslation('printing');
  const form = Form.useFormInstance<PrinterValues>();
  const language = Form.useWatch('language', form);
  const reach = Form.useWatch('reach', form);
  if (language === 'pdf') return <p className="cc-soft">{t('printer.officeHint')}</p>;
  return (
    <>
      <Form.Item required name="reach" label={t('printer.reach')}>
        <ChoiceRow
          label={t('printer.reach')}
          options={[
            { value: 'network', label: t('printer.network') },
            { value: 'hand', label: t('printer.hand') },
          ]}
        />
      </Form.Item>
      {reach === 'network' && (
        <div className="cc-printer-pair">
          <Form.Item
            name={['address', 'host']}
            label={t('printer.host')}
            extra={t('printer.hostHint')}
            rules={[{ required: true, whitespace: true, message: t('printer.hostMissing') }]}
          >
            <Input autoComplete="off" maxLength={45} placeholder="192.168.10.21" />
          </Form.Item>
          <NumberField name={['address', 'port']} label={t('printer.port')} min={1} max={65_535} unit="" />
        </div>
      )}
    </>
  );
}

function StockFields() {
  const { t } = useTranslation('printing');
  const unit = t('mm');
  return (
    <fieldset className="cc-printer-group">
      <legend>{t('printer.stock')}</legend>
      <div className="cc-printer-pair">
        <NumberField
          {...{ unit, min: 8, max: 300, step: 0.5 }}
          name={['stockMm', 'width']}
          label={t('width')}
        />
        <NumberField
          {...{ unit, min: 5, max: 500, step: 0.5 }}
          name={['stockMm', 'height']}
          label={t('height')}
        />
        <NumberField
          {...{ unit, min: 0, max: 50, step: 0.5 }}
          name={['stockMm', 'gap']}
          label={t('printer.gap')}
        />
      </div>
    </fieldset>
  );
}

function OffsetFields() {
  const { t } = useTranslation('printing');
  const form = Form.useFormInstance<PrinterValues>();
  const { x, y } = Form.useWatch('offsetMm', form) ?? { x: 0, y: 0 };
  const unit = t('mm');
  return (
    <fieldset className="cc-printer-group">
      <legend>{t('printer.offset')}</legend>
      <div className="cc-printer-pair">
        <NumberField
          {...{ unit, min: -20, max: 20, step: 0.1 }}
          name={['offsetMm', 'x']}
          label={t('printer.offsetX')}
        />
        <NumberField
          {...{ unit, min: -20, max: 20, step: 0.1 }}
          name={['offsetMm', 'y']}
          label={t('printer.offsetY')}
        />
        <OffsetDrawing x={x} y={y} />
      </div>
      <p className="cc-soft">{t('printer.offsetHint')}</p>
    </fieldset>
  );
}

/** Everything about a printer: what it speaks, how it is reached, what lies in it, what it may print. */
export function PrinterFields() {
  const { t } = useTranslation('printing');
  const asPrinter = t('printer.asPrinter');
  return (
    <>
      <Form.Item
        name="name"
        label={t('printer.name')}
        rules={[{ required: true, whitespace: true, message: t('printer.nameMissing') }]}
      >
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item required name="language" label={t('printer.language')}>
        <ChoiceRow
          label={t('printer.language')}
          options={PRINTER_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </Form.Item>
      <AddressFields />
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
      <StockFields />
      <OffsetFields />
      <div className="cc-printer-pair">
        <NumberField
          {...{ min: 0, max: 30, unit: '/ 30', isOptional: true, placeholder: asPrinter }}
          name="darkness"
          label={t('printer.darkness')}
        />
        <NumberField
          {...{ min: 20, max: 400, unit: t('mmPerSecond'), isOptional: true, placeholder: asPrinter }}
          name="speedMmPerSecond"
          label={t('printer.speed')}
        />
      </div>
      <Form.Item name="placeId" label={t('printer.place')}>
        <PlacePicker />
      </Form.Item>
      <TemplatesField />
    </>
  );
}
