import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { ExaminationList } from './examination-list.tsx';

/** What of the case was sent out to be examined, and what was found. */
export function CaseExaminationsTab({ found }: CaseTabProps) {
  return <ExaminationList caseId={found.id} />;
}
