import type { Actor } from '../../platform/actor.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import { runCommand } from '../../platform/run-command.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { addCourt } from './add-court.ts';
import { nextCourtNumber } from './court.sql.ts';
import { hashPassword } from './password-hash.ts';
import { readSetUp } from './read-set-up.ts';
import { refuseAccount, refusePassword } from './refusals.ts';
import { passwordProblems } from './rules.ts';
import { hashSecret } from './secrets.ts';
import { updateSetUpLinkUsed } from './set-up-link.sql.ts';
import type { completeSetUp as declaration } from './set-up.contract.ts';

/** Nobody has an account yet: the program itself registers the first court. */
function installer(): Actor {
  return {
    personId: newId(),
    personName: '首次设置',
    departmentId: null,
    departmentName: null,
    roles: [],
    via: 'system',
    courtId: 0,
    readableCourtIds: [0],
    grants: [],
  };
}

/**
 * Registers the first court and its system administrator, who signs in with the password chosen here; the link is
 * dead afterwards. Refusals: SET_UP_LINK_INVALID, PASSWORD_UNFIT, SIGN_IN_BUSY.
 */
export async function completeSetUp(
  open: OpenContext,
  input: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { court, administrator } = input.body;
  await readSetUp(open, { params: input.params, query: {}, body: {} });
  const problems = passwordProblems(administrator.password, { ...administrator, employeeNumber: null });
  if (problems.length > 0) throw refusePassword('body.administrator.password', problems);
  const passwordHash = await hashPassword(administrator.password);
  const call = { name: 'completeSetUp', input: null };
  await runCommand(open.dependencies, installer(), open.request, call, async (command) => {
    const { trx, now } = command;
    const isGood = await updateSetUpLinkUsed(trx, hashSecret(input.params.token), now);
    if (!isGood) throw refuseAccount('SET_UP_LINK_INVALID');
    const id = await nextCourtNumber(trx);
    await command.writeInCourt(id);
    const { username, fullName } = administrator;
    const { administratorId } = await addCourt(
      command,
      { id, parentId: null, ...court },
      { username, fullName, passwordHash, mustChangePassword: false },
    );
    command.audit({ subjectKind: 'court', subjectId: String(id), subjectLabel: court.name, after: court });
    const after = { username, fullName, role: 'system_admin' };
    command.audit({ subjectKind: 'person', subjectId: administratorId, subjectLabel: fullName, after });
  });
  return {};
}
