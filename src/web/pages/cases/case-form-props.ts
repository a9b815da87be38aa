import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';

/** What each command form of a case gets. */
export interface CaseFormProps {
  readonly found: CaseAnswer;
  readonly open: boolean;
  readonly onClose: () => void;
}
