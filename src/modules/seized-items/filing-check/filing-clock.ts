/** The clock of what the procuratorate supplies after a check (刑诉法解释 219), beside that of differences of a receipt. */
import type { CaseHead } from '../../cases/find-case.ts';
import type { DeadlineSubject } from '../../deadlines/set-deadline.ts';

export function supplementClock({ id, number }: Pick<CaseHead, 'id' | 'number'>): {
  readonly ruleId: 'D03';
  readonly subject: DeadlineSubject;
} {
  return { ruleId: 'D03', subject: { kind: 'filing', id, label: number, caseId: id } };
}
