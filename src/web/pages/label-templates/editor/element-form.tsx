import { useTranslation } from 'react-i18next';
import type {
  Code128Element,
  DataMatrixElement,
  LabelElement,
  LabelTemplate,
  QrElement,
} from '../../../../modules/labels/template.contract.ts';
import type { ElementPatch } from './editor-state.ts';
import { CheckInput, ChoiceInput, NumberInput } from './inputs.tsx';
import { PictureInput } from './picture-input.tsx';
import { TextForm, TurnInput } from './text-form.tsx';
import type { Editor } from './use-editor.ts';

type Change = (patch: ElementPatch, field: string) => void;

function AreaForm({
  element,
  template,
  onChange,
}: {
  element: LabelElement;
  template: LabelTemplate;
  onChange: Change;
}) {
  const { t } = useTranslation('label-templates');
  const { width, height } = template.sizeMm;
  const least = element.type === 'line' ? 0 : 0.1;
  const rows = [
    { key: 'x', min: 0, max: width },
    { key: 'y', min: 0, max: height },
    { key: 'width', min: least, max: 300 },
    { key: 'height', min: least, max: 500 },
  ] as const;
  return rows.map(({ key, ...range }) => (
    <NumberInput
      key={key}
      label={t(`form.${key}`)}
      value={element[key]}
      {...range}
      unit={t('mm')}
      onChange={(value) => onChange({ [key]: value }, key)}
    />
  ));
}

function CodeForm({
  element,
  onChange,
}: {
  element: QrElement | DataMatrixElement | Code128Element;
  onChange: Change;
}) {
  const { t } = useTranslation('label-templates');
  const options = <const V extends string>(group: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <>
      {element.type !== 'code128' && (
        <ChoiceInput
          label={t('form.content')}
          value={element.content}
          options={options('content', ['code', 'link'])}
          onChange={(content) => onChange({ content }, 'content')}
        />
      )}
      {element.type === 'qr' && (
        <ChoiceInput
          label={t('form.level')}
          value={element.level}
          options={options('level', ['L', 'M', 'Q', 'H'])}
          onChange={(level) => onChange({ level }, 'level')}
        />
      )}
      <NumberInput
        label={t('form.module')}
        value={element.moduleMm}
        min={0.1}
        max={5}
        step={0.05}
        precision={3}
        unit={t('mm')}
        placeholder={t('form.moduleGreatest')}
        onChange={(moduleMm) => onChange({ moduleMm }, 'moduleMm')}
        onClear={() => onChange({ moduleMm: undefined }, 'moduleMm')}
      />
      <ChoiceInput
        label={t('form.align')}
        value={element.align}
        options={options('align', ['left', 'center', 'right'])}
        onChange={(align) => onChange({ align }, 'align')}
      />
      <ChoiceInput
        label={t('form.verticalAlign')}
        value={element.verticalAlign}
        options={options('verticalAlign', ['top', 'middle', 'bottom'])}
        onChange={(verticalAlign) => onChange({ verticalAlign }, 'verticalAlign')}
      />
      {element.type === 'code128' && (
        <TurnInput value={element.turn} onChange={(turn) => onChange({ turn }, 'turn')} />
      )}
    </>
  );
}

function Thickness({ value, onChange }: { value: number; onChange: Change }) {
  const { t } = useTranslation('label-templates');
  return (
    <NumberInput
      label={t('form.thickness')}
      value={value}
      min={0.1}
      max={10}
      step={0.05}
      unit={t('mm')}
      onChange={(thicknessMm) => onChange({ thicknessMm }, 'thicknessMm')}
    />
  );
}

function OwnForm({
  element,
  template,
  onChange,
}: {
  element: LabelElement;
  template: LabelTemplate;
  onChange: Change;
}) {
  const { t } = useTranslation('label-templates');
  switch (element.type) {
    case 'text':
      return <TextForm {...{ element, template, onChange }} />;
    case 'qr':
    case 'datamatrix':
    case 'code128':
      return <CodeForm {...{ element, onChange }} />;
    case 'line':
      return (
        <>
          <Thickness value={element.thicknessMm} onChange={onChange} />
          <CheckInput
            label={t('form.dash')}
            value={element.dash}
            onChange={(dash) => onChange({ dash }, 'dash')}
          />
        </>
      );
    case 'box':
      return (
        <>
          <Thickness value={element.thicknessMm} onChange={onChange} />
          <CheckInput
            label={t('form.filled')}
            value={element.filled}
            onChange={(filled) => onChange({ filled }, 'filled')}
          />
        </>
      );
    case 'picture':
      return <PictureInput label={t('form.changePicture')} onPick={(png) => onChange({ png }, 'png')} />;
    case 'logo':
      return <p className="cc-soft cc-editor-wide">{t('form.logoHint')}</p>;
  }
}

/** Everything about the chosen element, in millimetres. */
export function ElementForm({ editor, index }: { editor: Editor; index: number }) {
  const { t } = useTranslation('label-templates');
  const { template, act } = editor;
  const element = template.elements[index];
  if (element === undefined) return null;
  const onChange: Change = (patch, field) =>
    act({ do: 'change', index, patch, gesture: `field-${index}-${field}` });
  return (
    <div className="cc-editor-form" role="group" aria-label={t(`element.${element.type}`)}>
      <h2>{t(`element.${element.type}`)}</h2>
      <AreaForm {...{ element, template, onChange }} />
      <OwnForm {...{ element, template, onChange }} />
    </div>
  );
}
