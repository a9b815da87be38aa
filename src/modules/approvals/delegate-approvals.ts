import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseApproval } from './approval-refusals.ts';
import { insertDelegation, updateDelegationEnd } from './delegation.sql.ts';
import type { delegateApprovalsEndpoint, endDelegationEndpoint } from './policies.contract.ts';
import { listOpenPeople } from './principal.sql.ts';

/** Lets a colleague of the court decide in the actor's name. Refusals: DELEGATE_UNFIT, DELEGATION_BACKWARDS. */
export async function delegateApprovals(
  command: CommandContext,
  input: InputOf<typeof delegateApprovalsEndpoint>['body'],
): Promise<ResponseOf<typeof delegateApprovalsEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId } = actor;
  const people = await listOpenPeople(trx, courtId, [input.toPersonId], now);
  const name = people.get(input.toPersonId);
  if (name === undefined || input.toPersonId === personId) throw refuseApproval('DELEGATE_UNFIT');
  if (input.validTo < input.validFrom || input.validTo < shanghaiDay(now))
    throw refuseApproval('DELEGATION_BACKWARDS');
  const id = newId(now.getTime());
  await insertDelegation(trx, courtId, { ...input, id, fromPersonId: personId }, now);
  command.audit({
    subjectKind: 'approval_delegation',
    subjectId: id,
    subjectLabel: `${actor.personName} → ${name}`,
    after: { ...input },
  });
  return { id };
}

/** Refusal: DELEGATION_NOT_FOUND for one that the actor has not given, or that is over. */
export async function endDelegation(
  command: CommandContext,
  { delegationId }: InputOf<typeof endDelegationEndpoint>['params'],
): Promise<ResponseOf<typeof endDelegationEndpoint>> {
  const { trx, actor, now } = command;
  const given = { id: delegationId, fromPersonId: actor.personId };
  if (!(await updateDelegationEnd(trx, actor.courtId, given, now)))
    throw refuseApproval('DELEGATION_NOT_FOUND');
  command.audit({ subjectKind: 'approval_delegation', subjectId: delegationId, after: { ended: true } });
  return { id: delegationId };
}
