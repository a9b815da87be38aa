/** A court's approval policies: the latest version of a kind holds. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { policyRules, type PolicyRule } from './policy-rules.ts';

export interface PolicyRow {
  readonly kind: string;
  readonly version: number;
  readonly rules: readonly PolicyRule[];
  readonly note: string;
  readonly createdAt: Date;
  readonly createdByName: string;
}

interface RawPolicyRow extends Omit<PolicyRow, 'rules'> {
  readonly rules: unknown;
}

const COLUMNS = sql.raw(
  `policy.kind, policy.version, policy.rules, policy.note, policy.created_at as "createdAt",
  policy.created_by_name as "createdByName"`,
);

const policyOf = (row: RawPolicyRow): PolicyRow => ({ ...row, rules: policyRules.parse(row.rules) });

/** The version of each kind that holds now, of the kinds that the court has changed. */
export async function listPolicies(reader: TenantReader, courtId: number): Promise<PolicyRow[]> {
  const { rows } = await sql<RawPolicyRow>`
    select distinct on (policy.kind) ${COLUMNS} from approval_policies policy
    where policy.court_id = ${courtId} order by policy.kind, policy.version desc`.execute(reader);
  return rows.map(policyOf);
}

export async function findPolicy(
  reader: TenantReader,
  courtId: number,
  kind: string,
): Promise<PolicyRow | undefined> {
  const { rows } = await sql<RawPolicyRow>`
    select ${COLUMNS} from approval_policies policy
    where policy.court_id = ${courtId} and policy.kind = ${kind}
    order by policy.version desc limit 1`.execute(reader);
  return rows[0] && policyOf(rows[0]);
}

/** Two who save at once: the second finds its version taken. */
export async function insertPolicy(
  trx: TenantTransaction,
  policy: {
    readonly courtId: number;
    readonly kind: string;
    readonly version: number;
    readonly rules: readonly PolicyRule[];
    readonly note: string;
    readonly createdAt: Date;
    readonly createdBy: string;
    readonly createdByName: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into approval_policies (court_id, kind, version, rules, note, created_at, created_by, created_by_name)
    values (${policy.courtId}, ${policy.kind}, ${policy.version}, ${JSON.stringify(policy.rules)}::jsonb,
      ${policy.note}, ${policy.createdAt}, ${policy.createdBy}, ${policy.createdByName})
    on conflict do nothing returning version`.execute(trx);
  return rows.length === 1;
}
