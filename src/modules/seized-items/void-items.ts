import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import type { voidItemsEndpoint } from './moves.contract.ts';
import { occasionOf } from './occasion.ts';
import { recordTransitions } from './record-transitions.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';

/**
 * Entries that were made by mistake before anything happened to a thing (T24); they stay readable.
 * Refusals: LINES_REFUSED, those of the second person's PIN.
 */
export async function voidItems(
  command: CommandContext,
  body: InputOf<typeof voidItemsEndpoint>['body'],
): Promise<TransitionsAnswer> {
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, note: body.reason }, { secondPerson }),
    lines: body.itemIds.map((itemId) => ({ itemId, transition: 'void_entry', evidence: ['reason'] })),
  });
  return answer;
}
