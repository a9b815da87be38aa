import type { TenantReader } from '../../platform/database.ts';
import { findCode } from './code-directory.sql.ts';

/**
 * Whether the label that was scanned is the newest of its code. A scan without a version, or of a code whose labels were
 * never made here, says nothing against it: an old label is known by its version alone.
 */
export async function isLabelCurrent(
  reader: TenantReader,
  scanned: { readonly code: string; readonly labelVersion: string | null },
): Promise<boolean> {
  if (scanned.labelVersion === null) return true;
  const row = await findCode(reader, scanned.code);
  return row?.labelVersion == null || row.labelVersion === scanned.labelVersion;
}
