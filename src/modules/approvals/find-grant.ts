/** Whether the court asks for an approval at all, and the one that was given, for acts that look for it themselves. */
import type { TenantReader } from '../../platform/database.ts';
import { findGrantedAbout, type GrantAbout } from './open-line.sql.ts';
import { findRules } from './plan-steps.ts';
import { chooseRule } from './policy-rules.ts';
import { requestKindOf } from './request-kinds.ts';

export type { GrantAbout } from './open-line.sql.ts';

interface Act {
  readonly courtId: number;
  readonly kind: string;
}

/** False where the rule that holds has no steps; a kind that nobody registered is never free. */
export async function isApprovalNeeded(
  reader: TenantReader,
  { courtId, kind }: Act,
  facts: { readonly grade: string | null; readonly amountFen: number | null },
): Promise<boolean> {
  const known = requestKindOf(kind);
  if (known?.mayBeWaived !== true) return true;
  const { rules } = await findRules(reader, courtId, known);
  return chooseRule(rules, { ...facts, applicantRoles: [] })?.steps.length !== 0;
}

/** The approved request, the oldest first, about exactly these things, that can still be carried out. */
export async function findGrant(
  reader: TenantReader,
  about: Act & { readonly subjectIds: readonly string[]; readonly now: Date },
): Promise<GrantAbout | undefined> {
  return findGrantedAbout(reader, about);
}
