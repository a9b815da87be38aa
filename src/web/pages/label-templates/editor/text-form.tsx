import { useId, useRef } from 'react';
import Input from 'antd/es/input';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { fieldsOfKinds } from '../../../../modules/labels/label-fields.ts';
import type { LabelTemplate, TextElement } from '../../../../modules/labels/template.contract.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { CheckInput, ChoiceInput, Field, NumberInput } from './inputs.tsx';

export interface TextFormProps {
  readonly element: TextElement;
  readonly template: LabelTemplate;
  readonly onChange: (patch: Partial<TextElement>, field: string) => void;
}

/** Fixed words with fields between them; a field is put in where the cursor stands. */
function TextField({ element, template, onChange }: TextFormProps) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const id = useId();
  const pickerId = useId();
  const area = useRef<TextAreaRef>(null);
  const insert = (field: string) => {
    const box = area.current?.resizableTextArea?.textArea;
    const at = box?.selectionStart ?? element.text.length;
    const to = box?.selectionEnd ?? at;
    onChange({ text: `${element.text.slice(0, at)}{${field}}${element.text.slice(to)}` }, 'insert');
    box?.focus();
  };
  return (
    <div className="cc-editor-wide">
      <Field label={t('form.text')} htmlFor={id}>
        <Input.TextArea
          ref={area}
          id={id}
          value={element.text}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={300}
          // One line on the wire, however many the label breaks it into.
          onChange={(event) => onChange({ text: event.target.value.replaceAll(/[\r\n]+/g, ' ') }, 'text')}
        />
      </Field>
      <Field label={t('form.insertField')} htmlFor={pickerId}>
        <Select<string>
          id={pickerId}
          value={null}
          placeholder={t('form.insertFieldHint')}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={insert}
          options={fieldsOfKinds(template.kinds).map((field) => ({
            value: field.id,
            label: [pick(field), field.sample].filter((part) => part !== '').join(' · '),
          }))}
        />
      </Field>
    </div>
  );
}

/** What a text is, how large, where in its area, and what becomes of what does not fit. */
export function TextForm(props: TextFormProps) {
  const { element, onChange } = props;
  const { t } = useTranslation('label-templates');
  const set =
    <K extends keyof TextElement>(key: K) =>
    (value: TextElement[K]) =>
      onChange({ [key]: value }, key);
  const options = <const V extends string>(group: string, values: readonly V[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <>
      <TextField {...props} />
      <NumberInput
        label={t('form.fontSize')}
        value={element.fontSizePt}
        min={3}
        max={200}
        unit={t('pt')}
        onChange={set('fontSizePt')}
      />
      <NumberInput
        label={t('form.minFontSize')}
        value={element.minFontSizePt}
        min={3}
        max={200}
        unit={t('pt')}
        placeholder={t('form.sixTenths')}
        onChange={set('minFontSizePt')}
        onClear={() => onChange({ minFontSizePt: undefined }, 'minFontSizePt')}
      />
      <ChoiceInput
        label={t('form.weight')}
        value={element.weight}
        options={options('weight', ['regular', 'medium', 'bold'])}
        onChange={set('weight')}
      />
      <ChoiceInput
        label={t('form.overflow')}
        value={element.overflow}
        options={options('overflow', ['shrink', 'wrap', 'ellipsis'])}
        onChange={set('overflow')}
      />
      <NumberInput
        label={t('form.lines')}
        value={element.lines}
        min={1}
        max={20}
        step={1}
        precision={0}
        onChange={set('lines')}
      />
      <NumberInput
        label={t('form.lineHeight')}
        value={element.lineHeight}
        min={0.9}
        max={3}
        step={0.05}
        onChange={set('lineHeight')}
      />
      <ChoiceInput
        label={t('form.align')}
        value={element.align}
        options={options('align', ['left', 'center', 'right', 'justify'])}
        onChange={set('align')}
      />
      <ChoiceInput
        label={t('form.verticalAlign')}
        value={element.verticalAlign}
        options={options('verticalAlign', ['top', 'middle', 'bottom'])}
        onChange={set('verticalAlign')}
      />
      <NumberInput
        label={t('form.spacing')}
        value={element.spacingEm}
        min={0}
        max={3}
        step={0.05}
        onChange={set('spacingEm')}
      />
      <TurnInput value={element.turn} onChange={set('turn')} />
      <CheckInput label={t('form.inverse')} value={element.inverse} onChange={set('inverse')} />
    </>
  );
}

type Turn = TextElement['turn'];

/** Quarter turns clockwise. */
export function TurnInput({ value, onChange }: { value: Turn; onChange: (turn: Turn) => void }) {
  const { t } = useTranslation('label-templates');
  const turns: readonly Turn[] = [0, 90, 180, 270];
  return (
    <ChoiceInput
      label={t('form.turn')}
      value={value}
      options={turns.map((turn) => ({ value: turn, label: t('form.degrees', { turn }) }))}
      onChange={onChange}
    />
  );
}
