/** Sample people at their work: what is done by the real use cases is done in their names. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import type { CommandContext } from '../platform/run-command.ts';

export interface ActingPerson {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
}

/** The command in this person's name at a moment of the past or now. */
export function actingAs(
  command: CommandContext,
  courtId: number,
  { id, name, departmentId, department }: ActingPerson,
  role: string,
  now: Date = command.now,
): CommandContext {
  return {
    ...command,
    now,
    actor: {
      ...{ personId: id, personName: name, departmentId, departmentName: department },
      ...{ roles: [role], via: 'system' as const, courtId, readableCourtIds: [courtId] },
      grants: grantsOfRoles([{ role, departmentId }]),
    },
  };
}
