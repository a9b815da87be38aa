import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockOwnPerson, personLabel } from './lock-own-person.ts';
import type { reopenPerson as declaration } from './people.contract.ts';
import { updatePersonClosed } from './person.sql.ts';

/** Opens a closed account again; roles are granted anew. Refusals: NOT_FOUND, PERSON_OF_OTHER_COURT. */
export async function reopenPerson(
  command: CommandContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const person = await lockOwnPerson(command, params.personId);
  if (person.closed_at === null) throw refuse('NOT_FOUND');
  await updatePersonClosed(command.trx, person.id, null);
  command.audit({
    subjectKind: 'person',
    subjectId: person.id,
    subjectLabel: personLabel(person),
    before: { closed: true },
    after: { closed: false },
  });
  return {};
}
