import { shanghaiInstant } from '../../../platform/clock.ts';
import type { TenantReader } from '../../../platform/database.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import type { PhotoPolicyAnswer } from './photo-policy.contract.ts';
import { SHIPPED_PHOTO_RULES, type PhotoPolicyRules } from './photo-policy-rules.ts';
import { findPhotoPolicy, type PhotoPolicyRow } from './photo-policy.sql.ts';

export function describePhotoPolicy(row: PhotoPolicyRow | undefined): PhotoPolicyAnswer {
  if (!row)
    return { version: 0, rules: SHIPPED_PHOTO_RULES, note: null, changedAt: null, changedByName: null };
  const { version, rules, note, createdAt, createdByName } = row;
  return { version, rules, note, changedAt: shanghaiInstant(createdAt), changedByName: createdByName };
}

/** The rules that hold in the court now. */
export async function findPhotoRules(reader: TenantReader, courtId: number): Promise<PhotoPolicyRules> {
  return (await findPhotoPolicy(reader, courtId))?.rules ?? SHIPPED_PHOTO_RULES;
}

export async function readPhotoPolicy({ reader, actor }: QueryContext): Promise<PhotoPolicyAnswer> {
  return describePhotoPolicy(await findPhotoPolicy(reader, actor.courtId));
}
