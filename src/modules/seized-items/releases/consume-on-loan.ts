import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { findCase } from '../../cases/find-case.ts';
import { endWithItems } from '../item-ends.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { holdRelease } from './hold-release.ts';
import { stopReleaseClocks } from './release-deadlines.ts';
import { updateReleaseLines } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { updateReleaseState } from './release.sql.ts';
import type { consumeOnLoanEndpoint } from './release-steps.contract.ts';

/** The judge or the clerk of the case confirms by PIN. Refusal: CONSUMPTION_NEEDS_JUDGE. */
async function requireJudge(command: CommandContext, itemCaseId: string, personId: string): Promise<void> {
  const head = await findCase(command.trx, { courtId: command.actor.courtId, id: itemCaseId });
  if (head?.handlerId !== personId && head?.clerkId !== personId)
    throw refuseRelease('CONSUMPTION_NEEDS_JUDGE');
}

/**
 * A test used some of it up or all of it, by its written opinion, confirmed by the judge (T10). What is left is given
 * back as that much. Refusals: those of holdRelease, CONSUMPTION_NEEDS_JUDGE, LINES_REFUSED, those of the PIN.
 */
export async function consumeOnLoan(
  command: CommandContext,
  { params, body }: InputOf<typeof consumeOnLoanEndpoint>,
): Promise<ResponseOf<typeof consumeOnLoanEndpoint>> {
  const { trx, actor, now } = command;
  const { itemId, quantity, opinionNumber } = body;
  const { release } = await holdRelease(command, { ...params, state: 'out', itemIds: [itemId] });
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const { steps } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, basis: body.basis ?? opinionNumber }, { secondPerson }),
    lines: [
      {
        ...{ itemId, transition: 'consume', quantity, evidence: ['opinion'] },
        details: { opinion: opinionNumber },
      },
    ],
  });
  const [step] = steps;
  if (!step) return { id: release.id };
  await requireJudge(command, step.item.caseId, secondPerson.id);
  if (step.after.state !== 'consumed') return { id: release.id };
  const change = { itemId, state: 'consumed' as const, dueAt: null, backAt: now, note: opinionNumber };
  await updateReleaseLines(trx, actor.courtId, release.id, [change]);
  await updateReleaseState(trx, actor.courtId, release.id, now);
  await stopReleaseClocks(command, [itemId], opinionNumber);
  await endWithItems(command, [{ itemId, caseId: step.item.caseId }], opinionNumber);
  return { id: release.id };
}
