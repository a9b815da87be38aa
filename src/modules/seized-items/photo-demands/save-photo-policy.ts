import type { InputOf } from '../../../platform/endpoint.ts';
import { refuse } from '../../../platform/errors.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { PhotoPolicyAnswer, savePhotoPolicyEndpoint } from './photo-policy.contract.ts';
import { findPhotoPolicyProblem, PHOTO_STEPS } from './photo-policy-rules.ts';
import { findPhotoPolicy, insertPhotoPolicy } from './photo-policy.sql.ts';
import { refusePhotos } from './photo-refusals.ts';
import { describePhotoPolicy } from './read-photo-policy.ts';

/**
 * The next version of the court's policy; it holds for every step from now on. Refusals: VERSION_STALE, those of
 * findPhotoPolicyProblem.
 */
export async function savePhotoPolicy(
  command: CommandContext,
  input: InputOf<typeof savePhotoPolicyEndpoint>['body'] & { readonly expectedVersion: number },
): Promise<PhotoPolicyAnswer> {
  const { trx, actor, now } = command;
  const { rules, note } = input;
  const before = describePhotoPolicy(await findPhotoPolicy(trx, actor.courtId));
  if (before.version !== input.expectedVersion) throw refuse('VERSION_STALE');
  const problem = findPhotoPolicyProblem(rules);
  if (problem) {
    const { zh, en, floor } = PHOTO_STEPS[problem.step];
    throw refusePhotos(problem.reason, { step: zh, stepEnglish: en, floor });
  }
  const by = { createdAt: now, createdBy: actor.personId, createdByName: actor.personName };
  const version = before.version + 1;
  if (!(await insertPhotoPolicy(trx, actor.courtId, { version, rules, note, ...by })))
    throw refuse('VERSION_STALE');
  command.audit({
    subjectKind: 'photo_policy',
    subjectId: String(actor.courtId),
    subjectLabel: `第 ${version} 版`,
    before: { version: before.version, rules: before.rules },
    after: { version, rules },
    detail: { note },
  });
  return describePhotoPolicy({ version, rules, note, ...by });
}
