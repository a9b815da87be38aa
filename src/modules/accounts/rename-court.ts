import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { findCourt, updateCourtName } from './court.sql.ts';
import type { renameCourt as declaration } from './courts.contract.ts';
import { decidePermission } from './permissions.ts';

/** The name on screens and papers from now on; old papers keep the old one. Refusal: NOT_FOUND. */
export async function renameCourt(
  command: CommandContext,
  { params, body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor } = command;
  // Administering the tree includes the names of its courts, although all other writing stays in the acting court.
  const verdict = decidePermission(actor, 'court.manage', { courtId: params.courtId }, 'read');
  const court = verdict.allowed ? await findCourt(trx, params.courtId) : undefined;
  if (!court) throw refuse('NOT_FOUND');
  await command.writeInCourt(court.id);
  await updateCourtName(trx, court.id, body);
  command.audit({
    alsoInCourtId: params.courtId,
    subjectKind: 'court',
    subjectId: String(court.id),
    subjectLabel: body.name,
    before: { name: court.name, shortName: court.short_name },
    after: body,
  });
  return {};
}
