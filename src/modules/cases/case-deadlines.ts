/** The deadlines that begin and end with what is written of a case. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { DeadlineRuleId } from '../deadlines/deadline-rules.ts';
import { setDeadlines, type DeadlineToSet } from '../deadlines/set-deadline.ts';
import { settleDeadline } from '../deadlines/settle-deadline.ts';
import type { NewCaseRow } from './case.sql.ts';

const SUBJECT_KIND = 'case';
/** What the closing of a case ends. */
const END_WITH_THE_CASE: readonly DeadlineRuleId[] = ['D02', 'D16'];

type Facts = Pick<NewCaseRow, 'id' | 'number' | 'handlerId' | 'departmentId' | 'stage' | 'acceptedOn'> &
  Pick<NewCaseRow, 'effectiveOn' | 'closedOn' | 'seizingOrgan' | 'procuratorate'>;

/** Which clocks the facts start, and from which day. Pure. */
export function startedByFacts(facts: Facts): { readonly rule: DeadlineRuleId; readonly startOn: string }[] {
  const { stage, acceptedOn, effectiveOn, closedOn, seizingOrgan, procuratorate } = facts;
  const isOpen = closedOn === null;
  return [
    ...(isOpen && stage === 'first_instance' && procuratorate !== null
      ? [{ rule: 'D02' as const, startOn: acceptedOn }]
      : []),
    ...(isOpen && stage === 'execution' ? [{ rule: 'D16' as const, startOn: acceptedOn }] : []),
    ...(effectiveOn !== null && seizingOrgan !== null
      ? [{ rule: 'D12' as const, startOn: effectiveOn }]
      : []),
  ];
}

function toSet(facts: Facts): DeadlineToSet[] {
  const { id, number, handlerId, departmentId } = facts;
  return startedByFacts(facts).map(({ rule, startOn }) => ({
    ...{ rule, startOn, ownerId: handlerId, departmentId, skipWhenPast: true },
    subject: { kind: SUBJECT_KIND, id, label: number, caseId: id },
  }));
}

/** For new cases; what was due before they were registered is left alone. */
export async function setDeadlinesOfNewCases(
  command: CommandContext,
  cases: readonly Facts[],
): Promise<void> {
  await setDeadlines(command, cases.flatMap(toSet));
}

/** After a correction: a day that is new or changed starts its clock, the closing ends what ends with the case. */
export async function changeDeadlinesOfCase(
  command: CommandContext,
  before: Facts,
  after: Facts,
): Promise<void> {
  const known = startedByFacts(before);
  const isNew = ({ rule, startOn }: { readonly rule: DeadlineRuleId; readonly startOn: string }) =>
    !known.some((one) => one.rule === rule && one.startOn === startOn);
  await setDeadlines(command, toSet(after).filter(isNew));
  if (before.closedOn !== null || after.closedOn === null) return;
  for (const ruleId of END_WITH_THE_CASE)
    await settleDeadline(
      command,
      { ruleId, subjectKind: SUBJECT_KIND, subjectId: after.id },
      { note: after.closedOn },
    );
}
