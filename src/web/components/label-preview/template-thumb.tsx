import { useTranslation } from 'react-i18next';
import type { ItemCodeKind } from '../../../modules/item-codes/item-code.ts';
import {
  readLabelTemplateEndpoint,
  type LabelTemplateHead,
} from '../../../modules/labels/templates.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { LabelPicture } from './label-picture.tsx';
import { useLabelPreview } from './use-label-preview.ts';

export interface TemplateThumbProps {
  readonly head: LabelTemplateHead;
  /** Whose sample values it shows; the template's first kind unless given. */
  readonly kind?: ItemCodeKind | undefined;
  readonly maxWidthPx: number;
  readonly maxHeightPx: number;
}

const TEN_MINUTES = 10 * 60 * 1000;

/** A small picture of a template with sample values, to scale as far as it fits. */
export function TemplateThumb({ head, kind, maxWidthPx, maxHeightPx }: TemplateThumbProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const { data } = useQueryEndpoint(
    readLabelTemplateEndpoint,
    { params: { templateKey: head.key }, query: { version: head.version } },
    { staleTime: TEN_MINUTES },
  );
  const shown = kind ?? head.kinds[0];
  const preview = useLabelPreview(
    data === undefined || shown === undefined ? undefined : { template: data.template, kind: shown },
  );
  return (
    <span className="cc-template-thumb" style={{ width: maxWidthPx, minHeight: maxHeightPx }}>
      <LabelPicture
        svg={preview.data?.svg}
        sizeMm={head.sizeMm}
        alt={t('template.pictureOf', { name: pick(head.name) })}
        maxWidthPx={maxWidthPx}
        maxHeightPx={maxHeightPx}
      />
    </span>
  );
}
