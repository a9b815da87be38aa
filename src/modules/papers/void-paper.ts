import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findReachablePaper } from './paper-access.ts';
import { refusePaper } from './paper-refusals.ts';
import { lockPaper, updatePaperVoided } from './paper.sql.ts';
import type { voidPaperEndpoint } from './papers.contract.ts';

/** A paper made wrong keeps its number and is void; another one is made in its place. Refusals: PAPER_NOT_FOUND, PAPER_VOIDED. */
export async function voidPaper(
  command: CommandContext,
  { params, body }: InputOf<typeof voidPaperEndpoint>,
): Promise<ResponseOf<typeof voidPaperEndpoint>> {
  const { trx, actor, now } = command;
  await lockPaper(trx, actor.courtId, params.paperId);
  const wanted = { paperId: params.paperId, permission: 'paper.issue', access: 'write' } as const;
  const row = await findReachablePaper({ reader: trx, actor }, wanted);
  if (row.voidedAt !== null) throw refusePaper('PAPER_VOIDED');
  await updatePaperVoided(trx, row, { at: now, byName: actor.personName, reason: body.reason });
  command.audit({
    subjectKind: 'paper',
    subjectId: row.id,
    subjectLabel: row.number,
    before: { isVoid: false },
    after: { isVoid: true },
    detail: { reason: body.reason },
  });
  return { id: row.id };
}
