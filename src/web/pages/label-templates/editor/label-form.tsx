import { useId } from 'react';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { ITEM_CODE_KINDS, type ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import {
  LABEL_SIZE_MM,
  type LabelSheet,
  type LabelTemplate,
} from '../../../../modules/labels/template.contract.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { EditorAction } from './editor-state.ts';
import { CheckInput, Field, NumberInput } from './inputs.tsx';
import type { Editor } from './use-editor.ts';

type SetUp = Extract<EditorAction, { readonly do: 'setUp' }>['patch'];
type Change = (patch: SetUp, field: string) => void;

// why: the keys of a literal object are its kinds.
const KINDS = Object.keys(ITEM_CODE_KINDS) as ItemCodeKind[];

/** A4 upright, filled with as many labels of this size as fit. */
function usualSheet({ width, height }: LabelTemplate['sizeMm']): LabelSheet {
  const page = { width: 210, height: 297 };
  const columns = Math.max(1, Math.floor(page.width / width));
  const rows = Math.max(1, Math.floor(page.height / height));
  const left = Math.max(0, (page.width - columns * width) / 2);
  const top = Math.max(0, (page.height - rows * height) / 2);
  return {
    page,
    marginMm: { left, top },
    pitchMm: { x: Math.max(5, width), y: Math.max(5, height) },
    columns,
    rows,
  };
}

function SheetForm({ sheet, onChange }: { sheet: LabelSheet; onChange: Change }) {
  const { t } = useTranslation('label-templates');
  const unit = t('mm');
  const set = (patch: Partial<LabelSheet>, field: string) =>
    onChange({ sheet: { ...sheet, ...patch } }, field);
  const { page, marginMm, pitchMm } = sheet;
  const lengths = [
    ['pageWidth', page.width, [50, 450], (width: number) => ({ page: { ...page, width } })],
    ['pageHeight', page.height, [50, 650], (height: number) => ({ page: { ...page, height } })],
    ['left', marginMm.left, [0, 100], (left: number) => ({ marginMm: { ...marginMm, left } })],
    ['top', marginMm.top, [0, 100], (top: number) => ({ marginMm: { ...marginMm, top } })],
    ['pitchX', pitchMm.x, [5, 450], (x: number) => ({ pitchMm: { ...pitchMm, x } })],
    ['pitchY', pitchMm.y, [5, 650], (y: number) => ({ pitchMm: { ...pitchMm, y } })],
  ] as const;
  const counts = [
    ['columns', 20],
    ['rows', 60],
  ] as const;
  return (
    <>
      {counts.map(([key, max]) => (
        <NumberInput
          key={key}
          label={t(`sheet.${key}`)}
          value={sheet[key]}
          {...{ min: 1, max, step: 1, precision: 0 }}
          onChange={(value) => set({ [key]: value }, key)}
        />
      ))}
      {lengths.map(([key, value, [min, max], patch]) => (
        <NumberInput
          key={key}
          label={t(`sheet.${key}`)}
          {...{ value, min, max, unit }}
          onChange={(next) => set(patch(next), key)}
        />
      ))}
    </>
  );
}

function KindsField({ template, onChange }: { template: LabelTemplate; onChange: Change }) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const { kinds } = template;
  return (
    <fieldset className="cc-editor-wide cc-editor-kinds">
      <legend>{t('form.kinds')}</legend>
      {KINDS.map((kind) => (
        <Checkbox
          key={kind}
          checked={kinds.includes(kind)}
          disabled={kinds.length === 1 && kinds.includes(kind)}
          onChange={(event) =>
            onChange(
              {
                kinds: KINDS.filter((each) => (each === kind ? event.target.checked : kinds.includes(each))),
              },
              'kinds',
            )
          }
        >
          {pick(ITEM_CODE_KINDS[kind])}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** The label itself: its names, for which kinds, how large, and on what paper. */
export function LabelForm({ editor }: { editor: Editor }) {
  const { t } = useTranslation('label-templates');
  const { template, act } = editor;
  const zhId = useId();
  const enId = useId();
  const onChange: Change = (patch, field) => act({ do: 'setUp', patch, gesture: `label-${field}` });
  const { name, sizeMm, sheet } = template;
  const unit = t('mm');
  const { width, height } = LABEL_SIZE_MM;
  return (
    <div className="cc-editor-form" role="group" aria-label={t('editor.label')}>
      <h2>{t('editor.label')}</h2>
      <div className="cc-editor-wide">
        <Field label={t('form.nameZh')} htmlFor={zhId}>
          <Input
            id={zhId}
            maxLength={60}
            value={name.zh}
            onChange={(event) => onChange({ name: { ...name, zh: event.target.value } }, 'zh')}
          />
        </Field>
        <Field label={t('form.nameEn')} htmlFor={enId}>
          <Input
            id={enId}
            maxLength={60}
            value={name.en}
            onChange={(event) => onChange({ name: { ...name, en: event.target.value } }, 'en')}
          />
        </Field>
      </div>
      <KindsField template={template} onChange={onChange} />
      <NumberInput
        label={t('form.width')}
        value={sizeMm.width}
        {...width}
        unit={unit}
        onChange={(value) => onChange({ sizeMm: { ...sizeMm, width: value } }, 'width')}
      />
      <NumberInput
        label={t('form.height')}
        value={sizeMm.height}
        {...height}
        unit={unit}
        onChange={(value) => onChange({ sizeMm: { ...sizeMm, height: value } }, 'height')}
      />
      <CheckInput
        label={t('sheet.isSheet')}
        value={sheet !== null}
        onChange={(isSheet) => onChange({ sheet: isSheet ? usualSheet(sizeMm) : null }, 'sheet')}
      />
      {sheet !== null && <SheetForm sheet={sheet} onChange={onChange} />}
    </div>
  );
}
