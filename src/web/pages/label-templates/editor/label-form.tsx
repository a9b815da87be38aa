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
  const { page, marginMm, pitchMm, columns, rows } = sheet;
  return (
    <>
      <NumberInput
        label={t('sheet.pageWidth')}
        value={page.width}
        min={50}
        max={450}
        unit={unit}
        onChange={(width) => set({ page: { ...page, width } }, 'pw')}
      />
      <NumberInput
        label={t('sheet.pageHeight')}
        value={page.height}
        min={50}
        max={650}
        unit={unit}
        onChange={(height) => set({ page: { ...page, height } }, 'ph')}
      />
      <NumberInput
        label={t('sheet.columns')}
        value={columns}
        min={1}
        max={20}
        step={1}
        precision={0}
        onChange={(value) => set({ columns: value }, 'columns')}
      />
      <NumberInput
        label={t('sheet.rows')}
        value={rows}
        min={1}
        max={60}
        step={1}
        precision={0}
        onChange={(value) => set({ rows: value }, 'rows')}
      />
      <NumberInput
        label={t('sheet.left')}
        value={marginMm.left}
        min={0}
        max={100}
        unit={unit}
        onChange={(left) => set({ marginMm: { ...marginMm, left } }, 'left')}
      />
      <NumberInput
        label={t('sheet.top')}
        value={marginMm.top}
        min={0}
        max={100}
        unit={unit}
        onChange={(top) => set({ marginMm: { ...marginMm, top } }, 'top')}
      />
      <NumberInput
        label={t('sheet.pitchX')}
        value={pitchMm.x}
        min={5}
        max={450}
        unit={unit}
        onChange={(x) => set({ pitchMm: { ...pitchMm, x } }, 'px')}
      />
      <NumberInput
        label={t('sheet.pitchY')}
        value={pitchMm.y}
        min={5}
        max={650}
        unit={unit}
        onChange={(y) => set({ pitchMm: { ...pitchMm, y } }, 'py')}
      />
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
