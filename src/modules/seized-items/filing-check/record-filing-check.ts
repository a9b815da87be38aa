import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { wordOf } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { lockCase, type CaseHead } from '../../cases/find-case.ts';
import { findRunningDueOn } from '../../deadlines/find-running.ts';
import { setDeadline } from '../../deadlines/set-deadline.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import { findProsecutionDay } from '../seizure.sql.ts';
import type { recordFilingCheckEndpoint } from './filing-check.contract.ts';
import { decideFilingCheck, proposeAnswers, type FilingAnswered } from './filing-check.rules.ts';
import { countItemsOfCase, insertFilingCheck, listFiledItems } from './filing-check.sql.ts';
import { supplementClock } from './filing-clock.ts';
import { filingQuestion } from './filing-questions.ts';
import { refuseFiling } from './filing-refusals.ts';

async function lockProsecution(command: CommandContext, caseId: string): Promise<CaseHead> {
  const { trx, actor } = command;
  const head = await lockCase(trx, { courtId: actor.courtId, id: caseId });
  if (!head || !reachesCase(actor, 'filing.check', head, 'write')) throw refuseFiling('FILING_CASE_UNKNOWN');
  if ((await findProsecutionDay(trx, actor.courtId, caseId)) === null)
    throw refuseFiling('FILING_NO_PROSECUTION');
  return head;
}

async function requireItemsOfCase(
  { trx, actor }: CommandContext,
  caseId: string,
  answers: readonly FilingAnswered[],
): Promise<void> {
  const itemIds = [...new Set(answers.flatMap((one) => one.itemIds))];
  if (itemIds.length === 0) return;
  if ((await countItemsOfCase(trx, actor.courtId, { caseId, itemIds })) < itemIds.length)
    throw refuseFiling('FILING_ITEM_UNKNOWN');
}

/** D03 runs from the day on which something is missing first, and ends when nothing is any more. */
async function followMissing(
  command: CommandContext,
  head: CaseHead,
  isMissing: boolean,
): Promise<string | null> {
  const { trx, actor, now } = command;
  const { ruleId, subject } = supplementClock(head);
  const key = { ruleId, subjectKind: subject.kind, subjectId: subject.id };
  if (!isMissing) {
    await settleDeadline(command, key);
    return null;
  }
  const { handlerId: ownerId, departmentId } = head;
  const running = await findRunningDueOn(trx, actor.courtId, key);
  if (running !== null) return running;
  const set = { rule: ruleId, subject, ownerId, departmentId, startOn: shanghaiDay(now) };
  return (await setDeadline(command, set)).dueOn;
}

/**
 * 收案审查 (刑诉法解释 218(4), 219): what was found of the property of a prosecution, by whom and when. What is missing is to be
 * supplied by the procuratorate within three days; a later check that misses nothing ends the clock. Refusals:
 * FILING_CASE_UNKNOWN, FILING_NO_PROSECUTION, those of `decideFilingCheck`, FILING_ITEM_UNKNOWN.
 */
export async function recordFilingCheck(
  command: CommandContext,
  { params, body }: InputOf<typeof recordFilingCheckEndpoint>,
): Promise<ResponseOf<typeof recordFilingCheckEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { answers } = body;
  const head = await lockProsecution(command, params.caseId);
  const verdict = decideFilingCheck(answers);
  if (!verdict.allowed)
    throw refuseFiling(verdict.reason, { question: wordOf(filingQuestion(verdict.question)) });
  await requireItemsOfCase(command, head.id, answers);
  const proposals = proposeAnswers(await listFiledItems(trx, courtId, head.id), shanghaiDay(now));
  const id = newId(now.getTime());
  const check = { id, caseId: head.id, personId, personName, at: now };
  await insertFilingCheck(
    trx,
    courtId,
    check,
    answers.map((said) => ({
      ...said,
      proposed: proposals.find(({ question }) => question === said.question)?.answer ?? null,
    })),
  );
  const { missing } = verdict;
  const supplementDueOn = await followMissing(command, head, missing.length > 0);
  command.audit({
    subjectKind: 'case',
    subjectId: head.id,
    subjectLabel: head.number,
    after: {
      filing: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
      supplementDueOn,
    },
  });
  return { id, missing: [...missing], supplementDueOn };
}
