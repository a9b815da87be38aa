/**
 * How far a permission reaches. `tree`: the acting court and every court below it, for reading. `court`: the acting
 * court. `department`: the departments of the memberships, and what concerns the person alone. `own`: what concerns
 * the person alone. Apart from the matrix, which sign-in does not need to load.
 */
export const SCOPES = ['tree', 'court', 'department', 'own'] as const;
export type Scope = (typeof SCOPES)[number];
