import { Refusal } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addPlaces } from './add-places.ts';
import type { PlaceAnswer } from './contract.ts';
import { describePlaces } from './describe-places.ts';
import type { PlaceKind } from './rules.ts';
import { refusePlace } from './place-refusals.ts';
import { findPlace } from './place.sql.ts';

/**
 * Adds one place. Refusals: those of `addPlaces`, PLACE_NAME_TAKEN, PLACE_NAME_HAS_SEPARATOR.
 */
export async function addPlace(
  command: CommandContext,
  input: { parentId: string | null; kind: PlaceKind; name: string },
): Promise<PlaceAnswer> {
  const { planned, added } = await addPlaces(
    { ...command, dryRun: false },
    { parentId: input.parentId, kind: input.kind, names: [input.name] },
  );
  const problem = planned[0]?.problem;
  if (problem) throw new Refusal(problem.code, { status: 409, zh: problem.zh, en: problem.en });
  const row = await findPlace(command.trx, [command.actor.courtId], added[0]?.id ?? '');
  const [answer] = row
    ? await describePlaces({ reader: command.trx, actor: command.actor }, [row], false)
    : [];
  if (!answer) throw refusePlace('PLACE_NOT_FOUND');
  return answer;
}
