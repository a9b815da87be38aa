/** Where an asset goes when its receiver refuses it. Pure. */
import type { Position } from '../ledger/entry.ts';
import type { AssetStatus } from './rules.ts';

type Origin = Position & { readonly status: AssetStatus };

/** Names of what is open now among the origin's person, department and place; null for what is closed or absent. */
interface OpenNow {
  readonly departmentName: string | null;
  readonly personName: string | null;
  readonly placePath: string | null;
}

/** The origin as it was, or stock without user and department when one of them is closed; a closed place is left out. */
export function originStillOpen(origin: Origin, open: OpenNow): Origin {
  const personGone = origin.holderId !== null && open.personName === null;
  const departmentGone = origin.departmentId !== null && open.departmentName === null;
  const placeGone = origin.placeId !== null && open.placePath === null;
  const place = placeGone ? { placeId: null, place: null } : {};
  if (!personGone && !departmentGone) return { ...origin, ...place };
  const nobody = { departmentId: null, department: null, holderId: null, holder: null };
  return { ...origin, ...nobody, ...place, status: 'in_stock' };
}
