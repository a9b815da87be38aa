import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { PlaceAnswer } from './contract.ts';
import { describePlaces } from './describe-places.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace, listTakenPaths, lockPlace, lockPlaceTree, type PlaceRow } from './place.sql.ts';

export interface ChangePlaceInput {
  readonly placeId: string;
  /** The version that the person saw. */
  readonly expectedVersion: number;
}

/** The place, with the tree locked until the end. Refusals: PLACE_NOT_FOUND, VERSION_STALE. */
export async function lockPlaceToChange(command: CommandContext, input: ChangePlaceInput): Promise<PlaceRow> {
  const { courtId } = command.actor;
  await lockPlaceTree(command.trx, courtId);
  const row = await lockPlace(command.trx, courtId, input.placeId);
  if (!row) throw refusePlace('PLACE_NOT_FOUND');
  if (row.version !== input.expectedVersion) throw refuse('VERSION_STALE');
  return row;
}

/** Refuses PLACE_NAME_TAKEN when an open place stands under the path. */
export async function refuseTakenPath(command: CommandContext, path: string, name: string): Promise<void> {
  const taken = await listTakenPaths(command.trx, command.actor.courtId, [path]);
  if (taken.length > 0) throw refusePlace('PLACE_NAME_TAKEN', { name });
}

interface AuditedFields {
  readonly path: string;
  readonly closedOn: string | null;
}

/** Records what became of the place and answers it as it is now. */
export async function finishPlaceChange(
  command: CommandContext,
  before: PlaceRow,
  detail: Record<string, unknown> = {},
): Promise<PlaceAnswer> {
  const after = await findPlace(command.trx, [before.courtId], before.id);
  const context = { reader: command.trx, actor: command.actor };
  const [answer] = after ? await describePlaces(context, [after], false) : [];
  if (!after || !answer) throw refusePlace('PLACE_NOT_FOUND');
  const audited = ({ path, closedOn }: AuditedFields) => ({ path, closedOn });
  command.audit({
    subjectKind: 'place',
    subjectId: after.id,
    subjectLabel: after.path,
    before: audited(before),
    after: audited(after),
    detail,
  });
  return answer;
}
