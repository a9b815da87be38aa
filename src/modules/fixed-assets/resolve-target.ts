import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantTransaction } from '../../platform/database.ts';
import type { Position } from '../ledger/entry.ts';
import { refuseAsset } from './asset-refusals.ts';
import { findTarget } from './target.sql.ts';

/** Where a move goes, with the names of the moment. undefined: that side of the position stays as it is. */
export interface ResolvedTarget {
  readonly departmentId?: string | null;
  readonly department?: string | null;
  readonly holderId?: string | null;
  readonly holder?: string | null;
  readonly placeId?: string | null;
  readonly place?: string | null;
}

export interface WantedTarget {
  readonly departmentId?: string | null | undefined;
  readonly holderId?: string | null | undefined;
  readonly placeId?: string | null | undefined;
}

function sideOf<I extends string, N extends string>(
  id: I,
  name: N,
  wanted: string | null | undefined,
  found: string | null,
) {
  // why: the two computed keys are the two literals handed in.
  return (wanted === undefined ? {} : { [id]: wanted, [name]: found }) as Partial<
    Record<I | N, string | null>
  >;
}

/**
 * Checks that department, person and place exist and are open now, and reads their names. A person without a
 * department given brings their own. Refusals: DEPARTMENT_UNKNOWN, PERSON_UNKNOWN, PLACE_UNKNOWN.
 */
export async function resolveTarget(
  context: { trx: TenantTransaction; now: Date; courtId: number },
  wanted: WantedTarget,
): Promise<ResolvedTarget> {
  const { departmentId, holderId, placeId } = wanted;
  if (!departmentId && !holderId && !placeId)
    return {
      ...sideOf('departmentId', 'department', departmentId, null),
      ...sideOf('holderId', 'holder', holderId, null),
      ...sideOf('placeId', 'place', placeId, null),
    };
  const target = await findTarget(context.trx, context.courtId, shanghaiDay(context.now), {
    departmentId: departmentId ?? null,
    personId: holderId ?? null,
    placeId: placeId ?? null,
  });
  if (departmentId && target.departmentName === null) throw refuseAsset('DEPARTMENT_UNKNOWN');
  if (holderId && target.personName === null) throw refuseAsset('PERSON_UNKNOWN');
  if (placeId && target.placePath === null) throw refuseAsset('PLACE_UNKNOWN');
  const bringsDepartment = !departmentId && holderId && target.personDepartmentId !== null;
  return {
    ...(bringsDepartment
      ? { departmentId: target.personDepartmentId, department: target.personDepartmentName }
      : sideOf('departmentId', 'department', departmentId, target.departmentName)),
    ...sideOf('holderId', 'holder', holderId, target.personName),
    ...sideOf('placeId', 'place', placeId, target.placePath),
  };
}

/** The position after a move: what the verdict decided, with names from the target or as they were. */
export function positionAfter(
  before: Position,
  target: ResolvedTarget,
  decided: { status: string; departmentId: string | null; holderId: string | null; placeId: string | null },
): Position {
  return {
    status: decided.status,
    departmentId: decided.departmentId,
    department:
      decided.departmentId === before.departmentId ? before.department : (target.department ?? null),
    holderId: decided.holderId,
    holder: decided.holderId === before.holderId ? before.holder : (target.holder ?? null),
    placeId: decided.placeId,
    place: decided.placeId === before.placeId ? before.place : (target.place ?? null),
  };
}
