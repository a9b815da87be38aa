import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { personLabel } from './lock-own-person.ts';
import type { releaseSignInLock as declaration } from './people.contract.ts';
import { findPersonRow, updatePinUnlocked } from './person.sql.ts';
import { hashUsername } from './prove-password.ts';
import { deleteAttemptsOnName } from './sign-in-attempt.sql.ts';

/** Nobody waits for this person's name any more, and the PIN counts from nought. Refusal: NOT_FOUND. */
export async function releaseSignInLock(
  command: CommandContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor } = command;
  const person = await findPersonRow(trx, params.personId);
  if (!person || person.court_id !== actor.courtId) throw refuse('NOT_FOUND');
  await deleteAttemptsOnName(trx, hashUsername(person.username));
  await updatePinUnlocked(trx, person.id);
  command.audit({ subjectKind: 'person', subjectId: person.id, subjectLabel: personLabel(person) });
  return {};
}
