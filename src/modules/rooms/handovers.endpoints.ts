/** Joins the declared endpoints of handovers to their use cases. */
import { answerCommand, answerQuery, type ServedEndpoint } from '../../platform/served-endpoint.ts';
import {
  addHandoverSurplus,
  checkHandoverLine,
  countHandoverAgain,
  explainHandoverLine,
  finishHandoverCount,
} from './count-handover.ts';
import * as contract from './handovers.contract.ts';
import { openHandover } from './open-handover.ts';
import { listHandovers, readHandover } from './read-handovers.ts';
import {
  clearHandoverMatter,
  settleHandoverMatter,
  settleHandoverMatters,
} from './settle-handover-matter.ts';
import { cancelHandover, signHandover } from './sign-handover.ts';

export const handoverEndpoints: readonly ServedEndpoint[] = [
  answerQuery(contract.listHandoversEndpoint, (query, { params }) => listHandovers(query, params)),
  answerQuery(contract.readHandoverEndpoint, (query, { params }) => readHandover(query, params)),
  answerCommand(contract.openHandoverEndpoint, (command, { params, body }) =>
    openHandover(command, { ...params, ...body }),
  ),
  answerCommand(contract.checkHandoverLineEndpoint, (command, { params, body }) =>
    checkHandoverLine(command, { ...params, ...body }),
  ),
  answerCommand(contract.explainHandoverLineEndpoint, (command, { params, body }) =>
    explainHandoverLine(command, { ...params, ...body }),
  ),
  answerCommand(contract.addHandoverSurplusEndpoint, (command, { params, body }) =>
    addHandoverSurplus(command, { ...params, ...body }),
  ),
  answerCommand(contract.settleHandoverMatterEndpoint, (command, { params, body }) =>
    settleHandoverMatter(command, { ...params, ...body }),
  ),
  answerCommand(contract.settleHandoverMattersEndpoint, (command, { params, body }) =>
    settleHandoverMatters(command, { ...params, ...body }),
  ),
  answerCommand(contract.clearHandoverMatterEndpoint, (command, { params, body }) =>
    clearHandoverMatter(command, { ...params, ...body }),
  ),
  answerCommand(contract.finishHandoverCountEndpoint, (command, { params }) =>
    finishHandoverCount(command, params),
  ),
  answerCommand(contract.countHandoverAgainEndpoint, (command, { params }) =>
    countHandoverAgain(command, params),
  ),
  answerCommand(contract.signHandoverEndpoint, (command, { params, body }) =>
    signHandover(command, { ...params, ...body }),
  ),
  answerCommand(contract.cancelHandoverEndpoint, (command, { params, body }) =>
    cancelHandover(command, { ...params, ...body }),
  ),
];
