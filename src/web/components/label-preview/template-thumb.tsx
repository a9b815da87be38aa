import { useTranslation } from 'react-i18next';
import type { ItemCodeKind } from '../../../modules/item-codes/item-code.ts';
import {
  downloadTemplatePictureEndpoint,
  type LabelTemplateHead,
} from '../../../modules/labels/templates.contract.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { LabelPicture } from './label-picture.tsx';

export interface TemplateThumbProps {
  readonly head: LabelTemplateHead;
  /** Whose sample values it shows; those of the template's first kind unless given. */
  readonly kind?: ItemCodeKind | undefined;
  readonly maxWidthPx: number;
  readonly maxHeightPx: number;
}

/** A small picture of a template with sample values, to scale as far as it fits. */
export function TemplateThumb({ head, kind, maxWidthPx, maxHeightPx }: TemplateThumbProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const { key: templateKey, version } = head;
  const query = { version, ...(kind === undefined ? {} : { kind }) };
  return (
    <span className="cc-template-thumb" style={{ width: maxWidthPx, minHeight: maxHeightPx }}>
      <LabelPicture
        source={downloadAddress(downloadTemplatePictureEndpoint, { params: { templateKey }, query })}
        sizeMm={head.sizeMm}
        alt={t('template.pictureOf', { name: pick(head.name) })}
        maxWidthPx={maxWidthPx}
        maxHeightPx={maxHeightPx}
      />
    </span>
  );
}
