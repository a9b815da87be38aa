import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';

/** The second person with their name, once they have proved to be there; null without one. Refusals: those of the PIN. */
export async function confirmSecondPerson(
  command: CommandContext,
  second: { readonly personId: string; readonly pin: string } | null,
): Promise<{ id: string; name: string } | null> {
  if (second === null) return null;
  const { name } = await confirmBySecondPerson(command, second);
  return { id: second.personId, name };
}
