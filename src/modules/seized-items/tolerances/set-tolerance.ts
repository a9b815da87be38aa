import { sayRuleBasis } from '../../deadlines/rule-bases.ts';
import { shanghaiDay } from '../../../platform/clock.ts';
import { multiplyDecimals } from '../../../platform/decimal.ts';
import type { InputOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { describeTolerance } from './list-tolerances.ts';
import { insertCourtTolerance, listCourtTolerances } from './tolerance.sql.ts';
import { refuseTolerance } from './tolerance-refusals.ts';
import type { setToleranceEndpoint, ToleranceAnswer } from './tolerances.contract.ts';
import {
  boundOf,
  findToleranceProblem,
  sayShare,
  shippedShare,
  TOLERANCE_KINDS,
  toleranceOn,
} from './tolerances.rules.ts';

/**
 * The acting court sets a tolerance by a paper of its own, from today or a later day on. What was booked stays. Refusals:
 * those of `findToleranceProblem`.
 */
export async function setTolerance(
  command: CommandContext,
  { body }: InputOf<typeof setToleranceEndpoint>,
): Promise<ToleranceAnswer> {
  const { trx, actor, now } = command;
  const { percent, ...rest } = body;
  const tolerance = { ...rest, share: multiplyDecimals(percent, '0.01') };
  const { kind, category, effectiveFrom } = tolerance;
  const today = shanghaiDay(now);
  const problem = findToleranceProblem(tolerance, today);
  const edition = toleranceOn(effectiveFrom);
  const most = shippedShare(edition, kind, category) ?? edition.weighing.usual;
  const bound = boundOf(edition, kind, category);
  if (problem !== null)
    throw refuseTolerance(problem, {
      ...{ most: sayShare(most), basis: sayRuleBasis(edition.basis) },
      ...{ bound: sayShare(bound.share), boundReason: bound.reason },
    });
  const by = { personId: actor.personId, personName: actor.personName, now };
  await insertCourtTolerance(trx, actor.courtId, by, { ...tolerance, id: newId(now.getTime()) });
  command.audit({
    subjectKind: 'item_tolerance',
    subjectId: `${kind} ${category}`,
    subjectLabel: TOLERANCE_KINDS[kind].zh,
    after: tolerance,
  });
  return describeTolerance(kind, category, await listCourtTolerances(trx, actor.courtId), today);
}
