import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import type { LabelTemplateHead } from '../../../../modules/labels/templates.contract.ts';
import { TemplateThumb } from '../../../components/label-preview/template-thumb.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';

const PICTURE = { maxWidthPx: 112, maxHeightPx: 72 } as const;

export interface TemplateFieldProps {
  readonly templates: readonly LabelTemplateHead[];
  readonly kind: ItemCodeKind;
  readonly value: string | undefined;
  readonly onChange: (key: string) => void;
}

/** The templates for a kind of thing, each with a small picture. */
export function TemplateField({ templates, kind, value, onChange }: TemplateFieldProps) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('dialog.template')} className="cc-template-choices">
      {templates.map((head) => (
        <label key={head.key} className="cc-template-choice">
          <input type="radio" name={name} checked={head.key === value} onChange={() => onChange(head.key)} />
          <TemplateThumb head={head} kind={kind} {...PICTURE} />
          <span>
            {pick(head.name)}
            <br />
            <span className="cc-soft">
              {t('size', head.sizeMm)}
              {head.sheet !== null && ` · ${t('template.onSheet', head.sheet)}`}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
