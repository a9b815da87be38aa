import { shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { findRunningDueOn } from '../../deadlines/find-running.ts';
import { findReadableCase } from '../reach-case.ts';
import { findProsecutionDay } from '../seizure.sql.ts';
import type { listWaitingFilingsEndpoint, readFilingEndpoint } from './filing-check.contract.ts';
import { missingOf, proposeAnswers } from './filing-check.rules.ts';
import {
  listFiledItems,
  listFilingChecks,
  listWaitingFilings as listWaitingRows,
  type FilingCheckRow,
} from './filing-check.sql.ts';
import { supplementClock } from './filing-clock.ts';
import { FILING_QUESTION_IDS, filingQuestion } from './filing-questions.ts';
import { refuseFiling } from './filing-refusals.ts';

/** The answers in the order of the article. */
function checkOf({ id, checkedAt, checkedByName, answers }: FilingCheckRow) {
  const inOrder = FILING_QUESTION_IDS.flatMap((question) =>
    answers
      .filter((said) => said.question === question)
      .map(({ answer, proposed, itemIds, note }) => ({
        ...{ question, answer, proposed, note },
        itemIds: [...itemIds],
      })),
  );
  return {
    ...{ id, checkedByName, answers: inOrder },
    checkedAt: shanghaiInstant(checkedAt),
    missing: missingOf(answers),
  };
}

/** What was checked of a filing and what can be said without asking. Refusal: FILING_CASE_UNKNOWN. */
export async function readFiling(
  context: QueryContext,
  { params }: InputOf<typeof readFilingEndpoint>,
): Promise<ResponseOf<typeof readFilingEndpoint>> {
  const { reader, actor, now } = context;
  const head = await findReadableCase(context, params.caseId);
  if (!head) throw refuseFiling('FILING_CASE_UNKNOWN');
  const { courtId, id } = head;
  const isProsecution = (await findProsecutionDay(reader, courtId, id)) !== null;
  const items = isProsecution ? await listFiledItems(reader, courtId, id) : [];
  const { ruleId, subject } = supplementClock(head);
  const key = { ruleId, subjectKind: subject.kind, subjectId: subject.id };
  const mayCheck = isProsecution && reachesCase(actor, 'filing.check', head, 'write');
  return {
    isProsecution,
    proposals: proposeAnswers(items, shanghaiDay(now)).map(({ itemIds, ...proposal }) => ({
      ...proposal,
      itemIds: [...itemIds],
    })),
    checks: (await listFilingChecks(reader, courtId, id)).map(checkOf),
    supplementDueOn: await findRunningDueOn(reader, courtId, key),
    availableActions: mayCheck ? ['check'] : [],
  };
}

/** The person's open prosecutions that wait to be checked or completed, the next due first. */
export async function listWaitingFilings({
  reader,
  actor,
}: QueryContext): Promise<ResponseOf<typeof listWaitingFilingsEndpoint>> {
  const demanded = FILING_QUESTION_IDS.filter((id) => filingQuestion(id).demand !== null);
  const rows = await listWaitingRows(reader, actor.courtId, { personId: actor.personId, demanded });
  return {
    items: rows.map(({ isChecked, ...row }) => ({
      ...row,
      state: isChecked ? ('incomplete' as const) : ('unchecked' as const),
    })),
  };
}
