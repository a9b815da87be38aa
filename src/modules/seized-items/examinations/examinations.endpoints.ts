/** Joins the declared endpoints of examinations to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import { commissionExamination } from './commission-examination.ts';
import * as contract from './examinations.contract.ts';
import { listExaminations } from './list-examinations.ts';
import { recordOpinion } from './record-opinion.ts';

export const examinationEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listExaminationsEndpoint, listExaminations),
  answerCommand(contract.commissionExaminationEndpoint, commissionExamination),
  answerCommand(contract.recordOpinionEndpoint, recordOpinion),
];
