/** Joins the declared endpoints of what is done to items in store to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../../platform/served-endpoint.ts';
import * as care from './care.contract.ts';
import { confirmLoss, listLossGrants } from './confirm-loss.ts';
import { identifyItem } from './identify-item.ts';
import { listFoundInside } from './list-found-inside.ts';
import { mergeItemsBack } from './merge-items-back.ts';
import { recordBirth, recordDeath, recordNaturalLoss } from './record-growth.ts';
import { requestLoss } from './request-loss.ts';
import { settleDifference } from './settle-difference.ts';
import { splitItem } from './split-item.ts';
import { weighItem } from './weigh-item.ts';

export const itemCareEndpoints: readonly ServedEndpoint[] = [
  answerCommand(care.splitItemEndpoint, splitItem),
  answerCommand(care.mergeItemsBackEndpoint, mergeItemsBack),
  answerCommand(care.listFoundInsideEndpoint, listFoundInside),
  answerCommand(care.identifyItemEndpoint, identifyItem),
  answerCommand(care.weighItemEndpoint, weighItem),
  answerCommand(care.recordBirthEndpoint, recordBirth),
  answerCommand(care.recordDeathEndpoint, recordDeath),
  answerCommand(care.recordNaturalLossEndpoint, recordNaturalLoss),
  answerCommand(care.settleDifferenceEndpoint, settleDifference),
  answerQuery(care.listLossGrantsEndpoint, (query, { params }) => listLossGrants(query, params)),
  answerCommand(care.requestLossEndpoint, requestLoss),
  answerCommand(care.confirmLossEndpoint, confirmLoss),
];
