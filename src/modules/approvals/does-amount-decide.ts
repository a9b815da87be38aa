import type { TenantReader } from '../../platform/database.ts';
import { findRules } from './plan-steps.ts';
import { isDecidedByAmount } from './policy-rules.ts';
import { requestKindOf } from './request-kinds.ts';

/** Whether the rules that hold ask for other seats, or for none, by the amount of such a request. */
export async function doesAmountDecide(
  reader: TenantReader,
  { courtId, kind }: { readonly courtId: number; readonly kind: string },
  facts: { readonly grade: string | null; readonly applicantRoles: readonly string[] },
): Promise<boolean> {
  const known = requestKindOf(kind);
  if (!known) return false;
  const { rules } = await findRules(reader, courtId, known);
  return isDecidedByAmount(rules, facts);
}
