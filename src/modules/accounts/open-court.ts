import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addCourt } from './add-court.ts';
import { findCourt, nextCourtNumber } from './court.sql.ts';
import type { openCourt as declaration } from './courts.contract.ts';
import { hashPassword } from './password-hash.ts';
import { decidePermission } from './permissions.ts';
import { refuseAccount } from './refusals.ts';
import { isLevelBelow } from './rules.ts';
import { newFirstPassword } from './secrets.ts';

/**
 * Opens a court below the acting one or below a court of its tree, with its first system administrator. The
 * opening stands in the audit trail of both courts.
 * Refusals: NOT_FOUND, COURT_LEVEL_NOT_BELOW, DIVISION_NUMBER_TAKEN, USERNAME_TAKEN.
 */
export async function openCourt(
  command: CommandContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor } = command;
  const { administrator, ...court } = body;
  // Administering the tree includes opening courts in it, although all other writing stays in the acting court.
  const verdict = decidePermission(actor, 'court.manage', { courtId: court.parentId }, 'read');
  const parent = verdict.allowed ? await findCourt(trx, court.parentId) : undefined;
  if (!parent || parent.closed_on !== null) throw refuse('NOT_FOUND');
  if (!isLevelBelow(parent.level, court.level)) throw refuseAccount('COURT_LEVEL_NOT_BELOW');
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  const id = await nextCourtNumber(trx);
  await command.writeInCourt(id);
  const { administratorId } = await addCourt(
    command,
    { id, ...court },
    { ...administrator, passwordHash, mustChangePassword: true },
  );
  command.audit({
    alsoInCourtId: id,
    subjectKind: 'court',
    subjectId: String(id),
    subjectLabel: court.name,
    after: court,
  });
  command.audit({
    alsoInCourtId: id,
    subjectKind: 'person',
    subjectId: administratorId,
    subjectLabel: administrator.fullName,
    after: { ...administrator, courtId: id, role: 'system_admin' },
  });
  command.tellOnce('firstPassword', firstPassword);
  return { id, administratorId, firstPassword: null };
}
