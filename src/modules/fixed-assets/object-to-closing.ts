import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import { countHeldAssets } from './held-assets.sql.ts';

/** A department or a person that still has assets is not closed: the sentence says how many, and what to do first. */
export async function objectToClosing(
  reader: TenantReader,
  subject: { readonly kind: 'department' | 'person'; readonly courtId: number; readonly id: string },
): Promise<Sentence | null> {
  const count = await countHeldAssets(reader, subject.courtId, subject);
  if (count === 0) return null;
  return subject.kind === 'department'
    ? {
        zh: `该部门名下还有 ${count} 件资产，请先办理调拨或退库。`,
        en: `The department still has ${count} asset(s). Transfer or return them first.`,
      }
    : {
        zh: `该人员名下还有 ${count} 件资产，请先在其名下资产页办理交回。`,
        en: `The person still holds ${count} asset(s). Return them first on the page of what they hold.`,
      };
}
