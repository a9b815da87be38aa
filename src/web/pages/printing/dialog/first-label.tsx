import { useTranslation } from 'react-i18next';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import {
  readLabelTemplateEndpoint,
  type LabelTemplateHead,
} from '../../../../modules/labels/templates.contract.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { addressOfSvg, LabelPicture } from '../../../components/label-preview/label-picture.tsx';
import { ScreenCalibration } from '../../../components/label-preview/screen-calibration.tsx';
import { useLabelPreview } from '../../../components/label-preview/use-label-preview.ts';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { PrintValues, Settled } from './print-values.ts';

export interface FirstLabelProps {
  readonly settled: Settled;
  readonly kind: ItemCodeKind;
  readonly codeForm: PrintValues['codeForm'] | undefined;
  /** Undefined: a blank label, or nothing to print yet; then sample values. */
  readonly thingId: string | undefined;
}

function useTemplate(head: LabelTemplateHead) {
  return useQueryEndpoint(readLabelTemplateEndpoint, {
    params: { templateKey: head.key },
    query: { version: head.version },
  });
}

/** The label that comes out first, as large as it will be. */
export function FirstLabel({ settled, kind, codeForm, thingId }: FirstLabelProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const { data, error } = useTemplate(settled.template);
  const preview = useLabelPreview(
    data === undefined
      ? undefined
      : { template: data.template, kind, thingId, dpi: settled.dpi, codeForm: codeForm ?? 'template' },
  );
  return (
    <section className="cc-first-label" aria-label={t('dialog.firstLabel')}>
      <h3>
        {t(thingId === undefined ? 'dialog.sampleLabel' : 'dialog.firstLabel')} <ScreenCalibration />
      </h3>
      <div className="cc-first-label-paper">
        <LabelPicture
          source={addressOfSvg(preview.data?.svg)}
          sizeMm={settled.template.sizeMm}
          alt={t('template.pictureOf', { name: pick(settled.template.name) })}
        />
      </div>
      <ProblemAlert problem={error ?? preview.error} />
    </section>
  );
}
