import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { refusePrint } from './print-refusals.ts';
import { shippedTemplates } from './shipped-templates.ts';
import { labelTemplate, type LabelTemplate } from './template.contract.ts';
import { findTemplateVersion, type TemplateVersionRow } from './template-version.sql.ts';
import type { SavedLabelTemplate } from './templates.contract.ts';

export interface FoundTemplate {
  readonly template: LabelTemplate;
  readonly version: number;
  readonly isShipped: boolean;
  readonly isRetired: boolean;
  /** null: as shipped. */
  readonly saved: TemplateVersionRow | null;
}

/** A saved version with its body read anew; undefined where the program no longer understands it. */
export function templateOfRow(row: TemplateVersionRow): FoundTemplate | undefined {
  const parsed = labelTemplate.safeParse(row.body);
  if (!parsed.success) return undefined;
  return {
    template: parsed.data,
    version: row.version,
    isShipped: shippedTemplates().has(row.key),
    isRetired: row.retired,
    saved: row,
  };
}

/** What ships with the program under this key. */
export function shippedTemplate(key: string): FoundTemplate | undefined {
  const template = shippedTemplates().get(key);
  return template && { template, version: 0, isShipped: true, isRetired: false, saved: null };
}

/** The version asked for, or the court's newest, or the shipped one. Refusal: TEMPLATE_NOT_FOUND. */
export async function findTemplate(
  reader: TenantReader,
  courtId: number,
  key: string,
  version?: number,
): Promise<FoundTemplate> {
  const row = version === 0 ? undefined : await findTemplateVersion(reader, courtId, key, version);
  const wantsShipped = version === undefined || version === 0;
  const found = row ? templateOfRow(row) : wantsShipped ? shippedTemplate(key) : undefined;
  if (!found) throw refusePrint('TEMPLATE_NOT_FOUND');
  return found;
}

/** As lists and pages show it; `mayDesign` decides about the actions. */
export function describeTemplate(found: FoundTemplate, mayDesign: boolean): SavedLabelTemplate {
  const { template, saved } = found;
  const { sheet } = template;
  return {
    key: template.key,
    version: found.version,
    name: template.name,
    kinds: template.kinds,
    sizeMm: template.sizeMm,
    sheet: sheet === null ? null : { columns: sheet.columns, rows: sheet.rows },
    isShipped: found.isShipped,
    isRetired: found.isRetired,
    note: saved?.note ?? null,
    savedAt: saved === null ? null : shanghaiInstant(saved.savedAt),
    savedBy: saved === null ? null : { id: saved.savedBy, name: saved.savedByName },
    availableActions: mayDesign
      ? [
          'save' as const,
          ...(found.isRetired ? [] : (['retire'] as const)),
          ...(found.version > 0 ? (['restore'] as const) : []),
        ]
      : [],
    template,
  };
}
