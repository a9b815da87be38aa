import type { InputOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { refuseIntake } from './intake-refusals.ts';
import { insertSeals, listTakenSeals } from './item-measure.sql.ts';
import type { resealItemEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';
import { photoOfToday } from './unseal-item.ts';

/**
 * Two people seal an item with a seal that was never used, and photograph it.
 * Refusals: SEAL_NUMBER_TAKEN, LINES_REFUSED, those of the second person's PIN.
 */
export async function resealItem(
  command: CommandContext,
  body: InputOf<typeof resealItemEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { trx, actor } = command;
  const { itemId, sealNumber } = body;
  const { courtId, personName } = actor;
  const taken = await listTakenSeals(trx, courtId, [sealNumber]);
  if (taken.has(sealNumber)) throw refuseIntake('SEAL_NUMBER_TAKEN', { number: sealNumber });
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const occasion = occasionOf(command, body, { secondPerson });
  const evidence = await photoOfToday(command, itemId);
  const { steps, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [{ itemId, transition: 'reseal', evidence, change: { sealNumber } }],
  });
  const seal = { itemId, number: sealNumber, sealedAt: occasion.occurredAt, sealedByName: personName };
  await insertSeals(
    trx,
    courtId,
    steps.map(() => ({ ...seal, id: newId(), secondPersonName: name, witness: null })),
  );
  return answer;
}
