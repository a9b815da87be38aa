import type { Actor } from '../../platform/actor.ts';
import { refuse } from '../../platform/errors.ts';
import { decidePermission, type Permission } from './permissions.ts';

/** The court asked for, or the acting one; only a tree's scope reaches another court. Refusal: NOT_FOUND. */
export function requireReadableCourt(
  actor: Actor,
  permission: Permission,
  courtId: number | undefined,
): number {
  const wanted = courtId ?? actor.courtId;
  if (!decidePermission(actor, permission, { courtId: wanted }, 'read').allowed) throw refuse('NOT_FOUND');
  return wanted;
}
