import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { readCaseJudgmentsEndpoint } from '../../../modules/dispositions/judgments.contract.ts';

export type CaseJudgments = ResponseOf<typeof readCaseJudgmentsEndpoint>;
export type JudgmentLine = CaseJudgments['lines'][number];
