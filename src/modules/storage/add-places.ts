import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { issueItemCodes } from '../item-codes/issue-item-codes.ts';
import { refusePlace } from './place-refusals.ts';
import {
  findPlace,
  insertPlaces,
  listTakenPaths,
  lockPlaceTree,
  type NewPlace,
  type PlaceRow,
} from './place.sql.ts';
import { planPlaces, type PlannedPlace } from './plan-places.ts';
import { decidePlacement, placePath, type PlaceKind } from './rules.ts';

export interface AddPlacesInput {
  readonly parentId: string | null;
  readonly kind: PlaceKind;
  readonly names: readonly string[];
}

export interface PlacesVerdict {
  readonly planned: readonly PlannedPlace[];
  /** In the order of the names; empty when one of them was refused or the command is a dry run. */
  readonly added: readonly NewPlace[];
}

/**
 * Adds places of one kind below one parent in the actor's court, each with its own code of kind L: all or none, in
 * which case `planned` says which names are refused and why.
 * Refusals: PLACE_PARENT_NOT_FOUND, PLACE_PARENT_CLOSED, PLACE_KIND_NOT_ALLOWED_HERE.
 */
export async function addPlaces(command: CommandContext, input: AddPlacesInput): Promise<PlacesVerdict> {
  const { trx, actor, now, dryRun } = command;
  const { courtId } = actor;
  await lockPlaceTree(trx, courtId);
  const parent = await findParent(command, input.parentId);
  const verdict = decidePlacement(input.kind, parent && { ...parent, isClosed: parent.closedOn !== null });
  if (!verdict.allowed) throw refusePlace(verdict.reason);

  const paths = input.names.map((name) => placePath(parent?.path ?? null, name));
  const taken = new Set(await listTakenPaths(trx, courtId, paths));
  const planned = planPlaces(input.names, parent, taken);
  if (dryRun || planned.some((each) => each.problem !== null)) return { planned, added: [] };

  const ids = planned.map(() => newId(now.getTime()));
  const codes = await issueItemCodes(command, { courtId, kind: 'L', subjectIds: ids });
  const added = planned.map(({ name, path, sortKey }, index): NewPlace => {
    const id = ids[index] ?? '';
    const ancestorIds = [...(parent?.ancestorIds ?? []), id];
    const code = codes[index] ?? '';
    return { id, parentId: input.parentId, kind: input.kind, name, path, sortKey, ancestorIds, code };
  });
  await insertPlaces(trx, courtId, now, added);
  for (const place of added) {
    command.audit({
      subjectKind: 'place',
      subjectId: place.id,
      subjectLabel: place.path,
      after: { kind: place.kind, path: place.path, code: place.code },
    });
  }
  return { planned, added };
}

async function findParent(command: CommandContext, parentId: string | null): Promise<PlaceRow | null> {
  if (parentId === null) return null;
  const parent = await findPlace(command.trx, [command.actor.courtId], parentId);
  if (!parent) throw refusePlace('PLACE_PARENT_NOT_FOUND');
  return parent;
}
