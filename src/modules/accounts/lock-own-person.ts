import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findPersonRow, lockPerson, type PersonRow } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';

/**
 * The person, locked, whose account the acting court keeps. Refusals: NOT_FOUND; PERSON_OF_OTHER_COURT for somebody
 * who only has a role here.
 */
export async function lockOwnPerson(command: CommandContext, personId: string): Promise<PersonRow> {
  const { trx, actor } = command;
  const seen = await findPersonRow(trx, personId);
  if (!seen) throw refuse('NOT_FOUND');
  if (seen.court_id !== actor.courtId) throw refuseAccount('PERSON_OF_OTHER_COURT');
  const person = await lockPerson(trx, personId);
  if (!person) throw refuse('NOT_FOUND');
  return person;
}

/** How the audit trail names a person. */
export function personLabel(person: { full_name: string; username: string }): string {
  return `${person.full_name}（${person.username}）`;
}
