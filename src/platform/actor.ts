/** Who acts: made by the accounts module from a session or a token, read by the one write path and the audit trail. */

export type GrantScope = 'tree' | 'court' | 'department' | 'own';

export interface Grant {
  readonly permission: string;
  readonly scope: GrantScope;
  /** The department of the membership when the scope is `department`. */
  readonly departmentId: string | null;
}

export interface Actor {
  readonly personId: string;
  readonly personName: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly roles: readonly string[];
  readonly via: 'session' | 'token' | 'system';
  /** The court in which the person acts now, and the only one in which they can write. */
  readonly courtId: number;
  /** The courts whose rows the person may read: the acting court, and those below it for a supervisor. */
  readonly readableCourtIds: readonly number[];
  readonly grants: readonly Grant[];
}

export interface RequestFacts {
  readonly requestId: string;
  readonly address: string | null;
}
