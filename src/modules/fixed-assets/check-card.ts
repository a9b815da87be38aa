import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { Problem } from '../../platform/errors.ts';
import type { AssetCard } from './asset-card.ts';
import { ASSET_REFUSALS, refuseAsset } from './asset-refusals.ts';
import { findCardReferences } from './card.sql.ts';
import { listCardProblems } from './card-rules.ts';

/**
 * Refuses a card that contradicts itself or names what does not exist, with every problem at once.
 * `assetId` is the card's own id when it exists already, so that it cannot become its own parent.
 * Refusals: CARD_REFUSED with problems of codes CLASS_UNKNOWN, DEPARTMENT_UNKNOWN, PARENT_UNKNOWN and card-rules.
 */
export async function checkCard(
  context: { trx: TenantReader; now: Date; courtId: number },
  card: AssetCard,
  assetId: string | null,
): Promise<void> {
  const references = await findCardReferences(context.trx, context.courtId, card, assetId);
  const problems: Problem[] = listCardProblems(card, shanghaiDay(context.now)).map(({ field, reason }) =>
    problemAt(field, reason),
  );
  if (!references.classKnown) problems.push(problemAt('classCode', 'CLASS_UNKNOWN'));
  if (!references.departmentKnown) problems.push(problemAt('managingDepartmentId', 'DEPARTMENT_UNKNOWN'));
  if (!references.parentKnown) problems.push(problemAt('parentAssetId', 'PARENT_UNKNOWN'));
  if (problems.length > 0) throw refuseAsset('CARD_REFUSED', { count: problems.length }, problems);
}

function problemAt(field: keyof AssetCard, reason: keyof typeof ASSET_REFUSALS): Problem {
  const { zh, en } = ASSET_REFUSALS[reason];
  return { path: `body.card.${field}`, code: reason, zh, en };
}
