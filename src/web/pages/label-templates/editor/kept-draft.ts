/** What was changed and not yet saved survives reloading, leaving and a lost session, in this tab. */
import { z } from 'zod';
import {
  labelElement,
  labelSheet,
  labelTemplate,
  type LabelTemplate,
} from '../../../../modules/labels/template.contract.ts';
import { dropDraft, readDraft, writeDraft } from '../../../components/command-form/form-draft.ts';

const draftKey = (key: string) => `label-template:${key}`;

/** A draft may break the rules of a template; it must only have its shape. */
const kept = z.object({
  ...labelTemplate.shape,
  elements: z.array(labelElement).min(1),
  sheet: labelSheet.nullable(),
});

export function readKeptDraft(key: string): LabelTemplate | undefined {
  const parsed = kept.safeParse(readDraft(draftKey(key)));
  return parsed.success ? parsed.data : undefined;
}

/** Something that could not be read back, such as an empty text while it is typed, leaves the draft before it. */
export function keepDraft(key: string, template: LabelTemplate): void {
  if (kept.safeParse(template).success) writeDraft(draftKey(key), template);
}

export function dropKeptDraft(key: string): void {
  dropDraft(draftKey(key));
}
