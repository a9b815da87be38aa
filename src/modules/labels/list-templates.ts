import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { mayUse } from '../accounts/permissions.ts';
import { describeTemplate, findTemplate, shippedTemplate, templateOfRow } from './find-template.ts';
import type { FoundTemplate } from './find-template.ts';
import { refusePrint } from './print-refusals.ts';
import { findPrinter } from './printer.sql.ts';
import { shippedTemplates } from './shipped-templates.ts';
import { listNewestTemplates, listTemplateVersions } from './template-version.sql.ts';
import type {
  listLabelTemplatesEndpoint,
  listLabelTemplateVersionsEndpoint,
  SavedLabelTemplate,
} from './templates.contract.ts';

/** Every template of a court in its current version: the shipped ones in their order, then its own by name. */
export async function listCurrentTemplates(reader: TenantReader, courtId: number): Promise<FoundTemplate[]> {
  const saved = new Map(
    (await listNewestTemplates(reader, courtId)).map((row) => [row.key, templateOfRow(row)] as const),
  );
  const shipped = [...shippedTemplates().keys()].map((key) => saved.get(key) ?? shippedTemplate(key));
  const own = [...saved.entries()]
    .filter(([key]) => !shippedTemplates().has(key))
    .map(([, found]) => found)
    .toSorted((a, b) => (a?.template.name.zh ?? '').localeCompare(b?.template.name.zh ?? '', 'zh-CN'));
  return [...shipped, ...own].filter((found) => found !== undefined);
}

/** Templates that can be chosen; with a printer those that it may print. Refusal: PRINTER_NOT_FOUND. */
export async function listTemplates(
  { reader, actor }: QueryContext,
  filter: InputOf<typeof listLabelTemplatesEndpoint>['query'],
): Promise<ResponseOf<typeof listLabelTemplatesEndpoint>> {
  const { kind, printerId, includeRetired } = filter;
  const printer = printerId === undefined ? null : await findPrinter(reader, actor.courtId, printerId);
  if (printer === undefined) throw refusePrint('PRINTER_NOT_FOUND');
  const current = await listCurrentTemplates(reader, actor.courtId);
  const wanted = current.filter(
    ({ template, isRetired }) =>
      (includeRetired || !isRetired) &&
      (kind === undefined || template.kinds.includes(kind)) &&
      (printer === null || printer.templateKeys.includes(template.key)),
  );
  const mayDesign = mayUse(actor, 'label.design');
  return { items: wanted.map((found) => describeTemplate(found, mayDesign)) };
}

/** One template, current or older. Refusal: TEMPLATE_NOT_FOUND. */
export async function readTemplate(
  { reader, actor }: QueryContext,
  input: { readonly templateKey: string; readonly version?: number | undefined },
): Promise<Versioned<SavedLabelTemplate>> {
  const found = await findTemplate(reader, actor.courtId, input.templateKey, input.version);
  return withVersion(found.version, describeTemplate(found, mayUse(actor, 'label.design')));
}

/** Newest first; the shipped one, where there is one, is the last. Refusal: TEMPLATE_NOT_FOUND. */
export async function listVersionsOfTemplate(
  { reader, actor }: QueryContext,
  input: { readonly templateKey: string },
): Promise<ResponseOf<typeof listLabelTemplateVersionsEndpoint>> {
  const rows = await listTemplateVersions(reader, actor.courtId, input.templateKey);
  const shipped = shippedTemplate(input.templateKey);
  const versions = [...rows.map(templateOfRow), shipped].filter((found) => found !== undefined);
  if (versions.length === 0) throw refusePrint('TEMPLATE_NOT_FOUND');
  return {
    items: versions.map(({ version, template, isRetired, saved }) => ({
      version,
      name: template.name,
      isRetired,
      note: saved?.note ?? null,
      savedAt: saved === null ? null : shanghaiInstant(saved.savedAt),
      savedBy: saved === null ? null : { id: saved.savedBy, name: saved.savedByName },
    })),
  };
}
