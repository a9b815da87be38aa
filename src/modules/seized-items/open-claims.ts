/** Claims after a reversal that are not settled: the module that keeps them registers them for the closure proof. */
import type { TenantReader } from '../../platform/database.ts';
import type { OpenClaim } from './closure.ts';

export type OpenClaimSource = (
  reader: TenantReader,
  of: { readonly courtId: number; readonly caseId: string },
) => Promise<readonly OpenClaim[]>;

let source: OpenClaimSource = () => Promise.resolve([]);

/** Registering again replaces it. */
export function registerOpenClaims(claims: OpenClaimSource): void {
  source = claims;
}

/** The oldest first. */
export const listOpenClaims: OpenClaimSource = (reader, of) => source(reader, of);
