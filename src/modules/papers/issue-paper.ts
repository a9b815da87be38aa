import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { decidePermission } from '../accounts/permissions.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { isSensitive } from '../cases/mask-names.ts';
import { gatherCasePaper, type Gathered } from './gather-paper.ts';
import { gatherRoomPaper } from './gather-room-paper.ts';
import { findReachableCase, seesNames } from './paper-access.ts';
import { hashContent, type PaperContent } from './paper-content.ts';
import { PAPER_TEXTS, paperFormOf, paperNumber, type PaperFormId } from './paper-forms.ts';
import { refusePaper } from './paper-refusals.ts';
import { findCourtName } from './paper-source.sql.ts';
import { findPaper, findPaperOfSubject, insertPaper, takeSerial } from './paper.sql.ts';
import type { issuePaperEndpoint } from './papers.contract.ts';

type Body = InputOf<typeof issuePaperEndpoint>['body'];

function requireTexts(form: PaperFormId, texts: Body['texts']): void {
  const missing = paperFormOf(form).required.find((text) => (texts[text] ?? '').trim() === '');
  if (missing === undefined) return;
  const { zh, en } = PAPER_TEXTS[missing];
  throw refusePaper('PAPER_TEXT_MISSING', { what: zh, whatEn: en });
}

async function findIssuableCase(command: CommandContext, caseId: string | undefined): Promise<CaseHead> {
  const { trx: reader, actor } = command;
  const wanted = { caseId: caseId ?? '', permission: 'paper.issue', access: 'write' } as const;
  const head = caseId === undefined ? undefined : await findReachableCase({ reader, actor }, wanted);
  if (!head) throw refusePaper('PAPER_CASE_UNKNOWN');
  if (!seesNames(actor, head)) throw refusePaper('PAPER_NAMES_HIDDEN');
  return head;
}

/** A paper that is made anew names the voided one of the same form. */
async function requireVoided(command: CommandContext, form: PaperFormId, replacesId: string): Promise<void> {
  const replaced = await findPaper(command.trx, [command.actor.courtId], replacesId);
  if (!replaced || replaced.form !== form) throw refusePaper('PAPER_NOT_FOUND');
  if (replaced.voidedAt === null) throw refusePaper('PAPER_ALREADY_ISSUED', { number: replaced.number });
}

/** The number is taken first, which holds the form's counter: of two papers of one event the second finds the first. */
async function keepPaper(
  command: CommandContext,
  { form, gathered, head }: { form: PaperFormId; gathered: Gathered; head: CaseHead | null },
  replacesId: string | null,
): Promise<{ id: string; number: string }> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { subjectKey, parts, ...subject } = gathered;
  const year = Number(shanghaiDay(now).slice(0, 4));
  const serial = await takeSerial(trx, { courtId, year, form });
  const known =
    subjectKey === null ? undefined : await findPaperOfSubject(trx, { courtId, form, subjectKey });
  if (known) throw refusePaper('PAPER_ALREADY_ISSUED', { number: known.number });
  const { zh: title, orientation } = paperFormOf(form);
  const number = paperNumber(form, year, serial);
  const content: PaperContent = {
    ...{ layout: 1, form, court: await findCourtName(trx, courtId), title, number, orientation },
    ...{ issuedAt: shanghaiInstant(now), issuedByName: personName, parts },
  };
  const id = newId(now.getTime());
  const contentSha256 = hashContent(content);
  await insertPaper(trx, courtId, {
    ...{ id, form, year, serial, number, subjectKey, content, contentSha256, replacesId },
    ...subject,
    caseId: head?.id ?? null,
    isSensitive: head !== null && isSensitive(head),
    issuedAt: now,
    issuedBy: { id: personId, name: personName },
  });
  command.audit({
    subjectKind: 'paper',
    subjectId: id,
    subjectLabel: number,
    after: { form, itemCount: subject.itemCount, contentSha256 },
    detail: { bearsMaskedNames: head !== null && isSensitive(head) },
  });
  return { id, number };
}

/**
 * Issues a paper: what it says is kept as it is now, under the next number of its form in the year; a refused one takes no
 * number. Refusals: PAPER_CASE_UNKNOWN, PAPER_NAMES_HIDDEN, PAPER_TEXT_MISSING, those of `gatherCasePaper` and
 * `gatherRoomPaper`, PAPER_ALREADY_ISSUED.
 */
export async function issuePaper(
  command: CommandContext,
  { body }: Pick<InputOf<typeof issuePaperEndpoint>, 'body'>,
): Promise<ResponseOf<typeof issuePaperEndpoint>> {
  const { actor } = command;
  const { form, texts } = body;
  const wanted = { subject: body, texts };
  const isOfRoom = paperFormOf(form).source === 'handover';
  if (isOfRoom && !decidePermission(actor, 'paper.issue', { courtId: actor.courtId }, 'write').allowed)
    throw refusePaper('PAPER_SUBJECT_UNKNOWN');
  const head = isOfRoom ? null : await findIssuableCase(command, body.caseId);
  requireTexts(form, texts);
  if (body.replacesId !== undefined) await requireVoided(command, form, body.replacesId);
  const gathered =
    head === null
      ? await gatherRoomPaper(command, form, wanted)
      : await gatherCasePaper(command, form, head, wanted);
  return keepPaper(command, { form, gathered, head }, body.replacesId ?? null);
}
