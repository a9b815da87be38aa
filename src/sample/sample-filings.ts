/**
 * Prosecutions that the vice president hands to the sample judge, who checks what came with them: one is complete, of the
 * other the procuratorate has to supply evidence.
 */
import { reassignCase } from '../modules/cases/reassign-case.ts';
import {
  proposeAnswers,
  type FilingAnswered,
} from '../modules/seized-items/filing-check/filing-check.rules.ts';
import { listFiledItems } from '../modules/seized-items/filing-check/filing-check.sql.ts';
import { recordFilingCheck } from '../modules/seized-items/filing-check/record-filing-check.ts';
import { shanghaiDay } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs } from './acting-as.ts';
import type { SampleStructure } from './sample-court-structure.ts';
import { listOpenProsecutions } from './sample-custody.sql.ts';

const DAY_MS = 86_400_000;
const CHECKS = 2;
const REASSIGNED = '原承办人分案过多，经审批调整';
const NO_EVIDENCE = '第 1 项财物无购买凭证，权属证据未随案移送';

/** As the program proposes; what only a person can say is there, but for the evidence where it is lacking. */
async function answersFor(
  { trx, now }: CommandContext,
  { courtId, caseId, lacksEvidence }: { courtId: number; caseId: string; lacksEvidence: boolean },
): Promise<FilingAnswered[]> {
  const items = await listFiledItems(trx, courtId, caseId);
  const lacking = items.slice(0, 1).map(({ id }) => id);
  return proposeAnswers(items, shanghaiDay(now)).map(({ question }) =>
    question === 'evidenced' && lacksEvidence
      ? { question, answer: 'no', note: NO_EVIDENCE, itemIds: lacking }
      : { question, answer: 'yes', note: null, itemIds: [] },
  );
}

/** Answers how many. */
export async function addSampleFilings(
  command: CommandContext,
  { accounts, world }: SampleStructure,
): Promise<number> {
  const { courtId, people } = world;
  const named = (wanted: string) => {
    const account = accounts.find(({ role }) => role === wanted);
    return people.find(({ id }) => id === account?.personId);
  };
  const [judge, vice] = [named('case_handler'), named('vice_president')];
  if (!judge || !vice) return 0;
  const acting = (person: typeof judge, role: string, daysAgo: number) => {
    const at = new Date(command.now.getTime() - daysAgo * DAY_MS);
    return { ...actingAs(command, courtId, person, role, at), audit: () => {} };
  };
  const cases = await listOpenProsecutions(command.trx, courtId, { exceptOf: judge.id, limit: CHECKS });
  for (const [index, { id: caseId, version: expectedVersion }] of cases.entries()) {
    await reassignCase(acting(vice, 'vice_president', 2), {
      ...{ caseId, expectedVersion, handlerId: judge.id, departmentId: null, reason: REASSIGNED },
      fromOn: shanghaiDay(new Date(command.now.getTime() - 2 * DAY_MS)),
    });
    const checking = acting(judge, 'case_handler', 1);
    const answers = await answersFor(checking, { courtId, caseId, lacksEvidence: index > 0 });
    await recordFilingCheck(checking, {
      ...{ params: { caseId }, query: {} },
      body: { answers: answers.map((said) => ({ ...said, itemIds: [...said.itemIds] })) },
    });
  }
  return cases.length;
}
