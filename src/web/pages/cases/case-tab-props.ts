import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';

/** What each part of a case’s page gets. */
export interface CaseTabProps {
  readonly found: CaseAnswer;
  /** Opens a command form of the case, `add_number`. */
  readonly onOpen: (command: string) => void;
}
