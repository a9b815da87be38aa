import type { InputOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { findTemplate } from './find-template.ts';
import { previewLabel } from './preview-label.ts';
import { refusePrint } from './print-refusals.ts';
import type { downloadTemplatePictureEndpoint } from './templates.contract.ts';

type Input = InputOf<typeof downloadTemplatePictureEndpoint>;

/**
 * A template with sample values as an SVG document, for small pictures in lists.
 * Refusals: TEMPLATE_NOT_FOUND, TEMPLATE_NOT_FOR_KIND.
 */
export async function downloadTemplatePicture(
  query: QueryContext,
  input: Input['params'] & Input['query'],
): Promise<Download> {
  const { template } = await findTemplate(
    query.reader,
    query.actor.courtId,
    input.templateKey,
    input.version,
  );
  const kind = input.kind ?? template.kinds[0];
  if (kind === undefined) throw refusePrint('TEMPLATE_NOT_FOR_KIND');
  const { svg } = await previewLabel(query, { template, kind, dpi: 300, codeForm: 'template' });
  return {
    fileName: `${template.key}.svg`,
    contentType: 'image/svg+xml',
    inline: true,
    body: (async function* () {
      yield Buffer.from(svg);
    })(),
    isDetached: true,
  };
}
