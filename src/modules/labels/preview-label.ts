import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { codeSubjectOf } from '../item-codes/code-subjects.ts';
import { formatItemCode, type ItemCodeKind } from '../item-codes/item-code.ts';
import { FIRST_LABEL_VERSION } from '../item-codes/label-version.ts';
import { withCodeForm } from './code-form.ts';
import { composeLabel } from './drawing/compose-label.ts';
import { drawLabelSvg } from './drawing/draw-label-svg.ts';
import { sampleFields } from './label-fields.ts';
import { refusePrint } from './print-refusals.ts';
import { linkOfLabel } from './printing-settings.ts';
import type { previewLabelEndpoint } from './templates.contract.ts';

interface Shown {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Of a number that is nobody's. */
function sampleOf(kind: ItemCodeKind): Shown {
  return {
    code: formatItemCode({ kind, divisionNumber: '150800', serial: 1234 }),
    fields: sampleFields(kind),
  };
}

async function thingOf(query: QueryContext, kind: ItemCodeKind, thingId: string): Promise<Shown> {
  const [thing] = (await codeSubjectOf(kind)?.listLabelFields(query, [thingId])) ?? [];
  if (!thing) throw refusePrint('LABEL_THING_NOT_FOUND');
  return thing;
}

/**
 * A label as it would be drawn, as an SVG document of its true size, with everything that is wrong with it.
 * Refusals: TEMPLATE_NOT_FOR_KIND, LABEL_THING_NOT_FOUND.
 */
export async function previewLabel(
  query: QueryContext,
  { template, kind, thingId, dpi, codeForm }: InputOf<typeof previewLabelEndpoint>['body'],
): Promise<ResponseOf<typeof previewLabelEndpoint>> {
  if (!template.kinds.includes(kind)) throw refusePrint('TEMPLATE_NOT_FOR_KIND');
  const shown = thingId === undefined ? sampleOf(kind) : await thingOf(query, kind, thingId);
  const version = FIRST_LABEL_VERSION;
  const content = { ...shown, version, link: linkOfLabel(shown.code, version) };
  const device = { dpi, offsetMm: { x: 0, y: 0 } };
  const { display, problems } = composeLabel(withCodeForm(template, codeForm), content, device);
  return {
    svg: drawLabelSvg(display),
    problems: problems.map(({ severity, code, zh, en, path }) => ({ severity, code, zh, en, path })),
  };
}
