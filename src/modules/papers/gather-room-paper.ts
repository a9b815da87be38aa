/** Papers of a room: its full count at a handover, and the handover itself. */
import type { CommandContext } from '../../platform/run-command.ts';
import { readHandover } from '../rooms/read-handovers.ts';
import { composeCountSheet } from './forms/count-sheet.ts';
import { composeHandoverRecord } from './forms/handover-record.ts';
import type { Texts } from './forms/paper-parts.ts';
import type { Gathered, PaperSubject } from './gather-paper.ts';
import type { PaperFormId } from './paper-forms.ts';
import { refusePaper } from './paper-refusals.ts';

/**
 * The count is a paper once it is done, the handover once everybody has signed. Refusals: HANDOVER_NOT_FOUND,
 * PAPER_SUBJECT_WRONG, PAPER_COUNT_OPEN, PAPER_HANDOVER_OPEN.
 */
export async function gatherRoomPaper(
  command: CommandContext,
  form: PaperFormId,
  { subject, texts }: { readonly subject: PaperSubject; readonly texts: Texts },
): Promise<Gathered> {
  const { handoverId } = subject;
  if (handoverId === undefined) throw refusePaper('PAPER_SUBJECT_WRONG');
  const own = { ...command.actor, readableCourtIds: [command.actor.courtId] };
  const handover = await readHandover({ ...command, actor: own, reader: command.trx }, { handoverId });
  const { countedAt, completedAt } = handover;
  if (countedAt === null) throw refusePaper('PAPER_COUNT_OPEN');
  const isRecord = form === 'handover_record';
  if (isRecord && completedAt === null) throw refusePaper('PAPER_HANDOVER_OPEN');
  const parts = isRecord ? composeHandoverRecord(handover, texts) : composeCountSheet(handover, texts);
  return {
    parts,
    subjectKey: `handover:${handoverId}`,
    occurredAt: new Date((isRecord ? completedAt : null) ?? countedAt),
    itemIds: [],
    itemCount: handover.lines.length,
  };
}
