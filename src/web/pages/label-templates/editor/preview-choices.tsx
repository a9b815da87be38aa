import { useState } from 'react';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { resolveScan } from '../../../../modules/item-codes/scan.contract.ts';
import { ITEM_CODE_KINDS } from '../../../../modules/item-codes/item-code.ts';
import type { LabelTemplate } from '../../../../modules/labels/template.contract.ts';
import { PRINTER_DPI } from '../../../../modules/labels/printers.contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { ChoiceBar } from '../../../components/choice-bar.tsx';
import { ScreenCalibration } from '../../../components/label-preview/screen-calibration.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { ChoiceInput } from './inputs.tsx';
import type { PreviewChoices } from './use-editor-preview.ts';

export const ZOOMS = ['1', '2', '4'] as const;
export type Zoom = (typeof ZOOMS)[number];

export interface ShownThing {
  readonly id: string;
  readonly title: string;
}

export interface PreviewBarProps {
  readonly template: LabelTemplate;
  readonly choices: PreviewChoices;
  readonly onChange: (patch: Partial<PreviewChoices>) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}

/** A real thing instead of sample values: whatever a code, a serial number or an old number finds. */
function RealThing({ choices, onChange }: Pick<PreviewBarProps, 'choices' | 'onChange'>) {
  const { t } = useTranslation('label-templates');
  const [text, setText] = useState('');
  const [thing, setThing] = useState<ShownThing>();
  const [isMissing, setMissing] = useState(false);
  const find = async () => {
    const typed = text.trim();
    if (typed === '') return;
    const answer = await callEndpoint(resolveScan, { query: { text: typed } }).catch(() => undefined);
    const isFit = answer?.outcome === 'thing' && answer.kind === choices.kind;
    setMissing(!isFit);
    if (!isFit) return;
    setThing({ id: answer.id, title: answer.title });
    onChange({ thingId: answer.id });
  };
  if (thing !== undefined && choices.thingId === thing.id)
    return (
      <span>
        {t('preview.of', { title: thing.title })}{' '}
        <Button type="link" size="small" onClick={() => onChange({ thingId: undefined })}>
          {t('preview.backToSample')}
        </Button>
      </span>
    );
  return (
    <span className="cc-editor-thing">
      <Input
        aria-label={t('preview.thing')}
        placeholder={t('preview.thing')}
        maxLength={400}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMissing(false);
        }}
        onPressEnter={() => void find()}
      />
      <Button onClick={() => void find()} disabled={text.trim() === ''}>
        {t('preview.show')}
      </Button>
      {isMissing && <span role="alert">{t('preview.notFound')}</span>}
    </span>
  );
}

/** How large, for which kind, at which resolution, and with whose values the label is shown. */
export function PreviewBar({ template, choices, onChange, zoom, onZoom }: PreviewBarProps) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  return (
    <div className="cc-preview-bar">
      <ChoiceBar<Zoom>
        label={t('preview.zoom')}
        options={ZOOMS.map((key) => ({ key, label: t('preview.percent', { percent: Number(key) * 100 }) }))}
        value={zoom}
        onChange={onZoom}
      />
      <ScreenCalibration />
      {template.kinds.length > 1 && (
        <ChoiceInput
          label={t('preview.kind')}
          value={choices.kind}
          options={template.kinds.map((kind) => ({ value: kind, label: pick(ITEM_CODE_KINDS[kind]) }))}
          onChange={(kind) => onChange({ kind, thingId: undefined })}
        />
      )}
      <ChoiceInput
        label={t('preview.dpi')}
        value={choices.dpi}
        options={PRINTER_DPI.map((dpi) => ({ value: dpi, label: t('dpi', { dpi }) }))}
        onChange={(dpi) => onChange({ dpi })}
      />
      <RealThing choices={choices} onChange={onChange} />
    </div>
  );
}
