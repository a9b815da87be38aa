import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { ItemCodeKind } from '../../../modules/item-codes/item-code.ts';
import type { LabelTemplateInput } from '../../../modules/labels/template.contract.ts';
import { previewLabelEndpoint } from '../../../modules/labels/templates.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { endpointKey, type CallError } from '../../api/use-query-endpoint.ts';

export type LabelPreviewAnswer = ResponseOf<typeof previewLabelEndpoint>;

export interface PreviewQuestion {
  readonly template: LabelTemplateInput;
  readonly kind: ItemCodeKind;
  /** A real thing's label; otherwise sample values. */
  readonly thingId?: string | undefined;
  readonly dpi?: 203 | 300 | 600;
  readonly codeForm?: 'template' | 'code' | 'link';
}

const TEN_MINUTES = 10 * 60 * 1000;

/** The label as the server would draw it; the picture before stays until the next one is there. */
export function useLabelPreview(question: PreviewQuestion | undefined) {
  const { thingId, ...rest } = question ?? {};
  const body = { ...rest, ...(thingId === undefined ? {} : { thingId }) };
  return useQuery<LabelPreviewAnswer, CallError>({
    queryKey: endpointKey(previewLabelEndpoint, { body }),
    queryFn: ({ signal }) => {
      if (question === undefined) throw new TypeError('a preview needs a template');
      return callEndpoint(previewLabelEndpoint, { body: { ...question, ...body } }, { signal });
    },
    enabled: question !== undefined,
    placeholderData: (before) => before,
    staleTime: TEN_MINUTES,
    retry: false,
  });
}
