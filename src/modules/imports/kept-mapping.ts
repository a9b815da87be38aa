/** The mapping of columns that was made or confirmed once for the same headers, with the names matched then. */
import { createHash } from 'node:crypto';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { normaliseHeader } from './header-names.ts';
import { findMapping, upsertMapping } from './import-mapping.sql.ts';
import type { ImportRun } from './import-run.sql.ts';
import { IMPORT_SETTINGS, NO_SETTINGS, type ImportSettings } from './import-settings.ts';
import { applyMapping, MAPPING, mappingOf, type MappedColumn } from './mapping.ts';

/** One text for one row of headers, whatever their width, case and punctuation. */
export function headerFingerprint(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(normaliseHeader).join('\u0001')).digest('hex');
}

export interface KeptMapping {
  readonly columns: readonly MappedColumn[];
  readonly settings: ImportSettings;
}

/** null where none is kept, or fields have changed since it was made. */
export async function findKeptMapping(
  reader: TenantReader,
  run: Pick<ImportRun, 'courtId' | 'target'>,
  headers: readonly string[],
): Promise<KeptMapping | null> {
  const row = await findMapping(reader, run.courtId, run.target, headerFingerprint(headers));
  if (!row) return null;
  const mapping = MAPPING.safeParse(row.columns);
  if (!mapping.success) return null;
  const applied = applyMapping({ headers }, mapping.data);
  const settings = IMPORT_SETTINGS.safeParse(row.settings);
  return applied.ok
    ? { columns: applied.columns, settings: settings.success ? settings.data : NO_SETTINGS }
    : null;
}

/** Values for new cards and matched names are kept; clearing cells and creating things are decided anew each time. */
export async function keepMapping(
  trx: TenantTransaction,
  run: Pick<ImportRun, 'courtId' | 'target'>,
  mapping: KeptMapping & { readonly headers: readonly string[] },
  by: { readonly personId: string; readonly now: Date },
): Promise<void> {
  const { defaults, choices } = mapping.settings;
  const settings = {
    ...NO_SETTINGS,
    defaults,
    choices: choices.filter(({ action }) => action === 'match'),
  };
  await upsertMapping(trx, {
    courtId: run.courtId,
    target: run.target,
    fingerprint: headerFingerprint(mapping.headers),
    columns: mappingOf(mapping.columns),
    settings,
    by: by.personId,
    at: by.now,
  });
}
